import type { Desk } from '../../lib/desk/desk.svelte';
import type { HistoryRow } from '../../lib/host/client';
import { HostError, type ErrorBody } from '../../lib/host/host';

const PAGE = 50;

/** The transactions of one day. */
export interface Day {
  /** Any time of the day, for its heading. */
  time: string;
  rows: HistoryRow[];
}

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

/** Every change, newest first, as far back as one has asked. */
export class HistoryState {
  #rows = $state.raw<HistoryRow[] | null>(null);
  #complete = $state(false);
  #loading = $state(false);
  #error = $state.raw<ErrorBody | null>(null);
  #kind = $state<string | null>(null);
  #open = $state.raw<ReadonlySet<string>>(new Set());
  #asked = 0;
  readonly #desk: Desk;
  readonly #off: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#off = desk.watch(null, () => void this.load());
    void this.load();
  }

  get rows(): HistoryRow[] | null {
    return this.#rows;
  }
  get complete(): boolean {
    return this.#complete;
  }
  get loading(): boolean {
    return this.#loading;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }
  get kind(): string | null {
    return this.#kind;
  }

  /** Shows the changes of one kind of record only, or of all. */
  set kind(kind: string | null) {
    this.#kind = kind;
    this.#rows = null;
    void this.load();
  }

  isOpen(txn: string): boolean {
    return this.#open.has(txn);
  }

  toggle(txn: string): void {
    const next = new Set(this.#open);
    if (!next.delete(txn)) next.add(txn);
    this.#open = next;
  }

  /** Reads again what is shown. */
  async load(): Promise<void> {
    await this.#read(Math.max(PAGE, this.#rows?.length ?? 0), null);
  }

  /** Reads further back. */
  async more(): Promise<void> {
    const before = this.#rows?.at(-1)?.txn;
    if (this.#loading || this.#complete || before === undefined) return;
    await this.#read(PAGE, before);
  }

  async #read(limit: number, before: string | null): Promise<void> {
    const asked = ++this.#asked;
    this.#loading = true;
    try {
      const { rows } = await this.#desk.client.history({
        limit,
        ...(before === null ? {} : { before }),
        ...(this.#kind === null ? {} : { kind: this.#kind }),
      });
      if (asked !== this.#asked) return;
      this.#rows = before === null ? rows : [...(this.#rows ?? []), ...rows];
      this.#complete = rows.length < limit;
      this.#error = null;
    } catch (cause) {
      if (asked === this.#asked) this.#error = HostError.from(cause).body;
    } finally {
      if (asked === this.#asked) this.#loading = false;
    }
  }

  end(): void {
    this.#off();
  }
}
