import type { Desk } from '../../lib/desk/desk.svelte';
import { asRef } from '../../lib/fields/value';
import type { Group, Query, RowSource, Stretch } from '../../lib/grid/rows.svelte';
import type { Row } from '../../lib/host/client';
import { HostError } from '../../lib/host/host';
import type { ListState } from '../../lib/lists/list.svelte';
import { rowSource } from '../../lib/lists/source';
import { Lane } from './lane.svelte';

const HIDDEN = 'board-hidden';
/** Statuses whose cards are shown only when asked for. */
const HIDDEN_FIRST = ['cancelled'];
const WORKPLANS_AT_MOST = 50;

/** Cards drawn beyond each edge. */
const SPARE = 3;

/** A word of a workplan for a status. */
interface StatusLabel {
  text: string;
  role: string | null;
}

/** The cards of one group in all lanes, in CSS pixels from the top of the cards. */
export interface Band {
  /** Null where nothing is grouped: then there is no head. */
  group: Group | null;
  segment: number;
  folded: boolean;
  top: number;
  /** Where the cards begin, below the head. */
  body: number;
  end: number;
}

/** A card that is drawn; without a row it has not come in. */
export interface DrawnCard {
  line: number;
  row: Row | null;
  top: number;
}

/** The activities of a list by status, as cards that can be moved from one to another, and by group as in the table. */
export class BoardState {
  readonly lanes: readonly Lane[];
  /** Status of the lane that has the keyboard. */
  active = $state('');
  #hidden = $state.raw<ReadonlySet<string>>(new Set<string>());
  #counts = $state.raw<Readonly<Record<string, number>> | null>(null);
  #groups = $state.raw<readonly Group[] | null>(null);
  #by = $state<string | null>(null);
  /** What is in sight, and what a card and the head of a group measure, in CSS pixels. */
  #sight = $state.raw({ top: 0, height: 0, card: 1, head: 0 });
  #labels = $state.raw<ReadonlyMap<string, Readonly<Record<string, string>>>>(new Map());
  #workplans = $state.raw<string[]>([]);
  #taken = $state.raw<{ row: Row; from: string } | null>(null);
  #over = $state<string | null>(null);
  #said = $state('');
  #asking = $state.raw<Promise<void> | null>(null);
  #again = false;
  readonly #desk: Desk;
  readonly #list: ListState;
  readonly #source: RowSource<Row>;
  readonly #off: (() => void)[];
  /** All groups, from the top. */
  readonly bands: readonly Band[] = $derived.by(() => this.#bands());

  constructor(desk: Desk, list: ListState) {
    this.#desk = desk;
    this.#list = list;
    this.#source = rowSource(desk, list.preset, () => []);
    this.lanes = desk.codes('status').map((status) => new Lane(desk, list.preset, status));
    const kept = desk.kept.get(HIDDEN);
    this.#hidden = new Set(Array.isArray(kept) ? kept.map(String) : HIDDEN_FIRST);
    this.#off = [
      desk.watch(['activity', 'group', 'organisation', 'person'], () => void this.ask()),
      desk.watch(['workplan'], () => void this.#askLabels()),
    ];
    void this.#askLabels();
  }

  end(): void {
    for (const off of this.#off) off();
  }

  /** The lanes that are shown: those asked for, and of a filter by status only what it lets through. */
  get shown(): readonly Lane[] {
    const chosen = this.#list.conditions.find(({ field, op }) => field === 'status' && op === 'any');
    return this.lanes.filter(({ status }) =>
      chosen ? chosen.values.includes(status) : !this.#hidden.has(status),
    );
  }
  get activeLane(): Lane | undefined {
    return this.shown.find(({ status }) => status === this.active) ?? this.shown[0];
  }
  get canMove(): boolean {
    return !this.#list.readOnly;
  }
  get taken(): Row | null {
    return this.#taken?.row ?? null;
  }
  /** The status the card that is held has. */
  get takenFrom(): string | null {
    return this.#taken?.from ?? null;
  }
  /** The lane a card is held over. */
  get over(): string | null {
    return this.#over;
  }
  get said(): string {
    return this.#said;
  }
  /** How many cards a status has, shown or not. */
  countOf(status: string): number {
    return this.#counts?.[status] ?? 0;
  }
  /** Whether the list holds nothing, whatever lanes are shown. */
  get isEmpty(): boolean {
    return this.#counts !== null && Object.keys(this.#counts).length === 0;
  }

  /** Whether the cards are being read. */
  get asking(): boolean {
    return this.#asking !== null;
  }

  isHidden(status: string): boolean {
    return this.#hidden.has(status);
  }

  show(status: string, on: boolean): void {
    const next = new Set(this.#hidden);
    if (on) next.delete(status);
    else next.add(status);
    this.#hidden = next;
    this.#desk.kept.set(HIDDEN, [...next]);
    void this.ask();
  }

  /** Reads the shown lanes and all counts again. */
  ask(): Promise<void> {
    this.#again = this.#asking !== null;
    this.#asking ??= this.#askAll().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #askAll(): Promise<void> {
    do {
      this.#again = false;
      await this.#desk.attempt(() => this.#askOnce());
    } while (this.#again);
  }

  async #askOnce(): Promise<void> {
    const list = this.#list;
    // Lanes are the groups of a status already.
    const groupBy = list.groupBy === 'status' ? null : list.groupBy;
    const query: Query = { where: list.grid.rows.query.where, sort: [], groupBy };
    const [{ rows: byStatus }, groups] = await Promise.all([
      this.#desk.client.groups({ kind: list.kind, by: 'status', where: list.where }),
      groupBy === null ? null : (this.#source.groups?.(query) ?? null),
    ]);
    const { height, card } = this.#sight;
    const lead = Math.ceil(height / card) + SPARE;
    const read = await Promise.all(
      this.shown.map(async (lane) => ({
        lane,
        snapshot: await lane.read(query, groups ?? [], this.#lookOf(lane), lead),
      })),
    );
    if (this.#again) return;
    const counts: Record<string, number> = {};
    for (const { key, count } of byStatus) {
      const status = key ?? 'unknown';
      counts[status] = (counts[status] ?? 0) + count;
    }
    this.#counts = counts;
    this.#groups = groups;
    this.#by = groupBy;
    for (const { lane, snapshot } of read) if (snapshot) lane.take(snapshot, list.grid.rows.foldedGroups);
    this.#want();
  }

  // ---- groups, and what is in sight of them --------------------------------------------------------------

  /** The field the cards that are shown are grouped by. */
  get by(): string | null {
    return this.#by;
  }

  #bands(): Band[] {
    const { card, head } = this.#sight;
    let top = 0;
    return (this.#groups ?? [null]).map((group, segment) => {
      const folded = group !== null && this.#isFolded(group.key);
      const cards = folded ? 0 : Math.max(0, ...this.shown.map((lane) => lane.countOf(segment)));
      const body = top + (group ? head : 0);
      const band = { group, segment, folded, top, body, end: body + cards * card };
      top = band.end;
      return band;
    });
  }

  #isFolded(key: string | null): boolean {
    // Folding lays the lines of the list anew.
    void this.#list.grid.rows.flat;
    return this.#list.grid.rows.isGroupFolded(key);
  }

  /** Folds or unfolds a group in all views of the list. */
  fold(key: string | null, on: boolean): void {
    this.#list.grid.rows.foldGroup(key, on);
    for (const lane of this.lanes) lane.fold(key, on);
    this.#want();
  }

  /** Takes the scroll position, the height of the room, and those of a card and of the head of a group, in CSS pixels. */
  measure(top: number, height: number, card: number, head: number): void {
    this.#sight = { top, height, card, head };
    this.#want();
  }

  /** How high all cards are together, in CSS pixels. */
  get height(): number {
    return this.bands.at(-1)?.end ?? 0;
  }
  /** The groups in sight. */
  get inSight(): readonly Band[] {
    const { top, height } = this.#sight;
    return this.bands.filter((band) => band.end > top && band.top < top + height);
  }

  /** The cards of a lane that are drawn. */
  drawnOf(lane: Lane): DrawnCard[] {
    const { card } = this.#sight;
    return this.#partsOf(lane).flatMap(({ band, from, to }) =>
      Array.from({ length: to - from }, (_, index) => {
        const line = lane.lineOf(band.segment, from + index);
        return { line, row: lane.at(line), top: band.body + (from + index) * card };
      }),
    );
  }

  /** Where a card stands, in CSS pixels from the top of the cards; null where there is none. */
  topOf(lane: Lane, line: number): number | null {
    const place = lane.rows.flat.at(line);
    const band = place && place.offset >= 0 ? this.bands[place.segment] : undefined;
    return place && band ? band.body + place.offset * this.#sight.card : null;
  }

  /** Which cards of a lane are in sight, group by group. */
  #partsOf(lane: Lane): { band: Band; from: number; to: number }[] {
    const { top, height, card } = this.#sight;
    return this.inSight.flatMap((band) => {
      const from = Math.max(0, Math.floor((top - band.body) / card) - SPARE);
      const to = Math.min(lane.countOf(band.segment), Math.ceil((top + height - band.body) / card) + SPARE);
      return band.folded || to <= from ? [] : [{ band, from, to }];
    });
  }

  #lookOf(lane: Lane): Stretch[] {
    return this.#partsOf(lane).map(({ band, from, to }) => ({ group: band.group?.key ?? null, from, to }));
  }

  #want(): void {
    for (const lane of this.shown) {
      const lines = this.#partsOf(lane).flatMap(({ band, from, to }) => [
        lane.lineOf(band.segment, from),
        lane.lineOf(band.segment, to - 1),
      ]);
      if (lines.length > 0) lane.rows.want(Math.min(...lines), Math.max(...lines) + 1);
    }
  }

  // ---- what statuses are called ------------------------------------------------------------------------

  /** What a status is called: by the one workplan that is looked at, else as everywhere. */
  labelOf(status: string): string {
    const workplan = this.#workplan;
    return (workplan && this.#labels.get(workplan)?.[status]) || this.#desk.m.code('status', status);
  }

  /** What the workplan of a card calls its status, where the lane is called otherwise; else empty. */
  ownLabel(row: Row, status: string): string {
    const workplan = asRef(row['workplan'])?.id;
    const own = workplan === undefined ? undefined : this.#labels.get(workplan)?.[status];
    return own !== undefined && own !== this.labelOf(status) ? own : '';
  }

  /** The only workplan there is, or the one that is filtered by. */
  get #workplan(): string | null {
    const chosen = this.#list.conditions.find(({ field, op }) => field === 'workplan' && op === 'any');
    const of = chosen ? chosen.values : this.#workplans;
    return of.length === 1 ? (of[0] ?? null) : null;
  }

  async #askLabels(): Promise<void> {
    await this.#desk.attempt(async () => {
      const { rows } = await this.#desk.client.list({
        kind: 'workplan',
        columns: ['status_labels'],
        offset: 0,
        limit: WORKPLANS_AT_MOST,
      });
      this.#workplans = rows.map(({ id }) => id);
      this.#labels = new Map(
        rows.map((row) => {
          const words = (row['status_labels'] ?? []) as StatusLabel[];
          return [
            row.id,
            Object.fromEntries(words.flatMap(({ text, role }) => (role ? [[role, text]] : []))),
          ];
        }),
      );
    });
  }

  // ---- moving --------------------------------------------------------------------------------------------

  /** Sets the status of a card as one edit. Answers whether it was done. */
  async move(row: Row, to: string): Promise<boolean> {
    const desk = this.#desk;
    const from = typeof row['status'] === 'string' ? row['status'] : 'unknown';
    if (from === to || !this.canMove) return false;
    try {
      await desk.client.edit({ kind: 'activity', id: row.id, set: [`status=${to}`] });
    } catch (cause) {
      desk.say(HostError.from(cause).body);
      return false;
    }
    this.#said = desk.m.t('board-moved', { title: desk.named(row), status: this.labelOf(to) });
    desk.toasts.show({ message: 'said', args: { text: this.#said }, action: desk.undoAction() });
    await this.ask();
    return true;
  }

  /** Moves the active card to the lane before or after its own. */
  async step(by: 1 | -1): Promise<void> {
    const lane = this.activeLane;
    const row = lane?.activeRow;
    const to = lane && this.shown[this.shown.indexOf(lane) + by];
    if (!row || !to || !(await this.move(row, to.status))) return;
    this.active = to.status;
    if (!to.goTo(row.id)) to.goBeside(lane);
  }

  /** Sets the status of the active card by its digit, as in a cell of the table. */
  setByKey(key: string): boolean {
    const lane = this.lanes[Number(key)];
    const row = this.activeLane?.activeRow;
    if (!/^\d$/.test(key) || !lane || !row || !this.#desk.singleKeys) return false;
    void this.move(row, lane.status);
    return true;
  }

  take(row: Row, from: string): void {
    if (this.canMove) this.#taken = { row, from };
  }
  hover(status: string | null): void {
    this.#over = this.#taken && status !== this.#taken.from ? status : null;
  }
  async drop(): Promise<void> {
    const [taken, to] = [this.#taken, this.#over];
    this.leave();
    if (taken && to !== null) await this.move(taken.row, to);
  }
  leave(): void {
    this.#taken = null;
    this.#over = null;
  }
}
