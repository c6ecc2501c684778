import { existsSync, rmSync, renameSync, statSync } from 'node:fs';
import { BRIDGE, PROGRAM, SAMPLES, run, sample } from './bridge';

/** Makes the sample stores once; a test copies the one it works with. */
export default async function setup(): Promise<void> {
  for (const file of [BRIDGE, PROGRAM]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: build it first`);
  }
  for (const size of SAMPLES) {
    const file = sample(size);
    // A newer program may make another store of the same seed.
    if (existsSync(file) && statSync(file).mtimeMs > statSync(PROGRAM).mtimeMs) continue;
    rmSync(file, { force: true });
    const half = `${file}.making`;
    rmSync(half, { force: true });
    await run(['sample', '--size', size, '--seed', '7', half]);
    renameSync(half, file);
  }
}
