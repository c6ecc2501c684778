import type { Desk } from '../desk/desk.svelte';
import type { Column } from '../grid/column';
import type { ColumnLayout } from '../grid/columns.svelte';
import type { BlockAnswer, BlockChange, EditAnswer, EditChange, Point } from '../grid/events';
import { GridModel } from '../grid/grid.svelte';
import { sayError } from '../host/errors';
import { HostError } from '../host/host';
import type { AddedRow, BlockCell, BlockResult, EditedBlock, Row } from '../host/client';
import { assignmentsOf, writtenName } from './assign';
import { columnsOf, FOLLOWS } from './columns';
import { type Condition, holds, readConditions, whereOf } from './conditions';
import { type Definition, readCondition } from './definition';
import type { WindowState } from './follow';
import { PRESETS, type Preset, type PresetName } from './presets';
import { rowSource } from './source';
import { momentType } from './types';
import type { LeftOut, Viewed } from './views.svelte';

const DRAFT_MS = 200;
/** The way of showing that every place has. */
const TABLE = 'table';

/** Types of fields that records are counted by. */
const GROUPED = new Set([
  'text',
  'plain',
  'integer',
  'flag',
  'date',
  'moment',
  'vague',
  'code',
  'reference',
  'references',
  'words',
  'provenance',
]);

/** What is remembered of a list between two visits. */
interface KeptList {
  columns: ColumnLayout[];
  sort: string[];
  groupBy: string | null;
  conditions: Condition[];
}

/** An open menu of a row or of a head. */
export type ListMenu =
  { type: 'row'; row: Row; ids: string[]; at: Point } | { type: 'head'; column: string; at: Point };

export interface ListOptions {
  /** Conditions that always hold besides the preset's: the list of one workstream, one meeting. */
  within?: string[];
  /** What a new record begins with besides the preset's. */
  fresh?: string[];
  /** Under which name the layout is remembered; the preset's own by default. */
  keptAs?: string;
  /** Which way of showing the place the list is, and goes to another one; saved views remember it. */
  way?: { now: () => string; known: readonly string[]; show: (view: string) => void };
  /** Starts without groups whatever the preset says. */
  flat?: boolean;
}

/** What of a saved view can be shown here. */
interface Readable {
  conditions: Condition[];
  sort: string[];
  groupBy: string | null;
  columns: ColumnLayout[];
  left: LeftOut[];
}

/** A list of records of one kind in a grid: filter, groups, columns, editing, and the record beside it. */
export class ListState implements Viewed {
  readonly desk: Desk;
  readonly name: PresetName;
  readonly preset: Preset;
  readonly grid: GridModel<Row>;
  menu = $state.raw<ListMenu | null>(null);
  /** Whether it began with a filter that was handed over to it. */
  readonly filtered: boolean;
  #conditions = $state.raw<Condition[]>([]);
  readonly #options: ListOptions;
  #needs: readonly string[] = [];
  readonly #off: (() => void)[];
  readonly #drafts = new Map<string, () => void>();
  #language: string;

  constructor(desk: Desk, name: PresetName, options: ListOptions = {}) {
    this.desk = desk;
    this.name = name;
    const preset: Preset = PRESETS[name];
    this.preset = { ...preset, where: [...preset.where, ...(options.within ?? [])] };
    this.#options = options;
    const kept = this.#kept();
    const pending = desk.takeFilter(name);
    this.filtered = pending !== null;
    this.#conditions = pending ?? readConditions(desk, preset.kind, kept.conditions);
    const groupBy = kept.groupBy === undefined ? this.#plainGroup : kept.groupBy;
    this.#language = desk.m.language;
    this.grid = new GridModel<Row>({
      source: rowSource(desk, this.preset, () => this.#fields()),
      columns: columnsOf(desk, this.preset),
      setting: {
        t: (id, args) => desk.m.t(id, args),
        lang: () => desk.m.language,
        today: () => desk.now().toISOString().slice(0, 10),
      },
      query: { where: this.#where(), sort: kept.sort ?? [], groupBy },
      types: { moment: momentType(desk.m) },
      after: desk.after,
      tree: desk.kind(preset.kind)?.tree ?? false,
      events: {
        onEdit: (change) => this.#edit(change),
        onBlock: (change) => this.#block(change),
        onBeyond: (count) => this.#beyond(count),
        onOpen: (row, how) => this.#open(row, how),
        onAdd: (after) => void this.add(after),
        onRemove: (ids) => void this.remove(ids),
        onMove: ({ id, parent, after }) =>
          void desk.attempt(() => desk.client.moveRow({ kind: preset.kind, id, parent, after })),
        onSort: (sort) => this.#keep({ sort: [...sort] }),
        onLayout: () => this.#keep({ columns: this.grid.columns.layout() }),
        onMenu: ({ row, ids, at }) => (this.menu = { type: 'row', row, ids, at }),
        onHeadMenu: ({ column, at }) => (this.menu = { type: 'head', column, at }),
        onUndo: () => void desk.undo(),
        onRedo: () => void desk.redo(),
        onDraft: (id, column, text) => this.#draft(id, column, text),
        onNotice: (message) => desk.toasts.show({ message }),
      },
    });
    if (kept.columns) this.grid.columns.restore(kept.columns);
    this.grid.readOnly =
      desk.readOnly || preset.lookup === true || (desk.kind(preset.kind)?.readOnly ?? false);
    this.#off = [
      desk.watch(this.#watched(), (ids, elsewhere) => void this.grid.invalidate({ ids, elsewhere })),
      desk.beforeLeaving(() => {
        this.grid.keepOrPark();
        return Promise.resolve();
      }),
    ];
    void this.grid.load().then(() => this.#showOpen());
    for (const { kind, id, field, text } of desk.drafts) {
      if (kind === preset.kind) this.grid.restoreDraft(id, field.split('.')[0] ?? field, text);
    }
  }

  get conditions(): Condition[] {
    return this.#conditions;
  }
  get kind(): string {
    return this.preset.kind;
  }
  get groupBy(): string | null {
    return this.grid.rows.query.groupBy;
  }
  /** Which records are listed, in the core's own words. */
  get where(): string[] {
    return [...this.preset.where, ...this.#where()];
  }
  /** Gives the keyboard back to the grid. */
  takeKeyboard(): void {
    this.grid.takeKeyboard();
  }

  get readOnly(): boolean {
    return this.grid.readOnly;
  }

  /** Lets the grid follow the window. */
  follow({ open, direction, singleKeys, language }: WindowState): void {
    const { grid } = this;
    grid.openId = open;
    grid.rtl = direction === 'rtl';
    grid.singleKeys = singleKeys;
    if (this.#language === language) return;
    this.#language = language;
    grid.setColumns(columnsOf(this.desk, this.preset));
  }

  end(): void {
    for (const off of this.#off) off();
    for (const off of this.#drafts.values()) off();
    this.grid.keepOrPark();
    this.grid.close();
  }

  // ---- filter, groups, columns -----------------------------------------------------------------------

  /** Puts a condition in the place of the one on the same field, or takes it away. */
  setCondition(field: string, condition: Condition | null): void {
    this.setConditions([
      ...this.#conditions.filter((one) => one.field !== field),
      ...(condition ? [condition] : []),
    ]);
  }

  setConditions(conditions: Condition[]): void {
    this.#conditions = conditions;
    this.#keep({ conditions });
    void this.grid.setWhere(this.#where());
  }

  /** Filters by a text in the field that names the records. */
  filterText(text: string): void {
    const field = ['title', 'name'].find((one) => this.desk.fieldOf(this.kind, one));
    if (field) this.setCondition(field, text === '' ? null : holds(field, text));
  }

  setGroupBy(by: string | null): void {
    this.#keep({ groupBy: by });
    void this.grid.setGroupBy(by);
  }

  /** Sorts by one field, or by one more within what is sorted already. */
  setSort(by: string, add = false): void {
    const field = by.replace(/^-/, '');
    const rest = add ? this.sort.filter((one) => one.replace(/^-/, '') !== field) : [];
    this.#sortBy([...rest, by]);
  }

  /** Leaves the list in its own order. */
  unsort(): void {
    this.#sortBy([]);
  }

  #sortBy(sort: string[]): void {
    this.#keep({ sort });
    void this.grid.setSort(sort);
  }

  get sort(): readonly string[] {
    return this.grid.rows.query.sort;
  }

  /** Fields that the list can be grouped by: those it is grouped by most first, then all the others. */
  get groupable(): { field: string; usual: boolean }[] {
    const { desk, preset, kind } = this;
    const fields = preset.columns
      .map(({ field }) => field)
      .filter((name) => {
        const type = name === 'provenance' ? name : desk.fieldOf(kind, name)?.type;
        return type !== undefined && GROUPED.has(type) && !preset.groupBy.includes(name);
      });
    return [
      ...preset.groupBy.map((field) => ({ field, usual: true })),
      ...[...new Set(fields)].map((field) => ({ field, usual: false })),
    ];
  }

  showColumn(key: string, shown: boolean): void {
    this.grid.showColumn(key, shown);
    this.#keep({ columns: this.grid.columns.layout() });
    void this.grid.refresh(true);
  }

  /** Takes the fields that another view of the list shows, whatever columns are in sight. */
  need(fields: readonly string[]): void {
    const more = fields.some((field) => !this.#fields().includes(field));
    this.#needs = fields;
    if (more) void this.grid.refresh(true);
  }

  #where(): string[] {
    return this.#conditions.map((condition) => whereOf(this.desk, this.kind, condition));
  }

  /** The fields asked for: those in sight, and what every row needs. */
  #fields(): string[] {
    const shown = this.grid.columns.shown
      .map(({ key }) => key)
      .filter((key) => key in FOLLOWS || this.desk.fieldOf(this.kind, key));
    const extra = this.kind === 'funding' ? ['currency'] : [];
    // A new row belongs where the row it was added from belongs, whatever columns are in sight.
    const placing = ['group', 'parent', this.groupBy ?? ''].filter((key) =>
      this.desk.fieldOf(this.kind, key),
    );
    return [...new Set([...shown, ...extra, ...placing, ...this.#needs])];
  }

  /** A list shows labels of other records too, so their changes count. */
  #watched(): string[] {
    const fields = this.desk.kind(this.kind)?.fields ?? [];
    const summed = this.preset.addsUp
      ? ['membership', 'activity']
      : this.preset.facts
        ? ['country_facts']
        : this.preset.columns.some(({ field }) => field === 'comments')
          ? ['comment']
          : [];
    return [...new Set([this.kind, ...summed, ...fields.flatMap(({ targets }) => targets)])];
  }

  // ---- saved views -----------------------------------------------------------------------------------

  get place(): string {
    return this.#options.keptAs ?? this.name;
  }

  get shownAs(): Definition {
    return {
      view: this.#options.way?.now() ?? TABLE,
      where: this.#where(),
      sort: [...this.sort],
      group: this.groupBy,
      columns: this.grid.columns.layout(),
    };
  }

  async leftOf(definition: Definition): Promise<LeftOut[]> {
    return (await this.#readable(definition)).left;
  }

  async showAs(definition: Definition): Promise<LeftOut[]> {
    const { conditions, sort, groupBy, columns, left } = await this.#readable(definition);
    // A column that the view does not know is one more than whoever saved it saw.
    const told = new Set(columns.map(({ key }) => key));
    const others = this.grid.columns.layout().filter(({ key }) => !told.has(key));
    const layout = [...columns, ...others.map((one) => ({ ...one, hidden: true, frozen: false }))];
    await this.#show({ conditions, sort, groupBy }, layout);
    const { way } = this.#options;
    if (way && !left.some(({ part }) => part === 'view') && definition.view !== way.now())
      way.show(definition.view);
    return left;
  }

  async showPlain(): Promise<void> {
    await this.#show({ conditions: [], sort: [], groupBy: this.#plainGroup }, null);
  }

  async #show(
    { conditions, sort, groupBy }: Pick<Readable, 'conditions' | 'sort' | 'groupBy'>,
    layout: ColumnLayout[] | null,
  ): Promise<void> {
    this.#conditions = conditions;
    this.grid.restoreColumns(layout);
    this.#keep({ conditions, sort, groupBy, columns: this.grid.columns.layout() });
    await this.grid.ask({ where: this.#where(), sort, groupBy });
  }

  async #readable(definition: Definition): Promise<Readable> {
    const { desk, kind, grid } = this;
    const left: LeftOut[] = [];
    const kept = <T>(
      part: LeftOut['part'],
      all: readonly T[],
      name: (one: T) => string,
      known: (one: T) => boolean,
    ): T[] =>
      all.filter((one) => {
        if (!known(one)) left.push({ part, text: name(one) });
        return known(one);
      });
    const read = await Promise.all(definition.where.map((where) => readCondition(desk, kind, where)));
    kept(
      'where',
      definition.where,
      (where) => where,
      (where) => read[definition.where.indexOf(where)] !== null,
    );
    const field = (by: string): string => by.replace(/^-/, '');
    const sort = kept(
      'sort',
      definition.sort,
      (by) => by,
      (by) => grid.columns.get(field(by))?.spec.sortable === true,
    );
    const groups = this.groupable.map((one) => one.field);
    const group = definition.group === null ? [] : [definition.group];
    const [groupBy = null] = kept(
      'group',
      group,
      (by) => by,
      (by) => groups.includes(by),
    );
    const columns = kept(
      'columns',
      definition.columns,
      ({ key }) => key,
      ({ key }) => grid.columns.get(key) !== undefined,
    );
    const views = [TABLE, ...(this.#options.way?.known ?? [])];
    kept(
      'view',
      [definition.view],
      (view) => view,
      (view) => views.includes(view),
    );
    return { conditions: read.filter((one) => one !== null), sort, groupBy, columns, left };
  }

  /** The field the list is grouped by from the start. */
  get #plainGroup(): string | null {
    const { grouped, groupBy } = this.preset;
    return grouped && !this.#options.flat ? (groupBy[0] ?? null) : null;
  }

  // ---- records -----------------------------------------------------------------------------------------

  #open(row: Row, how: 'follow' | 'now'): void {
    const { router } = this.desk;
    // Following the focus never opens the record by itself; it keeps an open one up with the list.
    if (how === 'follow' && router.at.record === null) return;
    router.openRecord({ kind: row.table, id: row.id });
  }

  #showOpen(): void {
    const record = this.desk.router.at.record;
    if (record?.kind === this.kind) void this.grid.focusRow(record.id);
  }

  /** What a record begins with that is added behind a row: it belongs where that row belongs. */
  #begins(after: Row | null): string[] {
    const { desk, preset } = this;
    const set = [...preset.fresh, ...(this.#options.fresh ?? [])];
    const by = this.groupBy;
    const field = by === null ? undefined : desk.fieldOf(this.kind, by);
    const key = field && after ? after[field.name] : null;
    if (field?.type === 'code' && typeof key === 'string') set.push(`${field.name}=${key}`);
    if (field?.type === 'reference' && typeof key === 'object' && key !== null) {
      set.push(`${field.name}=id:${(key as { id: string }).id}`);
    }
    if (after && this.kind === 'activity' && field?.name !== 'group') {
      const group = after['group'] as { id: string } | null;
      if (group) set.push(`group=id:${group.id}`);
    }
    return set;
  }

  /** Adds a record behind a row, in the same group and under the same parent. */
  async add(after: Row | null): Promise<void> {
    const { desk } = this;
    const set = this.#begins(after);
    const by = this.groupBy;
    const field = by === null ? undefined : desk.fieldOf(this.kind, by);
    const here = this.grid.focus ? this.grid.rows.line(this.grid.focus.line) : null;
    const head = !after && here?.kind === 'group' ? here.group.key : null;
    if (field && head !== null) set.push(`${field.name}=${field.targets.length > 0 ? `id:${head}` : head}`);
    const parent = after?.['parent'] as { id: string } | null | undefined;
    const id = await desk.create(this.kind, set, {
      ...(after && this.grid.tree ? { after: after.id } : {}),
      ...(parent ? { parent: parent.id } : {}),
    });
    if (id === null) return;
    await this.grid.refresh(true);
    if (!(await this.grid.focusRow(id))) return;
    // What one does next with a new record is to name it: in its cell, or in the record beside another way of showing.
    if (this.#options.way && this.#options.way.now() !== TABLE) return;
    const line = this.grid.focus?.line ?? 0;
    const name = this.grid.columns.shown.findIndex(({ spec }) => spec.tree);
    this.grid.focusCell({ line, column: Math.max(0, name) }, { open: false });
    this.grid.enter();
    this.grid.startEdit();
  }

  async remove(ids: string[]): Promise<void> {
    const label = this.grid.focusedRow?.label ?? '';
    await this.desk.remove(this.kind, ids, label);
  }

  /** Goes to the row before or after the one that is open. */
  step(by: 1 | -1): void {
    const open = this.desk.router.at.record;
    const { grid } = this;
    const at = open ? grid.rows.lineOfRow(open.id) : -1;
    for (let line = at + by; line >= 0 && line < grid.rows.flat.size; line += by) {
      const here = grid.rows.line(line);
      if (here?.kind !== 'row') continue;
      grid.focusCell({ line, column: grid.focus?.column ?? 0 }, { open: false });
      this.desk.router.openRecord({ kind: here.row.table, id: here.row.id });
      return;
    }
  }

  // ---- edits -------------------------------------------------------------------------------------------

  async #edit(change: EditChange): Promise<EditAnswer<Row>> {
    const { desk } = this;
    const row = this.grid.focusedRow?.id === change.id ? this.grid.focusedRow : null;
    try {
      const { record } = await desk.client.edit({
        kind: this.kind,
        id: change.id,
        set: this.#assign(change, row),
      });
      return { kept: true, row: this.#placed(record, change.id) };
    } catch (cause) {
      return { kept: false, reason: this.#reason(cause) };
    }
  }

  async #block({ rows: shown, cells, leftOut, added, beyond }: BlockChange<Row>): Promise<BlockAnswer<Row>> {
    const { desk } = this;
    const refusals = (of: BlockResult[]): { id: string; column: string; reason: string }[] =>
      of
        .filter(({ result }) => result === 'refused')
        .map((cell) => ({ id: cell.id, column: cell.field, reason: this.#reasonOf(cell) }));
    try {
      const answer = await this.#sendCells(
        cells.map((cell) => ({ id: cell.id, set: this.#assign(cell, shown.get(cell.id) ?? null) })),
        added.map((row) => ({
          set: this.#begins(this.grid.lastRow),
          cells: row.cells.map((cell) => this.#assign(cell, null)),
        })),
      );
      const refused = refusals(answer.rows);
      const news = answer.added.map(({ id, rows }) => ({ id, refused: refusals(rows) }));
      const all = [...answer.rows, ...answer.added.flatMap(({ rows }) => rows)];
      const changed = all.filter(({ result }) => result === 'changed').length;
      const left = all.filter(({ result }) => result === 'refused').length + leftOut.length;
      const count = news.filter(({ id }) => id !== null).length;
      desk.toasts.show({
        message: left + beyond > 0 ? 'block-partly' : 'block-done',
        args: { count: changed, left, beyond, added: count },
        bad: changed === 0 && left + beyond > 0,
        ...(changed > 0 ? { action: desk.undoAction() } : {}),
      });
      return { refused, added: news };
    } catch (cause) {
      const reason = this.#reason(cause);
      desk.say(HostError.from(cause).body);
      return {
        refused: cells.map(({ id, column }) => ({ id, column, reason })),
        added: added.map((row) => ({
          id: null,
          refused: row.cells.map(({ column }) => ({ column, reason })),
        })),
      };
    }
  }

  async #sendCells(cells: BlockCell[], added: AddedRow[]): Promise<EditedBlock> {
    if (cells.length + added.length === 0) return { txn: null, rows: [], added: [] };
    return this.desk.client.editBlock({
      kind: this.kind,
      cells,
      ...(added.length > 0 ? { added } : {}),
    });
  }

  /** Why the core refused a cell, as a sentence. */
  #reasonOf({ code, params, field }: BlockResult): string {
    const body = { kind: 'refused' as const, hint: null, candidates: [], row: null };
    const { text, hint } = sayError(this.desk.m, { ...body, code: code ?? '', params, field });
    return hint ? `${text} ${hint}` : text;
  }

  /** Asks what becomes of the rows of a block for which there are none in the list. */
  #beyond(count: number): Promise<'add' | 'leave' | 'stop'> {
    const { desk } = this;
    const { m } = desk;
    if (this.grid.readOnly || desk.kind(this.kind)?.readOnly) return Promise.resolve('leave');
    return new Promise((answer) => {
      desk.question = {
        title: m.t('beyond-title', { count }),
        text: m.t('beyond-text', { count }),
        act: m.t('beyond-add', { count }),
        harmless: true,
        run: () => answer('add'),
        other: { act: m.t('beyond-leave'), run: () => answer('leave') },
        leave: () => answer('stop'),
      };
    });
  }

  #assign({ column, value }: { column: string; value: string }, row: Row | null): string[] {
    const field = this.desk.fieldOf(this.kind, column);
    return field ? assignmentsOf(field, value, writtenName(field, row, this.desk.m)) : [`${column}=${value}`];
  }

  // An answered record does not know its place in the tree; the row that is shown does.
  #placed(record: Row, id: string): Row {
    const line = this.grid.rows.line(this.grid.rows.lineOfRow(id));
    if (line?.kind !== 'row') return record;
    const { depth, hasChildren } = line.row;
    return {
      ...record,
      ...(depth === undefined ? {} : { depth }),
      ...(hasChildren === undefined ? {} : { hasChildren }),
    };
  }

  #reason(cause: unknown): string {
    const { text, hint } = sayError(this.desk.m, HostError.from(cause).body);
    return hint ? `${text} ${hint}` : text;
  }

  #draft(id: string, column: string, text: string | null): void {
    const { desk } = this;
    const key = `${id} ${column}`;
    this.#drafts.get(key)?.();
    this.#drafts.delete(key);
    const field = desk.fieldOf(this.kind, column);
    const row = this.grid.focusedRow;
    const name = field ? writtenName(field, row, desk.m) : column;
    if (text === null) {
      const draft = desk.drafts.find((one) => one.id === id && one.field === name);
      if (draft) desk.draftTaken(draft);
      void desk.client.draftClear({ id, field: name }).catch(() => undefined);
      return;
    }
    this.#drafts.set(
      key,
      desk.after(DRAFT_MS, () => {
        this.#drafts.delete(key);
        void desk.client.draftPut({ kind: this.kind, id, field: name, text }).catch(() => undefined);
      }),
    );
  }

  // ---- remembered -------------------------------------------------------------------------------------

  get #key(): string {
    return `list:${this.place}`;
  }

  #kept(): Partial<KeptList> {
    const kept = this.desk.kept.get(this.#key);
    return typeof kept === 'object' && kept !== null ? (kept as Partial<KeptList>) : {};
  }

  #keep(part: Partial<KeptList>): void {
    this.desk.kept.set(this.#key, { ...this.#kept(), ...part });
  }

  /** Columns that can be shown or hidden. */
  get choosable(): { key: string; label: string; shown: boolean }[] {
    return this.grid.columns.all
      .filter(({ spec }) => !spec.fixed && !spec.tree)
      .map(({ key, spec, hidden }: { key: string; spec: Column<Row>; hidden: boolean }) => ({
        key,
        label: this.desk.fieldOf(this.kind, key) ? this.desk.m.field(this.kind, key) : spec.label,
        shown: !hidden,
      }));
  }
}
