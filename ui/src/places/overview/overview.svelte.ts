import type { Desk } from '../../lib/desk/desk.svelte';
import type { HistoryRow, Overview, OverviewRow, Row } from '../../lib/host/client';
import { HostError, type ErrorBody } from '../../lib/host/host';
import { isOneOf, whereOf } from '../../lib/lists/conditions';
import { totalOf } from '../../lib/parts/counts';

/** How far ahead one looks, in days. */
export const HORIZONS = ['30', '60', '90'] as const;

export type Horizon = (typeof HORIZONS)[number];

const CHANGES = 6;
const DAY_MS = 86_400_000;

/** The workplan at a glance: what the core adds up, and how it is read. */
export class OverviewState {
  #overview = $state.raw<Overview | null>(null);
  #changes = $state.raw<HistoryRow[]>([]);
  #unsure = $state.raw<ReadonlyMap<string | null, number>>(new Map());
  #error = $state.raw<ErrorBody | null>(null);
  #horizon = $state<Horizon>('90');
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    const kept = desk.kept.get('horizon');
    this.#horizon = HORIZONS.find((one) => one === kept) ?? '90';
    this.end = desk.follow(null, () => this.load());
  }

  get overview(): Overview | null {
    return this.#overview;
  }
  get changes(): HistoryRow[] {
    return this.#changes;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }
  get horizon(): Horizon {
    return this.#horizon;
  }
  set horizon(next: Horizon) {
    this.#horizon = next;
    this.#desk.kept.set('horizon', next);
  }

  async load(): Promise<void> {
    try {
      const { client } = this.#desk;
      const today = this.#desk.now().toISOString().slice(0, 10);
      const unknown = whereOf(this.#desk, 'activity', isOneOf('status', ['unknown']));
      const [overview, { rows }, unsure] = await Promise.all([
        client.overview(),
        client.history({ limit: CHANGES }),
        // The core calls overdue only what is surely not done; where no status is known, the end is all there is.
        client.groups({ kind: 'activity', by: 'group', where: [`timeline<${today}`, unknown] }),
      ]);
      this.#overview = overview;
      this.#unsure = new Map(unsure.rows.map(({ key, count }) => [key, count]));
      this.#changes = rows;
      this.#error = null;
    } catch (cause) {
      this.#error = HostError.from(cause).body;
    }
  }

  get rows(): OverviewRow[] {
    return this.#overview?.rows ?? [];
  }
  get activities(): number {
    return this.rows.reduce((sum, { activities }) => sum + totalOf(activities), 0);
  }
  /** Activities past their end and not completed. */
  get overdue(): number {
    return this.rows.reduce((sum, row) => sum + row.overdue, 0);
  }
  /** Activities past their end of which nobody said whether they are completed. */
  get unsure(): number {
    return this.rows.reduce((sum, { group }) => sum + (this.#unsure.get(group.id) ?? 0), 0);
  }
  /** How many activities end within the horizon. */
  get dueCount(): number {
    return this.rows.reduce((sum, row) => sum + this.dueOf(row), 0);
  }
  get named(): number {
    return this.rows.length - (this.#overview?.unknown.no_name ?? 0);
  }

  /** Activities of a workstream past their end, completed or not known to be. */
  endedOf({ group, overdue }: OverviewRow): number {
    return overdue + (this.#unsure.get(group.id) ?? 0);
  }

  dueOf(row: OverviewRow): number {
    return { '30': row.due_30, '60': row.due_60, '90': row.due_90 }[this.#horizon];
  }

  /** Days from the day of the overview to the end of an activity; null where it has none. */
  daysTo(row: Row): number | null {
    const last = (row['timeline'] as { last?: string | null } | null)?.last;
    if (!last || !this.#overview) return null;
    return Math.round((Date.parse(last) - Date.parse(this.#overview.as_of)) / DAY_MS);
  }

  /** Activities that end within the horizon, the nearest first. */
  get due(): Row[] {
    const days = Number(this.#horizon);
    return (this.#overview?.due ?? []).filter((row) => (this.daysTo(row) ?? Infinity) <= days);
  }
}
