import type { Desk } from '../desk/desk.svelte';
import type { Listing, Row } from '../host/client';
import type { ErrorBody } from '../host/host';
import { Latest } from '../host/latest.svelte';

/** A short list of records that belong to the one a page shows. */
export class LinkedRows {
  readonly #found = new Latest<Listing>();
  #limit: number;
  readonly #ask: { kind: string; where: string[]; sort: string[] };
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk, ask: { kind: string; where: string[]; sort: string[] }, limit: number) {
    this.#desk = desk;
    this.#ask = ask;
    this.#limit = limit;
    const targets = desk.kind(ask.kind)?.fields.flatMap((field) => field.targets) ?? [];
    this.end = desk.follow([...new Set([ask.kind, ...targets])], () => this.load());
  }

  /** Null until the first answer. */
  get rows(): Row[] | null {
    return this.#found.value?.rows ?? null;
  }
  get total(): number {
    return this.#found.value?.total ?? 0;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }

  async load(): Promise<void> {
    await this.#found.ask(() => this.#desk.client.list({ ...this.#ask, offset: 0, limit: this.#limit }));
  }

  /** Shows more of them. */
  more(by: number): void {
    this.#limit += by;
    void this.load();
  }
}
