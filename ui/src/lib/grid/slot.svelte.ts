/** One of the rows of the window onto the list: the same element shows one line after another. */
import type { RowMarks } from './cellmarks';
import type { GridRow } from './column';
import type { Group } from './rows.svelte';

/** Which columns of a row the active cell, the editor and the range are in; -1 for none. */
export interface Cursor {
  focus: number;
  edited: number;
  from: number;
  to: number;
  /** Column that has the handle for filling. */
  handle: number;
  /** Columns that the handle is being dragged over. */
  fillFrom: number;
  fillTo: number;
}

/** What one drawn row shows at the moment. */
export class Slot<R extends GridRow> {
  /** Number of the line, -1 while the slot is not needed. */
  line = $state(-1);
  kind = $state<'none' | 'row' | 'group' | 'blank'>('none');
  row: R | null = $state.raw(null);
  group: Group | null = $state.raw(null);
  folded = $state(false);
  /** What the active cell, the range and the editor have to do with this row; null for nothing. */
  cursor: Cursor | null = $state.raw(null);
  /** The record beside the list shows this row. */
  open = $state(false);
  checked = $state(false);
  /** Came in from elsewhere and has not been looked at. */
  fresh = $state(false);
  marks: RowMarks | null = $state.raw(null);

  constructor(readonly number: number) {}
}
