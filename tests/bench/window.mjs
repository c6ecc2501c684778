// Compares the window with an empty one of the same web view, in one run: time until it answers, and memory.
//   node tests/bench/window.mjs [STORE..]     with S, and with each store that is named
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Window, display, folder } from '../e2e/window.mjs';

const TIMES = 5;
const [program, empty, workstreams] = [
  'target/debug/workstream-desk',
  'target/debug/examples/empty',
  'target/debug/workstreams',
].map((file) => resolve(file));

/** Proportional memory, in MB, of a process and all that descend from it. */
function memory(root) {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
      parents.set(Number(pid), Number(parent[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const below = (pid) => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
    return false;
  };
  let total = 0;
  for (const pid of parents.keys()) {
    if (!below(pid) || pid === root) continue;
    const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    total += Number(pss[1]) / 1024;
  }
  return total;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(screen, binary, home, ready) {
  const times = [];
  const sizes = [];
  for (let n = 0; n < TIMES; n++) {
    const start = performance.now();
    const window = await Window.open({ program: binary, folder: home, screen });
    await window.find(ready);
    times.push(performance.now() - start);
    sizes.push(memory(window.driver.pid));
    await window.close();
  }
  return { time: median(times), size: median(sizes) };
}

const screen = await display();
try {
  const none = await measure(screen, empty, folder(), 'body');
  const say = (name, { time, size }) =>
    console.log(
      `${name.padEnd(12)} ${time.toFixed(0).padStart(6)} ms ${(time / none.time).toFixed(2).padStart(6)}   ${size.toFixed(0).padStart(5)} MB ${(size / none.size).toFixed(2).padStart(6)}`,
    );
  console.log(`${'window'.padEnd(12)} ${'start'.padStart(9)}  ratio   ${'memory'.padStart(8)}  ratio`);
  say('empty', none);
  for (const store of [null, ...process.argv.slice(2)]) {
    const home = folder();
    const file = join(home, 'network.store');
    if (store === null) execFileSync(workstreams, ['--store', file, 'init', '--person', 'Ana Lima']);
    else {
      copyFileSync(store, file);
      // A copy asks first whose it is.
      const window = await Window.open({ program, folder: home, screen });
      await window.click('[data-step="who"] button[type="button"]');
      await window.find('.app');
      await window.close();
    }
    say(store ?? 'S', await measure(screen, program, home, '.app .c-mem'));
  }
} finally {
  screen.end();
}
