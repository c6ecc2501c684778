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

/** Months left before and behind the bars that a timeline opens at. */
const AROUND = 1;

/**
 * Where what is in sight begins when a timeline opens, in months since the year 0.
 *
 * Today stands a third from the start, unless less than half as many bars can be seen around it as elsewhere: then it is
 * the nearest place where most of them can.
 */
export function openingAt(bars: readonly Pick<Bar, 'from' | 'to'>[], today: number, room: number): number {
  const around = today - room / 3;
  // A bar of which little is in sight is not seen.
  const seen = (begins: number): number =>
    bars.filter(({ from, to }) => {
      const inSight = Math.min(to, begins + room) - Math.max(from, begins);
      return inSight * 2 >= Math.min(to - from, room);
    }).length;
  const places = bars
    .flatMap(({ from, to }) => [from - AROUND, to + AROUND - room])
    .map((begins) => ({ begins, seen: seen(begins), away: Math.abs(begins - around) }))
    .sort((a, b) => b.seen - a.seen || a.away - b.away);
  const [best] = places;
  return !best || seen(around) * 2 >= best.seen ? around : best.begins;
}

function yearOnly(part: string): boolean {
  return /^\d{4}\D*$/.test(part);
}
