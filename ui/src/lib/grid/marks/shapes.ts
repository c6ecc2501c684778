/** The shapes of statuses and standings, as outlines in a box of 16 and of 12. */
import type { Standing } from '../column';

/** One glyph: what is drawn as a line and what is filled. */
export interface Shape {
  /** Name of the hue, as in the tokens. */
  hue: 'unknown' | 'todo' | 'progress' | 'done' | 'delayed' | 'hold' | 'cancelled' | 'text';
  line: string;
  fill: string;
  dashed?: boolean;
}

const RING = 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12z';

/** Glyphs by status code; `milestone` is the one that is no status. Each differs in shape, not only in hue. */
export const STATUS_SHAPES: Readonly<Record<string, Shape>> = {
  unknown: { hue: 'unknown', line: RING, fill: '', dashed: true },
  yet_to_start: { hue: 'todo', line: RING, fill: '' },
  in_progress: { hue: 'progress', line: RING, fill: 'M8 4a4 4 0 0 1 0 8z' },
  completed: {
    hue: 'done',
    line: '',
    fill: 'M8 1.25a6.75 6.75 0 1 0 0 13.5a6.75 6.75 0 0 0 0-13.5zM11.9 6.1 7.2 11.1 4.2 8.1l1.1-1.1 1.85 1.85 3.6-3.85z',
  },
  delayed: {
    hue: 'delayed',
    line: '',
    fill: 'M8 1.2c.5 0 .9.25 1.15.7l5.7 10.3c.5.9-.15 2-1.15 2H2.3c-1 0-1.65-1.1-1.15-2l5.7-10.3C7.1 1.45 7.5 1.2 8 1.2zM7.2 5.4v4h1.6v-4zM7.2 10.6v1.6h1.6v-1.6z',
  },
  on_hold: { hue: 'hold', line: `${RING}M6.4 5.6v4.8M9.6 5.6v4.8`, fill: '' },
  cancelled: { hue: 'cancelled', line: `${RING}M4 12 12 4`, fill: '' },
  milestone: { hue: 'text', line: '', fill: 'M8 1.5 14.5 8 8 14.5 1.5 8z' },
};

const SQUARE = 'M2.6 2.6h6.8v6.8H2.6z';

/** Marks by how sure a fact is. */
export const STANDING_SHAPES: Readonly<Record<Standing, Omit<Shape, 'hue'>>> = {
  published: { line: '', fill: 'M2 2h8v8H2z' },
  inferred: { line: SQUARE, fill: 'M2 10V2l8 8z' },
  unconfirmed: { line: SQUARE, fill: '', dashed: true },
  own: { line: 'M6 2.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 0 0 0-6.8z', fill: '' },
};

/** Order in which statuses stand in a distribution. */
export const STATUS_ORDER = Object.keys(STATUS_SHAPES).filter((code) => code !== 'milestone');

/** Tells whether a code has a glyph of its own. */
export function hasShape(code: string): boolean {
  return code in STATUS_SHAPES;
}

/** Up to this many, a distribution shows one cell each, so that its length is the count. */
export const CELLS = 12;

/** One stretch of a distribution. */
export interface Share {
  code: string;
  count: number;
}

/** Cuts counts by status into stretches: single cells when they are few, else one stretch a status. */
export function sharesOf(counts: Readonly<Record<string, number>>): { cells: boolean; shares: Share[] } {
  const known = STATUS_ORDER.filter((code) => (counts[code] ?? 0) > 0);
  const other = Object.keys(counts).filter((code) => !hasShape(code) && (counts[code] ?? 0) > 0);
  const all = [...known, ...other].map((code) => ({ code, count: counts[code] ?? 0 }));
  const total = all.reduce((sum, { count }) => sum + count, 0);
  if (total > CELLS) return { cells: false, shares: all };
  return {
    cells: true,
    shares: all.flatMap(({ code, count }) => Array.from({ length: count }, () => ({ code, count: 1 }))),
  };
}
