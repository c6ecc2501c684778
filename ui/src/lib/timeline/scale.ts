/** How much of the years a window shows at once. */
export const ZOOMS = ['years', 'quarters', 'months'] as const;

export type Zoom = (typeof ZOOMS)[number];

/** Room of one month, in rem. */
export const MONTH_WIDTH: Readonly<Record<Zoom, number>> = { years: 0.75, quarters: 1.25, months: 3.5 };

/** Months by which a bar is moved and stretched. */
export const STEP: Readonly<Record<Zoom, number>> = { years: 3, quarters: 3, months: 1 };

/** A today further from the plan than this is not shown with it. */
const NEAR_YEARS = 3;
/** Years shown where nothing has a day. */
const LEAST_YEARS = 3;

/** The years from the first of January of `year` on; positions in it are counted in months. */
export interface Scale {
  year: number;
  years: number;
}

/** A line of the head: a year, a quarter or a month, and where it begins. */
export interface Tick {
  at: number;
  year: number;
  /** Quarter or month from 1; 0 for the year. */
  part: number;
}

/** Months since the year 0 at the start of a day, or at its end. */
export function monthsAt(day: string, end = false): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year * 12 + month - 1 + (date - (end ? 0 : 1)) / days;
}

/** The scale that holds these days, today if it is near, and at least so many months. */
export function scaleOf(first: string | null, last: string | null, today: string, least = 0): Scale {
  const now = Number(today.slice(0, 4));
  let from = first === null ? now : Number(first.slice(0, 4));
  let to = last === null ? Math.max(now, from) : Number(last.slice(0, 4));
  if (now >= from - NEAR_YEARS && now <= to + NEAR_YEARS) {
    from = Math.min(from, now);
    to = Math.max(to, now);
  }
  return { year: from, years: Math.max(to - from + 1, LEAST_YEARS, Math.ceil(least / 12)) };
}

/** Where months since the year 0 stand in a scale. */
export function placeIn({ year }: Scale, months: number): number {
  return months - year * 12;
}

/** The lines of the head, years first. */
export function ticksOf({ year, years }: Scale, zoom: Zoom): { years: Tick[]; parts: Tick[] } {
  const all = Array.from({ length: years }, (_, index) => ({ at: index * 12, year: year + index, part: 0 }));
  const parts = zoom === 'months' ? 12 : 4;
  return {
    years: all,
    parts:
      zoom === 'years'
        ? []
        : all.flatMap((tick) =>
            Array.from({ length: parts }, (_, part) => ({
              at: tick.at + (part * 12) / parts,
              year: tick.year,
              part: part + 1,
            })),
          ),
  };
}
