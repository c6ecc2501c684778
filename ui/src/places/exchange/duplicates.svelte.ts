import type { Desk } from '../../lib/desk/desk.svelte';
import { isEmpty } from '../../lib/fields/value';
import type { Duplicate, Duplicates, FieldDescription, Row } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

export type Side = 'a' | 'b';
/** What a field is to hold: what one of the two holds, or where it holds several, what both do. */
export type Choice = Side | 'both';

/** A field of two records beside each other. */
export interface Pair {
  field: FieldDescription;
  /** Whether both hold the same. */
  equal: boolean;
  /** What can be chosen, what stands by itself first; nothing where the two are equal or one of them is not known. */
  choices: Choice[];
}

const NEVER_BESIDE = ['same_as', 'distinct_from', 'provenance', 'position', 'parent', 'closing'];
const SEVERAL = ['references', 'words'];

/** The fields that two records know something of, with what is to be chosen. */
export function pairs(fields: readonly FieldDescription[], a: Row, b: Row): Pair[] {
  return fields
    .filter(({ name, type }) => !NEVER_BESIDE.includes(type) && !NEVER_BESIDE.includes(name))
    .filter(({ name }) => !isEmpty(a[name]) || !isEmpty(b[name]))
    .map((field) => {
      const [one, other] = [a[field.name], b[field.name]];
      const equal = JSON.stringify(one) === JSON.stringify(other);
      const differ = !equal && !isEmpty(one) && !isEmpty(other);
      const ways: Choice[] = SEVERAL.includes(field.type) ? ['both', 'a', 'b'] : ['a', 'b'];
      return { field, equal, choices: differ ? ways : [] };
    });
}

/** Records that may be one, and the two that are looked at. */
export class DuplicatesState {
  readonly #found = new Latest<Duplicates>();
  #at = $state<string | null>(null);
  #records = $state.raw<{ key: string; a: Row; b: Row } | null>(null);
  #picks = $state<Record<string, Choice>>({});
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.end = desk.follow(null, () => this.load());
  }

  static keyOf({ a, b }: Duplicate): string {
    return `${a.id} ${b.id}`;
  }

  /** Null until the first answer. */
  get rows(): Duplicate[] | null {
    return this.#found.value?.rows ?? null;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  get current(): Duplicate | null {
    const rows = this.rows ?? [];
    return rows.find((row) => DuplicatesState.keyOf(row) === this.#at) ?? rows[0] ?? null;
  }
  /** The two records that are looked at; null while they are read. */
  get records(): { a: Row; b: Row } | null {
    const { current } = this;
    return current && this.#records?.key === DuplicatesState.keyOf(current) ? this.#records : null;
  }
  get pairs(): Pair[] {
    const { records, current } = this;
    if (!records || !current) return [];
    return pairs(this.#desk.kind(current.a.table)?.fields ?? [], records.a, records.b);
  }

  /** What a field is to hold: what was chosen, or else the first choice. */
  pick({ field, choices }: Pair): Choice | undefined {
    return this.#picks[field.name] ?? choices[0];
  }
  choose(field: string, choice: Choice): void {
    this.#picks[field] = choice;
  }

  show(key: string): void {
    this.#at = key;
    this.#picks = {};
    void this.#read();
  }

  async load(): Promise<void> {
    if (await this.#found.ask(() => this.#desk.client.duplicates())) await this.#read();
  }

  async #read(): Promise<void> {
    const { current } = this;
    if (!current) return;
    const key = DuplicatesState.keyOf(current);
    await this.#desk.attempt(async () => {
      const [a, b] = await Promise.all(
        [current.a, current.b].map(({ table, id }) => this.#desk.client.show({ kind: table, id })),
      );
      if (a && b && current === this.current) this.#records = { key, a: a.record, b: b.record };
    });
  }

  /** Joins the two, with what was chosen of each field that both know. */
  async join(): Promise<void> {
    const { current, records } = this;
    if (!current || !records) return;
    const picks = this.pairs
      .filter(({ choices }) => choices.length > 0)
      .map((pair) => `${pair.field.name}=${this.pick(pair)}`);
    const { client, toasts } = this.#desk;
    await this.#next(async () => {
      const args = { kind: current.a.table, a: current.a.id, b: current.b.id, picks };
      const { record } = await client.join(args);
      toasts.show({
        message: 'joined-done',
        args: { label: this.#desk.named(record) },
        action: this.#desk.undoAction(),
      });
    });
  }

  /** Says that the two are two; they are not offered again. */
  async notSame(): Promise<void> {
    const { current } = this;
    if (!current) return;
    const { a, b } = current;
    await this.#next(async () => {
      await this.#desk.client.notSame({ kind: a.table, a: a.id, b: b.id });
      const args = { a: this.#desk.named(a), b: this.#desk.named(b) };
      this.#desk.toasts.show({ message: 'not-same-done', args, action: this.#desk.undoAction() });
    });
  }

  async #next(act: () => Promise<void>): Promise<void> {
    const rows = this.rows ?? [];
    const at = this.current ? rows.indexOf(this.current) : -1;
    const next = rows[at + 1] ?? rows[at - 1];
    if (!(await this.#desk.attempt(act))) return;
    this.#at = next ? DuplicatesState.keyOf(next) : null;
    this.#picks = {};
    await this.load();
  }
}
