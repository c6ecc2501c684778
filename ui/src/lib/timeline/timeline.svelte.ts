import type { Desk } from '../desk/desk.svelte';
import { asRefs, asVague } from '../fields/value';
import type { Planned, PlannedRow, Ref, Row, Timeline, TimeSpan } from '../host/client';
import { sayError } from '../host/errors';
import { HostError, type ErrorBody } from '../host/host';
import { Latest } from '../host/latest.svelte';
import type { ListState } from '../lists/list.svelte';
import { groupWhere } from '../lists/source';
import { type Bar, barOf, draggedBar, openingAt } from './bar';
import type { TimelineChoice } from './choice.svelte';
import { type Link, linksOf } from './links';
import type { End, Step } from './moving';
import { monthsAt, STEP, type Scale, scaleOf } from './scale';

/** A bar under the pointer. */
export interface Dragging {
  id: string;
  end: End;
  months: number;
  /** What it would be printed as; null until the core has said it. */
  text: string | null;
  /** Why it cannot be moved there. */
  refused: string | null;
}

/** What the rows show besides the columns of the list. */
const FIELDS = ['order_label', 'title', 'timeline', 'status', 'depends_on'];
/** Milliseconds a window of rows must stand before its milestones are asked for. */
const REST = 60;
/** The most activities without a day that are listed. */
const LISTED = 200;

/** A list of activities in time: its scale, what moved since an earlier plan, and moving its bars. */
export class TimelineState {
  readonly list: ListState;
  readonly choice: TimelineChoice;
  readonly #desk: Desk;
  readonly #frame = new Latest<Timeline>();
  readonly #planned = new Latest<Planned>();
  readonly #undated = new Latest<Row[]>();
  #showUndated = $state(false);
  #milestones = $state.raw<ReadonlyMap<string, Row[]>>(new Map());
  /** Those of the activities of folded groups. */
  #ofGroups = $state.raw<ReadonlyMap<string | null, Row[]>>(new Map());
  /** The rows and the folded groups in sight. */
  #sight: { ids: string[]; folded: (string | null)[] } = { ids: [], folded: [] };
  #busy = $state.raw<{ done: number; total: number } | null>(null);
  #dragging = $state.raw<Dragging | null>(null);
  #said = $state('');
  /** Months in sight, which the scale fills at least. */
  room = $state(0);
  #stopAsking: (() => void) | null = null;
  /** One edit after another: each starts from the text the one before it left. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #off: (() => void)[];

  constructor(desk: Desk, list: ListState, choice: TimelineChoice) {
    this.#desk = desk;
    this.list = list;
    this.choice = choice;
    list.need(FIELDS);
    this.#off = [
      desk.watch(['activity', 'group', 'workplan'], () => void this.ask()),
      desk.watch(['milestone'], () => {
        this.#milestones = new Map();
        this.#ofGroups = new Map();
        this.#look();
      }),
      desk.client.on('progress', ({ what, done, total }) => {
        if (what === 'planned' && this.#planned.asking) this.#busy = { done, total };
      }),
    ];
  }

  end(): void {
    for (const off of this.#off) off();
    this.#stopAsking?.();
    this.list.need([]);
  }

  get today(): string {
    return this.#desk.state.known ?? this.#desk.now().toISOString().slice(0, 10);
  }
  get scale(): Scale {
    const { first = null, last = null } = this.#frame.value ?? {};
    return scaleOf(first, last, this.today, this.room);
  }
  /** The first and the last day of the list; null until they are known. */
  get reach(): { first: string | null; last: string | null } | null {
    return this.#frame.value;
  }
  /** Where what is in sight begins when nobody chose it, in months since the year 0: at the bars of the rows in sight. */
  get opening(): number {
    const { first, last } = this.reach ?? {};
    const drawn = this.list.grid.slots.flatMap(({ row }) => (row ? [this.barOf(row)] : []));
    const bars = drawn.filter((bar) => bar !== null);
    const whole = first && last ? [{ from: monthsAt(first), to: monthsAt(last, true) }] : [];
    return openingAt(bars.length > 0 ? bars : whole, monthsAt(this.today), this.room);
  }
  /** A time as it is printed; empty where there is none. */
  textOf(row: Row): string {
    return asVague(row['timeline'])?.text ?? '';
  }
  /** How many activities of the list have no day. */
  get undated(): number {
    return this.#frame.value?.undated ?? 0;
  }
  get undatedRows(): Row[] {
    return this.#undated.value ?? [];
  }
  get showUndated(): boolean {
    return this.#showUndated;
  }
  set showUndated(on: boolean) {
    this.#showUndated = on;
    if (on) void this.#askUndated();
  }
  get dragging(): Dragging | null {
    return this.#dragging;
  }
  /** What was done last, for those who do not see it. */
  get said(): string {
    return this.#said;
  }

  spanOf(key: string | null): TimeSpan | null {
    return this.#frame.value?.spans.find((span) => span.key === key) ?? null;
  }

  /** Asks again what is shown around the rows: after another filter or grouping, and when something changed. */
  async ask(): Promise<void> {
    const { where, groupBy } = this.list;
    this.#ofGroups = new Map();
    this.#look();
    await Promise.all([
      this.#frame.ask(() =>
        this.#desk.client.timeline({ where, ...(groupBy === null ? {} : { by: groupBy }) }),
      ),
      this.#askPlanned(),
    ]);
    if (this.#showUndated) await this.#askUndated();
  }

  async #askUndated(): Promise<void> {
    const { total = 0, undated = 0 } = this.#frame.value ?? {};
    // Sorted by time, what has no day stands last.
    await this.#undated.ask(async () => {
      if (undated === 0) return [];
      const page = await this.#desk.client.list({
        kind: this.list.kind,
        where: this.list.where,
        sort: ['timeline'],
        columns: FIELDS,
        offset: total - undated,
        limit: LISTED,
      });
      return page.rows;
    });
  }

  // ---- milestones --------------------------------------------------------------------------------------

  milestonesOf(id: string): Row[] {
    return this.#milestones.get(id) ?? [];
  }

  /** Milestones of the activities of a folded group. */
  milestonesWithin(key: string | null): Row[] {
    return this.#ofGroups.get(key) ?? [];
  }

  /** Takes which rows and folded groups are in sight; their milestones are asked for once the window rests. */
  inSight(ids: string[], folded: (string | null)[] = []): void {
    this.#sight = { ids, folded };
    this.#look();
  }

  #look(): void {
    this.#stopAsking?.();
    this.#stopAsking = null;
    const ids = this.#sight.ids.filter((id) => !this.#milestones.has(id));
    const folded = this.#sight.folded.filter((key) => !this.#ofGroups.has(key));
    if (ids.length + folded.length === 0) return;
    this.#stopAsking = this.#desk.after(REST, () => {
      if (ids.length > 0) void this.#askMilestones(ids);
      for (const key of folded) void this.#askWithin(key);
    });
  }

  async #askMilestones(of: string[]): Promise<void> {
    const before = this.#milestones;
    await this.#desk.attempt(async () => {
      const { rows } = await this.#desk.client.milestones({ of });
      // What changed meanwhile is asked for again.
      if (before !== this.#milestones) return;
      const known = new Map(before);
      for (const id of of) known.set(id, []);
      for (const row of rows) known.get((row['of'] as Ref).id)?.push(row);
      this.#milestones = known;
    });
  }

  async #askWithin(key: string | null): Promise<void> {
    const { groupBy, where, preset } = this.list;
    if (groupBy === null) return;
    await this.#desk.attempt(async () => {
      const within = [...where, groupWhere(this.#desk, preset, groupBy, key)];
      const { rows } = await this.#desk.client.milestones({ where: within });
      if (this.list.where.join() === where.join() && this.list.groupBy === groupBy)
        this.#ofGroups = new Map(this.#ofGroups).set(key, rows);
    });
  }

  // ---- an earlier plan -----------------------------------------------------------------------------------

  /** Whether an earlier plan is compared with. */
  get slips(): boolean {
    return this.choice.against !== null && !this.#desk.state.known;
  }
  get planned(): Planned | null {
    return this.slips ? this.#planned.value : null;
  }
  /** Why there is no comparison; one that was given up is as if it had not been asked for. */
  get plannedError(): ErrorBody | null {
    const { error } = this.#planned;
    return this.slips && error?.code !== 'cancelled' ? error : null;
  }
  /** How far a comparison is that takes its time. */
  get busy(): { done: number; total: number } | null {
    return this.#planned.asking ? this.#busy : null;
  }

  /** Gives a comparison up. */
  stop(): void {
    this.choice.against = null;
    void this.#desk.client.cancel();
  }

  plannedOf(id: string): PlannedRow | null {
    return this.planned?.rows.find((row) => row.id === id) ?? null;
  }

  async #askPlanned(): Promise<void> {
    const { against } = this.choice;
    // A day's knowledge is that of another file, which an earlier plan is not compared with.
    if (!against || this.#desk.state.known) return;
    const { where } = this.list;
    this.#busy = null;
    await this.#planned.ask(() =>
      this.#desk.client.planned(
        'day' in against ? { where, day: against.day } : { where, workplan: against.workplan.id },
      ),
    );
  }

  // ---- moving --------------------------------------------------------------------------------------------

  /** The bar of a row, as it stands while it is dragged. */
  barOf(row: Row): Bar | null {
    const bar = barOf(asVague(row['timeline']));
    const drag = this.#dragging;
    return bar && drag?.id === row.id ? draggedBar(bar, drag.end, drag.months) : bar;
  }

  /** Lines between bars that depend on each other, where one of both is drawn and the other has been read. */
  get links(): Link[] {
    const { grid } = this.list;
    const lines = grid.slots.map(({ line }) => line).filter((line) => line >= 0);
    if (lines.length === 0) return [];
    const here = [...grid.rows.here()].map(({ line, row }) => {
      return { line, row, needs: asRefs(row['depends_on']).map(({ id }) => id) };
    });
    const needed = new Set(here.flatMap(({ needs }) => needs));
    const placed = here.flatMap(({ line, row, needs }) => {
      const bar = needs.length > 0 || needed.has(row.id) ? this.barOf(row) : null;
      return bar ? [{ id: row.id, line, bar, needs }] : [];
    });
    return linksOf(placed, Math.min(...lines), Math.max(...lines));
  }

  get canMove(): boolean {
    return !this.list.readOnly;
  }

  /** Takes hold of a bar or of one of its ends. */
  take(id: string, end: End): void {
    if (this.canMove) this.#dragging = { id, end, months: 0, text: null, refused: null };
  }

  /** Drags what was taken hold of by months from where it was, to the nearest step. */
  async dragTo(row: Row, months: number): Promise<void> {
    const drag = this.#dragging;
    const step = STEP[this.choice.zoom];
    const to = Math.round(months / step) * step;
    if (drag?.id !== row.id || to === drag.months) return;
    const next: Dragging = { ...drag, months: to, text: null, refused: null };
    this.#dragging = next;
    if (to === 0) return;
    try {
      const { text } = await this.#moved(row, { end: drag.end, months: to });
      if (this.#dragging === next) this.#dragging = { ...next, text };
    } catch (cause) {
      const { text } = sayError(this.#desk.m, HostError.from(cause).body);
      if (this.#dragging === next) this.#dragging = { ...next, refused: text };
    }
  }

  /** Lets go of what is dragged: it is written where it lies. */
  async drop(): Promise<void> {
    const drag = this.#dragging;
    if (!drag || drag.months === 0) {
      this.#dragging = null;
      return;
    }
    const done = await this.move(drag.id, drag);
    if (this.#dragging?.id === drag.id) this.#dragging = null;
    if (done)
      this.#desk.toasts.show({ message: 'said', args: { text: done }, action: this.#desk.undoAction() });
  }

  /** Lets go of what is dragged and leaves it where it was. */
  leave(): void {
    this.#dragging = null;
  }

  /** Moves or stretches the time of a row as one edit. Answers what is said of it; null where it was not done. */
  move(id: string, step: Step): Promise<string | null> {
    const turn = this.#last.then(() => this.#move(id, step));
    this.#last = turn;
    return turn;
  }

  async #move(id: string, step: Step): Promise<string | null> {
    const { list } = this;
    const desk = this.#desk;
    const line = list.grid.rows.line(list.grid.rows.lineOfRow(id));
    if (line?.kind !== 'row' || !this.canMove) return null;
    const { row } = line;
    const title = desk.named(row);
    let said: string | null = null;
    await desk.attempt(async () => {
      const before = asVague(row['timeline'])?.text ?? '';
      const { text } = await this.#moved(row, step);
      const { record } = await desk.client.edit({
        kind: list.kind,
        id,
        set: [`timeline=${text}`],
        seen: { timeline: before },
      });
      list.grid.rows.patch([{ ...row, timeline: record['timeline'] }]);
      said = desk.m.t('timeline-moved', { title, time: text });
      this.#said = said;
    });
    return said;
  }

  #moved(row: Row, { end, months }: Step) {
    const time = asVague(row['timeline']);
    return this.#desk.client.movedTime({
      text: time?.text ?? '',
      ...(time?.edtf ? { edtf: time.edtf } : {}),
      end,
      months,
    });
  }
}
