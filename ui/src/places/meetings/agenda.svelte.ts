import type { Desk } from '../../lib/desk/desk.svelte';
import type { Row } from '../../lib/host/client';
import { HostError, type ErrorBody } from '../../lib/host/host';
import { asRef } from '../../lib/fields/value';

/** What is written under an item of the agenda, in the order it is offered. */
export const WRITTEN = ['note', 'decision', 'action_point'] as const;

export type Written = (typeof WRITTEN)[number];

/** One item of an agenda with what was written under it. */
export interface AgendaItem {
  item: Row;
  written: Row[];
}

const AT_MOST = 500;

/** The agenda of one meeting. */
export class Agenda {
  #items = $state.raw<AgendaItem[] | null>(null);
  #error = $state.raw<ErrorBody | null>(null);
  readonly #desk: Desk;
  readonly #meeting: string;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk, meeting: string) {
    this.#desk = desk;
    this.#meeting = meeting;
    this.end = desk.follow(['agenda_item', ...WRITTEN], () => this.load());
  }

  /** Null until the first answer. */
  get items(): AgendaItem[] | null {
    return this.#items;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }

  async load(): Promise<void> {
    const { client } = this.#desk;
    try {
      const [items, ...written] = await Promise.all([
        client.list({
          kind: 'agenda_item',
          where: [`meeting=id:${this.#meeting}`],
          sort: ['position'],
          offset: 0,
          limit: AT_MOST,
        }),
        ...WRITTEN.map((kind) =>
          client.list({
            kind,
            where: [`item.meeting=id:${this.#meeting}`],
            sort: ['position'],
            offset: 0,
            limit: AT_MOST,
          }),
        ),
      ]);
      const all = written.flatMap(({ rows }) => rows);
      this.#items = items.rows.map((item) => ({
        item,
        written: all.filter((row) => asRef(row['item'])?.id === item.id),
      }));
      this.#error = null;
    } catch (cause) {
      this.#error = HostError.from(cause).body;
    }
  }

  /** Adds an item at the end. */
  async add(title: string): Promise<boolean> {
    const last = this.#items?.at(-1)?.item.id;
    return this.#desk.attempt(() =>
      this.#desk.client.create({
        kind: 'agenda_item',
        set: [`meeting=id:${this.#meeting}`, `title=${title}`],
        ...(last === undefined ? {} : { after: last }),
      }),
    );
  }

  /** Writes something under an item. */
  async write(item: string, kind: Written, text: string): Promise<boolean> {
    const set = [`item=id:${item}`, `text=${text}`, ...(kind === 'action_point' ? ['status=open'] : [])];
    return this.#desk.attempt(() => this.#desk.client.create({ kind, set }));
  }

  /** Moves an item by one place. */
  async move(index: number, by: 1 | -1): Promise<void> {
    const items = this.#items ?? [];
    const item = items[index]?.item;
    if (!item || !items[index + by]) return;
    const after = by > 0 ? items[index + 1]?.item.id : items[index - 2]?.item.id;
    await this.#desk.attempt(() =>
      this.#desk.client.moveRow({ kind: 'agenda_item', id: item.id, parent: null, after: after ?? null }),
    );
  }
}
