import { describe, expect, it } from 'vitest';
import { sharesOf, STANDING_SHAPES, STATUS_ORDER, STATUS_SHAPES } from './shapes';

describe('shapes', () => {
  it('tell every status and every standing apart without colour', () => {
    for (const shapes of [STATUS_SHAPES, STANDING_SHAPES]) {
      const drawn = Object.values(shapes).map(
        ({ line, fill, dashed }) => `${line}|${fill}|${dashed ?? false}`,
      );
      expect(new Set(drawn).size).toBe(drawn.length);
    }
  });
});

describe('a distribution', () => {
  it('shows up to twelve as cells, in the order of statuses', () => {
    const { cells, shares } = sharesOf({ completed: 2, unknown: 1, delayed: 0 });
    expect(cells).toBe(true);
    expect(shares.map(({ code }) => code)).toEqual(['unknown', 'completed', 'completed']);
  });

  it('shows more as shares of the width', () => {
    const counts = Object.fromEntries(STATUS_ORDER.map((code, index) => [code, index]));
    const { cells, shares } = sharesOf(counts);
    expect(cells).toBe(false);
    expect(shares.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('forgets no count that has no shape', () => {
    expect(sharesOf({ paused: 2 }).shares).toEqual([
      { code: 'paused', count: 1 },
      { code: 'paused', count: 1 },
    ]);
  });
});
