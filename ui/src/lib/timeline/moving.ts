import type { Messages } from '../i18n/messages.svelte';
import { STEP, type Zoom } from './scale';

/** What of a bar is moved. */
export type End = 'both' | 'first' | 'last';

/** A step of a bar. */
export interface Step {
  end: End;
  months: number;
}

interface Press {
  key: string;
  alt: boolean;
  shift: boolean;
  mod: boolean;
}

/** What an arrow does to a bar: moves it, stretches its end with Shift, its start with Alt. Null for other keys. */
export function stepOf({ key, alt, shift, mod }: Press, zoom: Zoom, rtl: boolean): Step | null {
  const way = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (way === undefined || mod || (alt && shift)) return null;
  const months = STEP[zoom] * (rtl ? -way : way);
  return { end: alt ? 'first' : shift ? 'last' : 'both', months };
}

const DAYS_OF_MONTH = 30.44;
const MONTHS_FROM = 28;

/** Says how much later or earlier something is: "3 months later", "5 days earlier". */
export function saySlip(m: Messages, days: number): string {
  const size = Math.abs(days);
  const way = days > 0 ? 'later' : 'earlier';
  return size < MONTHS_FROM
    ? m.t(`slip-days-${way}`, { count: size })
    : m.t(`slip-months-${way}`, { count: Math.round(size / DAYS_OF_MONTH) });
}
