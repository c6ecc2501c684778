/** A small repeatable generator, so that what fails can be found again by its seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Takes any one of a list. */
export function pick<T>(next: () => number, from: readonly T[]): T {
  const one = from[Math.floor(next() * from.length)];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}
