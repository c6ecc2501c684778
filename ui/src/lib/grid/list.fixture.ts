/** A list of activities for the tests of the grid, with a source that counts what it is asked. */
import type { Choice, Column, Reference, Setting } from './column';
import type { BlockAnswer, BlockChange, EditAnswer, EditChange, GridEvents } from './events';
import { GridModel } from './grid.svelte';
import { type KeyPress } from './keys';
import type { Group, Query, RowRequest, RowSource } from './rows.svelte';

export interface Activity {
  id: string;
  group: string;
  depth: number;
  hasChildren: boolean;
  number: number | null;
  title: string;
  label: string;
  timeline: { text: string } | null;
  status: string | null;
  leads: Reference[];
  locked: boolean;
}

export const STATUSES: Choice[] = [
  { code: 'unknown', label: 'Unknown', key: '0' },
  { code: 'yet_to_start', label: 'Yet to start', key: '1' },
  { code: 'in_progress', label: 'In progress', key: '2' },
  { code: 'completed', label: 'Completed', key: '3' },
  { code: 'delayed', label: 'Delayed', key: '4' },
  { code: 'on_hold', label: 'On hold', key: '5' },
  { code: 'cancelled', label: 'Cancelled', key: '6' },
];

const ORGANISATIONS: Reference[] = [
  { id: 'o1', label: 'IOM', name: 'International Organization for Migration' },
  { id: 'o2', label: 'UNHCR', name: 'Office of the United Nations High Commissioner for Refugees' },
  { id: 'o3', label: 'UNICEF', name: "United Nations Children's Fund" },
];

export const setting: Setting = {
  t: (id, args) => (args ? `${id} ${Object.values(args).join(' ')}` : id),
  lang: () => 'en',
  today: () => '2026-03-01',
};

export const columns: Column<Activity>[] = [
  { key: 'check', label: '', type: 'check', width: 32, fixed: true, of: () => null },
  {
    key: 'number',
    label: 'No.',
    type: 'integer',
    width: 48,
    sortable: true,
    editable: true,
    of: (row) => row.number,
  },
  {
    key: 'title',
    label: 'Activity',
    type: 'text',
    width: 200,
    grow: true,
    tree: true,
    editable: true,
    sortable: true,
    locked: (row) => (row.locked ? 'The workplan is closed' : null),
    of: (row) => row.title,
  },
  {
    key: 'timeline',
    label: 'Timeline',
    type: 'vague',
    width: 100,
    editable: true,
    sortable: true,
    unknown: 'Not stated',
    of: (row) => row.timeline,
    understand: async (text) => (text === 'Q5' ? null : { head: `read ${text}`, lines: [] }),
  },
  {
    key: 'status',
    label: 'Status',
    type: 'code',
    width: 108,
    editable: true,
    choices: STATUSES,
    of: (row) => row.status,
  },
  {
    key: 'leads',
    label: 'Led by',
    type: 'references',
    width: 90,
    editable: true,
    unknown: 'Unknown',
    of: (row) => row.leads,
    suggest: async (text) =>
      ORGANISATIONS.filter(({ label }) => label.toLowerCase().startsWith(text.toLowerCase())),
  },
  { key: 'standing', label: '', type: 'standing', width: 28, fixed: true, of: () => 'published' },
];

export const CHECK = 0;
export const NUMBER = 1;
export const TITLE = 2;
export const TIMELINE = 3;
export const STATUS = 4;
export const LEADS = 5;

export function activity(number: number, part: Partial<Activity> = {}): Activity {
  return {
    id: `a${number}`,
    group: 'g0',
    depth: 0,
    hasChildren: false,
    number,
    title: `Activity ${number}`,
    label: `Activity ${number}`,
    timeline: { text: `Q${(number % 4) + 1} 2023` },
    status: STATUSES[number % 7]?.code ?? null,
    leads: [],
    locked: false,
    ...part,
  };
}

export const activities = (
  count: number,
  part: (number: number) => Partial<Activity> = () => ({}),
): Activity[] => Array.from({ length: count }, (_, number) => activity(number, part(number)));

/** Answers from an array; what is changed in it is seen by the next request. */
export class ListSource implements RowSource<Activity> {
  readonly asked: RowRequest[] = [];
  /** Requests wait for this, so that a test can have them answered late. */
  gate: Promise<void> = Promise.resolve();
  error: Error | null = null;

  constructor(public list: Activity[]) {}

  #of(query: Query, group: Group | null): Activity[] {
    const rows = this.list
      .filter((row) => !group || row.group === group.key)
      .filter((row) => query.where.every((part) => row.title.includes(part)));
    for (const sort of [...query.sort].reverse()) {
      const key = sort.replace(/^-/, '') as keyof Activity;
      const sign = sort.startsWith('-') ? -1 : 1;
      rows.sort((a, b) => sign * String(a[key]).localeCompare(String(b[key]), 'en', { numeric: true }));
    }
    return rows;
  }

  async rows(request: RowRequest): Promise<{ total: number; rows: Activity[] }> {
    this.asked.push(request);
    await this.gate;
    if (this.error) throw this.error;
    const rows = this.#of(request.query, request.group);
    return { total: rows.length, rows: rows.slice(request.offset, request.offset + request.limit) };
  }

  async groups(query: Query): Promise<Group[]> {
    await this.gate;
    const keys = [...new Set(this.list.map(({ group }) => group))].sort();
    return keys.map((key) => {
      const group = { key, label: `Group ${key}`, count: 0 };
      return { ...group, count: this.#of(query, group).length };
    });
  }

  async locate(id: string, query: Query): Promise<{ group: string | null; offset: number } | null> {
    const row = this.list.find((one) => one.id === id);
    if (!row) return null;
    const group = query.groupBy === null ? null : row.group;
    const rows = this.#of(query, group === null ? null : { key: group, label: '', count: 0 });
    const offset = rows.findIndex((one) => one.id === id);
    return offset < 0 ? null : { group, offset };
  }

  isGone(id: string): Promise<boolean> {
    return Promise.resolve(!this.list.some((row) => row.id === id));
  }

  change(id: string, part: Partial<Activity>): Activity {
    const at = this.list.findIndex((row) => row.id === id);
    const row = { ...(this.list[at] ?? activity(0)), ...part };
    this.list = this.list.map((one, index) => (index === at ? row : one));
    return row;
  }
}

/** Time that passes only when a test says so. */
export class HandClock {
  #now = 0;
  #due: { at: number; act: () => void }[] = [];

  readonly after = (milliseconds: number, act: () => void): (() => void) => {
    const entry = { at: this.#now + milliseconds, act };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((one) => one !== entry);
    };
  };

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { act } of due) act();
  }
}

export const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Reads "Mod+Shift+ArrowDown" into a key press. */
export function key(name: string): KeyPress {
  const parts: string[] = name.match(/(Mod|Alt|Shift)\+/g) ?? [];
  return {
    key: name.replace(/(Mod|Alt|Shift)\+/g, '').replace(/^Space$/, ' '),
    mod: parts.includes('Mod+'),
    alt: parts.includes('Alt+'),
    shift: parts.includes('Shift+'),
    composing: false,
  };
}

/** What the grid told the page, word for word. */
export interface Told {
  edits: EditChange[];
  blocks: BlockChange<Activity>[];
  other: [string, unknown][];
}

export interface Desk {
  grid: GridModel<Activity>;
  source: ListSource;
  clock: HandClock;
  told: Told;
  /** Presses keys as a keyboard does: what the grid does not take goes into the entry as text. */
  type(...names: string[]): Promise<void>;
  /** "line:column" of the active cell, with the range and the edited text where there are any. */
  where(): string;
  scrolledTo: number[];
}

export interface DeskOptions {
  list?: Activity[];
  groupBy?: string;
  answer?: (change: EditChange) => EditAnswer<Activity>;
  beyond?: (count: number) => 'add' | 'leave' | 'stop';
  answerBlock?: (change: BlockChange<Activity>) => BlockAnswer<Activity>;
  columns?: Column<Activity>[];
  tint?: boolean;
  /** Whether the rows have come in. */
  loaded?: boolean;
  sort?: string[];
}

const FIELDS: Record<string, (text: string) => Partial<Activity>> = {
  title: (text) => ({ title: text }),
  status: (text) => ({ status: text || null }),
  timeline: (text) => ({ timeline: text ? { text } : null }),
  number: (text) => ({ number: text ? Number(text) : null }),
};

/** A loaded grid with 20 lines in sight, a source that stores what is edited, and a record of all events. */
export async function desk(options: DeskOptions = {}): Promise<Desk> {
  const source = new ListSource(options.list ?? activities(50));
  const clock = new HandClock();
  const told: Told = { edits: [], blocks: [], other: [] };
  const scrolledTo: number[] = [];
  const tell =
    (name: string) =>
    (...args: unknown[]): void => {
      told.other.push([name, args.length > 1 ? args : args[0]]);
    };
  const store = (id: string, column: string, value: string): void => {
    source.change(id, FIELDS[column]?.(value) ?? {});
  };
  const events: GridEvents<Activity> = {
    onEdit: async (change) => {
      told.edits.push(change);
      const answer = options.answer?.(change) ?? { kept: true };
      if (answer.kept) store(change.id, change.column, change.value);
      return answer;
    },
    onBlock: async (change) => {
      told.blocks.push(change);
      const answer = options.answerBlock?.(change) ?? { refused: [] };
      for (const { id, column, value } of change.cells) {
        if (!answer.refused.some((one) => one.id === id && one.column === column)) store(id, column, value);
      }
      return answer;
    },
    ...(options.beyond ? { onBeyond: async (count) => options.beyond?.(count) ?? 'leave' } : {}),
    onOpen: (row, how) => tell('open')(row.id, how),
    onAdd: (row) => tell('add')(row?.id ?? null),
    onRemove: tell('remove'),
    onMove: tell('move'),
    onSort: tell('sort'),
    onMenu: ({ row, column, ids }) => tell('menu')({ row: row.id, column, ids }),
    onHeadMenu: ({ column }) => tell('head menu')(column),
    onUndo: tell('undo'),
    onRedo: tell('redo'),
    onDraft: tell('draft'),
    onNotice: tell('notice'),
    onLayout: tell('layout'),
  };
  const grid = new GridModel<Activity>({
    source,
    columns: options.columns ?? columns,
    setting,
    query: { groupBy: options.groupBy ?? null, sort: options.sort ?? [] },
    events,
    after: clock.after,
    tree: true,
    ...(options.tint === undefined ? {} : { tint: options.tint }),
  });
  grid.attach({
    scrollTo: (top) => scrolledTo.push(top),
    reveal: () => undefined,
    breakLine: () => undefined,
    menuPoint: () => ({ x: 0, y: 0 }),
    takeFocus: () => undefined,
  });
  grid.measure(560, 28);
  if (options.loaded !== false) await grid.load();
  const type = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      const press = key(name);
      const taken = grid.press(press);
      if (!taken && !press.mod && !press.alt && [...press.key].length === 1) {
        grid.typed((grid.edit?.session.text ?? '').concat(press.key).slice(grid.edit ? 0 : -1));
      }
      await settled();
    }
  };
  const where = (): string => {
    const { focus, extent, edit } = grid;
    if (!focus || !extent) return 'nowhere';
    const range = grid.hasRange ? `..${extent.line}:${extent.column}` : '';
    return `${focus.line}:${focus.column}${range}${edit ? ` [${edit.session.text}]` : ''}`;
  };
  return { grid, source, clock, told, type, where, scrolledTo };
}
