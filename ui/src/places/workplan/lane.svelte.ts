import type { Desk } from '../../lib/desk/desk.svelte';
import { type Line, RowWindow } from '../../lib/grid/rows.svelte';
import type { Row } from '../../lib/host/client';
import { rowSource } from '../../lib/lists/source';
import type { Preset } from '../../lib/lists/presets';

/** Cards drawn beyond each edge. */
const SPARE = 3;
const FIELDS = ['title', 'timeline', 'status', 'group', 'leads', 'workplan', 'order_label'];

/** A column of the board: the cards of one status, as far as they are in sight. */
export class Lane {
  readonly rows: RowWindow<Row>;
  /** Number of the active card. */
  active = $state(0);
  #top = $state(0);
  #height = $state(0);
  #card = $state(1);
  /** Grows whenever cards have come in: what is drawn is read again. */
  #seen = $state(0);
  #reading = false;
  #again = false;

  constructor(
    desk: Desk,
    preset: Preset,
    readonly status: string,
  ) {
    // What has no status stands with what is unknown.
    const where = [...preset.where, status === 'unknown' ? 'status=|unknown' : `status=${status}`];
    this.rows = new RowWindow<Row>(
      rowSource(desk, { ...preset, where }, () => FIELDS),
      { where: [], sort: [], groupBy: null },
    );
    this.rows.changed = () => {
      this.#seen += 1;
    };
  }

  get total(): number {
    return this.rows.total;
  }

  /** The card on a line; null where it has not come in. */
  at(line: number): Row | null {
    const here: Line<Row> | null = this.rows.line(line);
    return here?.kind === 'row' ? here.row : null;
  }

  get activeRow(): Row | null {
    return this.at(this.active);
  }

  /** The lines that are drawn; their cards are asked for. */
  get drawn(): { line: number; row: Row | null }[] {
    void this.#seen;
    const first = Math.max(0, Math.floor(this.#top / this.#card) - SPARE);
    const end = Math.min(this.total, Math.ceil((this.#top + this.#height) / this.#card) + SPARE);
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => ({
      line: first + index,
      row: this.at(first + index),
    }));
  }

  /** Takes the scroll position, the height of the room and that of a card, in CSS pixels. */
  measure(top: number, height: number, card: number): void {
    this.#top = top;
    this.#height = height;
    if (card > 0) this.#card = card;
    this.#want();
  }

  #want(): void {
    const first = Math.max(0, Math.floor(this.#top / this.#card) - SPARE);
    this.rows.want(first, Math.ceil((this.#top + this.#height) / this.#card) + SPARE);
  }

  /** Reads the cards again under a filter; the active card stays active wherever it is now. */
  async read(where: readonly string[]): Promise<void> {
    this.rows.query = { ...this.rows.query, where };
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        const active = this.activeRow?.id;
        const lines = Math.ceil(this.#height / this.#card) + SPARE;
        const from = Math.max(0, Math.floor(this.#top / this.#card) - SPARE);
        const snapshot = await this.rows.read([{ group: null, from, to: from + lines + SPARE }], lines);
        if (!snapshot) continue;
        this.rows.apply(snapshot);
        const line = active === undefined ? -1 : this.rows.lineOfRow(active);
        this.active = line >= 0 ? line : Math.max(0, Math.min(this.active, this.total - 1));
        this.#want();
      } while (this.#again);
    } finally {
      this.#reading = false;
    }
  }
}
