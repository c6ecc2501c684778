import type { Desk } from '../../lib/desk/desk.svelte';
import { asRef } from '../../lib/fields/value';
import type { Row } from '../../lib/host/client';
import { HostError } from '../../lib/host/host';
import type { ListState } from '../../lib/lists/list.svelte';
import { Lane } from './lane.svelte';

const HIDDEN = 'board-hidden';
/** Statuses whose cards are shown only when asked for. */
const HIDDEN_FIRST = ['cancelled'];
const WORKPLANS_AT_MOST = 50;

/** A word of a workplan for a status. */
interface StatusLabel {
  text: string;
  role: string | null;
}

/** The activities of a list by status, as cards that can be moved from one to another. */
export class BoardState {
  readonly lanes: readonly Lane[];
  /** Status of the lane that has the keyboard. */
  active = $state('');
  #hidden = $state.raw<ReadonlySet<string>>(new Set<string>());
  #counts = $state.raw<Readonly<Record<string, number>>>({});
  #labels = $state.raw<ReadonlyMap<string, Readonly<Record<string, string>>>>(new Map());
  #workplans = $state.raw<string[]>([]);
  #taken = $state.raw<{ row: Row; from: string } | null>(null);
  #over = $state<string | null>(null);
  #said = $state('');
  readonly #desk: Desk;
  readonly #list: ListState;
  readonly #off: (() => void)[];

  constructor(desk: Desk, list: ListState) {
    this.#desk = desk;
    this.#list = list;
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
    return this.#counts[status] ?? 0;
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
  async ask(): Promise<void> {
    const { where } = this.#list;
    const counted = this.#desk.attempt(async () => {
      const { rows } = await this.#desk.client.groups({ kind: 'activity', by: 'status', where });
      const counts: Record<string, number> = {};
      for (const { key, count } of rows) {
        const status = key ?? 'unknown';
        counts[status] = (counts[status] ?? 0) + count;
      }
      this.#counts = counts;
    });
    await Promise.all([counted, ...this.shown.map((lane) => lane.read(where))]);
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
    const line = to.rows.lineOfRow(row.id);
    if (line >= 0) to.active = line;
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
