import type { After } from '../../src/lib/desk/toasts.svelte';

/** A clock that stands still until it is told to go on. */
export class Clock {
  #now = 0;
  #waiting: { at: number; act: () => void }[] = [];

  readonly after: After = (ms, act) => {
    const one = { at: this.#now + ms, act };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  };

  /** Lets time pass, and everything that was asked for in it be answered. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#now = next.at;
      next.act();
    }
    this.#now = end;
    await settled();
  }
}

/** Waits until promises that hang on one another have been answered. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
}
