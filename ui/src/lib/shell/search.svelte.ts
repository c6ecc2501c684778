import type { Desk } from '../desk/desk.svelte';
import type { SearchHit } from '../host/client';
import { type Command, commands, fits } from './commands';

/** A line of the search: something to do, or a record that was found. */
export type Line =
  | {
      type: 'command';
      id: string;
      section: 'go' | 'do' | 'filter';
      label: string;
      keys?: string;
      act: () => void;
    }
  | { type: 'record'; id: string; section: 'records'; hit: SearchHit };

const PAUSE_MS = 60;
const RECORDS = 12;
const GO_AT_REST = 9;

/** What the search field at the top finds: places, things to do, a filter for the list, and records. */
export class DeskSearch {
  #text = $state('');
  #hits = $state.raw<SearchHit[]>([]);
  #active = $state(0);
  #searching = $state(false);
  #asked = 0;
  #taken = false;
  #off: (() => void) | null = null;
  readonly #desk: Desk;
  readonly #commands: Command[];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#commands = commands(desk);
  }

  get text(): string {
    return this.#text;
  }
  get active(): number {
    return Math.min(this.#active, Math.max(0, this.lines.length - 1));
  }
  /** Whether the search ended by going somewhere. */
  get taken(): boolean {
    return this.#taken;
  }
  /** Whether what was typed last is not answered yet. */
  get searching(): boolean {
    return this.#searching;
  }
  /** Whether the newest question was answered and nothing fits. */
  get nothing(): boolean {
    return this.#text.trim() !== '' && !this.#searching && this.lines.length === 0;
  }

  get lines(): Line[] {
    const query = this.#text.trim();
    const fitting = this.#commands.filter(({ label }) => query === '' || fits(label, query));
    const as = ({ id, section, label, keys, act }: Command): Line => ({
      type: 'command',
      id,
      section,
      label,
      act,
      ...(keys === undefined ? {} : { keys }),
    });
    const go = fitting.filter(({ section }) => section === 'go').slice(0, GO_AT_REST);
    const acts = fitting.filter(({ section }) => section === 'do');
    const filter = this.#desk.filterHere;
    return [
      ...go.map(as),
      ...this.#hits.map((hit): Line => ({ type: 'record', id: hit.id, section: 'records', hit })),
      ...(query !== '' && filter
        ? [
            {
              type: 'command' as const,
              id: 'filter',
              section: 'filter' as const,
              label: this.#desk.m.t('search-filter', { text: query }),
              act: () => filter(query),
            },
          ]
        : []),
      ...acts.map(as),
    ];
  }

  type(text: string): void {
    this.#text = text;
    this.#active = 0;
    this.#off?.();
    const asked = ++this.#asked;
    const query = text.trim();
    if (query === '') {
      this.#hits = [];
      this.#searching = false;
      return;
    }
    this.#searching = true;
    this.#off = this.#desk.after(PAUSE_MS, () => {
      this.#desk.client.search({ text: query, limit: RECORDS }).then(
        ({ rows }) => {
          if (asked !== this.#asked) return;
          this.#hits = rows;
          this.#searching = false;
        },
        () => {
          if (asked === this.#asked) this.#searching = false;
        },
      );
    });
  }

  mark(index: number): void {
    this.#active = index;
  }

  move(step: number): void {
    const count = this.lines.length;
    if (count > 0) this.#active = (this.active + step + count) % count;
  }

  /** Does what the marked line stands for; `page` opens a record's page instead of the record beside. */
  take(index: number, page: boolean): void {
    const line = this.lines[index];
    if (!line) return;
    this.#taken = line.type === 'record' || line.section === 'go';
    this.#desk.overlay = null;
    if (line.type === 'command') line.act();
    else {
      const key = { kind: line.hit.table, id: line.hit.id };
      if (page) this.#desk.router.openPage(key);
      else this.#desk.router.openInList(key);
    }
  }
}
