import type { Desk } from '../../lib/desk/desk.svelte';
import type { HistoryChange, HistoryRow, Ref, UndoneRow } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

const PAGE = 50;

/** The transactions of one day. */
export interface Day {
  /** Any time of the day, for its heading. */
  time: string;
  rows: HistoryRow[];
}

/** Which transactions are shown: those for which all holds that is given. */
export interface Filter {
  person: Ref | null;
  record: Ref | null;
  group: Ref | null;
  kind: string | null;
  origin: string | null;
  /** The first day, ISO 8601. */
  from: string | null;
  /** The last day, ISO 8601. */
  to: string | null;
}

const ALL: Filter = {
  person: null,
  record: null,
  group: null,
  kind: null,
  origin: null,
  from: null,
  to: null,
};

/** Puts transactions under the days they were made on, in the order they come. */
export function byDay(rows: HistoryRow[]): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last && new Date(last.time).toDateString() === new Date(row.time).toDateString()) last.rows.push(row);
    else days.push({ time: row.time, rows: [row] });
  }
  return days;
}

/** The beginning of a day where this laptop is, some days later. */
function midnight(day: string, later = 0): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** What was read so far, and whether that is all. */
interface Found {
  rows: HistoryRow[];
  complete: boolean;
}

/** Every change, newest first, as far back as one has asked. */
export class HistoryState {
  #found = $state.raw(new Latest<Found>());
  #filter = $state.raw<Filter>(ALL);
  #open = $state.raw<ReadonlySet<string>>(new Set());
  #kept = $state.raw<ReadonlyMap<string, UndoneRow[]>>(new Map());
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.end = desk.follow(null, () => this.load());
  }

  get rows(): HistoryRow[] | null {
    return this.#found.value?.rows ?? null;
  }
  get complete(): boolean {
    return this.#found.value?.complete ?? false;
  }
  get loading(): boolean {
    return this.#found.asking;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  get filter(): Filter {
    return this.#filter;
  }
  /** Whether anything is left out. */
  get filtered(): boolean {
    return Object.values(this.#filter).some((value) => value !== null);
  }

  /** Shows other transactions than so far. */
  narrow(by: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...by };
    this.#found = new Latest();
    void this.load();
  }

  /** Shows all transactions again. */
  widen(): void {
    this.narrow(ALL);
  }

  isOpen(txn: string): boolean {
    return this.#open.has(txn);
  }

  toggle(txn: string): void {
    const next = new Set(this.#open);
    if (!next.delete(txn)) next.add(txn);
    this.#open = next;
  }

  /** The fields that undoing a transaction left as they are, with who built on them. */
  kept(txn: string): UndoneRow[] {
    return this.#kept.get(txn) ?? [];
  }

  /** Takes a transaction back; what was refused is shown under it. */
  async undo(txn: string): Promise<void> {
    const kept = (await this.#desk.undo(txn)).filter((row) => !row.done);
    this.#kept = new Map(this.#kept).set(txn, kept);
    if (kept.length > 0) this.#open = new Set(this.#open).add(txn);
  }

  /** Writes into a field what stood there before or after a transaction. */
  async restore(txn: string, change: HistoryChange, side: 'before' | 'after'): Promise<void> {
    const desk = this.#desk;
    await desk.attempt(async () => {
      const { record, field, link } = change;
      const one = link ? { link } : {};
      const answer = await desk.client.restoreField({ txn, id: record.id, field, ...one, side });
      const what = { field: desk.m.field(change.record.table, change.field), label: change.record.label };
      if (answer.txn === null) desk.toasts.show({ message: 'history-restored-same', args: what });
      else desk.toasts.show({ message: 'history-restored', args: what, action: desk.undoAction() });
    });
  }

  /** Brings back a record that was deleted. */
  async bringBack(change: HistoryChange): Promise<void> {
    const desk = this.#desk;
    await desk.attempt(async () => {
      await desk.client.restore({ kind: change.record.table, ids: [change.record.id] });
      desk.toasts.show({
        message: 'history-brought-back',
        args: { label: change.record.label },
        action: desk.undoAction(),
      });
    });
  }

  /** Reads again what is shown. */
  async load(): Promise<void> {
    await this.#read(Math.max(PAGE, this.rows?.length ?? 0), []);
  }

  /** Reads further back. */
  async more(): Promise<void> {
    const { rows } = this;
    if (!rows || rows.length === 0 || this.loading || this.complete) return;
    await this.#read(PAGE, rows);
  }

  async #read(limit: number, known: HistoryRow[]): Promise<void> {
    const { person, record, group, kind, origin, from, to } = this.#filter;
    const before = known.at(-1)?.txn;
    await this.#found.ask(async () => {
      const { rows } = await this.#desk.client.history({
        limit,
        ...(before === undefined ? {} : { before }),
        ...(person === null ? {} : { person: person.id }),
        ...(record === null ? {} : { id: record.id }),
        ...(group === null ? {} : { group: group.id }),
        ...(kind === null ? {} : { kind }),
        ...(origin === null ? {} : { origin }),
        ...(from === null ? {} : { from: midnight(from) }),
        ...(to === null ? {} : { to: midnight(to, 1) }),
      });
      return { rows: [...known, ...rows], complete: rows.length < limit };
    });
  }
}
