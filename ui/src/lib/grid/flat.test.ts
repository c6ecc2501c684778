import { describe, expect, it } from 'vitest';
import { FlatIndex, type Segment } from './flat';

const segment = (count: number, more: Partial<Segment> = {}): Segment => ({
  head: true,
  count,
  folded: false,
  hidden: [],
  ...more,
});

/** Writes every line out the slow way, as the thing to compare with. */
function linesOf(segments: Segment[]): [number, number][] {
  return segments.flatMap(({ head, count, folded, hidden }, index) => {
    const lines: [number, number][] = head ? [[index, -1]] : [];
    for (let offset = 0; !folded && offset < count; offset += 1) {
      const away = hidden.some((run) => offset >= run.start && offset < run.start + run.count);
      if (!away) lines.push([index, offset]);
    }
    return lines;
  });
}

const lists: [string, Segment[]][] = [
  ['nothing', []],
  ['one list', [segment(5, { head: false })]],
  ['an empty list', [segment(0, { head: false })]],
  ['groups', [segment(3), segment(0), segment(2)]],
  ['a folded group', [segment(3), segment(4, { folded: true }), segment(2)]],
  ['all folded', [segment(3, { folded: true }), segment(4, { folded: true })]],
  ['a folded row', [segment(6, { head: false, hidden: [{ start: 2, count: 2 }] })]],
  [
    'a folded row inside a folded row',
    [
      segment(9, {
        hidden: [
          { start: 4, count: 2 },
          { start: 2, count: 5 },
        ],
      }),
    ],
  ],
  [
    'folded rows side by side',
    [
      segment(8, {
        hidden: [
          { start: 1, count: 2 },
          { start: 3, count: 1 },
        ],
      }),
      segment(1),
    ],
  ],
  ['a run beyond the end', [segment(3, { hidden: [{ start: 2, count: 9 }] }), segment(2)]],
];

describe('lines of a list', () => {
  it.each(lists)('says what stands where in %s', (_name, segments) => {
    const flat = new FlatIndex(segments);
    const expected = linesOf(segments);
    expect(flat.size).toBe(expected.length);
    expected.forEach(([index, offset], line) => {
      expect(flat.at(line)).toEqual({ segment: index, offset });
      expect(flat.lineOf(index, offset), 'a place and its line lead to each other').toBe(line);
    });
    expect(flat.at(-1)).toBeNull();
    expect(flat.at(flat.size)).toBeNull();
  });

  it('gives no line to rows that are folded away', () => {
    const flat = new FlatIndex([
      segment(6, { hidden: [{ start: 2, count: 2 }] }),
      segment(3, { folded: true }),
    ]);
    expect(flat.lineOf(0, 2)).toBe(-1);
    expect(flat.lineOf(0, 3)).toBe(-1);
    expect(flat.lineOf(1, 0)).toBe(-1);
    expect(flat.lineOf(0, 6)).toBe(-1);
    expect(flat.lineOf(2, 0)).toBe(-1);
  });

  it('tells where a group begins and ends', () => {
    const flat = new FlatIndex([segment(3), segment(4, { folded: true }), segment(2)]);
    expect([flat.startOf(0), flat.endOf(0)]).toEqual([0, 4]);
    expect([flat.startOf(1), flat.endOf(1)]).toEqual([4, 5]);
    expect([flat.startOf(2), flat.endOf(2)]).toEqual([5, 8]);
  });
});
