/** What a grid tells the page around it, and what it is answered. */
import type { Column, GridRow, Setting } from './column';
import type { Query, RowSource } from './rows.svelte';
import type { TypeRegistry } from './types/registry';

/** One cell with the value it is to have. */
export interface CellChange {
  id: string;
  /** Field name. */
  column: string;
  /** The value in the form edits are sent in; empty clears the field. */
  value: string;
  /** The same as people read it. */
  text: string;
}

/** One edit of one cell. */
export interface EditChange extends CellChange {
  /** The value that stood in the cell when the editing began. */
  seen: string;
}

export type EditAnswer<R> = { kept: true; row?: R } | { kept: false; reason: string };

/** Why a cell of a block was left out before anything was sent. */
export type LeftOut = 'read_only' | 'locked';

/** A row that is added below the last one; its cells have no row yet. */
export interface NewRow {
  cells: Omit<CellChange, 'id'>[];
}

/** Many cells changed at once: one action that one undo takes back. */
export interface BlockChange<R = unknown> {
  by: 'paste' | 'cut' | 'clear' | 'fill' | 'key';
  /** The rows it is about as they are shown, by id. */
  rows: ReadonlyMap<string, R>;
  cells: CellChange[];
  leftOut: (CellChange & { why: LeftOut })[];
  /** Rows that are added for those of the block for which there were none in the list. */
  added: NewRow[];
  /** Rows of the block for which there were none in the list, and that are not added. */
  beyond: number;
}

export interface BlockAnswer<R> {
  rows?: R[];
  refused: { id: string; column: string; reason: string }[];
  /** What became of each added row; without an id it was not added, because all of it was refused. */
  added?: { id: string | null; refused: { column: string; reason: string }[] }[];
}

/** A cell that was left as it was. */
export interface Refusal {
  /** Null for a cell of a row that was not added. */
  id: string | null;
  column: string;
  /** The row's name. */
  row: string;
  /** What was to stand there. */
  text: string;
  reason: string;
}

/** Where a row is to go: under a parent, behind a sibling; null for the top and the first place. */
export interface RowMove {
  id: string;
  parent: string | null;
  after: string | null;
}

/** A point in the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Everything a grid can ask of the page. Handlers that are missing switch the act off. */
export interface GridEvents<R> {
  onEdit?(change: EditChange): Promise<EditAnswer<R>>;
  onBlock?(change: BlockChange<R>): Promise<BlockAnswer<R>>;
  /** A pasted block has more rows than the list: they are added, left, or nothing is pasted at all. */
  onBeyond?(count: number): Promise<'add' | 'leave' | 'stop'>;
  /** `follow`: the focus went to the row and stayed; `now`: the reader asked for it. */
  onOpen?(row: R, how: 'follow' | 'now'): void;
  /** Behind the given row, or at the end. */
  onAdd?(after: R | null): void;
  onRemove?(ids: string[]): void;
  onMove?(move: RowMove): void;
  onSort?(sort: readonly string[]): void;
  onMenu?(menu: { row: R; column: string; ids: string[]; at: Point }): void;
  onHeadMenu?(menu: { column: string; at: Point }): void;
  onUndo?(): void;
  onRedo?(): void;
  /** Text being written in a cell, so that it outlives a crash; null when it is kept or given up. */
  onDraft?(id: string, column: string, text: string | null): void;
  /** Something cannot be done; `message` is a message id. */
  onNotice?(message: string): void;
  /** Width, order or choice of columns was changed by hand. */
  onLayout?(): void;
  onCheck?(ids: ReadonlySet<string>): void;
  onFold?(): void;
}

/** Waits; returns what gives up waiting. */
export type After = (milliseconds: number, act: () => void) => () => void;

/** What a grid is made of. */
export interface GridOptions<R extends GridRow> {
  source: RowSource<R>;
  columns: readonly Column<R>[];
  setting: Setting;
  query?: Partial<Query>;
  events?: GridEvents<R>;
  /** Column types that come on top of the grid's own. */
  types?: TypeRegistry;
  after?: After;
  /** Row and column of the focused cell are tinted: for a matrix. */
  tint?: boolean;
  /** Rows form a tree that can be nested and reordered. */
  tree?: boolean;
}
