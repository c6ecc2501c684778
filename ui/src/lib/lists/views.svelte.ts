import type { Desk } from '../desk/desk.svelte';
import type { Row } from '../host/client';
import { writtenName } from './assign';
import { type Definition, readDefinition, writeDefinition } from './definition';

/** Something of a saved view that is not known here. */
export interface LeftOut {
  part: 'where' | 'sort' | 'group' | 'columns' | 'view' | 'all';
  /** How the view says it. */
  text: string;
}

/** What saved views are views of: a list, or another way of showing the records of a place. */
export interface Viewed {
  /** Under which name its views are kept; the same on every laptop. */
  readonly place: string;
  readonly kind: string;
  /** What it shows now. */
  readonly shownAs: Definition;
  /** Tells what a view says that is not known here. */
  leftOf(definition: Definition): Promise<LeftOut[]>;
  /** Shows what a view says, as far as it is known here; answers what is not. */
  showAs(definition: Definition): Promise<LeftOut[]>;
  /** Shows what is shown where nothing was chosen. */
  showPlain(): Promise<void>;
}

export interface SavedView {
  id: string;
  name: string;
  definition: string;
  row: Row;
}

/** What is remembered of the views of a place on this laptop. */
interface KeptViews {
  chosen: string | null;
  /** What it said when it was chosen. */
  text: string;
  /** What was shown of it then, to tell whether that was changed since. */
  base: string;
  /** The view a place begins with. */
  first: string | null;
}

const MOST = 200;
const NOTHING = { chosen: null, text: '', base: '' };
/** The places that were shown since the program began: only then does a place begin with a view. */
const begun = new WeakMap<Desk, Set<string>>();

/** What is shown, with what of a view could not be. */
function withLeft(shown: Definition, before: Definition, left: readonly LeftOut[]): Definition {
  const of = (part: LeftOut['part']): string[] =>
    left.filter((one) => one.part === part).map(({ text }) => text);
  return {
    view: of('view')[0] ?? shown.view,
    where: [...shown.where, ...of('where')],
    sort: [...shown.sort, ...of('sort')],
    group: shown.group ?? of('group')[0] ?? null,
    columns: [...shown.columns, ...before.columns.filter(({ key }) => of('columns').includes(key))],
  };
}

/** The saved views of a place: records like others, which travel with them. */
export class Views {
  rows = $state.raw<SavedView[]>([]);
  /** What the chosen view says that is not known here, until the reader has seen it. */
  left = $state.raw<LeftOut[]>([]);
  #kept = $state.raw<KeptViews>({ chosen: null, text: '', base: '', first: null });
  readonly #desk: Desk;
  readonly #of: Viewed;
  readonly #off: () => void;

  constructor(desk: Desk, of: Viewed) {
    this.#desk = desk;
    this.#of = of;
    const kept = desk.kept.get(this.#key);
    if (typeof kept === 'object' && kept !== null) this.#kept = { ...this.#kept, ...kept };
    this.#off = desk.watch(['saved_view'], () => void this.load());
  }

  get #key(): string {
    return `views:${this.#of.place}`;
  }

  /** Reads the views; the first time since the program began, the place begins with the one it is to begin with. */
  async begin({ filtered = false }: { filtered?: boolean } = {}): Promise<void> {
    const seen = begun.get(this.#desk) ?? new Set();
    begun.set(this.#desk, seen);
    const early = !seen.has(this.#of.place);
    seen.add(this.#of.place);
    await this.load();
    const { first } = this.#kept;
    if (early && !filtered && first !== null && this.rows.some(({ id }) => id === first)) {
      await this.choose(first);
    }
  }

  async load(): Promise<void> {
    const { m, client } = this.#desk;
    const asked = {
      kind: 'saved_view',
      where: [`place_name=${this.#of.place}`],
      sort: ['label'],
      columns: ['name', 'definition', 'person'],
      offset: 0,
      limit: MOST,
    };
    // Without its views a list is as good as before.
    const page = await client.list(asked).catch(() => null);
    if (!page) return;
    this.rows = page.rows.map((row) => ({
      id: row.id,
      name: m.text(row['name'])?.text ?? row.label,
      definition: typeof row['definition'] === 'string' ? row['definition'] : '',
      row,
    }));
    const { chosen, first } = this.#kept;
    const there = (id: string | null): boolean => this.rows.some((one) => one.id === id);
    if (chosen !== null && !there(chosen)) this.#keep(NOTHING);
    if (first !== null && !there(first)) this.#keep({ first: null });
    // Whoever looks at a view goes along with it when somebody else changes it, but not with own changes in hand.
    const now = this.chosen;
    if (now && now.definition !== this.#kept.text && !this.changed) await this.choose(now.id);
  }

  /** Lets go of the desk. */
  end(): void {
    this.#off();
  }

  get chosen(): SavedView | null {
    return this.rows.find(({ id }) => id === this.#kept.chosen) ?? null;
  }

  /** The view the place begins with on this laptop. */
  get first(): SavedView | null {
    return this.rows.find(({ id }) => id === this.#kept.first) ?? null;
  }

  /** Whether something else is shown than the chosen view says. */
  get changed(): boolean {
    return this.chosen !== null && writeDefinition(this.#of.shownAs) !== this.#kept.base;
  }

  /** Shows a view; what of it is not known here is left out and said. */
  async choose(id: string | null): Promise<void> {
    const view = this.rows.find((one) => one.id === id);
    if (!view) {
      this.left = [];
      await this.#of.showPlain();
      this.#keep(NOTHING);
      return;
    }
    const read = readDefinition(view.definition);
    this.left = read ? await this.#of.showAs(read.definition) : [{ part: 'all', text: '' }];
    this.#take(view.id, view.definition);
  }

  /** Remembers a view as the one that is shown, as it is shown now. */
  #take(chosen: string, text: string): void {
    this.#keep({ chosen, text, base: writeDefinition(this.#of.shownAs) });
  }

  /** Saves what is shown under a name; answers whether it was. */
  async saveAs(name: string): Promise<boolean> {
    const { client, m, state } = this.#desk;
    const field = this.#desk.fieldOf('saved_view', 'name');
    const written = field ? writtenName(field, null, m) : 'name';
    const definition = writeDefinition(this.#of.shownAs);
    return this.#desk.attempt(async () => {
      const { record } = await client.create({
        kind: 'saved_view',
        set: [
          `${written}=${name}`,
          `place_name=${this.#of.place}`,
          `definition=${definition}`,
          ...(state.person ? [`person=id:${state.person.id}`] : []),
        ],
      });
      this.left = [];
      this.#take(record.id, definition);
      await this.load();
      this.#say('view-saved', name);
    });
  }

  /** Saves what is shown in the chosen view; what another build wrote into it stays. */
  async update(): Promise<boolean> {
    const view = this.chosen;
    if (!view) return false;
    const read = readDefinition(view.definition);
    const left = read ? await this.#of.leftOf(read.definition) : [];
    const shown = this.#of.shownAs;
    const definition = writeDefinition(read ? withLeft(shown, read.definition, left) : shown, read?.rest);
    return this.#set(view, `definition=${definition}`, 'view-saved', view.name, () =>
      this.#take(view.id, definition),
    );
  }

  async rename(name: string): Promise<boolean> {
    const view = this.chosen;
    const field = this.#desk.fieldOf('saved_view', 'name');
    if (!view || !field) return false;
    return this.#set(view, `${writtenName(field, view.row, this.#desk.m)}=${name}`, 'view-renamed', name);
  }

  async remove(): Promise<boolean> {
    const view = this.chosen;
    if (!view) return false;
    return this.#desk.attempt(async () => {
      await this.#desk.client.remove({ kind: 'saved_view', ids: [view.id] });
      await this.load();
      this.#say('view-removed', view.name);
    });
  }

  /** Makes the chosen view the one the place begins with, or none of them. */
  beginWith(id: string | null): void {
    this.#keep({ first: id });
  }

  async #set(
    view: SavedView,
    set: string,
    message: string,
    name: string,
    then?: () => void,
  ): Promise<boolean> {
    return this.#desk.attempt(async () => {
      await this.#desk.client.edit({ kind: 'saved_view', id: view.id, set: [set] });
      then?.();
      await this.load();
      this.#say(message, name);
    });
  }

  #say(message: string, name: string): void {
    this.#desk.toasts.show({ message, args: { name }, action: this.#desk.undoAction() });
  }

  #keep(part: Partial<KeptViews>): void {
    this.#kept = { ...this.#kept, ...part };
    this.#desk.kept.set(this.#key, this.#kept);
  }
}
