import type { Desk } from '../desk/desk.svelte';
import type { CarriedRow, Ref, Row } from '../host/client';
import type { ErrorBody } from '../host/host';
import { Latest } from '../host/latest.svelte';

const MOST = 2000;

/** What goes on from a workplan into the next one, while it is chosen. */
export class CarryState {
  readonly #unfinished = new Latest<{ rows: Row[] }>();
  into = $state.raw<Ref | null>(null);
  #left = $state.raw<ReadonlySet<string>>(new Set());
  /** What was carried; null until it was. */
  #carried = $state.raw<CarriedRow[] | null>(null);
  readonly #desk: Desk;
  readonly #from: string;

  constructor(desk: Desk, from: string) {
    this.#desk = desk;
    this.#from = from;
    void this.load();
  }

  /** The activities that are neither completed nor cancelled; null until the first answer. */
  get rows(): Row[] | null {
    return this.#unfinished.value?.rows ?? null;
  }
  get error(): ErrorBody | null {
    return this.#unfinished.error;
  }
  get carried(): CarriedRow[] | null {
    return this.#carried;
  }
  /** What was left out of what was carried. */
  get leftOut(): CarriedRow[] {
    return (this.#carried ?? []).filter(({ left_out }) => left_out.length > 0);
  }
  goes(id: string): boolean {
    return !this.#left.has(id);
  }
  get count(): number {
    return (this.rows ?? []).filter(({ id }) => this.goes(id)).length;
  }

  choose(id: string, goes: boolean): void {
    const left = new Set(this.#left);
    if (goes) left.delete(id);
    else left.add(id);
    this.#left = left;
  }
  chooseAll(goes: boolean): void {
    this.#left = new Set(goes ? [] : (this.rows ?? []).map(({ id }) => id));
  }

  async load(): Promise<void> {
    const { client } = this.#desk;
    await this.#unfinished.ask(() =>
      client.list({
        kind: 'activity',
        where: [`workplan=id:${this.#from}`, 'status!=completed|cancelled'],
        columns: ['title', 'group', 'status'],
        sort: ['order'],
        offset: 0,
        limit: MOST,
      }),
    );
    // The plan that follows this one is where most goes.
    await this.#desk.attempt(async () => {
      const after = [`predecessor=id:${this.#from}`, 'state!=closed'];
      const page = { kind: 'workplan', where: after, sort: ['-first'], offset: 0, limit: 1 };
      const [next] = (await client.list(page)).rows;
      if (next && !this.into) this.into = { id: next.id, table: next.table, label: next.label };
    });
  }

  async carry(): Promise<void> {
    const { into, rows } = this;
    if (!into || !rows || this.count === 0) return;
    const desk = this.#desk;
    const activities = rows.filter(({ id }) => this.goes(id)).map(({ id }) => id);
    await desk.attempt(async () => {
      const answer = await desk.client.carryForward({ from: this.#from, to: into.id, activities });
      this.#carried = answer.rows;
      desk.toasts.show({
        message: 'carried',
        args: { count: answer.rows.filter(({ known }) => !known).length, label: desk.named(into) },
        ...(answer.txn === null ? {} : { action: desk.undoAction() }),
      });
    });
  }
}
