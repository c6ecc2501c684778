import type { Desk } from '../../lib/desk/desk.svelte';
import { type Group, type Query, RowWindow, type Snapshot, type Stretch } from '../../lib/grid/rows.svelte';
import type { Row } from '../../lib/host/client';
import { isOneOf, whereOf } from '../../lib/lists/conditions';
import { rowSource } from '../../lib/lists/source';
import type { Preset } from '../../lib/lists/presets';

const FIELDS = ['title', 'timeline', 'status', 'group', 'leads', 'workplan', 'order_label'];

/** How many rows of a group have a status. */
function countIn({ cells }: Group, status: string): number {
  const shares = cells?.['status'];
  return shares?.kind === 'distribution' ? (shares.counts[status] ?? 0) : 0;
}

/** A column of the board: the cards of one status, by group, as far as they are in sight. */
export class Lane {
  readonly rows: RowWindow<Row>;
  /** Line of the active card. */
  active = $state(0);
  /** Grows whenever cards have come in: what is drawn is read again. */
  #seen = $state(0);
  #groups: readonly Group[] = [];

  constructor(
    desk: Desk,
    preset: Preset,
    readonly status: string,
  ) {
    const where = [...preset.where, whereOf(desk, preset.kind, isOneOf('status', [status]))];
    const source = rowSource(desk, { ...preset, where }, () => FIELDS);
    // Every lane has every group, so that the cards of one stand beside each other.
    const groups = () =>
      Promise.resolve(this.#groups.map((one) => ({ ...one, count: countIn(one, status) })));
    this.rows = new RowWindow<Row>({ ...source, groups }, { where: [], sort: [], groupBy: null });
    this.rows.changed = () => {
      this.#seen += 1;
    };
  }

  /** How many cards there are, folded ones included. */
  get total(): number {
    return this.rows.total;
  }
  /** How many cards are not folded away. */
  get size(): number {
    return this.rows.flat.size - (this.rows.groups?.length ?? 0);
  }
  countOf(segment: number): number {
    return this.rows.flat.segments[segment]?.count ?? 0;
  }
  lineOf(segment: number, offset: number): number {
    return this.rows.flat.lineOf(segment, offset);
  }
  /** Which card of those that are not folded away stands on a line, counted from one. */
  placeOf(line: number): number {
    return line - (this.rows.groups ? (this.rows.flat.at(line)?.segment ?? 0) : -1);
  }

  /** The card on a line; null where it has not come in, and where the head of a group stands. */
  at(line: number): Row | null {
    void this.#seen;
    const here = this.rows.line(line);
    return here?.kind === 'row' ? here.row : null;
  }
  get activeRow(): Row | null {
    return this.at(this.active);
  }

  /** Goes by so many cards, or to the first or the last of them. */
  step(by: number): void {
    const way = Math.sign(by);
    let left = Math.abs(by);
    for (let line = this.active + way; left > 0 && line >= 0 && line < this.rows.flat.size; line += way) {
      if (!this.#isCard(line)) continue;
      this.active = line;
      left -= 1;
    }
  }

  /** Makes the card active that stands beside the one on a line of another lane, or is the nearest to it. */
  goBeside(other: Lane): void {
    const place = other.rows.flat.at(other.active);
    if (!place) return;
    const { segment } = place;
    const beside = Math.min(Math.max(0, place.offset), this.countOf(segment) - 1);
    const line = this.lineOf(segment, beside);
    this.#settle(line >= 0 ? line : this.lineOf(segment, -1));
  }

  /** Makes a card active wherever it stands; answers whether it is here. */
  goTo(id: string): boolean {
    const line = this.rows.lineOfRow(id);
    if (line < 0 || !this.#isCard(line)) return false;
    this.active = line;
    return true;
  }

  /** Reads the cards again, those in sight with it; they are shown when they are taken. */
  async read(
    query: Query,
    groups: readonly Group[],
    look: Stretch[],
    lead: number,
  ): Promise<Snapshot<Row> | null> {
    this.rows.query = query;
    this.#groups = groups;
    return this.rows.read(look, lead);
  }

  /** Shows what was read; the active card stays active wherever it is now. */
  take(snapshot: Snapshot<Row>, folded: Iterable<string | null>): void {
    const active = this.activeRow?.id;
    this.rows.apply(snapshot);
    this.rows.foldOnly(folded);
    if (active === undefined || !this.goTo(active)) this.#settle(this.active);
  }

  fold(key: string | null, on: boolean): void {
    const active = this.activeRow?.id;
    this.rows.foldGroup(key, on);
    if (active === undefined || !this.goTo(active)) this.#settle(this.active);
  }

  #isCard(line: number): boolean {
    return (this.rows.flat.at(line)?.offset ?? -1) >= 0;
  }

  /** Makes the card on a line active, or the nearest one. */
  #settle(line: number): void {
    const { size } = this.rows.flat;
    const from = Math.max(0, Math.min(line, size - 1));
    for (let away = 0; away < size; away += 1) {
      const near = [from + away, from - away].find((one) => this.#isCard(one));
      if (near === undefined) continue;
      this.active = near;
      return;
    }
    this.active = 0;
  }
}
