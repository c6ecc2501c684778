/** Cells whose text is not yet, or cannot be, what is stored: sent off, refused, or left half written. */

/** What an edit left on a cell. */
export interface CellMark {
  /** Sent and not answered; refused; written and not kept. */
  state: 'sent' | 'refused' | 'draft';
  text: string;
  value: string;
  reason: string | null;
}

/** Marks of one row by column key. */
export type RowMarks = ReadonlyMap<string, CellMark>;

/** All marks of a grid, by row and column. */
export class CellMarks {
  readonly #rows = new Map<string, Map<string, CellMark>>();

  row(id: string): RowMarks | null {
    return this.#rows.get(id) ?? null;
  }

  get(id: string, column: string): CellMark | undefined {
    return this.#rows.get(id)?.get(column);
  }

  /** Sets a mark, or takes it away; the row's map is a new one each time, so that a view sees it. */
  set(id: string, column: string, mark: CellMark | null): void {
    const marks = new Map(this.#rows.get(id));
    if (mark) marks.set(column, mark);
    else marks.delete(column);
    if (marks.size > 0) this.#rows.set(id, marks);
    else this.#rows.delete(id);
  }
}
