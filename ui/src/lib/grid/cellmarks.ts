/** Cells whose text is not yet, or cannot be, what is stored: sent off, refused, or left half written. */
import type { Refusal } from './events';

/** What an edit left on a cell. */
export interface CellMark {
  /** Sent and not answered; refused; left out, because the cell cannot be written in; written and not kept. */
  state: 'sent' | 'refused' | 'left' | 'draft';
  text: string;
  value: string;
  reason: string | null;
  /** The row's name, for a list of what was refused. */
  row?: string;
}

/** Marks of one row by column key. */
export type RowMarks = ReadonlyMap<string, CellMark>;

/** Whether the cell is as it was although something was to stand there. */
export function isRefused(mark: CellMark): boolean {
  return mark.state === 'refused' || mark.state === 'left';
}

/** All marks of a grid, by row and column. */
export class CellMarks {
  readonly #rows = new Map<string, Map<string, CellMark>>();
  #lost: readonly Refusal[] = [];
  #refusals: readonly Refusal[] | null = null;

  row(id: string): RowMarks | null {
    return this.#rows.get(id) ?? null;
  }

  get(id: string, column: string): CellMark | undefined {
    return this.#rows.get(id)?.get(column);
  }

  /** Sets a mark, or takes it away; the row's map is a new one each time, so that a view sees it. */
  set(id: string, column: string, mark: CellMark | null): void {
    const marks = new Map(this.#rows.get(id));
    const before = marks.get(column);
    if (mark) marks.set(column, mark);
    else marks.delete(column);
    if (marks.size > 0) this.#rows.set(id, marks);
    else this.#rows.delete(id);
    if ((before && isRefused(before)) || (mark && isRefused(mark))) this.#refusals = null;
  }

  /** Cells of rows that were not added: there is nothing they could be marked on. */
  set lost(cells: readonly Refusal[]) {
    this.#lost = cells;
    this.#refusals = null;
  }

  /** The cells that were left as they were; the same list until one of them changes. */
  get refusals(): readonly Refusal[] {
    this.#refusals ??= [...this.#marked(), ...this.#lost];
    return this.#refusals;
  }

  *#marked(): Generator<Refusal> {
    for (const [id, marks] of this.#rows) {
      for (const [column, mark] of marks) {
        const { row = '', text, reason } = mark;
        if (isRefused(mark)) yield { id, column, row, text, reason: reason ?? '' };
      }
    }
  }
}
