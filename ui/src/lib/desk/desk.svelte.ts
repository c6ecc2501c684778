import { createContext } from 'svelte';
import {
  type AppState,
  Client,
  type Description,
  type Draft,
  type Fault,
  type FieldDescription,
  type FirstStartArgs,
  type SetPersonArgs,
  type KindDescription,
  type Ref,
  type Undone,
} from '../host/client';
import { sayField } from '../history/changes';
import { sayError, type SaidError } from '../host/errors';
import { HostError, type ErrorBody, type Host } from '../host/host';
import { inOrder } from '../host/ordered';
import { knownLanguage, type Language } from '../i18n/language';
import type { Messages } from '../i18n/messages.svelte';
import type { Kept } from './kept';
import type { Condition } from '../lists/conditions';
import type { PlaceName } from './places';
import { Router } from './router.svelte';
import { type After, Toasts } from './toasts.svelte';

/** What lies over the window. */
export type Overlay = 'search' | 'keys' | 'settings' | null;

/** A question that must be answered before something is removed, or done that may not be meant. */
export interface Question {
  title: string;
  text: string;
  act: string;
  run: () => void;
  /** Whether nothing is removed by it. */
  harmless?: boolean;
  /** What else can be done. */
  other?: { act: string; run: () => void };
  /** Called when it is left without an answer. */
  leave?: () => void;
}

/** Goes to the record before or after the open one in the list it was taken from. */
export interface Neighbours {
  previous(): void;
  next(): void;
}

/** Hears that records changed: which ones, null for many, and whether another program or laptop changed them. */
type Watcher = (ids: string[] | null, elsewhere: boolean) => void;

export interface DeskParts {
  host: Host;
  messages: Messages;
  kept: Kept;
  after: After;
  /** Tells the time; passed in so that tests decide it. */
  now: () => Date;
}

const REFRESH_MS = 60;

/** The window's own state: what the core says of the store, where the window is, and what lies over it. */
export class Desk {
  readonly client: Client;
  readonly m: Messages;
  readonly kept: Kept;
  readonly router: Router;
  readonly toasts: Toasts;
  readonly after: After;
  readonly now: () => Date;

  #phase = $state<'starting' | 'first' | 'open' | 'failed'>('starting');
  #state = $state.raw<AppState | null>(null);
  #failure = $state.raw<ErrorBody | null>(null);
  #drafts = $state.raw<Draft[]>([]);
  #kinds = new Map<string, KindDescription>();
  #vocabularies: Description['vocabularies'] = {};
  #watchers = new Set<{ kinds: string[] | null; act: Watcher }>();
  #pending: (() => void) | null = null;
  #leaving = new Set<() => Promise<unknown>>();

  overlay = $state<Overlay>(null);
  question = $state.raw<Question | null>(null);
  /** Filters the list that is shown by a text; null where no list is. */
  filterHere = $state.raw<((text: string) => void) | null>(null);
  /** The list the open record was taken from, while that list is shown. */
  neighbours = $state.raw<Neighbours | null>(null);
  /** Whether single letters act in lists; can be turned off for people who speak to the machine. */
  #singleKeys = $state(true);

  constructor(parts: DeskParts) {
    this.client = new Client(inOrder(parts.host));
    this.m = parts.messages;
    this.kept = parts.kept;
    this.after = parts.after;
    this.now = parts.now;
    this.router = new Router(parts.kept);
    this.toasts = new Toasts(parts.after);
    this.#singleKeys = parts.kept.get('single-keys') !== false;
    this.client.on('changed', ({ kinds, ids, origin }) => this.#changed(kinds, ids, origin === 'elsewhere'));
  }

  get phase() {
    return this.#phase;
  }
  get state(): AppState {
    if (!this.#state) throw new Error('the state is asked for before the start');
    return this.#state;
  }
  get failure(): ErrorBody | null {
    return this.#failure;
  }
  /** Whether nothing can be changed: the file is only read, or it is shown as it was known on a day. */
  get readOnly(): boolean {
    return this.#state?.store === 'read_only' || Boolean(this.#state?.known);
  }
  /** Texts that were being typed when the program ended. */
  get drafts(): Draft[] {
    return this.#drafts;
  }
  get singleKeys(): boolean {
    return this.#singleKeys;
  }
  set singleKeys(on: boolean) {
    this.#singleKeys = on;
    this.kept.set('single-keys', on);
  }

  /** Asks the core what there is and shows the first place, or the first start. */
  async start(): Promise<void> {
    this.#phase = 'starting';
    this.#failure = null;
    try {
      const [state, description] = await Promise.all([this.client.appState(), this.client.describe()]);
      this.#kinds = new Map(description.kinds.map((kind) => [kind.name, kind]));
      this.#vocabularies = description.vocabularies;
      await this.m.use(knownLanguage(state.language));
      await this.#take(state);
    } catch (cause) {
      if (!this.m.has('app-name')) await this.m.use('en');
      this.#failure = HostError.from(cause).body;
      this.#phase = 'failed';
    }
  }

  /** Makes the store; the window stays at the first start until the person has said who they are. */
  async firstStart(choice: FirstStartArgs['choice']): Promise<void> {
    this.#state = await this.client.firstStart({ choice });
  }

  /** Leaves the first start for the first place; who is asked stays to be said where nobody was named. */
  async enter(): Promise<void> {
    await this.#take(this.state.asked ? this.state : await this.client.putOffPerson());
  }

  /** Goes from the practice network back to the network, or to the first start where there is none. */
  async leavePractice(): Promise<void> {
    await this.attempt(async () => {
      await Promise.all([...this.#leaving].map((act) => act()));
      const state = await this.client.leavePractice();
      this.router.closeRecord();
      this.router.goTo('overview');
      await this.#take(state);
      this.#tell(null, null);
    });
  }

  /** Shows everything as it was known on a day, ISO 8601, or as it is now. */
  async showKnown(day: string | null): Promise<void> {
    await this.attempt(async () => {
      await Promise.all([...this.#leaving].map((act) => act()));
      this.#state = await this.client.asKnown({ day });
      this.#tell(null, null, true);
    });
  }

  async setLanguage(language: Language): Promise<void> {
    await this.m.use(language);
    await this.attempt(async () => {
      this.#state = await this.client.setLanguage({ language });
    });
    this.#tell(null, null);
  }

  async setPerson(args: SetPersonArgs): Promise<void> {
    this.#state = await this.client.setPerson(args);
  }

  async #take(state: AppState): Promise<void> {
    this.#state = state;
    if (state.store === 'none' || !state.asked) {
      this.#phase = 'first';
      return;
    }
    this.#drafts = (await this.client.drafts()).rows;
    this.#phase = 'open';
  }

  kind(name: string): KindDescription | undefined {
    return this.#kinds.get(name);
  }
  fieldOf(kind: string, field: string): FieldDescription | undefined {
    return this.#kinds.get(kind)?.fields.find((one) => one.name === field);
  }
  codes(vocabulary: string | null): string[] {
    return (vocabulary && this.#vocabularies[vocabulary]?.codes) || [];
  }
  isOpen(vocabulary: string | null): boolean {
    return Boolean(vocabulary && this.#vocabularies[vocabulary]?.open);
  }

  /**
   * Calls `act` whenever records of these kinds (null: any) changed, until the returned function is called.
   *
   * Changes that come close together are told once.
   */
  watch(kinds: string[] | null, act: Watcher): () => void {
    const watcher = { kinds, act };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Loads now, and again whenever records of these kinds (null: any) changed, until the returned function is called. */
  follow(kinds: string[] | null, load: () => Promise<unknown>): () => void {
    const off = this.watch(kinds, () => void load());
    void load();
    return off;
  }

  #kindsChanged = new Set<string>();
  #idsChanged: Set<string> | null = new Set();
  #elsewhere = false;

  #changed(kinds: string[], ids: string[] | null, elsewhere: boolean): void {
    this.#elsewhere ||= elsewhere;
    for (const kind of kinds) this.#kindsChanged.add(kind);
    if (ids === null) this.#idsChanged = null;
    else for (const id of ids) this.#idsChanged?.add(id);
    this.#pending ??= this.after(REFRESH_MS, () => {
      this.#pending = null;
      const changed = this.#kindsChanged;
      const touched = this.#idsChanged ? [...this.#idsChanged] : null;
      this.#kindsChanged = new Set();
      this.#idsChanged = new Set();
      const from = this.#elsewhere;
      this.#elsewhere = false;
      this.#tell(changed, touched, from);
      void this.#refreshState();
    });
  }

  #tell(kinds: Set<string> | null, ids: string[] | null, elsewhere = false): void {
    for (const watcher of this.#watchers) {
      if (kinds === null || watcher.kinds === null || watcher.kinds.some((kind) => kinds.has(kind))) {
        watcher.act(ids, elsewhere);
      }
    }
  }

  async #refreshState(): Promise<void> {
    await this.attempt(async () => {
      this.#state = await this.client.appState();
    });
  }

  /** Asks again what stands around every page: what is shared does not show as a change. */
  async refresh(): Promise<void> {
    await this.#refreshState();
  }

  /** Runs something that asks the core; what is refused is said in a toast. Answers whether it was done. */
  async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (cause) {
      this.say(HostError.from(cause).body);
      return false;
    }
  }

  /** What a record is called; one without a name by its kind. */
  named({ table, label }: { table: string; label: string }): string {
    return label || this.m.t('record-unnamed', { kind: this.m.kind(table) });
  }

  /** Says what went wrong while nobody waited for it. */
  sayFault({ code, params }: Fault): SaidError {
    return sayError(this.m, {
      kind: 'failed',
      code,
      params,
      hint: null,
      candidates: [],
      field: null,
      row: null,
    });
  }

  /** Shows an error as a toast. */
  say(error: ErrorBody): void {
    const { text, hint } = sayError(this.m, error);
    this.toasts.show({ bad: true, message: 'said', args: { text }, hint });
  }

  /** Registers something that must be kept before an undo or a change of place: an edit not yet stored. */
  beforeLeaving(act: () => Promise<unknown>): () => void {
    this.#leaving.add(act);
    return () => this.#leaving.delete(act);
  }

  /** Takes back the last transaction or the one named, says so, and answers what became of each field. */
  async undo(txn?: string): Promise<Undone['rows']> {
    await Promise.all([...this.#leaving].map((act) => act()));
    let rows: Undone['rows'] = [];
    await this.#turn('undo', async () => {
      const answer = await this.client.undo(txn === undefined ? {} : { txn });
      rows = answer.rows;
      this.#sayTurned(answer, 'undo-done', 'undo-partly', {
        message: 'act-redo',
        keys: 'key-redo',
        act: () => void this.redo(),
      });
    });
    return rows;
  }

  async redo(): Promise<void> {
    await this.#turn('redo', async () => {
      const answer = await this.client.redo();
      this.#sayTurned(answer, 'redo-done', 'redo-partly', this.undoAction());
    });
  }

  /** Only the core knows whether there is anything: what was just done may not have been told yet. */
  async #turn(what: 'undo' | 'redo', act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      const { body } = HostError.from(cause);
      if (body.code === `nothing_to_${what}`) this.toasts.show({ message: `${what}-nothing` });
      else this.say(body);
    }
  }

  #sayTurned(answer: Undone, all: string, partly: string, action: NonNullable<ToastAction>): void {
    const left = answer.rows.filter((row) => !row.done).length;
    this.toasts.show({
      message: left > 0 ? partly : all,
      args: { what: this.#sayTurnedWhat(answer), left },
      action,
    });
  }

  /** What was undone: the field and whose, or how many; the label alone where several fields of a record were. */
  #sayTurnedWhat({ rows, label }: Undone): string {
    const { m } = this;
    const [first] = rows;
    if (!first) return label ?? '';
    const { table } = first.record;
    const name = this.named({ table, label: first.record.label || label || '' });
    if (rows.some(({ field }) => field !== first.field)) return name;
    const field = sayField(m, table, first.field);
    return rows.length === 1
      ? m.t('undo-what-one', { field, label: name })
      : m.t('undo-what-many', { field, count: rows.length });
  }

  /** The action that toasts about an edit offer. */
  undoAction(): NonNullable<ToastAction> {
    return { message: 'act-undo', keys: 'key-undo', act: () => void this.undo() };
  }

  /** Deletes records; asks first only where others hang on them. */
  async remove(kind: string, ids: string[], known: string): Promise<void> {
    const label = this.named({ table: kind, label: known });
    const go = async (): Promise<void> => {
      await this.attempt(async () => {
        const { removed } = await this.client.remove({ kind, ids });
        if (ids.includes(this.router.at.record?.id ?? '')) this.router.closeRecord();
        if (ids.includes(this.router.at.page?.id ?? '')) this.router.leavePage();
        this.toasts.show({
          message: 'removed',
          args: { count: removed, label },
          action: this.undoAction(),
        });
      });
    };
    let hanging = 0;
    const asked = await this.attempt(async () => {
      for (const id of ids) {
        const { links } = await this.client.show({ kind, id });
        for (const link of links) hanging += link.total;
      }
    });
    if (!asked) return;
    if (hanging === 0) return go();
    this.question = {
      title: this.m.t('remove-title', { count: ids.length, label }),
      text: this.m.t('remove-text', { links: hanging }),
      act: this.m.t('remove-act', { count: ids.length }),
      run: () => void go(),
    };
  }

  /** Takes a record apart from those it was joined with. */
  async unjoin({ id }: Ref): Promise<void> {
    await this.attempt(async () => {
      const { record } = await this.client.unjoin({ id });
      this.toasts.show({
        message: 'unjoined',
        args: { label: this.named(record) },
        action: this.undoAction(),
      });
    });
  }

  /** Creates a record and opens it beside the list. Answers its id, or null where it was refused. */
  async create(
    kind: string,
    set: string[],
    place: { parent?: string; after?: string } = {},
  ): Promise<string | null> {
    let id: string | null = null;
    await this.attempt(async () => {
      const { record } = await this.client.create({ kind, set, ...place });
      id = record.id;
      this.router.openRecord({ kind, id: record.id });
    });
    return id;
  }

  #settling: { id: string; field: string } | null = null;

  /** Goes to where a contested field of a record is settled. */
  settle(of: { id: string; field: string }): void {
    this.#settling = of;
    this.router.goTo('exchange', 'settle');
  }

  /** The field that was asked to be settled; asked for once. */
  takeSettling(): { id: string; field: string } | null {
    const settling = this.#settling;
    this.#settling = null;
    return settling;
  }

  #filter: { list: string; conditions: Condition[] } | null = null;

  /** Goes to a place and filters its list. */
  showFiltered(place: PlaceName, list: string, conditions: Condition[], view: string | null = null): void {
    this.#filter = { list, conditions };
    this.router.goTo(place, view);
  }

  /** The filter a list was asked to start with; asked for once. */
  takeFilter(list: string): Condition[] | null {
    if (this.#filter?.list !== list) return null;
    const { conditions } = this.#filter;
    this.#filter = null;
    return conditions;
  }

  /** Takes a draft as used: it was brought back into its editor or given up. */
  draftTaken(draft: Draft): void {
    this.#drafts = this.#drafts.filter((one) => one !== draft);
  }
}

type ToastAction = { message: string; keys: string | null; act: () => void } | null;

export const [useDesk, provideDesk] = createContext<Desk>();
