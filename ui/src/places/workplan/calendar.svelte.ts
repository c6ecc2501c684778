import type { Desk } from '../../lib/desk/desk.svelte';
import { asRef, asVague } from '../../lib/fields/value';
import type { Calendar, Precision, Row, Timeline, Vague } from '../../lib/host/client';
import { Latest } from '../../lib/host/latest.svelte';
import { standingOf } from '../../lib/lists/columns';
import type { ListState } from '../../lib/lists/list.svelte';
import { groupLabel } from '../../lib/lists/source';

/** What is due: a milestone, or the end of an activity. */
export interface Entry {
  row: Row;
  /** Which day; null where only a longer period is known. */
  day: string | null;
  time: Vague;
  /** Whether it is no longer to come: reached, completed. */
  done: boolean;
  /** Which workstream or activity it belongs to. */
  of: string;
  ofKind: string;
}

/** Entries of a part that belong to one group of the list. */
export interface Share {
  key: string | null;
  label: string;
  folded: boolean;
  entries: Entry[];
}

/** A part of the list beside the month: the entries of one day, or those known to a period only. */
export interface Part {
  day: string | null;
  precision: Precision;
  entries: Entry[];
  /** The same by group; null where nothing is grouped, and for the few of a day. */
  shares: Share[] | null;
}

/** Precisions of what has no day, from the finest. */
const VAGUE: readonly Precision[] = ['month', 'quarter', 'half', 'year', 'open'];
const WEEK = 7;

/** A day, counted on by days; ISO 8601. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same day of another month, or its last where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return at.toISOString().slice(0, 10);
}

/** The weeks of the month of a day, Monday first; null for days of other months. */
export function weeksOf(day: string): (string | null)[][] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + WEEK - 1) % WEEK;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + days) / WEEK) }, (_, week) =>
    Array.from({ length: WEEK }, (_, weekday) => {
      const date = week * WEEK + weekday - before + 1;
      return date < 1 || date > days ? null : `${day.slice(0, 8)}${String(date).padStart(2, '0')}`;
    }),
  );
}

/** What is due in a month: milestones, and the ends of the activities of a list. */
export class CalendarState {
  readonly #desk: Desk;
  readonly #list: ListState;
  readonly #answer = new Latest<Calendar>();
  #day = $state('');
  #plan = $state.raw<Timeline | null>(null);
  readonly #off: () => void;

  constructor(desk: Desk, list: ListState) {
    this.#desk = desk;
    this.#list = list;
    const kept = desk.kept.get('calendar-day');
    this.#day = typeof kept === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(kept) ? kept : this.today;
    this.#off = desk.watch(['activity', 'milestone', 'group'], () => void this.ask());
  }

  end(): void {
    this.#off();
  }

  get today(): string {
    return this.#desk.state.known ?? this.#desk.now().toISOString().slice(0, 10);
  }
  /** The day that has the focus; its month is shown. */
  get day(): string {
    return this.#day;
  }
  get weeks(): (string | null)[][] {
    return weeksOf(this.#day);
  }
  get error() {
    return this.#answer.error;
  }
  get asking(): boolean {
    return this.#answer.asking && this.#answer.value === null;
  }
  /** The last day of the plan, where it lies in another month. */
  get planEnds(): string | null {
    const last = this.#plan?.last ?? null;
    return last?.slice(0, 7) === this.#day.slice(0, 7) ? null : last;
  }
  /** Whether there is no activity in any month. */
  get isEmpty(): boolean {
    return this.#plan?.total === 0;
  }

  /** Goes to a day; another month is asked for. */
  go(day: string): void {
    const other = day.slice(0, 7) !== this.#day.slice(0, 7);
    this.#day = day;
    this.#desk.kept.set('calendar-day', day);
    if (other) void this.ask();
  }

  async ask(): Promise<void> {
    const { where, groupBy } = this.#list;
    const by = groupBy === null ? {} : { by: groupBy };
    const from = `${this.#day.slice(0, 8)}01`;
    const to = addDays(addMonths(from, 1), -1);
    await this.#answer.ask(() => this.#desk.client.calendar({ where, from, to, ...by }));
    if (this.parts.length > 0) return;
    // An empty month says where the plan is.
    await this.#desk.attempt(async () => {
      this.#plan = await this.#desk.client.timeline({ where });
    });
  }

  get #entries(): Entry[] {
    const { activities = [], milestones = [] } = this.#answer.value ?? {};
    const entry = (row: Row, field: string, done: boolean, to: unknown): Entry[] => {
      const [time, ref] = [asVague(row[field]), asRef(to)];
      if (!time) return [];
      const [of, ofKind] = [ref?.label ?? '', ref?.table ?? ''];
      return [{ row, time, done, of, ofKind, day: time.precision === 'day' ? time.last : null }];
    };
    return [
      ...milestones.flatMap((row) => entry(row, 'due', Boolean(row['reached']), row['of'])),
      ...activities.flatMap((row) =>
        entry(row, 'timeline', row['status'] === 'completed' || row['status'] === 'cancelled', row['group']),
      ),
    ];
  }

  /** How many are due on a day of the month. */
  get dated(): number {
    return this.#entries.filter(({ day }) => day !== null).length;
  }
  /** How many are due within a longer period that touches the month. */
  get vague(): number {
    return this.#entries.length - this.dated;
  }

  on(day: string): Entry[] {
    return this.#entries.filter((entry) => entry.day === day);
  }

  /** All that is due in the month: day by day, then what is known to a period only, never put on a day. */
  get parts(): Part[] {
    const entries = this.#entries;
    const days = [...new Set(entries.flatMap(({ day }) => (day === null ? [] : [day])))].sort();
    return [
      ...days.map((day): Part => ({ day, precision: 'day', entries: this.on(day), shares: null })),
      ...VAGUE.map((precision): Part => {
        const within = entries.filter((entry) => entry.day === null && entry.time.precision === precision);
        return { day: null, precision, entries: within, shares: this.#shares(within) };
      }).filter((part) => part.entries.length > 0),
    ];
  }

  /** Puts entries under the groups of the list, in their order there; those of several under each. */
  #shares(entries: Entry[]): Share[] | null {
    const { groupBy: by, kind } = this.#list;
    const { rows } = this.#list.grid;
    if (by === null) return null;
    const groups = rows.groups ?? [];
    const found = new Map<string | null, { label: string; entries: Entry[] }>();
    for (const entry of entries) {
      for (const { key, label } of this.#groupsOf(entry.row, by)) {
        const share = found.get(key);
        if (share) share.entries.push(entry);
        else found.set(key, { label, entries: [entry] });
      }
    }
    const place = (key: string | null): number => {
      const at = groups.findIndex((group) => group.key === key);
      return at < 0 ? groups.length : at;
    };
    // Folding lays the lines of the list anew.
    void rows.flat;
    return [...found]
      .map(([key, share]) => {
        const counted = { key, label: share.label, count: share.entries.length, counts: {} };
        return {
          ...share,
          key,
          label: groupLabel(this.#desk, kind, by, counted),
          folded: rows.isGroupFolded(key),
        };
      })
      .sort((a, b) => place(a.key) - place(b.key));
  }

  /** The groups that an activity, or the activity of a milestone, belongs to. */
  #groupsOf(row: Row, by: string): { key: string | null; label: string }[] {
    const of = row.table === 'milestone' ? asRef(row['of']) : null;
    if (of?.table === by) return [{ key: of.id, label: of.label }];
    const owner = of ? this.#answer.value?.owners.find(({ id }) => id === of.id) : row;
    const value = owner && (by === 'provenance' ? standingOf(owner) : owner[by]);
    const keys = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => this.#keyOf(one));
    return keys.length > 0 ? keys : [{ key: null, label: '' }];
  }

  /** What a value is counted by, and how it is called. */
  #keyOf(value: unknown): { key: string; label: string }[] {
    if (value === null || value === undefined || value === '') return [];
    if (typeof value !== 'object') return [{ key: String(value), label: String(value) }];
    const ref = asRef(value);
    if (ref) return [{ key: ref.id, label: ref.label }];
    const text = asVague(value)?.text ?? this.#desk.m.text(value)?.text ?? '';
    return text === '' ? [] : [{ key: text, label: text }];
  }

  /** Folds or unfolds a group in all views of the list. */
  fold(key: string | null, on: boolean): void {
    this.#list.grid.rows.foldGroup(key, on);
  }

  /** What a key does to the day that has the focus; null where it is no key of a calendar. */
  dayOfKey(key: string, rtl: boolean): string | null {
    const day = this.#day;
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;
    switch (key) {
      case 'ArrowLeft':
        return addDays(day, rtl ? 1 : -1);
      case 'ArrowRight':
        return addDays(day, rtl ? -1 : 1);
      case 'ArrowUp':
        return addDays(day, -WEEK);
      case 'ArrowDown':
        return addDays(day, WEEK);
      case 'PageUp':
        return addMonths(day, -1);
      case 'PageDown':
        return addMonths(day, 1);
      case 'Home':
        return addDays(day, -weekday);
      case 'End':
        return addDays(day, WEEK - 1 - weekday);
      default:
        return null;
    }
  }
}
