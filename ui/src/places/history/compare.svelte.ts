import type { Desk } from '../../lib/desk/desk.svelte';
import type { Compared, Difference, Ref } from '../../lib/host/client';
import { HostError, type ErrorBody } from '../../lib/host/host';

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
  #found = $state.raw<Compared | null>(null);
  #loading = $state(false);
  #error = $state.raw<ErrorBody | null>(null);
  #asked = 0;
  readonly #desk: Desk;

  constructor(desk: Desk, today: string) {
    this.#desk = desk;
    this.to = today;
  }

  get found(): Compared | null {
    return this.#found;
  }
  get loading(): boolean {
    return this.#loading;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }

  /** Asks for the differences between both days. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    this.#loading = true;
    this.#error = null;
    try {
      const found = await this.#desk.client.compare({ from: this.from, to: this.to });
      if (asked === this.#asked) this.#found = found;
    } catch (cause) {
      if (asked === this.#asked) this.#error = HostError.from(cause).body;
    } finally {
      if (asked === this.#asked) this.#loading = false;
    }
  }
}
