import type { Desk } from '../../lib/desk/desk.svelte';
import type { Compared, Difference, Ref } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

/** The differences of one workstream, or of what belongs to none. */
export interface Part {
  group: Ref | null;
  rows: Difference[];
}

/** Puts differences under the workstreams they belong to, in the order they come. */
export function byGroup(rows: Difference[]): Part[] {
  const parts: Part[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && last.group?.id === row.group?.id) last.rows.push(row);
    else parts.push({ group: row.group, rows: [row] });
  }
  return parts;
}

/** The network as it was known on two days, side by side. */
export class CompareState {
  from = $state('');
  to = $state('');
  readonly #found = new Latest<Compared>();
  #busy = $state.raw<{ done: number; total: number } | null>(null);
  readonly #desk: Desk;
  readonly #off: () => void;

  constructor(desk: Desk, today: string) {
    this.#desk = desk;
    this.to = today;
    this.#off = desk.client.on('progress', ({ what, done, total }) => {
      if (what === 'compare' && this.loading) this.#busy = { done, total };
    });
  }

  get found(): Compared | null {
    return this.#found.value;
  }
  get loading(): boolean {
    return this.#found.asking;
  }
  /** How far a comparison is that takes its time. */
  get busy(): { done: number; total: number } | null {
    return this.#busy;
  }
  /** What was given up is as if it had not been asked for. */
  get error(): ErrorBody | null {
    return this.#found.error?.code === 'cancelled' ? null : this.#found.error;
  }

  /** Asks for the differences between both days. */
  async load(): Promise<void> {
    this.#busy = null;
    await this.#found.ask(() => this.#desk.client.compare({ from: this.from, to: this.to }));
    this.#busy = null;
  }

  stop(): void {
    void this.#desk.client.cancel();
  }

  end(): void {
    this.#off();
  }
}
