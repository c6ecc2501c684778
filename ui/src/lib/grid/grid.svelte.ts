/**
 * A grid without a screen: rows, columns, focus, range, editing, clipboard and keys.
 *
 * Everything here works on lines and columns; the component draws the slots, feeds in keys, text and the
 * scroll position, and does what `GridView` asks of it.
 */
import { CellMarks } from './cellmarks';
import type { Column, GridRow, Setting } from './column';
import { type ColumnLayout, Columns, type ColumnState } from './columns.svelte';
import type {
  BlockAnswer,
  BlockChange,
  CellChange,
  EditAnswer,
  GridEvents,
  GridOptions,
  NewRow,
  Point,
  Refusal,
  RowMove,
} from './events';
import type { Place } from './flat';
import {
  EDIT_KEYS,
  type EditCommand,
  GRID_KEYS,
  type GridCommand,
  type KeyPress,
  mirrored,
  nameOf,
} from './keys';
import { type Line, type Query, RowWindow, type Snapshot, type Stretch } from './rows.svelte';
import { Slot } from './slot.svelte';
import { type Block, parseTsv, printHtml, printTsv } from './tsv';
import { choiceOfKey } from './types/choice.svelte';
import { columnTypes } from './types/registry';
import type { EditorSession } from './types/session.svelte';

/** A cell by its place; line -1 is the row of heads. */
export interface Cell {
  line: number;
  column: number;
}

/** The cells between two corners. */
export interface Range {
  top: number;
  bottom: number;
  from: number;
  to: number;
}

/** An open editor. */
export interface CellEdit<R> {
  readonly id: string;
  readonly row: R;
  readonly column: string;
  readonly session: EditorSession;
  /** The value that stood in the cell when the editing began. */
  readonly seen: string;
  /** By typing over the cell, or by opening it with its text. */
  readonly origin: 'typed' | 'opened';
  /** What is kept goes into every selected cell. */
  readonly all: boolean;
}

/** A cell's content on its way to another cell. */
interface Carried {
  /** Type of the column it comes from. */
  type: string;
  value: string;
  text: string;
  copy: string;
}

/** What a cell of a block is to hold; `exact` where the value is known and not read from a text. */
interface Wanted {
  value: string;
  text: string;
  exact?: boolean;
}

/** What the grid asks of the component that draws it. */
export interface GridView {
  /** CSS pixels from the first line. */
  scrollTo(top: number): void;
  /** Brings a column into sight sideways. */
  reveal(column: number): void;
  /** Writes a line break at the caret of the entry. */
  breakLine(): void;
  /** Where a menu of the focused cell opens. */
  menuPoint(): Point;
  /** Takes the keyboard to the grid. */
  takeFocus(): void;
}

/** How a drawn row is edited further once a text is kept. */
export type Onward = 'down' | 'up' | 'next' | 'previous' | 'stay';

/** Rows drawn beyond each edge, so that a fast finger does not meet an empty strip. */
const SPARE = 6;
/** Milliseconds after which rows that are not here yet are shown as outlines. */
const SLOW = 200;
/** Milliseconds after a jump until the rows beyond the edges are drawn again. */
const SETTLED = 80;
/** Milliseconds after which the record follows the focus. */
const FOLLOW = 120;
const WIDER = 16;

const NO_VIEW: GridView = {
  scrollTo: () => undefined,
  reveal: () => undefined,
  breakLine: () => undefined,
  menuPoint: () => ({ x: 0, y: 0 }),
  takeFocus: () => undefined,
};

type Whose = { kind: 'row'; id: string } | { kind: 'group'; key: string | null };

interface Kept {
  line: number;
  whose: Whose | null;
  group: string | null;
  offset: number;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** The state of one grid. */
export class GridModel<R extends GridRow> {
  readonly setting: Setting;
  readonly rows: RowWindow<R>;
  readonly columns: Columns<R>;
  readonly tree: boolean;
  readonly tint: boolean;

  slots: Slot<R>[] = $state.raw([]);
  /** The active cell; null before the grid was ever entered. */
  focus: Cell | null = $state.raw(null);
  /** The corner of the range opposite to the active cell. */
  extent: Cell | null = $state.raw(null);
  edit: CellEdit<R> | null = $state.raw(null);
  /** The cells that the handle is being dragged over, to fill them. */
  filling: Range | null = $state.raw(null);
  /** The cells that were left as they were, until they are edited or given up. */
  refusals: readonly Refusal[] = $state.raw([]);
  /** The grid has the keyboard. */
  active = $state(false);
  /** Rows have been awaited for so long that their outlines are shown. */
  slow = $state(false);
  /** Writing runs from right to left. */
  rtl = $state(false);
  /** Nothing can be changed: a day in the past, a store opened for reading. */
  readOnly = $state(false);
  /** Single letters and digits set a value; can be switched off. */
  singleKeys = $state(true);
  /** Rows that were read have moved or changed, but wait until the edited row is left. */
  waiting = $state(false);
  checked: ReadonlySet<string> = $state.raw(new Set<string>());

  readonly #events: GridEvents<R>;
  readonly #after: NonNullable<GridOptions<R>['after']>;
  readonly #marks = new CellMarks();
  readonly #fresh = new Set<string>();
  #view = NO_VIEW;
  #openId: string | null = $state(null);
  #scrollTop = 0;
  #viewport = 0;
  #rowHeight = 28;
  /** Who the active cell and the extent belong to, so that they can be found again. */
  #focusOn: Kept | null = null;
  #extentOn: Kept | null = null;
  /** Row that was edited and not left since: its place in the order is not changed under the reader. */
  #touched: string | null = null;
  /** The block that was copied last, for when it comes back in the very form it left in. */
  #copied: { text: string; cells: Carried[][] } | null = null;
  /** Column where a run of Tab began; Enter goes back to it. */
  #tabbedFrom: number | null = null;
  #stopSlow: (() => void) | null = null;
  #stopFollow: (() => void) | null = null;
  #stopSpare: (() => void) | null = null;
  #refreshing: Promise<void> | null = null;
  #again = false;
  #force = false;

  constructor({ source, columns, setting, query, events, types, after, tint, tree }: GridOptions<R>) {
    this.setting = setting;
    this.tree = tree ?? false;
    this.tint = tint ?? false;
    this.columns = new Columns(columns, { ...columnTypes, ...types });
    this.rows = new RowWindow(source, { where: [], sort: [], groupBy: null, ...query });
    this.rows.changed = () => this.#arrange();
    this.#events = events ?? {};
    this.#after =
      after ??
      ((milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      });
  }

  // ---- what is shown -------------------------------------------------------------------------------

  /** Reads the list for the first time. */
  async load(): Promise<void> {
    await this.refresh();
  }

  /** Lets go of timers and of the component. */
  close(): void {
    this.#stopSlow?.();
    this.#stopFollow?.();
    this.#stopSpare?.();
    this.edit?.session.close();
    this.#view = NO_VIEW;
  }

  /** Connects the component that draws the grid; returns what lets go of it. */
  attach(view: GridView): () => void {
    this.#view = view;
    if (this.#scrollTop > 0) view.scrollTo(this.#scrollTop);
    return () => {
      if (this.#view === view) this.#view = NO_VIEW;
    };
  }

  /** Takes the height of the room for rows and of one row, in CSS pixels. */
  measure(viewport: number, rowHeight: number): void {
    if (rowHeight <= 0) return;
    const top = this.#scrollTop / this.#rowHeight;
    const rescaled = this.#rowHeight !== rowHeight;
    this.#viewport = viewport;
    this.#rowHeight = rowHeight;
    if (rescaled) this.#scroll(top * rowHeight);
    const needed = Math.ceil(viewport / rowHeight) + 1 + 2 * SPARE;
    // Never fewer: a window made lower and higher again should not build its rows twice.
    if (needed > this.slots.length) {
      this.slots = Array.from({ length: needed }, (_, number) => this.slots[number] ?? new Slot<R>(number));
    }
    this.#arrange();
  }

  /** Takes the scroll position, in CSS pixels from the first line. */
  scrolled(top: number): void {
    if (top === this.#scrollTop) return;
    const far = Math.abs(top - this.#scrollTop) > this.#viewport / 2;
    this.#scrollTop = top;
    this.#stopSpare?.();
    this.#stopSpare = null;
    this.#arrange(far);
    if (far) this.#stopSpare = this.#after(SETTLED, () => this.#arrange());
  }

  /** The row that the record beside the list shows. */
  get openId(): string | null {
    return this.#openId;
  }

  set openId(id: string | null) {
    this.#openId = id;
    this.#arrange();
  }

  get range(): Range | null {
    const { focus, extent } = this;
    if (!focus || !extent || focus.line < 0) return null;
    return {
      top: Math.min(focus.line, extent.line),
      bottom: Math.max(focus.line, extent.line),
      from: Math.min(focus.column, extent.column),
      to: Math.max(focus.column, extent.column),
    };
  }

  /** Whether more than the active cell is selected. */
  get hasRange(): boolean {
    const { focus, extent } = this;
    return Boolean(focus && extent && (focus.line !== extent.line || focus.column !== extent.column));
  }

  /** How many rows and columns are selected; null while it is the active cell alone. */
  get selected(): { rows: number; columns: number } | null {
    const { range } = this;
    if (!range || !this.hasRange) return null;
    return { rows: this.rows.countOn(range.top, range.bottom + 1), columns: range.to - range.from + 1 };
  }

  get focusedColumn(): ColumnState<R> | null {
    return (this.focus && this.columns.shown[this.focus.column]) ?? null;
  }

  /** The row of the active cell; null on a head, a group or a row not here yet. */
  get focusedRow(): R | null {
    const line = this.focus ? this.rows.line(this.focus.line) : null;
    return line?.kind === 'row' ? line.row : null;
  }

  /** The last row of the list as far as it has been read. */
  get lastRow(): R | null {
    const line = this.rows.line(this.rows.flat.size - 1);
    return line?.kind === 'row' ? line.row : null;
  }

  /** What an edit left on the active cell. */
  get focusedMark(): { text: string; reason: string | null } | null {
    const row = this.focusedRow;
    const column = this.focusedColumn;
    const mark = row && column ? this.#marks.get(row.id, column.key) : undefined;
    return mark && mark.state !== 'sent' ? mark : null;
  }

  /** Why a cell cannot be changed; an empty reason where the column never can. */
  lockOf(column: ColumnState<R>, row: R): string | null {
    if (!column.spec.editable) return '';
    if (this.readOnly) return this.setting.t('grid-read-only');
    return column.spec.locked?.(row) ?? null;
  }

  /** Which way the list is sorted by a column. */
  sortOf(key: string): 'ascending' | 'descending' | null {
    if (this.rows.query.sort.includes(key)) return 'ascending';
    return this.rows.query.sort.includes(`-${key}`) ? 'descending' : null;
  }

  /** Which place a column has among several that the list is sorted by; null where it is the only one or none. */
  sortRank(key: string): number | null {
    const { sort } = this.rows.query;
    const at = sort.findIndex((one) => one === key || one === `-${key}`);
    return at < 0 || sort.length < 2 ? null : at + 1;
  }

  /**
   * Gives each line in the window its slot.
   *
   * In a jump, `bare` leaves out the rows beyond the edges: their slots go on showing, out of sight, the
   * lines they had.
   */
  #arrange(bare = false): void {
    this.refusals = this.#marks.refusals;
    const count = this.slots.length;
    if (count === 0) return;
    const { size } = this.rows.flat;
    const start = Math.floor(this.#scrollTop / this.#rowHeight);
    const first = clamp(start - SPARE, 0, Math.max(0, size - count));
    this.rows.want(first, first + count);
    this.#nameFocus();
    let blank = false;
    const from = bare ? Math.max(first, start) : first;
    const end = bare ? Math.min(first + count, start + this.#linesInSight) : first + count;
    for (let line = from; line < end; line += 1) {
      const slot = this.slots[line % count];
      if (!slot) continue;
      const here = this.rows.line(line);
      blank ||= here?.kind === 'blank';
      this.#fill(slot, here, line);
    }
    this.#awaitRows(blank);
  }

  #fill(slot: Slot<R>, here: Line<R> | null, line: number): void {
    const { focus, filling } = this;
    const range = this.hasRange ? this.range : null;
    const inRange = range !== null && line >= range.top && line <= range.bottom;
    const inFilling = filling !== null && line >= filling.top && line <= filling.bottom;
    const row = here?.kind === 'row' ? here.row : null;
    slot.line = here ? line : -1;
    slot.kind = here?.kind ?? 'none';
    slot.row = row;
    slot.group = here?.kind === 'group' ? here.group : null;
    slot.folded =
      here?.kind === 'group'
        ? this.rows.isGroupFolded(here.group.key)
        : row !== null && row.hasChildren === true && this.rows.isRowFolded(row.id);
    const focused = here !== null && focus?.line === line;
    slot.cursor =
      focused || inRange || inFilling
        ? {
            focus: focused ? focus.column : -1,
            edited: this.edit && row?.id === this.edit.id ? this.columns.indexOf(this.edit.column) : -1,
            from: inRange ? range.from : -1,
            to: inRange ? range.to : -1,
            handle: this.#handleLine === line ? (this.range?.to ?? -1) : -1,
            fillFrom: inFilling ? filling.from : -1,
            fillTo: inFilling ? filling.to : -1,
          }
        : null;
    slot.open = row !== null && row.id === this.#openId;
    slot.checked = row !== null && this.checked.has(row.id);
    slot.fresh = row !== null && this.#fresh.has(row.id);
    slot.marks = row ? this.#marks.row(row.id) : null;
  }

  #awaitRows(blank: boolean): void {
    if (!blank) {
      this.#stopSlow?.();
      this.#stopSlow = null;
      this.slow = false;
    } else if (!this.#stopSlow) {
      this.#stopSlow = this.#after(SLOW, () => {
        this.slow = true;
      });
    }
  }

  // ---- reading again -------------------------------------------------------------------------------

  /**
   * Takes in that records changed: rows are read again, scroll, focus and range stay with their rows.
   *
   * `ids` that came from elsewhere are marked until they are looked at.
   */
  async invalidate(change: { ids?: readonly string[] | null; elsewhere?: boolean } = {}): Promise<void> {
    if (change.elsewhere) for (const id of change.ids ?? []) this.#fresh.add(id);
    await this.refresh();
  }

  /** Asks again after a failure. */
  async retry(): Promise<void> {
    await this.refresh(true);
  }

  setWhere(where: readonly string[]): Promise<void> {
    return this.ask({ where });
  }

  /** Puts a remembered layout of columns in force, or without one that which they were described with. */
  restoreColumns(layout: readonly ColumnLayout[] | null): void {
    const focused = this.focusedColumn?.key;
    if (layout) this.columns.restore(layout);
    else this.columns.plain();
    this.#followColumn(focused);
  }

  setGroupBy(groupBy: string | null): Promise<void> {
    return this.ask({ groupBy });
  }

  setSort(sort: readonly string[]): Promise<void> {
    return this.ask({ sort });
  }

  /** Goes through ascending, descending and not sorted; `add` sorts within what is sorted already. */
  sortBy(key: string, add = false): Promise<void> {
    if (!this.columns.get(key)?.spec.sortable) return Promise.resolve();
    const now = this.sortOf(key);
    const next = now === null ? [key] : now === 'ascending' ? [`-${key}`] : [];
    const { sort } = this.rows.query;
    const mine = (one: string): boolean => one === key || one === `-${key}`;
    const sorted = !add
      ? next
      : now === null
        ? [...sort, key]
        : sort.flatMap((one) => (mine(one) ? next : [one]));
    this.#events.onSort?.(sorted);
    return this.setSort(sorted);
  }

  /** Asks for another filter, order or grouping, all of them at once. */
  ask(part: Partial<Query>): Promise<void> {
    if (this.edit && !this.keep('stay')) this.leave();
    this.rows.query = { ...this.rows.query, ...part };
    return this.refresh(true);
  }

  /**
   * Reads the list again. While a row is being edited, or was and has not been left, its lines stay where
   * they are and only their content is renewed, unless `force` is set.
   */
  refresh(force = false): Promise<void> {
    this.#force ||= force;
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refreshAll().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshAll(): Promise<void> {
    do {
      this.#again = false;
      await this.#refreshOnce();
    } while (this.#again);
    this.#force = false;
  }

  async #refreshOnce(): Promise<void> {
    const firstSeen = this.#keptAt(Math.ceil(this.#scrollTop / this.#rowHeight));
    const snapshot = await this.rows.read(this.#inSight(), this.#linesInSight);
    if (!snapshot) return;
    // The row with the focus holds its place on the screen if it is there, else the first one in sight.
    const inSight = this.#focusOn !== null && this.#isInSight(this.#focusOn.line);
    const anchor = inSight ? this.#focusOn : firstSeen;
    const [focusOn, extentOn] = [this.#focusOn, this.#extentOn];
    const anchorAt = anchor ? await this.#find(snapshot, anchor) : null;
    const focusAt = focusOn ? await this.#find(snapshot, focusOn) : null;
    const extentAt = extentOn ? await this.#find(snapshot, extentOn) : null;
    // Under a filter a row that was edited may only have ceased to fit.
    const gone =
      this.edit === null &&
      this.#touched !== null &&
      (await this.rows.find(snapshot, this.#touched)) === null &&
      (await this.rows.isGone(this.#touched));
    // Whoever moved on meanwhile must not be put back to where they were.
    if (focusOn !== this.#focusOn || extentOn !== this.#extentOn) this.#again = true;
    if (this.#again) return;
    if (!this.#force && this.#isHeld() && !gone) {
      this.rows.patchFrom(snapshot);
      this.waiting = true;
      return;
    }
    this.waiting = false;
    const drift = anchor ? anchor.line * this.#rowHeight - this.#scrollTop : 0;
    this.rows.apply(snapshot);
    const last = Math.max(0, this.rows.flat.size - 1);
    if (this.#force || !anchor) this.#scroll(this.#scrollTop);
    else if (this.#scrollTop > 0 || inSight) {
      const line = this.#lineAt(anchorAt) ?? Math.min(anchor.line, last);
      this.#scroll(line * this.#rowHeight - drift);
    }
    if (this.focus && this.focus.line >= 0 && this.#focusOn) {
      const line = this.#lineAt(focusAt) ?? clamp(this.focus.line, 0, last);
      const extent = this.hasRange ? this.#lineAt(extentAt) : null;
      const column = this.focus.column;
      this.focus = { line, column };
      this.extent = extent === null ? this.focus : { line: extent, column: this.extent?.column ?? column };
    }
    this.#clampColumns();
    // Whoever came before the rows did gets the first cell now.
    if (this.active) this.enter();
    this.#focusOn = this.focus ? this.#keptAt(this.focus.line) : null;
    this.#extentOn = this.extent ? this.#keptAt(this.extent.line) : null;
    this.#arrange();
  }

  #isHeld(): boolean {
    return this.edit !== null || (this.#touched !== null && this.#touched === this.focusedRow?.id);
  }

  #isInSight(line: number): boolean {
    const top = line * this.#rowHeight;
    return top + this.#rowHeight > this.#scrollTop && top < this.#scrollTop + this.#viewport;
  }

  /** The rows to read along with a new snapshot: those in sight and the one with the focus. */
  #inSight(): Stretch[] {
    const first = Math.floor(this.#scrollTop / this.#rowHeight);
    const end = first + this.#linesInSight;
    const stretches = new Map<string | null, Stretch>();
    const lines = Array.from({ length: end - first }, (_, index) => first + index);
    for (const line of [...lines, this.focus?.line ?? -1, this.extent?.line ?? -1]) {
      const place = this.rows.flat.at(line);
      if (!place || place.offset < 0) continue;
      const group = this.rows.keyOf(place.segment);
      const there = stretches.get(group);
      stretches.set(group, {
        group,
        from: Math.min(there?.from ?? place.offset, place.offset),
        to: Math.max(there?.to ?? 0, place.offset + 1),
      });
    }
    return [...stretches.values()];
  }

  get #linesInSight(): number {
    return Math.ceil(this.#viewport / this.#rowHeight) + 1;
  }

  #keptAt(line: number): Kept | null {
    const place = this.rows.flat.at(line);
    const here = this.rows.line(line);
    if (!place || !here) return null;
    const group = this.rows.keyOf(place.segment);
    const whose: Whose | null =
      here.kind === 'row'
        ? { kind: 'row', id: here.row.id }
        : here.kind === 'group'
          ? { kind: 'group', key: group }
          : null;
    return { line, whose, group, offset: place.offset };
  }

  /** A row that had not come in when the focus went to it gets its name as soon as it has. */
  #nameFocus(): void {
    if (this.focus && this.focus.line >= 0 && !this.#focusOn?.whose)
      this.#focusOn = this.#keptAt(this.focus.line);
    if (this.extent && this.extent.line >= 0 && !this.#extentOn?.whose)
      this.#extentOn = this.#keptAt(this.extent.line);
  }

  async #find(snapshot: Snapshot<R>, kept: Kept): Promise<Place | null> {
    if (kept.whose?.kind === 'group') {
      const segment = snapshot.segmentOf(kept.whose.key);
      return segment < 0 ? null : { segment, offset: -1 };
    }
    if (kept.whose?.kind === 'row') {
      // After another order or filter was asked for, the eye stays where it is; no row is run after.
      const { id } = kept.whose;
      const found = this.#force ? snapshot.pages.find(id) : await this.rows.find(snapshot, id);
      if (found) return found;
    }
    const segment = snapshot.segmentOf(kept.group);
    const count = snapshot.counts[segment] ?? 0;
    return segment < 0 || count === 0
      ? null
      : { segment, offset: Math.min(Math.max(0, kept.offset), count - 1) };
  }

  #lineAt(place: Place | null): number | null {
    if (!place) return null;
    const line = this.rows.flat.lineOf(place.segment, place.offset);
    const shown = line >= 0 ? line : this.rows.flat.lineOf(place.segment, -1);
    return shown >= 0 ? shown : null;
  }

  #clampColumns(): void {
    const last = Math.max(0, this.columns.shown.length - 1);
    if (this.focus && this.focus.column > last) this.focus = { ...this.focus, column: last };
    if (this.extent && this.extent.column > last) this.extent = { ...this.extent, column: last };
  }

  #scroll(top: number): void {
    const most = Math.max(0, this.rows.flat.size * this.#rowHeight - this.#viewport);
    const next = clamp(top, 0, most);
    if (next === this.#scrollTop) return;
    this.#scrollTop = next;
    this.#view.scrollTo(next);
  }

  // ---- columns -------------------------------------------------------------------------------------

  /** Takes new column descriptions: another language, another kind. */
  setColumns(columns: readonly Column<R>[]): void {
    this.columns.replace(columns);
    this.#clampColumns();
    this.#arrange();
  }

  showColumn(key: string, shown: boolean): void {
    const focused = this.focusedColumn?.key;
    this.columns.show(key, shown);
    this.#followColumn(focused);
  }

  moveColumn(key: string, before: string | null): void {
    const focused = this.focusedColumn?.key;
    this.columns.move(key, before);
    this.#followColumn(focused);
  }

  resizeColumn(key: string, width: number): void {
    this.columns.resize(key, width);
    this.#events.onLayout?.();
  }

  /** Keeps the columns up to one in sight when the grid is scrolled sideways; without a key, none. */
  freezeColumns(key: string | null): void {
    const focused = this.focusedColumn?.key;
    this.columns.freeze(key);
    this.#followColumn(focused);
  }

  #followColumn(key: string | undefined): void {
    const column = key === undefined ? -1 : this.columns.indexOf(key);
    if (this.focus && column >= 0) this.focus = { ...this.focus, column };
    this.#clampColumns();
    this.extent = this.focus;
    this.#arrange();
    this.#events.onLayout?.();
  }

  // ---- focus and range -----------------------------------------------------------------------------

  /** Makes a cell the active one; with `extend` it becomes the far corner of the range instead. */
  focusCell(cell: Cell, { extend = false, open = true }: { extend?: boolean; open?: boolean } = {}): void {
    const lines = this.rows.flat.size;
    const column = clamp(cell.column, 0, Math.max(0, this.columns.shown.length - 1));
    const line = lines === 0 ? -1 : clamp(cell.line, extend ? 0 : -1, lines - 1);
    const next = { line, column };
    if (extend && this.focus && this.focus.line >= 0) {
      this.extent = next;
      this.#extentOn = this.#keptAt(line);
    } else {
      this.focus = next;
      this.extent = next;
      this.#focusOn = this.#keptAt(line);
      this.#extentOn = this.#focusOn;
      this.#tintColumn();
      this.#leaveRow();
      if (open) this.#follow();
    }
    if (line >= 0) this.#revealLine(line);
    this.#view.reveal(column);
    this.#arrange();
  }

  /** Enters the grid: the cell that had the focus before, or the first one. */
  enter(): void {
    this.active = true;
    if (this.focus || this.rows.flat.size === 0) return;
    this.focusCell({ line: this.#nextRow(-1, 1) ?? 0, column: this.#firstColumn }, { open: false });
  }

  /** Takes the keyboard to the grid. */
  takeKeyboard(): void {
    this.#view.takeFocus();
  }

  /** Opens the editor of the active cell; what is kept in it goes into every selected cell. */
  editAll(): boolean {
    return this.startEdit('opened', true);
  }

  get #firstColumn(): number {
    return Math.max(
      0,
      this.columns.shown.findIndex(({ spec }) => !spec.fixed),
    );
  }

  /** Brings a row that is in the list to the focus; resolves to whether it was found. */
  async focusRow(id: string): Promise<boolean> {
    const line = await this.rows.reach(id);
    if (line < 0) return false;
    this.focusCell({ line, column: this.focus?.column ?? this.#firstColumn }, { open: false });
    return true;
  }

  /** Leaving a row that was edited lets the list take its order again. */
  #leaveRow(): void {
    const id = this.focusedRow?.id ?? null;
    if (id !== null && this.#fresh.delete(id)) this.#arrange();
    if (this.#touched === null || this.#touched === id) return;
    this.#touched = null;
    if (this.waiting) void this.refresh();
  }

  #follow(): void {
    this.#stopFollow?.();
    this.#stopFollow = this.#after(FOLLOW, () => {
      const row = this.focusedRow;
      if (row && row.id !== this.#openId) this.#events.onOpen?.(row, 'follow');
    });
  }

  #openNow(): void {
    const row = this.focusedRow;
    this.#stopFollow?.();
    if (row) this.#events.onOpen?.(row, 'now');
  }

  #tintColumn(): void {
    if (!this.tint) return;
    this.columns.shown.forEach((column, index) => {
      column.tinted = index === this.focus?.column && !column.frozen && !column.spec.fixed;
    });
  }

  #revealLine(line: number): void {
    const top = line * this.#rowHeight;
    if (top < this.#scrollTop) this.#scroll(top);
    else if (top + this.#rowHeight > this.#scrollTop + this.#viewport) {
      this.#scroll(top + this.#rowHeight - this.#viewport);
    }
  }

  /** Next line with a row in a direction, stepping over group heads; null when there is none. */
  #nextRow(line: number, step: 1 | -1): number | null {
    for (let next = line + step; next >= 0 && next < this.rows.flat.size; next += step) {
      if ((this.rows.flat.at(next)?.offset ?? -1) >= 0) return next;
    }
    return null;
  }

  #corner(extend: boolean): Cell | null {
    return extend ? this.extent : this.focus;
  }

  #go(extend: boolean, move: (from: Cell) => Partial<Cell>): boolean {
    const from = this.#corner(extend);
    if (!from) return false;
    this.#tabbedFrom = null;
    this.focusCell({ ...from, ...move(from) }, { extend });
    return true;
  }

  /** Edge of the block a line stands in: first or last row of the group, then those of the next one. */
  #edge(line: number, step: 1 | -1): number {
    const { flat } = this.rows;
    const place = flat.at(line);
    if (!place) return step < 0 ? 0 : flat.size - 1;
    const first = flat.lineOf(place.segment, 0);
    const edge =
      step < 0 ? (first >= 0 ? first : flat.startOf(place.segment)) : flat.endOf(place.segment) - 1;
    if (step < 0 ? line > edge : line < edge) return edge;
    const beyond = this.#nextRow(line, step);
    if (beyond === null) return step < 0 ? 0 : flat.size - 1;
    const other = flat.at(beyond);
    if (!other) return beyond;
    return step < 0 ? Math.max(0, flat.lineOf(other.segment, 0)) : flat.endOf(other.segment) - 1;
  }

  get #page(): number {
    return Math.max(1, Math.floor(this.#viewport / this.#rowHeight) - 1);
  }

  // ---- pointer -------------------------------------------------------------------------------------

  /** A press on a cell; a press on the active cell of a matrix opens its list. */
  point(cell: Cell, extend = false): void {
    this.keepOrPark();
    const line = this.rows.line(cell.line);
    const draw = this.columns.shown[cell.column]?.type.draw;
    const same = this.focus?.line === cell.line && this.focus.column === cell.column;
    this.#tabbedFrom = null;
    this.focusCell(cell, { extend, open: false });
    if (extend || line?.kind !== 'row') return;
    if (draw === 'check') this.check(line.row.id);
    else if (draw === 'mark' && same) this.startEdit();
    else this.#openNow();
  }

  /** Checks or unchecks a row. */
  check(id: string): void {
    const next = new Set(this.checked);
    if (!next.delete(id)) next.add(id);
    this.#setChecked(next);
  }

  /** Unchecks all rows if any is checked, else checks every row of the list. */
  async checkAll(): Promise<void> {
    if (this.checked.size > 0) {
      this.#setChecked(new Set());
      return;
    }
    const rows = await this.rows.rowsOn(0, this.rows.flat.size);
    this.#setChecked(new Set(rows.map(({ id }) => id)));
  }

  #setChecked(ids: ReadonlySet<string>): void {
    this.checked = ids;
    this.#events.onCheck?.(ids);
    this.#arrange();
  }

  // ---- folding -------------------------------------------------------------------------------------

  /** Folds or unfolds the group or the row on a line. */
  async fold(line: number, fold?: boolean): Promise<void> {
    const here = this.rows.line(line);
    if (here?.kind === 'group') {
      const { key } = here.group;
      this.rows.foldGroup(key, fold ?? !this.rows.isGroupFolded(key));
    } else if (here?.kind === 'row' && here.row.hasChildren) {
      const { id } = here.row;
      await this.rows.foldRow(id, fold ?? !this.rows.isRowFolded(id));
    } else return;
    this.#afterFold();
  }

  foldAll(fold: boolean): void {
    this.rows.foldAllGroups(fold);
    this.#afterFold();
  }

  /** The focus stays with its row; if that is folded away, it goes to the head. */
  #afterFold(): void {
    const line = this.#lineOf(this.#focusOn);
    if (this.focus && line !== null) {
      this.focus = { ...this.focus, line };
      this.#focusOn = this.#keptAt(line);
    }
    this.extent = this.focus;
    this.#extentOn = this.#focusOn;
    this.#scroll(this.#scrollTop);
    this.#arrange();
    this.#events.onFold?.();
  }

  #lineOf(kept: Kept | null): number | null {
    if (!kept) return null;
    const { whose } = kept;
    const last = this.rows.flat.size - 1;
    const line =
      whose?.kind === 'group'
        ? this.rows.lineOfGroup(whose.key)
        : whose
          ? this.rows.lineOfRow(whose.id)
          : kept.line;
    return line >= 0 ? line : clamp(kept.line, 0, Math.max(0, last));
  }

  // ---- editing -------------------------------------------------------------------------------------

  /** Opens the editor of the active cell with its text; returns whether it can be edited. */
  startEdit(origin: 'typed' | 'opened' = 'opened', all = false): boolean {
    const row = this.focusedRow;
    const column = this.focusedColumn;
    if (this.edit || !row || !column?.type.open) return this.edit !== null;
    const lock = this.lockOf(column, row);
    if (lock !== null) {
      if (lock !== '') this.#events.onNotice?.('grid-locked');
      return false;
    }
    const mark = this.#marks.get(row.id, column.key);
    const value = column.spec.of(row);
    const text = mark?.text ?? column.type.text(value, column.plain, this.setting);
    const session = column.type.open({ column: column.plain, value, text, setting: this.setting });
    if (mark && origin === 'opened') session.type(mark.text);
    if (mark?.reason) session.refuse(mark.reason);
    const seen = column.type.value(value, column.plain);
    this.edit = { id: row.id, row, column: column.key, session, seen, origin, all };
    if (this.focus) this.#revealLine(this.focus.line);
    this.#arrange();
    return true;
  }

  /** Takes what was typed into the entry; the first of it opens the editor. Returns whether it is one. */
  typed(text: string): boolean {
    if (!this.edit && !this.startEdit('typed')) return false;
    const edit = this.edit;
    if (!edit) return false;
    edit.session.type(text);
    this.#events.onDraft?.(edit.id, edit.column, text);
    return true;
  }

  /** Turns typing over a cell into editing its text: arrow keys move in it from now on. */
  holdCaret(): void {
    if (this.edit) this.edit = { ...this.edit, origin: 'opened' };
  }

  /** Keeps the text and goes on; returns false, and stays, when it cannot be kept. */
  keep(onward: Onward): boolean {
    const edit = this.edit;
    if (!edit) return false;
    if (edit.all && this.hasRange) return this.keepFill();
    const reading = edit.session.read();
    if (!reading.ok) {
      edit.session.refuse(reading.reason);
      return false;
    }
    this.#endEdit(edit);
    this.#marks.set(edit.id, edit.column, null);
    if (reading.value === edit.seen) this.#events.onDraft?.(edit.id, edit.column, null);
    else void this.#send(edit.row, edit.column, reading.value, reading.text, edit.seen);
    this.#goOn(onward);
    this.#arrange();
    return true;
  }

  /** Keeps the text; if it cannot be kept, leaves it on the cell with the reason. */
  keepOrPark(): void {
    const edit = this.edit;
    if (!edit || this.keep('stay')) return;
    const { text, reason } = edit.session;
    this.#endEdit(edit);
    const { label: row = '' } = edit.row;
    this.#marks.set(edit.id, edit.column, { state: 'refused', text, value: text, reason, row });
    this.#arrange();
  }

  /** Keeps the text in every cell of the range, as one action. */
  keepFill(): boolean {
    const { edit, range } = this;
    if (!edit || !range || !this.hasRange) return this.keep('stay');
    const reading = edit.session.read();
    if (!reading.ok) {
      edit.session.refuse(reading.reason);
      return false;
    }
    this.#endEdit(edit);
    this.#events.onDraft?.(edit.id, edit.column, null);
    void this.#caught(this.#fillRange(range, edit.column, reading));
    return true;
  }

  /** Leaves the edit; the cell shows what it showed before. */
  leave(): void {
    const edit = this.edit;
    if (!edit) return;
    this.#endEdit(edit);
    this.#marks.set(edit.id, edit.column, null);
    this.#events.onDraft?.(edit.id, edit.column, null);
    this.#arrange();
    if (this.waiting && !this.#isHeld()) void this.refresh();
  }

  /** Puts back a text that was being written when the program ended. */
  restoreDraft(id: string, column: string, text: string): void {
    this.#marks.set(id, column, { state: 'draft', text, value: text, reason: null });
    this.#arrange();
  }

  async #fillRange(
    range: Range,
    from: string,
    { value, text }: { value: string; text: string },
  ): Promise<void> {
    const rows = await this.rows.rowsOn(range.top, range.bottom + 1);
    await this.#change('fill', rows, range.from, range.to - range.from + 1, (_row, column) =>
      column.key === from
        ? { value, text }
        : { value: column.type.parse(text, column.plain, this.setting), text },
    );
  }

  #endEdit(edit: CellEdit<R>): void {
    edit.session.close();
    this.edit = null;
    this.#touched = edit.id;
  }

  #goOn(onward: Onward): void {
    const { focus } = this;
    if (!focus || onward === 'stay') return;
    if (onward === 'down' || onward === 'up') {
      const line = this.#nextRow(focus.line, onward === 'down' ? 1 : -1);
      const column = this.#tabbedFrom ?? focus.column;
      this.#tabbedFrom = null;
      this.focusCell({ line: line ?? focus.line, column });
      return;
    }
    this.#tabbedFrom ??= focus.column;
    const step = onward === 'next' ? 1 : -1;
    const { shown } = this.columns;
    let column = focus.column + step;
    while (shown[column]?.spec.fixed) column += step;
    if (shown[column]) {
      this.focusCell({ line: focus.line, column });
      return;
    }
    const line = this.#nextRow(focus.line, step);
    if (line === null) return;
    const free = shown.map(({ spec }, index) => (spec.fixed ? -1 : index)).filter((index) => index >= 0);
    const edge = (step > 0 ? free[0] : free.at(-1)) ?? focus.column;
    this.focusCell({ line, column: edge });
  }

  async #send(row: R, column: string, value: string, text: string, seen: string): Promise<void> {
    const { onEdit } = this.#events;
    if (!onEdit) return;
    this.#touched = row.id;
    const sent = { state: 'sent', text, value, reason: null, row: row.label ?? '' } as const;
    this.#marks.set(row.id, column, sent);
    this.#arrange();
    const answer = await onEdit({ id: row.id, column, value, text, seen }).catch((): EditAnswer<R> => ({
      kept: false,
      reason: this.setting.t('grid-not-stored'),
    }));
    if (answer.kept) {
      this.#events.onDraft?.(row.id, column, null);
      if (answer.row) this.rows.patch([answer.row]);
      else await this.refresh();
    }
    // A later edit of the same cell has its own mark and its own answer.
    if (this.#marks.get(row.id, column) === sent) {
      const refused = answer.kept ? null : ({ ...sent, state: 'refused', reason: answer.reason } as const);
      this.#marks.set(row.id, column, refused);
    }
    this.#arrange();
  }

  /** Sends a block, and marks what of it was left as it was. Returns the ids of the rows that were added. */
  async #sendBlock(change: BlockChange<R>): Promise<string[]> {
    const { onBlock } = this.#events;
    const { cells, leftOut, added } = change;
    if (!onBlock || cells.length + leftOut.length + added.length === 0) return [];
    this.#marks.lost = [];
    const sent = new Map<string, ReturnType<CellMarks['get']>>();
    for (const { id, column, value, text } of cells) {
      const mark = {
        state: 'sent',
        text,
        value,
        reason: null,
        row: change.rows.get(id)?.label ?? '',
      } as const;
      this.#marks.set(id, column, mark);
      sent.set(`${id} ${column}`, mark);
    }
    // Rows that are added take their places at once.
    this.#touched = added.length > 0 ? null : (this.focusedRow?.id ?? null);
    this.#arrange();
    const answer = await onBlock(change).catch((): BlockAnswer<R> => {
      const reason = this.setting.t('grid-not-stored');
      return {
        rows: [],
        refused: cells.map(({ id, column }) => ({ id, column, reason })),
        added: added.map((row) => ({
          id: null,
          refused: row.cells.map(({ column }) => ({ column, reason })),
        })),
      };
    });
    if (answer.rows) this.rows.patch(answer.rows);
    else await this.refresh(added.length > 0);
    const refused = new Map(answer.refused.map(({ id, column, reason }) => [`${id} ${column}`, reason]));
    for (const { id, column } of cells) {
      const name = `${id} ${column}`;
      const mark = sent.get(name);
      if (!mark || this.#marks.get(id, column) !== mark) continue;
      const reason = refused.get(name);
      this.#marks.set(id, column, reason === undefined ? null : { ...mark, state: 'refused', reason });
    }
    for (const { id, column, value, text, why } of leftOut) {
      const row = change.rows.get(id);
      const of = this.columns.get(column);
      const lock = row && of && why === 'locked' ? this.lockOf(of, row) : null;
      const reason = lock || this.setting.t('grid-locked');
      this.#marks.set(id, column, { state: 'left', text, value, reason, row: row?.label ?? '' });
    }
    this.#markAdded(added, answer.added ?? []);
    this.#arrange();
    return (answer.added ?? []).flatMap(({ id }) => (id === null ? [] : [id]));
  }

  #markAdded(added: readonly NewRow[], answers: NonNullable<BlockAnswer<R>['added']>): void {
    const lost: Refusal[] = [];
    answers.forEach(({ id, refused }, number) => {
      const row = this.setting.t('grid-new-row', { number: number + 1 });
      for (const { column, reason } of refused) {
        const cell = added[number]?.cells.find((one) => one.column === column);
        const { text, value } = cell ?? { text: '', value: '' };
        if (id === null) lost.push({ id, column, row, text, reason });
        else this.#marks.set(id, column, { state: 'refused', text, value, reason, row });
      }
    });
    if (lost.length > 0) this.#marks.lost = lost;
  }

  // ---- what was left as it was -----------------------------------------------------------------------

  /** Brings a cell that was left as it was to the focus; resolves to whether it is in the list. */
  async goToRefusal({ id, column }: Refusal): Promise<boolean> {
    const line = id === null ? -1 : await this.rows.reach(id);
    if (line < 0) return false;
    this.columns.show(column, true);
    this.focusCell({ line, column: Math.max(0, this.columns.indexOf(column)) }, { open: false });
    return true;
  }

  /** Goes to the next cell that was left as it was, from the active one on and around. */
  async nextRefusal(step: 1 | -1): Promise<void> {
    const there = this.refusals.filter(({ id }) => id !== null);
    const [row, column] = [this.focusedRow, this.focusedColumn];
    const at = there.findIndex((one) => one.id === row?.id && one.column === column?.key);
    const next = at < 0 && step < 0 ? there.length - 1 : at + step;
    const refusal = there[(next + there.length) % there.length];
    if (refusal) await this.goToRefusal(refusal);
    else this.#events.onNotice?.('grid-none-left');
  }

  /** Gives up what was to stand in the cells that were left as they were. */
  dropRefusals(): void {
    for (const { id, column } of this.refusals) {
      if (id === null) continue;
      this.#marks.set(id, column, null);
      this.#events.onDraft?.(id, column, null);
    }
    this.#marks.lost = [];
    this.#arrange();
  }

  // ---- blocks of cells -----------------------------------------------------------------------------

  /** The text of the selected cells; null while some of the rows have not been read. */
  copy(): { text: string; html: string } | null {
    const { range } = this;
    if (!range) return null;
    const rows = this.rows.rowsNow(range.top, range.bottom + 1);
    return rows && this.#printed(rows, range);
  }

  /** The text of the selected cells, reading what is missing. */
  async copyLater(): Promise<{ text: string; html: string } | null> {
    const { range } = this;
    if (!range) return null;
    return this.#printed(await this.rows.rowsOn(range.top, range.bottom + 1), range);
  }

  #printed(rows: readonly R[], range: Range): { text: string; html: string } | null {
    if (rows.length === 0) return null;
    const columns = this.columns.shown.slice(range.from, range.to + 1);
    const cells = rows.map((row) => columns.map((column) => this.#carried(row, column)));
    const block: Block = cells.map((row) => row.map(({ copy }) => copy));
    const text = printTsv(block);
    this.#copied = { text, cells };
    return { text, html: printHtml(block) };
  }

  #carried(row: R, { spec, type, plain }: ColumnState<R>): Carried {
    const content = spec.of(row);
    const text = type.text(content, plain, this.setting);
    const copy = type.copy?.(content, plain, this.setting) ?? text;
    return { type: spec.type, value: type.value(content, plain), text, copy };
  }

  /** What content of one column is in another: its value where both hold the same type, else what its text means there. */
  #taken({ type, value, text, copy }: Carried, { spec, type: to, plain }: ColumnState<R>): Wanted {
    const known = !spec.choices || value === '' || spec.choices.some(({ code }) => code === value);
    if (spec.type === type && known) return { value, text, exact: true };
    return { value: to.parse(copy, plain, this.setting), text };
  }

  /** Clears the selected cells. */
  async clear(by: 'clear' | 'cut' = 'clear'): Promise<void> {
    const { range } = this;
    if (!range) return;
    const rows = await this.rows.rowsOn(range.top, range.bottom + 1);
    await this.#change(by, rows, range.from, range.to - range.from + 1, () => ({ value: '', text: '' }));
  }

  /** Copies the first row of the range into the rows below it; a single cell takes what stands above it. */
  async fillDown(): Promise<void> {
    const { range } = this;
    if (!range) return;
    const above = range.top === range.bottom ? this.#nextRow(range.top, -1) : this.#nextRow(range.top - 1, 1);
    if (above === null || above > range.bottom) return;
    const [model, ...rest] = await this.rows.rowsOn(above, range.bottom + 1);
    if (!model) return;
    await this.#change('fill', rest, range.from, range.to - range.from + 1, (_row, column) =>
      this.#taken(this.#carried(model, column), column),
    );
  }

  /** Copies the first column of the range into those behind it; a single column takes what stands before it. */
  async fillForth(): Promise<void> {
    const { range } = this;
    if (!range) return;
    const from = range.from === range.to ? range.from - 1 : range.from;
    const model = this.columns.shown[from];
    if (!model) return;
    const rows = await this.rows.rowsOn(range.top, range.bottom + 1);
    await this.#change('fill', rows, from + 1, range.to - from, (row, column) =>
      this.#taken(this.#carried(row, model), column),
    );
  }

  /** Whether the selected cells have a handle that fills their neighbours. */
  get canFill(): boolean {
    return this.#events.onBlock !== undefined && !this.readOnly && this.edit === null;
  }

  /** The last line with a row among the selected ones: there the handle is. */
  get #handleLine(): number {
    const { range } = this;
    if (!range || !this.canFill) return -1;
    const line = this.#nextRow(range.bottom + 1, -1) ?? -1;
    return line >= range.top ? line : -1;
  }

  /** Drags the handle to a cell: what lies between it and the selected cells is going to be filled. */
  fillTowards({ line, column }: Cell): void {
    const { range } = this;
    if (!range) return;
    const down = Math.max(line - range.bottom, range.top - line);
    const across = Math.max(column - range.to, range.from - column);
    if (down <= 0 && across <= 0) this.filling = null;
    else if (down >= across) {
      const below = line > range.bottom;
      this.filling = {
        ...range,
        top: below ? range.bottom + 1 : Math.max(0, line),
        bottom: below ? line : range.top - 1,
      };
    } else {
      const behind = column > range.to;
      this.filling = {
        ...range,
        from: behind ? range.to + 1 : column,
        to: behind ? column : range.from - 1,
      };
    }
    this.#arrange();
  }

  /** Lets go of the handle: the selected cells are repeated over those it was dragged over. */
  async fillHere(): Promise<void> {
    const { range, filling } = this;
    this.filling = null;
    this.#arrange();
    if (!range || !filling) return;
    const models = await this.rows.rowsOn(range.top, range.bottom + 1);
    const rows = await this.rows.rowsOn(filling.top, filling.bottom + 1);
    const columns = this.columns.shown.slice(range.from, range.to + 1);
    // Before the selected cells the repeating runs backwards, so that it meets them where they begin.
    const upwards = filling.bottom < range.top ? rows.length : 0;
    const backwards = filling.to < range.from ? filling.to - filling.from + 1 : 0;
    const at = (place: number, most: number, before: number): number =>
      (((place - before) % most) + most) % most;
    await this.#change(
      'fill',
      rows,
      filling.from,
      filling.to - filling.from + 1,
      (_row, column, line, place) => {
        const row = models[at(line, models.length, upwards)];
        const from = columns[at(place, columns.length, backwards)];
        return row && from ? this.#taken(this.#carried(row, from), column) : null;
      },
    );
    this.focusCell({ line: Math.min(range.top, filling.top), column: Math.min(range.from, filling.from) });
    const end = { line: Math.max(range.bottom, filling.bottom), column: Math.max(range.to, filling.to) };
    this.focusCell(end, { extend: true });
  }

  /**
   * Pastes tab separated text at the active cell, or the table that a spreadsheet left beside it.
   *
   * A range that is a whole multiple of the block is filled with it; otherwise the block is put down once,
   * from the first cell of the range on. What was copied here and comes back as it left is put down value
   * by value, whatever its text would mean.
   */
  async paste(text: string, table: Block | null = null): Promise<void> {
    const { range } = this;
    if (!range || this.readOnly) return;
    const own = this.#copied?.text === text.replaceAll('\r\n', '\n') ? this.#copied.cells : null;
    const block = (own ? null : table) ?? parseTsv(text);
    const height = block.length;
    const width = block[0]?.length ?? 0;
    const tall = (await this.rows.rowsOn(range.top, range.bottom + 1)).length;
    const wide = range.to - range.from + 1;
    const downs = tall % height === 0 ? Math.max(height, tall) : height;
    const acrosses = wide % width === 0 ? Math.max(width, wide) : width;
    const rows = await this.rows.rowsOn(range.top, this.rows.flat.size, downs);
    const across = Math.min(acrosses, this.columns.shown.length - range.from);
    const pasted = (column: ColumnState<R>, line: number, place: number): Wanted => {
      const carried = own?.[line % height]?.[place % width];
      if (carried) return this.#taken(carried, column);
      const text = block[line % height]?.[place % width] ?? '';
      return { value: column.type.parse(text, column.plain, this.setting), text };
    };
    let beyond = downs - rows.length;
    let added: NewRow[] = [];
    const answer = beyond > 0 ? ((await this.#events.onBeyond?.(beyond)) ?? 'leave') : 'leave';
    if (answer === 'stop') return;
    if (answer === 'add') {
      added = this.#newRows(rows.length, beyond, range.from, across, pasted);
      beyond = 0;
    }
    const change = (_row: R, column: ColumnState<R>, line: number, place: number): Wanted =>
      pasted(column, line, place);
    const ids = await this.#change('paste', rows, range.from, across, change, { added, beyond });
    this.#select(range.top, ids.at(-1) ?? rows.at(-1)?.id, range.from, range.from + across - 1);
  }

  /** The rows of a block below the last row of the list, without what cannot be written in. */
  #newRows(
    first: number,
    count: number,
    from: number,
    across: number,
    pasted: (column: ColumnState<R>, line: number, place: number) => Wanted,
  ): NewRow[] {
    const columns = this.columns.shown.slice(from, from + across);
    const rows = Array.from({ length: count }, (_, index) => ({
      cells: columns.flatMap((column, place) => {
        const { value, text } = pasted(column, first + index, place);
        return column.spec.editable && value !== '' ? [{ column: column.key, value, text }] : [];
      }),
    }));
    return rows.filter(({ cells }) => cells.length > 0);
  }

  #select(top: number, lastId: string | undefined, from: number, to: number): void {
    const bottom = lastId === undefined ? -1 : this.rows.lineOfRow(lastId);
    if (bottom < top || !this.focus) return;
    this.focus = { line: top, column: from };
    this.extent = { line: bottom, column: to };
    this.#focusOn = this.#keptAt(top);
    this.#extentOn = this.#keptAt(bottom);
    this.#arrange();
  }

  /**
   * Gathers the changes of a block of cells and sends them: one cell as an edit, several as one action.
   *
   * Returns the ids of the rows that were added with it.
   */
  async #change(
    by: BlockChange<R>['by'],
    rows: readonly R[],
    from: number,
    across: number,
    next: (row: R, column: ColumnState<R>, line: number, place: number) => Wanted | null,
    { added = [], beyond = 0 }: { added?: NewRow[]; beyond?: number } = {},
  ): Promise<string[]> {
    const columns = this.columns.shown.slice(from, from + across);
    const known = new Map(rows.map((row) => [row.id, row]));
    const change: BlockChange<R> = { by, rows: known, cells: [], leftOut: [], added, beyond };
    rows.forEach((row, line) => {
      columns.forEach((column, place) => {
        const wanted = next(row, column, line, place);
        if (wanted === null) return;
        const { value, text, exact } = wanted;
        const content = column.spec.of(row);
        const cell: CellChange = { id: row.id, column: column.key, value, text };
        const same =
          value === column.type.value(content, column.plain) ||
          (!exact && text === column.type.text(content, column.plain, this.setting));
        if (same && !this.#marks.get(row.id, column.key)) return;
        const lock = this.lockOf(column, row);
        if (lock === null) change.cells.push(cell);
        // What never can be written in is passed over, unless something was to stand there.
        else if (lock !== '') change.leftOut.push({ ...cell, why: 'locked' });
        else if (by === 'paste' && !same) change.leftOut.push({ ...cell, why: 'read_only' });
      });
    });
    const [only] = change.cells;
    const row = only && known.get(only.id);
    const column = only && this.columns.get(only.column);
    const alone = rows.length * across === 1 && change.leftOut.length + added.length === 0;
    if (!row || !column || !alone) return this.#sendBlock(change);
    const seen = column.type.value(column.spec.of(row), column.plain);
    await this.#send(row, only.column, only.value, only.text, seen);
    return [];
  }

  /** Sets the selected cells of a closed list by its key; returns whether the key stands for a choice. */
  #setByKey(key: string): boolean {
    const { range } = this;
    const column = this.focusedColumn;
    const row = this.focusedRow;
    const choice = this.singleKeys && column?.spec.choices && choiceOfKey(column.spec.choices, key);
    if (!choice || !range || !row || !column || this.lockOf(column, row) !== null) return false;
    void this.#caught(this.#setRange(range, key));
    return true;
  }

  async #setRange(range: Range, key: string): Promise<void> {
    const rows = await this.rows.rowsOn(range.top, range.bottom + 1);
    await this.#change('key', rows, range.from, range.to - range.from + 1, (_row, column) => {
      const choice = column.spec.choices && choiceOfKey(column.spec.choices, key);
      return choice
        ? { value: choice.code, text: column.type.text(choice.code, column.plain, this.setting) }
        : null;
    });
  }

  // ---- moving rows ---------------------------------------------------------------------------------

  /** Works out where a row goes one step up, down, in or out; null when it cannot go there. */
  async moveOf(id: string, step: 'move-up' | 'move-down' | 'nest' | 'unnest'): Promise<RowMove | null> {
    const place = this.rows.flat.at(this.rows.lineOfRow(id));
    if (!place || place.offset < 0) return null;
    const at = (offset: number): Promise<R | null> => this.rows.rowAt(place.segment, offset);
    const row = await at(place.offset);
    if (!row) return null;
    const depth = row.depth ?? 0;
    /** Nearest row before an offset that is not deeper than the given depth. */
    const before = async (offset: number, most: number): Promise<{ row: R; offset: number } | null> => {
      for (let index = offset - 1; ; index -= 1) {
        const one = await at(index);
        if (!one) return null;
        if ((one.depth ?? 0) <= most) return { row: one, offset: index };
      }
    };
    const parentOf = async (offset: number, of: number): Promise<{ row: R; offset: number } | null> =>
      of === 0 ? null : before(offset, of - 1);
    const sibling = await before(place.offset, depth);
    const isSibling = sibling !== null && (sibling.row.depth ?? 0) === depth;
    const parent = await parentOf(place.offset, depth);
    if (step === 'move-up') {
      if (!isSibling) return null;
      const other = await before(sibling.offset, depth);
      const after = other && (other.row.depth ?? 0) === depth ? other.row.id : null;
      return { id, parent: parent?.row.id ?? null, after };
    }
    if (step === 'move-down') {
      let index = place.offset + 1;
      let next = await at(index);
      while (next && (next.depth ?? 0) > depth) {
        index += 1;
        next = await at(index);
      }
      return next && (next.depth ?? 0) === depth
        ? { id, parent: parent?.row.id ?? null, after: next.id }
        : null;
    }
    if (step === 'nest') {
      if (!isSibling) return null;
      const last = await before(place.offset, depth + 1);
      const after = last && (last.row.depth ?? 0) === depth + 1 ? last.row.id : null;
      return { id, parent: sibling.row.id, after };
    }
    if (!parent) return null;
    const grand = await parentOf(parent.offset, depth - 1);
    return { id, parent: grand?.row.id ?? null, after: parent.row.id };
  }

  async #moveRow(step: 'move-up' | 'move-down' | 'nest' | 'unnest'): Promise<void> {
    const row = this.focusedRow;
    const { onMove } = this.#events;
    if (!row || !onMove || !this.tree || this.readOnly) return;
    if (this.rows.query.sort.length > 0) {
      this.#events.onNotice?.('grid-move-sorted');
      return;
    }
    const move = await this.moveOf(row.id, step);
    if (move) onMove(move);
  }

  /** Says something that does not concern one cell; `message` is a message id. */
  say(message: string): void {
    this.#events.onNotice?.(message);
  }

  /** Ids of the rows in the range. */
  async rangeIds(): Promise<string[]> {
    const { range } = this;
    if (!range) return [];
    return (await this.rows.rowsOn(range.top, range.bottom + 1)).map(({ id }) => id);
  }

  // ---- keys ----------------------------------------------------------------------------------------

  /** Takes a key; returns whether it was the grid's and the browser is to do nothing with it. */
  press(press: KeyPress): boolean {
    if (press.composing) return false;
    const key = mirrored(press, this.rtl);
    return this.edit ? this.#pressEditing(key) : this.#pressMoving(key);
  }

  #pressMoving(key: KeyPress): boolean {
    if (!this.focus) return false;
    const command = GRID_KEYS[nameOf(key)];
    if (command) return this.#do[command]();
    if (key.mod || key.alt || [...key.key].length !== 1) return false;
    if (this.#setByKey(key.key)) return true;
    const row = this.focusedRow;
    const column = this.focusedColumn;
    // A character over a cell that takes none is swallowed, so that it does not wait in the entry.
    return !(row && column?.type.open && this.lockOf(column, row) === null);
  }

  #pressEditing(key: KeyPress): boolean {
    const edit = this.edit;
    if (!edit) return false;
    const pressed = edit.session.press(key);
    if (pressed === 'keep') this.keep('stay');
    if (pressed !== 'no') {
      if (pressed === 'yes') this.#events.onDraft?.(edit.id, edit.column, edit.session.text);
      return true;
    }
    const command = EDIT_KEYS[nameOf(key)];
    if (command) return this.#edit[command]();
    if (edit.origin !== 'typed' || !edit.session.arrowsLeave || key.mod || key.alt || key.shift) return false;
    if (!key.key.startsWith('Arrow')) return false;
    if (this.keep('stay')) this.#pressMoving(key);
    return true;
  }

  readonly #edit: Readonly<Record<EditCommand, () => boolean>> = {
    'keep-down': () => this.#took(this.keep('down')),
    'keep-up': () => this.#took(this.keep('up')),
    'keep-next': () => this.#took(this.keep('next')),
    'keep-previous': () => this.#took(this.keep('previous')),
    'keep-fill': () => this.#took(this.keepFill()),
    leave: () => this.#took(this.leave()),
    caret: () => this.#took(this.holdCaret()),
    break: () => {
      if (this.edit?.session.multiline) this.#view.breakLine();
      return true;
    },
  };

  /** Does something on a key; what goes on behind it may fail, and the grid then says so. */
  #took(done: unknown): true {
    if (done instanceof Promise) void this.#caught(done);
    return true;
  }

  async #caught(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.rows.failed = error;
    }
  }

  get #onHead(): boolean {
    return this.focus?.line === -1;
  }

  #here(): Line<R> | null {
    return this.focus ? this.rows.line(this.focus.line) : null;
  }

  readonly #do: Readonly<Record<GridCommand, () => boolean>> = {
    up: () => this.#go(false, ({ line }) => ({ line: line - 1 })),
    down: () => this.#go(false, ({ line }) => ({ line: line + 1 })),
    back: () => this.#sideways(-1),
    forth: () => this.#sideways(1),
    'jump-up': () => this.#go(false, ({ line }) => ({ line: this.#edge(line, -1) })),
    'jump-down': () => this.#go(false, ({ line }) => ({ line: this.#edge(line, 1) })),
    'jump-back': () => this.#go(false, () => ({ column: 0 })),
    'jump-forth': () => this.#go(false, () => ({ column: Infinity })),
    'page-up': () => this.#go(false, ({ line }) => ({ line: Math.max(0, line - this.#page) })),
    'page-down': () => this.#go(false, ({ line }) => ({ line: line + this.#page })),
    'first-column': () => this.#go(false, () => ({ column: 0 })),
    'last-column': () => this.#go(false, () => ({ column: Infinity })),
    'first-cell': () => this.#go(false, () => ({ line: 0, column: 0 })),
    'last-cell': () => this.#go(false, () => ({ line: Infinity, column: Infinity })),
    'extend-up': () => this.#go(true, ({ line }) => ({ line: line - 1 })),
    'extend-down': () => this.#go(true, ({ line }) => ({ line: line + 1 })),
    'extend-back': () => this.#go(true, ({ column }) => ({ column: column - 1 })),
    'extend-forth': () => this.#go(true, ({ column }) => ({ column: column + 1 })),
    'extend-jump-up': () => this.#go(true, ({ line }) => ({ line: this.#edge(line, -1) })),
    'extend-jump-down': () => this.#go(true, ({ line }) => ({ line: this.#edge(line, 1) })),
    'extend-jump-back': () => this.#go(true, () => ({ column: 0 })),
    'extend-jump-forth': () => this.#go(true, () => ({ column: Infinity })),
    'extend-page-up': () => this.#go(true, ({ line }) => ({ line: line - this.#page })),
    'extend-page-down': () => this.#go(true, ({ line }) => ({ line: line + this.#page })),
    'extend-first-column': () => this.#go(true, () => ({ column: 0 })),
    'extend-last-column': () => this.#go(true, () => ({ column: Infinity })),
    'extend-first-cell': () => this.#go(true, () => ({ line: 0, column: 0 })),
    'extend-last-cell': () => this.#go(true, () => ({ line: Infinity, column: Infinity })),
    'select-all': () => this.#spread(0, Infinity, 0, Infinity),
    'select-row': () => this.#spread(this.range?.top ?? 0, this.range?.bottom ?? 0, 0, Infinity),
    'select-column': () => this.#spread(0, Infinity, this.range?.from ?? 0, this.range?.to ?? 0),
    next: () => this.#tab(1),
    previous: () => this.#tab(-1),
    enter: () => this.#enterCell(),
    'add-sort': () => {
      const key = this.focusedColumn?.key;
      if (this.#onHead && key !== undefined) void this.sortBy(key, true);
      return this.#onHead;
    },
    edit: () => this.#took(this.startEdit()),
    open: () => this.#openCell(),
    escape: () => this.#escape(),
    clear: () => this.#took(this.readOnly ? null : this.clear()),
    'fill-down': () => this.#took(this.readOnly ? null : this.fillDown()),
    'fill-forth': () => this.#took(this.readOnly ? null : this.fillForth()),
    'next-refused': () => this.#took(this.nextRefusal(1)),
    'previous-refused': () => this.#took(this.nextRefusal(-1)),
    undo: () => this.#took(this.#events.onUndo?.()),
    redo: () => this.#took(this.#events.onRedo?.()),
    menu: () => this.#took(this.menu(this.#view.menuPoint())),
    add: () => this.#took(this.readOnly ? null : this.#events.onAdd?.(this.focusedRow)),
    remove: () => {
      const { onRemove } = this.#events;
      const remove = async (): Promise<void> => {
        const ids = await this.rangeIds();
        if (ids.length > 0) onRemove?.(ids);
      };
      return this.#took(this.readOnly || !onRemove ? null : remove());
    },
    fold: () => this.#foldOrShift(-1),
    unfold: () => this.#foldOrShift(1),
    'move-up': () => this.#took(this.#moveRow('move-up')),
    'move-down': () => this.#took(this.#moveRow('move-down')),
    nest: () => this.#nestOrWiden('nest', WIDER),
    unnest: () => this.#nestOrWiden('unnest', -WIDER),
  };

  /** On a group's line left and right fold and unfold, as in a tree. */
  #sideways(step: 1 | -1): boolean {
    if (this.focus && this.#here()?.kind === 'group') {
      return this.#took(this.fold(this.focus.line, step < 0));
    }
    return this.#go(false, ({ column }) => ({ column: column + step }));
  }

  #spread(top: number, bottom: number, from: number, to: number): boolean {
    if (!this.focus || this.#onHead) return false;
    const last = { line: this.rows.flat.size - 1, column: this.columns.shown.length - 1 };
    this.focus = { line: clamp(top, 0, last.line), column: clamp(from, 0, last.column) };
    this.extent = { line: clamp(bottom, 0, last.line), column: clamp(to, 0, last.column) };
    this.#focusOn = this.#keptAt(this.focus.line);
    this.#extentOn = this.#keptAt(this.extent.line);
    this.#tintColumn();
    this.#arrange();
    return true;
  }

  /** Past the last and before the first column, Tab leaves the grid: nobody is caught in it. */
  #tab(step: 1 | -1): boolean {
    const { focus } = this;
    const column = (focus?.column ?? 0) + step;
    if (!focus || !this.columns.shown[column]) return false;
    const from = this.#tabbedFrom ?? focus.column;
    this.focusCell({ line: focus.line, column });
    this.#tabbedFrom = from;
    return true;
  }

  #enterCell(): boolean {
    const { focus, focusedColumn: column, focusedRow: row } = this;
    if (!focus) return false;
    if (this.#onHead) {
      if (column?.type.draw === 'check') this.#took(this.checkAll());
      else if (column) void this.sortBy(column.key);
    } else if (this.#here()?.kind === 'group') this.#took(this.fold(focus.line));
    else if (row && column?.type.draw === 'check') this.check(row.id);
    else if (!this.startEdit()) this.#openNow();
    return true;
  }

  #openCell(): boolean {
    const { focusedColumn: column, focusedRow: row } = this;
    if (row && column?.type.draw === 'flag' && this.lockOf(column, row) === null) {
      const on = column.spec.of(row) === true;
      const value = String(!on);
      void this.#send(row, column.key, value, on ? '' : this.setting.t('grid-yes'), String(on));
      return true;
    }
    if (row && column?.type.draw === 'mark') return this.#took(this.startEdit());
    if (row && column?.type.draw !== 'check') return this.#took(this.#openNow());
    return this.#enterCell();
  }

  #escape(): boolean {
    const row = this.focusedRow;
    const column = this.focusedColumn;
    if (this.focusedMark && row && column) {
      this.#marks.set(row.id, column.key, null);
      this.#events.onDraft?.(row.id, column.key, null);
      this.#arrange();
      return true;
    }
    if (!this.hasRange) return false;
    this.extent = this.focus;
    this.#extentOn = this.#focusOn;
    this.#arrange();
    return true;
  }

  /** Opens the menu of the active row or head at a point of the window. */
  menu(at: Point): void {
    const column = this.focusedColumn?.key;
    const row = this.focusedRow;
    if (column === undefined) return;
    if (this.#onHead) this.#events.onHeadMenu?.({ column, at });
    else if (row)
      void this.#caught(this.rangeIds().then((ids) => this.#events.onMenu?.({ row, column, ids, at })));
  }

  #foldOrShift(step: 1 | -1): boolean {
    const { focus, focusedColumn: column } = this;
    if (!focus || !column) return false;
    if (!this.#onHead) return this.#took(this.fold(focus.line, step < 0));
    this.columns.shift(column.key, step);
    this.#followColumn(column.key);
    return true;
  }

  #nestOrWiden(step: 'nest' | 'unnest', by: number): boolean {
    const column = this.focusedColumn;
    if (!this.#onHead) return this.#took(this.#moveRow(step));
    if (column && !column.spec.fixed) this.resizeColumn(column.key, column.width + by);
    return true;
  }
}
