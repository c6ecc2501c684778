import type { Vague } from '../host/client';
import type { End } from './moving';
import { monthsAt } from './scale';

/** How exact an end is: to the quarter or finer, coarser, or not there. */
export type Edge = 'hard' | 'soft' | 'open';

/** A time as it is drawn; from and to are months since the year 0. */
export interface Bar {
  from: number;
  to: number;
  start: Edge;
  end: Edge;
}

/** How far a time without an end is drawn beyond the day that is known, in months. */
const BEYOND = 6;
/** The shortest bar that can still be seen and taken hold of, in months. */
const SHORTEST = 0.5;

const EXACT = ['day', 'month', 'quarter'];

/** The bar of a time; null where it has no day, which is then drawn nowhere. */
export function barOf(time: Vague | null | undefined): Bar | null {
  if (!time) return null;
  const { first, last, precision, edtf } = time;
  if (first !== null && last !== null) {
    const edge: Edge = EXACT.includes(precision) ? 'hard' : 'soft';
    const from = monthsAt(first);
    return { from, to: Math.max(monthsAt(last, true), from + SHORTEST), start: edge, end: edge };
  }
  // Of a time that is open on one side the precision says no more; its standard form does.
  const [one = '', other = ''] = (edtf ?? '').split('/');
  if (first !== null) {
    const from = monthsAt(first);
    return { from, to: from + BEYOND, start: yearOnly(one) ? 'soft' : 'hard', end: 'open' };
  }
  if (last !== null) {
    const to = monthsAt(last, true);
    return { from: to - BEYOND, to, start: 'open', end: yearOnly(other) ? 'soft' : 'hard' };
  }
  return null;
}

/** A bar as it stands while it is dragged: moved, or one end of it, and never turned around. */
export function draggedBar(bar: Bar, end: End, months: number): Bar {
  if (end === 'both') return { ...bar, from: bar.from + months, to: bar.to + months };
  if (end === 'first') return { ...bar, from: Math.min(bar.from + months, bar.to - SHORTEST) };
  return { ...bar, to: Math.max(bar.to + months, bar.from + SHORTEST) };
}

function yearOnly(part: string): boolean {
  return /^\d{4}\D*$/.test(part);
}
