import type { Desk } from '../desk/desk.svelte';
import type { Row } from '../host/client';
import { HostError, type ErrorBody } from '../host/host';

/** A short list of records that belong to the one a page shows. */
export class LinkedRows {
  #rows = $state.raw<Row[] | null>(null);
  #total = $state(0);
  #error = $state.raw<ErrorBody | null>(null);
  #limit: number;
  readonly #ask: { kind: string; where: string[]; sort: string[] };
  readonly #desk: Desk;
  readonly #off: () => void;

  constructor(desk: Desk, ask: { kind: string; where: string[]; sort: string[] }, limit: number) {
    this.#desk = desk;
    this.#ask = ask;
    this.#limit = limit;
    const targets = desk.kind(ask.kind)?.fields.flatMap((field) => field.targets) ?? [];
    this.#off = desk.watch([...new Set([ask.kind, ...targets])], () => void this.load());
    void this.load();
  }

  /** Null until the first answer. */
  get rows(): Row[] | null {
    return this.#rows;
  }
  get total(): number {
    return this.#total;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }

  async load(): Promise<void> {
    try {
      const { rows, total } = await this.#desk.client.list({ ...this.#ask, offset: 0, limit: this.#limit });
      this.#rows = rows;
      this.#total = total;
      this.#error = null;
    } catch (cause) {
      this.#error = HostError.from(cause).body;
    }
  }

  /** Shows more of them. */
  more(by: number): void {
    this.#limit += by;
    void this.load();
  }

  end(): void {
    this.#off();
  }
}
