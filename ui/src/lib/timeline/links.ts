import type { Bar } from './bar';

/** A bar that is drawn, by the line it stands on. */
export interface Drawn {
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

/** The links between bars that are both drawn; what lies out of sight is told in words only. */
export function linksOf(drawn: readonly Drawn[]): Link[] {
  const byId = new Map(drawn.map((one) => [one.id, one]));
  return drawn.flatMap((later) =>
    later.needs.flatMap((id) => {
      const sooner = byId.get(id);
      if (!sooner || sooner.line === later.line) return [];
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
