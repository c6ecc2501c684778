/**
 * The commands of the core, typed by hand until the generated client takes this file's place.
 *
 * Names and shapes are those of the host door; records keep the field names of the command line contract.
 */
import { HostError, type Host, type HostEvents } from './host';

/** Points at a record; `role` is there where the link has one. */
export interface Ref {
  id: string;
  table: string;
  label: string;
  role?: string | null;
}

/** A text by language tag. */
export type Text = Record<string, string>;

/** A time kept as it was written, with what was understood of it. */
export interface Vague {
  text: string;
  edtf: string | null;
  first: string | null;
  last: string | null;
  precision: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'open' | 'unknown';
}

/** An amount with its currency. */
export interface Money {
  amount: number | string | null;
  currency: string | null;
}

export type Standing = 'published' | 'inferred' | 'unconfirmed' | 'own';

/** Where a fact comes from. */
export interface Provenance {
  address: string | null;
  retrieved: string | null;
  standing: Standing;
}

/** A record: the members every kind has, and its fields by name. */
export interface Row {
  id: string;
  table: string;
  life: 'live' | 'deleted' | 'proposed';
  label: string;
  provenance: Provenance | null;
  contested: string[];
  /** Fields that were changed here since the publication. */
  own: string[];
  /** Depth in the tree, on rows of a tree kind listed in planned order. */
  depth?: number;
  hasChildren?: boolean;
  [field: string]: unknown;
}

export type FieldType =
  | 'text'
  | 'plain'
  | 'integer'
  | 'flag'
  | 'date'
  | 'moment'
  | 'vague'
  | 'code'
  | 'reference'
  | 'references'
  | 'words'
  | 'money'
  | 'position'
  | 'provenance';

export interface FieldDescription {
  name: string;
  type: FieldType;
  vocabulary: string | null;
  /** Vocabulary of the role a link carries. */
  roles: string | null;
  /** Kinds a reference may point at. */
  targets: string[];
  personal: boolean;
  computed: boolean;
}

export interface KindDescription {
  name: string;
  table: string;
  plural: string;
  readOnly: boolean;
  tree: boolean;
  fields: FieldDescription[];
}

export interface Description {
  kinds: KindDescription[];
  vocabularies: Record<string, { codes: string[]; open: boolean }>;
}

export interface AppState {
  store: 'none' | 'open' | 'read_only';
  practice: boolean;
  network: string | null;
  person: Ref | null;
  organisation: Ref | null;
  role: string | null;
  site: string | null;
  language: 'en' | 'fr' | 'es';
  unshared: number;
  toSettle: number;
  undo: string | null;
  redo: string | null;
}

export interface FirstStartArgs {
  choice: 'published' | 'empty' | 'practise';
  name?: string;
  organisation?: string;
  role?: string;
  coLeadOf?: string[];
}

export interface ListArgs {
  kind: string;
  where?: string[];
  sort?: string[];
  columns?: string[] | null;
  offset: number;
  limit: number;
  deleted?: boolean;
  on?: string;
  known?: string;
}

export interface Listing {
  table: string;
  total: number;
  rows: Row[];
}

export interface GroupCount {
  key: string | null;
  label: string;
  count: number;
  counts: Record<string, number>;
}

export interface HistoryChange {
  record: Ref;
  field: string;
  old: unknown;
  new: unknown;
}

export interface HistoryRow {
  txn: string;
  site: string | null;
  person: string | null;
  time: string;
  origin: string;
  reason: string | null;
  undone: boolean;
  changes: HistoryChange[];
  /** Number of changes in the transaction; `changes` may hold only the first of them. */
  total: number;
}

export interface SourceRow {
  field: string | null;
  address: string | null;
  retrieved: string | null;
  standing: Standing;
  note: string | null;
}

export interface LinkRows {
  kind: string;
  field: string;
  total: number;
  rows: Ref[];
}

export interface Shown {
  record: Row;
  rows: HistoryRow[];
  sources: SourceRow[];
  links: LinkRows[];
}

export interface FieldChange {
  field: string;
  old: unknown;
  new: unknown;
}

export interface Edited {
  txn: string | null;
  record: Row;
  rows: FieldChange[];
}

export interface BlockCell {
  id: string;
  set: string;
}

export interface BlockResult {
  id: string;
  field: string;
  result: 'changed' | 'unchanged' | 'refused';
  code: string | null;
  params: Record<string, string | number>;
}

export interface EditedBlock {
  txn: string | null;
  rows: BlockResult[];
}

export interface Undone {
  txn: string | null;
  undone: string | null;
  label: string | null;
  rows: { record: Ref; field: string; done: boolean; why: string | null }[];
}

export interface SearchHit {
  id: string;
  table: string;
  label: string;
  field: string;
  /** Words that matched stand in double square brackets. */
  snippet: string;
  rank: number;
}

export interface GroupRef extends Ref {
  number: number | null;
  code: string | null;
  kind: string;
}

export interface OverviewRow {
  group: GroupRef;
  activities: Record<string, number>;
  overdue: number;
  due_30: number;
  due_60: number;
  due_90: number;
  co_leads: Ref[];
  members: number;
}

export interface Overview {
  network: string | null;
  as_of: string;
  unshared: number;
  to_settle: number;
  rows: OverviewRow[];
  overdue: Row[];
  due: Row[];
  meetings: Row[];
  unknown: { no_co_lead: number; no_status: number; no_name: number; no_number: number };
}

export interface MatrixCell {
  id: string;
  role: string;
  from: Vague | null;
  to: Vague | null;
  state: string | null;
  standing: Standing | null;
}

export interface MatrixRow {
  organisation: Ref & { category: string | null };
  cells: Record<string, MatrixCell | null>;
  total: number;
}

export interface Matrix {
  total: number;
  columns: (Ref & { number: number | null; kind: string })[];
  rows: MatrixRow[];
  totals: Record<string, number>;
}

export interface Draft {
  kind: string;
  id: string;
  field: string;
  text: string;
  at: string;
}

/** Asks the core with typed arguments and answers. */
export class Client {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async #ask<T>(command: string, args: object = {}): Promise<T> {
    try {
      return (await this.#host.call(command, args as Record<string, unknown>)) as T;
    } catch (cause) {
      throw HostError.from(cause);
    }
  }

  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void {
    return this.#host.on(event, listener);
  }

  appState(): Promise<AppState> {
    return this.#ask('app_state');
  }
  firstStart(args: FirstStartArgs): Promise<AppState> {
    return this.#ask('first_start', args);
  }
  setLanguage(language: AppState['language']): Promise<AppState> {
    return this.#ask('set_language', { language });
  }
  setPerson(args: Omit<FirstStartArgs, 'choice'> & { name: string }): Promise<AppState> {
    return this.#ask('set_person', args);
  }
  describe(): Promise<Description> {
    return this.#ask('describe');
  }
  list(args: ListArgs): Promise<Listing> {
    return this.#ask('list', { where: [], sort: [], columns: null, ...args });
  }
  groups(kind: string, by: string, where: string[] = []): Promise<{ rows: GroupCount[] }> {
    return this.#ask('groups', { kind, where, by });
  }
  show(kind: string, id: string): Promise<Shown> {
    return this.#ask('show', { kind, id });
  }
  edit(kind: string, id: string, set: string[], seen?: Record<string, string>): Promise<Edited> {
    return this.#ask('edit', seen === undefined ? { kind, id, set } : { kind, id, set, seen });
  }
  editBlock(kind: string, cells: BlockCell[]): Promise<EditedBlock> {
    return this.#ask('edit_block', { kind, cells });
  }
  create(
    kind: string,
    set: string[],
    place: { parent?: string; after?: string } = {},
  ): Promise<{ txn: string; record: Row }> {
    return this.#ask('create', { kind, set, ...place });
  }
  remove(kind: string, ids: string[]): Promise<{ txn: string | null; removed: number }> {
    return this.#ask('remove', { kind, ids });
  }
  restore(kind: string, ids: string[]): Promise<{ txn: string | null }> {
    return this.#ask('restore', { kind, ids });
  }
  moveRow(
    kind: string,
    id: string,
    parent: string | null,
    after: string | null,
  ): Promise<{ txn: string | null; record: Row }> {
    return this.#ask('move_row', { kind, id, parent, after });
  }
  undo(txn?: string): Promise<Undone> {
    return this.#ask('undo', txn === undefined ? {} : { txn });
  }
  redo(): Promise<Undone> {
    return this.#ask('redo');
  }
  search(text: string, kinds?: string[], limit = 20): Promise<{ rows: SearchHit[] }> {
    return this.#ask('search', kinds === undefined ? { text, limit } : { text, kinds, limit });
  }
  history(args: {
    kind?: string;
    id?: string;
    limit: number;
    before?: string;
  }): Promise<{ rows: HistoryRow[] }> {
    return this.#ask('history', args);
  }
  overview(): Promise<Overview> {
    return this.#ask('overview');
  }
  matrix(args: {
    groups: string[] | null;
    where: string[];
    offset: number;
    limit: number;
    on?: string;
  }): Promise<Matrix> {
    return this.#ask('matrix', args);
  }
  setRole(args: {
    organisation: string;
    group: string;
    role: string | null;
    from?: string;
    to?: string;
  }): Promise<{ txn: string | null; record: Row | null }> {
    return this.#ask('set_role', args);
  }
  readVague(text: string): Promise<Vague> {
    return this.#ask('read_vague', { text });
  }
  draftPut(kind: string, id: string, field: string, text: string): Promise<unknown> {
    return this.#ask('draft_put', { kind, id, field, text });
  }
  draftClear(kind: string, id: string, field: string): Promise<unknown> {
    return this.#ask('draft_clear', { kind, id, field });
  }
  drafts(): Promise<{ rows: Draft[] }> {
    return this.#ask('drafts');
  }
}
