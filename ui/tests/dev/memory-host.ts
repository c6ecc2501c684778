import type {
  AppState,
  Draft,
  FieldDescription,
  GroupRef,
  HistoryRow,
  Provenance,
  Ref,
  Row,
  SearchHit,
} from '../../src/lib/host/client';
import type { Text } from '../../src/lib/i18n/text';
import { HostError, type Host, type HostEvents } from '../../src/lib/host/host';
import { DESCRIPTION } from './kinds';
import published from './published.json';
import { readVague } from './vague';

interface Stored {
  id: string;
  table: string;
  deleted?: boolean;
  provenance?: Provenance;
  sources?: string[];
  own?: string[];
  rank?: number;
  [field: string]: unknown;
}

interface Link {
  id: string;
  role?: string;
}

interface Transaction extends HistoryRow {
  before: Map<string, Stored | null>;
  after: Map<string, Stored>;
}

type Args = Record<string, unknown>;
type Changes = { record: string; field: string; old: unknown; new: unknown }[];

const DRAFTS = 'dev-drafts';

const refuse = (code: string, params: Record<string, string> = {}, field: string | null = null): HostError =>
  new HostError({ kind: 'refused', code, params, hint: null, candidates: [], field, row: null });

/** Answers the host door from memory so that the pages can be looked at without the core; tests only. */
export class MemoryHost implements Host {
  #records = new Map<string, Stored>();
  #log: Transaction[] = [];
  #undone: Transaction[] = [];
  #next = 1_000_000;
  #listeners = new Map<string, Set<(payload: never) => void>>();
  #state: AppState;

  constructor(start: 'none' | 'published' | 'empty' | 'large', language: AppState['language'] = 'en') {
    this.#state = {
      store: 'none',
      practice: false,
      network: null,
      person: null,
      organisation: null,
      role: null,
      site: null,
      asked: false,
      language,
      unshared: 0,
      toSettle: 0,
      undo: null,
      redo: null,
      readOnly: null,
      noBackup: null,
      known: null,
    };
    if (start !== 'none') {
      this.#open(start === 'empty' ? 'empty' : 'published');
      if (start === 'large') this.#grow();
    }
  }

  #open(choice: string): void {
    if (choice !== 'empty') {
      for (const record of published.records as unknown as Stored[]) {
        this.#records.set(record.id, structuredClone({ rank: this.#records.size, ...record }));
      }
      this.#log.push({
        txn: 'publication',
        site: 'publication',
        person: null,
        time: '2026-11-23T09:00:00Z',
        origin: 'publication',
        reason: null,
        undone: false,
        changes: [],
        total: this.#records.size * 6,
        before: new Map(),
        after: new Map(),
      });
    }
    this.#state = {
      ...this.#state,
      store: 'open',
      practice: choice === 'practise',
      network: 'unnm',
      site: '3f0c2a7e',
      asked: true,
      person: { id: 'me', table: 'person', label: 'A. Reader' },
      role: 'secretariat',
    };
  }

  // A network of the size the grid is measured with: activities of the published workstreams, many times over.
  #grow(): void {
    const of = this.#all('activity');
    for (let n = 0; this.#all('activity').length < 5000; n++) {
      const like = of[n % of.length]!;
      const copy: Stored = structuredClone({ ...like, id: this.#id(), order_label: `x${n}` });
      delete copy['parent'];
      copy.rank = this.#records.size;
      copy['status'] = DESCRIPTION.vocabularies['status']!.codes[n % 7];
      this.#records.set(copy.id, copy);
    }
  }

  #id(): string {
    return `00000000-0000-7000-8000-${(this.#next++).toString(16).padStart(12, '0')}`;
  }

  #all(table: string, deleted = false): Stored[] {
    return [...this.#records.values()].filter((r) => r.table === table && Boolean(r.deleted) === deleted);
  }

  #kind(name: unknown) {
    const kind = DESCRIPTION.kinds.find((one) => one.name === name);
    if (!kind) throw refuse('unknown_kind', { kind: String(name) });
    return kind;
  }

  #field(table: string, name: string): FieldDescription {
    const field = this.#kind(table).fields.find((one) => one.name === name);
    if (!field) throw refuse('unknown_field', { field: name }, name);
    return field;
  }

  #print(text: unknown): string {
    if (typeof text === 'string') return text;
    const by = (text ?? {}) as Text;
    return by[this.#state.language] ?? by['en'] ?? Object.values(by)[0] ?? '';
  }

  #label(record: Stored): string {
    const name = this.#print(record['title'] ?? record['name'] ?? record['text']);
    if (record.table === 'organisation') return (record['acronym'] as string) ?? name;
    if (['objective', 'principle', 'mandate'].includes(record.table)) return `${record['number']}. ${name}`;
    if (record.table === 'membership' || record.table === 'attendance') {
      return ['organisation', 'person', 'group']
        .map((f) => this.#records.get(record[f] as string))
        .filter((r) => r !== undefined)
        .map((r) => this.#label(r))
        .join(' · ');
    }
    if (record.table === 'funding') return (record['source'] as string) ?? '';
    if (record.table === 'country_facts') return this.#label(this.#records.get(record['place'] as string)!);
    return name;
  }

  #ref(id: string, role?: string): Ref | null {
    const record = this.#records.get(id);
    if (!record) return null;
    return { id, table: record.table, label: this.#label(record), ...(role ? { role } : {}) };
  }

  #links(value: unknown): Link[] {
    return ((value as (Link | string)[] | undefined) ?? []).map((one) =>
      typeof one === 'string' ? { id: one } : one,
    );
  }

  #row(record: Stored, extra: Partial<Row> = {}): Row {
    const row: Row = {
      id: record.id,
      table: record.table,
      life: record.deleted ? 'deleted' : 'live',
      label: this.#label(record),
      provenance: record.provenance ?? { address: null, retrieved: null, standing: 'own' },
      contested: [],
      own: record.own ?? [],
      ...extra,
    };
    for (const field of this.#kind(record.table).fields) {
      const value = record[field.name];
      if (field.type === 'text') {
        row[field.name] = value ?? null;
        row[`${field.name}_text`] = value ? this.#print(value) : null;
      } else if (field.type === 'reference') {
        row[field.name] = value ? this.#ref(value as string) : null;
      } else if (field.type === 'references') {
        row[field.name] = this.#links(value)
          .map((link) => this.#ref(link.id, link.role))
          .filter((ref) => ref !== null)
          .sort(
            (a, b) =>
              (a.role ?? '').localeCompare(b.role ?? '') ||
              a.label.localeCompare(b.label, 'en', { numeric: true }),
          );
      } else if (field.type === 'vague') {
        row[field.name] = value ? readVague(value as string) : null;
      } else if (field.type === 'words') {
        row[field.name] = value ?? [];
      } else {
        row[field.name] =
          value ?? (field.vocabulary === 'status' && record.table === 'activity' ? 'unknown' : null);
      }
    }
    return row;
  }

  #matches(record: Stored, where: string): boolean {
    const m = /^([\w.]+)(!=|<=|>=|=|~|<|>)(.*)$/s.exec(where);
    if (!m) throw refuse('bad_where', { where });
    const [, path = '', op = '', wanted = ''] = m;
    const [head = '', ...rest] = path.split('.');
    const value = head === 'id' ? record.id : record[head];
    if (rest.length > 0) {
      const target = this.#records.get(value as string);
      return target !== undefined && this.#matches(target, `${rest.join('.')}${op}${wanted}`);
    }
    const field = head === 'id' || head === 'label' ? null : this.#field(record.table, head);
    const values: string[] =
      head === 'label'
        ? [this.#label(record)]
        : value === undefined
          ? field?.vocabulary === 'status'
            ? ['unknown']
            : []
          : field?.type === 'references'
            ? this.#links(value).map((link) => link.id)
            : field?.type === 'text'
              ? [this.#print(value)]
              : field?.type === 'words'
                ? (value as string[])
                : [String(value)];
    if (op === '~') {
      const names = field?.targets.length ? values.map((id) => this.#ref(id)?.label ?? '') : values;
      return names.some((one) => one.toLowerCase().includes(wanted.toLowerCase()));
    }
    if (op === '=' || op === '!=') {
      const hit =
        wanted === ''
          ? values.length === 0
          : wanted.split('|').some((one) => values.includes(one.replace(/^id:/, '')));
      return op === '=' ? hit : !hit;
    }
    const first = values[0];
    if (first === undefined) return false;
    const edge = field?.type === 'vague' ? (readVague(first).last ?? '') : first;
    if (op === '<') return edge < wanted;
    if (op === '<=') return edge <= wanted;
    if (op === '>') return edge > wanted;
    return edge >= wanted;
  }

  #select(kind: string, where: string[], deleted = false): Stored[] {
    return this.#all(kind, deleted).filter((record) => where.every((one) => this.#matches(record, one)));
  }

  #planned(records: Stored[]): { record: Stored; depth: number; hasChildren: boolean }[] {
    const groups = this.#all('group');
    const rank = new Map(groups.map((group, at) => [group.id, at]));
    const place = (r: Stored): number => (r['position'] as number) ?? r.rank ?? 0;
    const sorted = [...records].sort(
      (a, b) =>
        (rank.get(a['group'] as string) ?? 999) - (rank.get(b['group'] as string) ?? 999) ||
        place(a) - place(b),
    );
    const held = new Set(sorted.map((r) => r.id));
    const children = new Map<string, Stored[]>();
    const roots: Stored[] = [];
    for (const record of sorted) {
      const parent = record['parent'] as string | undefined;
      if (parent && held.has(parent)) children.set(parent, [...(children.get(parent) ?? []), record]);
      else roots.push(record);
    }
    const out: { record: Stored; depth: number; hasChildren: boolean }[] = [];
    const visit = (record: Stored, depth: number): void => {
      const under = children.get(record.id) ?? [];
      out.push({ record, depth, hasChildren: under.length > 0 });
      for (const child of under) visit(child, depth + 1);
    };
    for (const root of roots) visit(root, 0);
    return out;
  }

  #sorted(
    kind: string,
    records: Stored[],
    sort: string[],
  ): { record: Stored; depth?: number; hasChildren?: boolean }[] {
    if (sort.includes('order') && kind === 'activity') return this.#planned(records);
    const keyed = records.map((record) => ({
      record,
      keys: (sort.length ? sort : ['label']).map((one) => {
        const name = one.replace(/^-/, '');
        if (name === 'label' || name === 'order') return this.#label(record);
        if (name === 'position')
          return String((record['position'] as number) ?? record.rank ?? 0).padStart(12, '0');
        const field = this.#field(record.table, name);
        const value = record[name];
        if (value === undefined || value === null) return null;
        if (field.type === 'text') return this.#print(value);
        if (field.type === 'vague') return readVague(value as string).first;
        if (field.type === 'code')
          return String(DESCRIPTION.vocabularies[field.vocabulary!]!.codes.indexOf(value as string)).padStart(
            3,
            '0',
          );
        if (field.type === 'reference') return this.#ref(value as string)?.label ?? null;
        if (field.type === 'references') return this.#ref(this.#links(value)[0]?.id ?? '')?.label ?? null;
        return String(value);
      }),
    }));
    keyed.sort((a, b) => {
      for (let at = 0; at < a.keys.length; at++) {
        const x = a.keys[at];
        const y = b.keys[at];
        if (x === y) continue;
        // What is not known comes last in both directions.
        if (x === null || x === undefined) return 1;
        if (y === null || y === undefined) return -1;
        const by = x.localeCompare(y, this.#state.language, { numeric: true });
        if (by !== 0) return sort[at]?.startsWith('-') ? -by : by;
      }
      return this.#label(a.record).localeCompare(this.#label(b.record));
    });
    return keyed;
  }

  #assign(record: Stored, set: string): { field: string; old: unknown; new: unknown } {
    const m = /^([\w]+)(?:\.([\w-]+))?(\+=|-=|=)(.*)$/s.exec(set);
    if (!m) throw refuse('bad_assignment', { set });
    const [, name = '', language, op = '', value = ''] = m;
    const field = this.#field(record.table, name);
    const old = structuredClone(record[name]);
    const id = (text: string): string => {
      const wanted = text.trim().replace(/^id:/, '');
      const hit =
        this.#records.get(wanted) ??
        field.targets
          .flatMap((target) => this.#all(target))
          .find(
            (r) =>
              this.#label(r).toLowerCase() === wanted.toLowerCase() ||
              this.#print(r['name'] ?? r['title']).toLowerCase() === wanted.toLowerCase() ||
              String(r['number']) === wanted,
          );
      if (!hit) throw refuse('no_such_record', { value: wanted }, name);
      return hit.id;
    };
    if (op === '=' && value === '' && !language) delete record[name];
    else if (field.type === 'text') {
      const texts = { ...((record[name] as Text | undefined) ?? {}) };
      if (value === '') delete texts[language ?? 'en'];
      else texts[language ?? 'en'] = value;
      record[name] = texts;
    } else if (field.type === 'references') {
      const links = this.#links(record[name]);
      const parse = (text: string): Link => {
        const r = /^(.*):(\w+)$/s.exec(text);
        const role =
          field.roles && r && DESCRIPTION.vocabularies[field.roles]?.codes.includes(r[2]!) ? r[2] : undefined;
        return role ? { id: id(r![1]!), role } : { id: id(text) };
      };
      if (op === '=') record[name] = value.split(',').map(parse);
      else {
        const link = parse(value);
        const rest = links.filter(
          (one) => one.id !== link.id || (link.role !== undefined && one.role !== link.role),
        );
        record[name] = op === '+=' ? [...rest, link] : rest;
      }
    } else if (field.type === 'words') {
      const words = (record[name] as string[] | undefined) ?? [];
      record[name] =
        op === '+='
          ? [...words, value]
          : op === '-='
            ? words.filter((w) => w !== value)
            : value.split(',').map((w) => w.trim());
    } else if (field.type === 'reference') record[name] = id(value);
    else if (field.type === 'integer') {
      if (!/^-?\d+$/.test(value)) throw refuse('not_an_integer', { value }, name);
      record[name] = Number(value);
    } else if (field.type === 'money') record[name] = Number(value);
    else if (field.type === 'code') {
      const list = DESCRIPTION.vocabularies[field.vocabulary!]!;
      const code = value.toLowerCase().replace(/[ -]/g, '_');
      if (!list.open && !list.codes.includes(code))
        throw refuse('unknown_code', { value, field: name }, name);
      record[name] = code;
    } else if (field.type === 'date' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(value))
      throw refuse('not_a_date', { value }, name);
    else record[name] = value;
    record.own = [...new Set([...(record.own ?? []), name])];
    return { field: name, old: old ?? null, new: record[name] ?? null };
  }

  #commit(
    ids: string[],
    act: () => { record: string; field: string; old: unknown; new: unknown }[],
    origin = 'typed',
  ): { txn: string; rows: { record: string; field: string; old: unknown; new: unknown }[] } {
    const before = new Map<string, Stored | null>(
      ids.map((id) => [id, structuredClone(this.#records.get(id) ?? null)]),
    );
    let rows;
    try {
      rows = act();
    } catch (error) {
      for (const [id, was] of before) if (was) this.#records.set(id, was);
      throw error;
    }
    const touched = new Set([...ids, ...rows.map((row) => row.record)]);
    for (const id of touched) if (!before.has(id)) before.set(id, null);
    const shown = (field: string, table: string, value: unknown): unknown => {
      const type = DESCRIPTION.kinds
        .find((k) => k.name === table)
        ?.fields.find((f) => f.name === field)?.type;
      if (type === 'reference') return value ? this.#ref(value as string) : null;
      if (type === 'references') return this.#links(value).map((link) => this.#ref(link.id, link.role));
      if (type === 'vague') return value ? readVague(value as string) : null;
      return value;
    };
    const transaction: Transaction = {
      txn: this.#id(),
      site: this.#state.site,
      person: this.#state.person,
      time: new Date().toISOString(),
      origin,
      reason: null,
      undone: false,
      changes: rows.map((row) => {
        const table = this.#records.get(row.record)?.table ?? '';
        return {
          record: this.#ref(row.record) ?? { id: row.record, table, label: '' },
          field: row.field,
          old: shown(row.field, table, row.old),
          new: shown(row.field, table, row.new),
        };
      }),
      total: rows.length,
      before,
      after: new Map([...touched].map((id) => [id, structuredClone(this.#records.get(id)!)])),
    };
    this.#log.push(transaction);
    this.#undone = [];
    this.#tell(transaction);
    return { txn: transaction.txn, rows };
  }

  #tell(transaction: Transaction): void {
    const ids = [...transaction.before.keys()];
    const kinds = [...new Set(ids.map((id) => this.#records.get(id)?.table ?? ''))];
    this.#state = {
      ...this.#state,
      unshared: this.#log.filter((t) => t.origin !== 'publication').length,
      ...this.#steps(),
    };
    queueMicrotask(() => this.#emit('changed', { kinds, ids, origin: 'typed' }));
  }

  #steps(): { undo: string | null; redo: string | null } {
    const last = this.#log
      .filter((t) => t.origin !== 'publication' && t.origin !== 'undo' && !t.undone)
      .at(-1);
    const name = (t: Transaction | undefined): string | null =>
      t ? (t.changes[0]?.record.label ?? t.origin) : null;
    return { undo: name(last), redo: name(this.#undone.at(-1)) };
  }

  #emit<E extends keyof HostEvents>(event: E, payload: HostEvents[E]): void {
    for (const listener of this.#listeners.get(event) ?? [])
      (listener as (p: HostEvents[E]) => void)(payload);
  }

  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  async call(command: string, args: Args): Promise<unknown> {
    await new Promise((done) => setTimeout(done, 2));
    const answer = this.#commands[command];
    if (!answer) throw refuse('unknown_command', { command });
    return structuredClone(answer(args));
  }

  #stored(args: Args): Stored {
    const record = this.#records.get(args['id'] as string);
    if (!record) throw refuse('no_such_record', { value: String(args['id']) });
    return record;
  }

  #drafts(): Draft[] {
    return JSON.parse(sessionStorage.getItem(DRAFTS) ?? '[]') as Draft[];
  }

  #keepDrafts(rows: Draft[]): void {
    sessionStorage.setItem(DRAFTS, JSON.stringify(rows));
  }

  #commands: Record<string, (args: Args) => unknown> = {
    app_state: () => this.#state,
    first_start: (args) => {
      this.#open(args['choice'] as string);
      return this.#commands['set_person']!({ name: 'A. Reader', ...args });
    },
    set_language: (args) =>
      (this.#state = { ...this.#state, language: args['language'] as AppState['language'] }),
    set_person: (args) => {
      const id = this.#id();
      this.#records.set(id, { id, table: 'person', name: args['name'] });
      this.#state = {
        ...this.#state,
        person: { id, table: 'person', label: args['name'] as string },
        organisation: args['organisation'] ? this.#ref(args['organisation'] as string) : null,
        role: (args['role'] as string | undefined) ?? null,
      };
      return this.#state;
    },
    describe: () => DESCRIPTION,
    list: (args) => {
      const kind = args['kind'] as string;
      const found = this.#select(kind, args['where'] as string[], Boolean(args['deleted']));
      const sorted = this.#sorted(kind, found, args['sort'] as string[]);
      const from = args['offset'] as number;
      return {
        table: kind,
        total: sorted.length,
        rows: sorted
          .slice(from, from + (args['limit'] as number))
          .map(({ record, depth, hasChildren }) =>
            this.#row(record, depth === undefined ? {} : { depth, hasChildren: hasChildren ?? false }),
          ),
      };
    },
    groups: (args) => {
      const kind = args['kind'] as string;
      const by = args['by'] as string;
      const field = this.#field(kind, by);
      const buckets = new Map<string | null, Stored[]>();
      if (field.vocabulary)
        for (const code of DESCRIPTION.vocabularies[field.vocabulary]!.codes) buckets.set(code, []);
      if (kind === 'activity' && by === 'group')
        for (const g of this.#select('group', ['kind=workstream'])) buckets.set(g.id, []);
      for (const record of this.#select(kind, args['where'] as string[])) {
        const value = record[by] ?? (field.vocabulary === 'status' ? 'unknown' : null);
        const keys =
          field.type === 'references' ? this.#links(value).map((l) => l.id) : [value as string | null];
        for (const key of keys.length ? keys : [null])
          buckets.set(key, [...(buckets.get(key) ?? []), record]);
      }
      return {
        rows: [...buckets]
          .filter(([key, rows]) => rows.length > 0 || (by === 'group' && key !== null))
          .map(([key, rows]) => {
            const counts: Record<string, number> = {};
            for (const r of rows) {
              const status = (r['status'] as string | undefined) ?? 'unknown';
              counts[status] = (counts[status] ?? 0) + 1;
            }
            const group = key === null ? undefined : this.#records.get(key);
            return {
              key,
              label: group ? this.#label(group) : (key ?? ''),
              number: group?.['number'] ?? null,
              count: rows.length,
              counts,
            };
          }),
      };
    },
    show: (args) => {
      const record = this.#stored(args);
      const links: { kind: string; field: string; total: number; rows: Ref[] }[] = [];
      for (const kind of DESCRIPTION.kinds) {
        for (const field of kind.fields) {
          if (!field.targets.includes(record.table)) continue;
          const rows = this.#select(kind.name, [`${field.name}=id:${record.id}`]);
          if (rows.length) {
            links.push({
              kind: kind.name,
              field: field.name,
              total: rows.length,
              rows: rows.slice(0, 20).map((r) => this.#ref(r.id)!),
            });
          }
        }
      }
      const addresses = record.sources ?? (record.provenance?.address ? [record.provenance.address] : []);
      return {
        record: this.#row(record),
        rows: this.#history(record.id).slice(0, 20),
        sources: addresses.map((address) => ({
          field: null,
          address,
          retrieved: record.provenance?.retrieved ?? null,
          standing: record.provenance?.standing ?? 'own',
          note: null,
        })),
        links,
      };
    },
    edit: (args) => {
      const record = this.#stored(args);
      const { txn, rows } = this.#commit([record.id], () =>
        (args['set'] as string[]).map((set) => ({ record: record.id, ...this.#assign(record, set) })),
      );
      return {
        txn,
        record: this.#row(this.#records.get(record.id)!),
        rows: rows.map(({ field, old, new: now }) => ({ field, old, new: now })),
      };
    },
    edit_block: (args) => {
      const asked = args['cells'] as { id: string; set: string[] }[];
      const news = (args['added'] ?? []) as { set: string[]; cells: string[][] }[];
      const added = news.map(({ set, cells }) => {
        const id = this.#id();
        this.#records.set(id, { id, table: args['kind'] as string, rank: this.#records.size });
        return { id, begins: set, cells: cells.map((cell) => ({ id, set: cell })) };
      });
      const tell = (cells: typeof asked, changes: Changes): unknown[] =>
        cells.map(({ id, set }) => {
          const record = this.#records.get(id);
          const field = /^\w+/.exec(set[0] ?? '')?.[0] ?? '';
          try {
            if (!record) throw refuse('no_such_record', { value: id });
            for (const one of set) changes.push({ record: id, ...this.#assign(record, one) });
            return { id, field, result: 'changed', code: null, params: {} };
          } catch (error) {
            const { code, params } = HostError.from(error).body;
            return { id, field, result: 'refused', code, params };
          }
        });
      let rows: unknown[] = [];
      const told: unknown[] = [];
      const { txn } = this.#commit([...new Set(asked.map(({ id }) => id))], () => {
        const changes: Changes = [];
        rows = tell(asked, changes);
        for (const { id, begins, cells } of added) {
          changes.push({ record: id, field: 'life', old: null, new: 'live' });
          tell([{ id, set: begins }], changes);
          told.push({ id, rows: tell(cells, changes) });
        }
        return changes;
      });
      return { txn, rows, added: told };
    },
    create: (args) => {
      const table = args['kind'] as string;
      const id = this.#id();
      const after = this.#records.get(args['after'] as string);
      const record: Stored = { id, table, rank: this.#records.size };
      if (after) record['position'] = ((after['position'] as number) ?? after.rank ?? 0) + 0.5;
      if (args['parent']) record['parent'] = args['parent'];
      const { txn } = this.#commit([], () => {
        this.#records.set(id, record);
        try {
          return [
            { record: id, field: 'life', old: null, new: 'live' },
            ...(args['set'] as string[]).map((set) => ({ record: id, ...this.#assign(record, set) })),
          ];
        } catch (error) {
          this.#records.delete(id);
          throw error;
        }
      });
      return { txn, record: this.#row(record) };
    },
    remove: (args) => {
      const ids = args['ids'] as string[];
      const { txn } = this.#commit(ids, () =>
        ids.map((id) => {
          this.#records.get(id)!.deleted = true;
          return { record: id, field: 'life', old: 'live', new: 'deleted' };
        }),
      );
      return { txn, removed: ids.length };
    },
    restore: (args) => {
      const ids = args['ids'] as string[];
      return this.#commit(ids, () =>
        ids.map((id) => {
          delete this.#records.get(id)!.deleted;
          return { record: id, field: 'life', old: 'deleted', new: 'live' };
        }),
      );
    },
    move_row: (args) => {
      const record = this.#stored(args);
      const { txn } = this.#commit([record.id], () => {
        const old = record['parent'] ?? null;
        if (args['parent']) record['parent'] = args['parent'];
        else delete record['parent'];
        const after = this.#records.get(args['after'] as string);
        record['position'] = after ? ((after['position'] as number) ?? after.rank ?? 0) + 0.5 : -1;
        return [{ record: record.id, field: 'parent', old, new: args['parent'] }];
      });
      return { txn, record: this.#row(record) };
    },
    undo: (args) => {
      const of = args['txn']
        ? this.#log.find((t) => t.txn === args['txn'])
        : this.#log.filter((t) => t.origin !== 'publication' && t.origin !== 'undo' && !t.undone).at(-1);
      if (!of) throw refuse('nothing_to_undo');
      return this.#turn(of, of.before, true);
    },
    redo: () => {
      const of = this.#undone.at(-1);
      if (!of) throw refuse('nothing_to_redo');
      return this.#turn(of, of.after, false);
    },
    search: (args) => {
      const words = (args['text'] as string).toLowerCase().split(/\s+/).filter(Boolean);
      const kinds = args['kinds'] as string[] | undefined;
      const rows: SearchHit[] = [];
      for (const record of this.#records.values()) {
        if (record.deleted || (kinds && !kinds.includes(record.table)) || record.table === 'membership')
          continue;
        const label = this.#label(record);
        const long = this.#print(record['name'] ?? record['title']);
        const all = `${label} ${long} ${record['iso3'] ?? ''}`.toLowerCase();
        if (!words.every((word) => all.includes(word))) continue;
        const snippet = words.reduce(
          (text, word) => text.replace(new RegExp(word.replace(/[^\p{L}\p{N}]/gu, '\\$&'), 'iu'), '[[$&]]'),
          long || label,
        );
        rows.push({
          id: record.id,
          table: record.table,
          label,
          field: 'name',
          snippet,
          rank: label.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1,
        });
      }
      return { rows: rows.sort((a, b) => a.rank - b.rank).slice(0, (args['limit'] as number) ?? 20) };
    },
    history: (args) => {
      const rows = this.#history(args['id'] as string | undefined);
      const from = args['before'] ? rows.findIndex((row) => row.txn === args['before']) + 1 : 0;
      return { rows: rows.slice(from, from + (args['limit'] as number)) };
    },
    compare: () => ({ total: 0, records: { added: 0, removed: 0, changed: 0 }, rows: [] }),
    as_known: (args) => {
      this.#state.known = args['day'] as string | null;
      return this.#state;
    },
    overview: () => this.#overview(),
    matrix: (args) => {
      const groups = args['groups'] as string[] | null;
      const columns = groups
        ? groups.map((id) => this.#records.get(id)!).filter(Boolean)
        : this.#select('group', ['kind=workstream']);
      const shown = new Set(columns.map((c) => c.id));
      const organisations = this.#sorted(
        'organisation',
        this.#select('organisation', args['where'] as string[]),
        ['category', 'label'],
      );
      const from = args['offset'] as number;
      const totals: Record<string, number> = {};
      const memberships = this.#all('membership').filter((m) => shown.has(m['group'] as string));
      for (const m of memberships) totals[m['group'] as string] = (totals[m['group'] as string] ?? 0) + 1;
      return {
        total: organisations.length,
        columns: columns.map((c) => ({ ...this.#ref(c.id)!, number: c['number'] ?? null, kind: c['kind'] })),
        rows: organisations.slice(from, from + (args['limit'] as number)).map(({ record }) => {
          const cells: Record<string, unknown> = {};
          for (const m of memberships.filter((one) => one['organisation'] === record.id)) {
            cells[m['group'] as string] = {
              id: m.id,
              role: m['role'],
              from: m['from'] ? readVague(m['from'] as string) : null,
              to: m['to'] ? readVague(m['to'] as string) : null,
              state: m['state'] ?? null,
              standing: m.provenance?.standing ?? 'own',
            };
          }
          return {
            organisation: {
              ...this.#ref(record.id)!,
              category: record['category'] ?? null,
              name: this.#print(record['name']),
            },
            cells,
            total: Object.keys(cells).length,
          };
        }),
        totals,
      };
    },
    set_role: (args) => {
      const found = this.#all('membership').find(
        (m) => m['organisation'] === args['organisation'] && m['group'] === args['group'],
      );
      if (args['role'] === null) {
        if (!found) return { txn: null, record: null };
        const { txn } = this.#commit([found.id], () => {
          found.deleted = true;
          return [{ record: found.id, field: 'life', old: 'live', new: 'deleted' }];
        });
        return { txn, record: null };
      }
      if (found) {
        const { txn } = this.#commit([found.id], () => [
          { record: found.id, ...this.#assign(found, `role=${args['role']}`) },
        ]);
        return { txn, record: this.#row(found) };
      }
      return this.#commands['create']!({
        kind: 'membership',
        set: [`organisation=id:${args['organisation']}`, `group=id:${args['group']}`, `role=${args['role']}`],
      });
    },
    read_vague: (args) => readVague(args['text'] as string),
    draft_put: (args) => {
      const rest = this.#drafts().filter((d) => d.id !== args['id'] || d.field !== args['field']);
      this.#keepDrafts([...rest, { ...(args as unknown as Draft), at: new Date().toISOString() }]);
      return {};
    },
    draft_clear: (args) => {
      this.#keepDrafts(this.#drafts().filter((d) => d.id !== args['id'] || d.field !== args['field']));
      return {};
    },
    drafts: () => ({ rows: this.#drafts() }),
  };

  #history(id?: string): HistoryRow[] {
    return this.#log
      .filter((t) => id === undefined || t.origin === 'publication' || t.before.has(id))
      .toReversed()
      .map(({ before: _before, after: _after, ...row }) => row);
  }

  #turn(of: Transaction, to: Map<string, Stored | null>, undone: boolean): unknown {
    for (const [id, was] of to) {
      const now = this.#records.get(id);
      if (was) this.#records.set(id, structuredClone(was));
      else if (now) now.deleted = true;
    }
    of.undone = undone;
    if (undone) this.#undone.push(of);
    else this.#undone.pop();
    this.#tell(of);
    return {
      txn: this.#id(),
      undone: of.txn,
      label: of.changes[0]?.record.label ?? null,
      rows: of.changes.map((c) => ({ record: c.record, field: c.field, done: true, why: null, by: [] })),
    };
  }

  #overview(): unknown {
    const groups = this.#select('group', ['kind=workstream']);
    const today = '2023-05-17';
    const soon = (days: number): string =>
      new Date(Date.parse(today) + days * 86400_000).toISOString().slice(0, 10);
    const ends = (r: Stored): string | null =>
      r['timeline'] ? readVague(r['timeline'] as string).last : null;
    const ended = new Set(['completed', 'cancelled']);
    const open = this.#all('activity').filter((a) => !ended.has(a['status'] as string));
    const within = (rows: Stored[], days: number): Stored[] =>
      rows.filter((a) => (ends(a) ?? '') >= today && (ends(a) ?? '9999') <= soon(days));
    const late = (rows: Stored[]): Stored[] => rows.filter((a) => (ends(a) ?? '9999') < today);
    const byEnd = (a: Stored, b: Stored): number => (ends(a) ?? '').localeCompare(ends(b) ?? '');
    const memberships = this.#all('membership');
    return {
      network: this.#state.network,
      as_of: today,
      unshared: this.#state.unshared,
      to_settle: 0,
      rows: groups.map((group) => {
        const own = this.#all('activity').filter((a) => a['group'] === group.id);
        const counts: Record<string, number> = {};
        for (const a of own)
          counts[(a['status'] as string) ?? 'unknown'] =
            (counts[(a['status'] as string) ?? 'unknown'] ?? 0) + 1;
        const still = own.filter((a) => open.includes(a));
        const ref: GroupRef = {
          ...this.#ref(group.id)!,
          number: (group['number'] as number) ?? null,
          code: null,
          kind: 'workstream',
        };
        const members = memberships.filter((m) => m['group'] === group.id);
        return {
          group: ref,
          activities: counts,
          overdue: late(still).length,
          due_30: within(still, 30).length,
          due_60: within(still, 60).length,
          due_90: within(still, 90).length,
          co_leads: members
            .filter((m) => m['role'] === 'co_lead')
            .map((m) => this.#ref(m['organisation'] as string)),
          members: members.length,
        };
      }),
      overdue: late(open)
        .sort(byEnd)
        .map((a) => this.#row(a)),
      due: within(open, 90)
        .sort(byEnd)
        .map((a) => this.#row(a)),
      meetings: this.#all('meeting')
        .filter((m) => (m['start'] as string) >= today)
        .sort((a, b) => (a['start'] as string).localeCompare(b['start'] as string))
        .map((m) => this.#row(m)),
      unknown: {
        no_co_lead: groups.filter(
          (g) => !memberships.some((m) => m['group'] === g.id && m['role'] === 'co_lead'),
        ).length,
        no_status: open.filter((a) => ((a['status'] as string) ?? 'unknown') === 'unknown').length,
        no_name: groups.filter((g) => /without a published name/.test(this.#print(g['name']))).length,
        no_number: groups.filter((g) => g['number'] === undefined).length,
      },
    };
  }
}
