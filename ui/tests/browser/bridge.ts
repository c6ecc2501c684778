import { execFile, spawn } from 'node:child_process';
import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const TARGET = at('../../../target');
export const BRIDGE = process.env['BRIDGE'] ?? join(TARGET, 'debug/examples/bridge');
export const PROGRAM = join(TARGET, 'debug/workstreams');
export const SAMPLES = ['S', 'M'] as const;

/** What a test begins with: nothing at all, or a store of that size. */
export type Start = 'none' | (typeof SAMPLES)[number];

/** The file of a sample store. */
export function sample(size: (typeof SAMPLES)[number]): string {
  const folder = join(TARGET, 'samples');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${size}-7.store`);
}

/** Runs the command line and answers what it printed. */
export async function run(words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(PROGRAM, words, { maxBuffer: 1 << 26 });
  return stdout;
}

export interface Bridge {
  address: string;
  store: string;
  /** Its folder; files lie in its tray that a dialog would find. */
  folder: string;
  /** Holds the files of its tray over the window, or drops them. */
  drag(what: 'hover' | 'drop'): void;
  end(): Promise<void>;
}

/** Starts the real core for one test, in a folder of its own. */
export async function bridge(start: Start): Promise<Bridge> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const store = join(folder, 'work.store');
  if (start !== 'none') copyFileSync(sample(start), store, constants.COPYFILE_FICLONE);
  const words = ['--ui', at('../../dist'), '--folder', folder];
  if (start !== 'none') words.push('--store', store);
  // It serves until its input ends, so that it cannot outlive the test.
  const child = spawn(BRIDGE, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the bridge ended with ${code}`)));
  });
  return {
    address,
    store,
    folder,
    drag: (what) => void child.stdin.write(`${what}\n`),
    async end() {
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
