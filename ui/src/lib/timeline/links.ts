import type { Bar } from './bar';

/** A bar by the line it stands on. */
export interface Placed {
  id: string;
  line: number;
  bar: Bar;
  /** Ids of the activities it depends on. */
  needs: readonly string[];
}

/** A line from the end of one bar to the start of another that depends on it. */
export interface Link {
  key: string;
  /** Months since the year 0 between which it runs. */
  from: number;
  to: number;
  /** The lines it runs between, the upper one first. */
  top: number;
  bottom: number;
  /** Whether the bar that depends stands above the one it depends on. */
  up: boolean;
  /** Whether what depends begins before the other one ends. */
  early: boolean;
}

/** The links of which an end stands on one of the lines first..last; the other end may lie beyond them. */
export function linksOf(placed: readonly Placed[], first: number, last: number): Link[] {
  const byId = new Map(placed.map((one) => [one.id, one]));
  const isDrawn = ({ line }: Placed): boolean => line >= first && line <= last;
  return placed.flatMap((later) =>
    later.needs.flatMap((id) => {
      const sooner = byId.get(id);
      if (!sooner || sooner.line === later.line || !(isDrawn(sooner) || isDrawn(later))) return [];
      const [end, start] = [sooner.bar.to, later.bar.from];
      return [
        {
          key: `${id} ${later.id}`,
          from: Math.min(end, start),
          to: Math.max(end, start),
          top: Math.min(sooner.line, later.line),
          bottom: Math.max(sooner.line, later.line),
          up: later.line < sooner.line,
          early: start < end,
        },
      ];
    }),
  );
}
