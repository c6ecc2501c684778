import type { Desk } from '../../lib/desk/desk.svelte';
import type { Choice, Column, ColumnType, MarkValue } from '../../lib/grid/column';
import type { BlockAnswer, BlockChange, EditAnswer, EditChange } from '../../lib/grid/events';
import { GridModel } from '../../lib/grid/grid.svelte';
import { columnTypes } from '../../lib/grid/types/registry';
import type { Group, Query, RowRequest, RowSource } from '../../lib/grid/rows.svelte';
import { sayError } from '../../lib/host/errors';
import { HostError } from '../../lib/host/host';
import type { MatrixCell, MatrixRow, Ref, Row } from '../../lib/host/client';
import type { WindowState } from '../../lib/lists/follow';
import { asRefs } from '../../lib/fields/value';

/** One organisation with its part in each group. */
export interface MemberRow {
  id: string;
  organisation: MatrixRow['organisation'];
  cells: MatrixRow['cells'];
}

/** Letters of the parts, in the order they are offered; the same in every language, as in the Network's own lists. */
export const LETTERS: Record<string, string> = {
  co_lead: 'L',
  member: 'M',
  observer: 'O',
  coordinator: 'C',
  focal_point: 'F',
  alternate: 'A',
  representative: 'R',
};

const COUNTED = ['co_lead', 'member', 'observer'] as const;
/** Letters that stand in the two lines of a head, about. */
const LONGEST = 40;
const MARK_WIDTH = 44;
const TOTAL_WIDTH = 36;

/** A workstream as a column of the matrix, with the groups it succeeded. */
interface Workstream {
  id: string;
  label: string;
  short: string;
  number: number | null;
  standing: string | null;
  before: string[];
}

/** The part that counts for a cell: the group's own, else what was held in the group before it. */
export function markOf(
  row: MemberRow,
  workstream: { id: string; before: string[] },
  showBefore: boolean,
): MarkValue | null {
  const own: MatrixCell | null | undefined = row.cells[workstream.id];
  if (own)
    return { code: own.role ?? 'unknown', ...(own.standing === 'unconfirmed' ? { unconfirmed: true } : {}) };
  if (!showBefore) return null;
  const before = workstream.before.map((id) => row.cells[id]).find((cell) => cell);
  return before ? { code: before.role ?? 'unknown', was: true } : null;
}

const plainMark = columnTypes['mark'] as ColumnType;

/** A part held in the group before is shown, but is no value here: the same letter can be set as one. */
const markType: ColumnType = {
  ...plainMark,
  value: (value, column) => (isBefore(value) ? '' : plainMark.value(value, column)),
  // The grid takes an equal text for an equal value, so the letter of the group before must not equal the other.
  text: (value, column, setting) => `${plainMark.text(value, column, setting)}${isBefore(value) ? ' ' : ''}`,
};

function isBefore(value: unknown): boolean {
  return (value as MarkValue | null)?.was === true;
}

/** Organisations by workstreams: who has which part where. */
export class MatrixState {
  readonly grid: GridModel<MemberRow>;
  #workstreams = $state.raw<Workstream[]>([]);
  #showBefore = $state(true);
  #ready = $state(false);
  #totals = $state.raw<Record<string, number>>({});
  #language: string;
  readonly #desk: Desk;
  readonly #off: (() => void)[];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#language = desk.m.language;
    this.#showBefore = desk.kept.get('matrix-before') !== false;
    const source: RowSource<MemberRow> = {
      rows: (request) => this.#rows(request),
      groups: (query) => this.#groups(query),
    };
    this.grid = new GridModel<MemberRow>({
      source,
      columns: [],
      setting: {
        t: (id, args) => desk.m.t(id, args),
        lang: () => desk.m.language,
        today: () => desk.now().toISOString().slice(0, 10),
      },
      types: { mark: markType },
      query: { groupBy: 'category' },
      after: desk.after,
      tint: true,
      events: {
        onEdit: (change) => this.#edit(change),
        onBlock: (change) => this.#block(change),
        onOpen: (row, how) => this.#open(row, how),
        onUndo: () => void desk.undo(),
        onRedo: () => void desk.redo(),
        onNotice: (message) => desk.toasts.show({ message }),
      },
    });
    this.grid.readOnly = desk.readOnly;
    this.#off = [
      desk.watch(['group'], () => void this.#start()),
      desk.watch(['membership', 'organisation'], (ids) => void this.grid.invalidate({ ids })),
    ];
    void this.#start();
  }

  get ready(): boolean {
    return this.#ready;
  }
  get workstreams(): Workstream[] {
    return this.#workstreams;
  }
  /** Whether parts in the groups that came before are shown where the workstream itself has none. */
  get showBefore(): boolean {
    return this.#showBefore;
  }
  set showBefore(on: boolean) {
    this.#showBefore = on;
    this.#desk.kept.set('matrix-before', on);
    this.grid.setColumns(this.#columns());
    void this.grid.refresh(true);
  }
  get hasBefore(): boolean {
    return this.#workstreams.some(({ before }) => before.length > 0);
  }

  /** Lets the grid follow the window. */
  follow({ open, direction, singleKeys, language }: WindowState): void {
    const { grid } = this;
    grid.openId = open;
    grid.rtl = direction === 'rtl';
    grid.singleKeys = singleKeys;
    if (this.#language === language) return;
    this.#language = language;
    void this.#start();
  }

  /** How many organisations have a part in each workstream. */
  get totals(): { label: string; cells: Record<string, string> }[] {
    const { m } = this.#desk;
    const cells = Object.fromEntries(
      this.#workstreams.map(({ id }) => [id, m.number(this.#totals[id] ?? 0)]),
    );
    return [{ label: m.t('matrix-members'), cells }];
  }

  /** What the focused cell says, in full. */
  get focusedSaid(): string | null {
    const row = this.grid.focusedRow;
    const column = this.grid.focusedColumn;
    const workstream = this.#workstreams.find(({ id }) => id === column?.key);
    if (!row || !workstream) return null;
    const { m } = this.#desk;
    const mark = markOf(row, workstream, this.#showBefore);
    const role = mark ? m.code('role', mark.code) : m.t('unknown');
    return m.t(mark?.was ? 'matrix-cell-was' : 'matrix-cell', {
      organisation: row.organisation.label,
      group: workstream.label,
      role,
    });
  }

  end(): void {
    for (const off of this.#off) off();
    this.grid.close();
  }

  async #start(): Promise<void> {
    const { client } = this.#desk;
    try {
      const { rows } = await client.list({
        kind: 'group',
        where: ['kind=workstream'],
        sort: ['number'],
        columns: ['name', 'number', 'succeeds', 'provenance'],
        offset: 0,
        limit: 200,
      });
      this.#workstreams = rows.map((row) => workstreamOf(row));
    } catch (cause) {
      this.#desk.say(HostError.from(cause).body);
    }
    this.grid.setColumns(this.#columns());
    await this.grid.refresh(true);
    this.#ready = true;
  }

  #choices(): Choice[] {
    const { m } = this.#desk;
    return Object.entries(LETTERS).map(([code, letter]) => ({
      code,
      label: m.code('role', code),
      letter,
      key: letter,
    }));
  }

  #columns(): Column<MemberRow>[] {
    const { m } = this.#desk;
    const choices = this.#choices();
    const marks = this.#workstreams.map((workstream): Column<MemberRow> => ({
      key: workstream.id,
      label: workstream.short,
      full: workstream.label,
      type: 'mark',
      of: (row) => markOf(row, workstream, this.#showBefore),
      width: MARK_WIDTH,
      vertical: true,
      band: m.t('place-workstreams'),
      editable: true,
      choices,
      note: workstream.number === null ? '–' : String(workstream.number),
      ...(workstream.standing && workstream.standing !== 'published'
        ? { standing: { code: workstream.standing, label: m.code('standing', workstream.standing) } }
        : {}),
    }));
    const totals = COUNTED.map((role): Column<MemberRow> => ({
      key: `total ${role}`,
      label: LETTERS[role] ?? role,
      type: 'integer',
      of: (row) => this.#workstreams.filter(({ id }) => row.cells[id]?.role === role).length,
      width: TOTAL_WIDTH,
      fixed: true,
      quiet: true,
      band: m.t('matrix-total'),
    }));
    return [
      {
        key: 'acronym',
        label: m.t('field-organisation'),
        type: 'plain',
        of: (row) => (row.organisation.name === row.organisation.label ? '' : row.organisation.label),
        width: 104,
        band: m.t('members-view-organisations'),
        frozen: true,
        fixed: true,
      },
      {
        key: 'name',
        label: m.t('field-name'),
        type: 'plain',
        of: (row) => row.organisation.name ?? row.organisation.label,
        width: 232,
        band: m.t('members-view-organisations'),
        frozen: true,
        fixed: true,
        joined: true,
        tree: true,
      },
      ...marks,
      ...totals,
    ];
  }

  async #rows({ query, group, offset, limit }: RowRequest) {
    const ids = this.#workstreams.flatMap(({ id, before }) => [id, ...before]);
    const where = [
      ...query.where,
      ...(group ? [group.key === null ? 'category=' : `category=${group.key}`] : []),
    ];
    const { rows, total, totals } = await this.#desk.client.matrix({
      groups: [...new Set(ids)],
      where,
      offset,
      limit,
    });
    this.#totals = totals;
    return {
      total,
      rows: rows.map(({ organisation, cells }): MemberRow => ({ id: organisation.id, organisation, cells })),
    };
  }

  async #groups(query: Query): Promise<Group[]> {
    const { rows } = await this.#desk.client.groups({
      kind: 'organisation',
      by: 'category',
      where: [...query.where],
    });
    const { m } = this.#desk;
    return rows.map(({ key, count }) => ({
      key,
      label: key === null ? m.t('group-none-category') : m.code('category', key),
      count,
    }));
  }

  #open(row: MemberRow, how: 'follow' | 'now'): void {
    const { router } = this.#desk;
    if (how === 'follow' && router.at.record === null) return;
    const column = this.grid.focusedColumn;
    const membership = column ? row.cells[column.key] : null;
    // In a cell with a part the membership itself opens: its dates and its state are there.
    if (membership && how === 'now') router.openRecord({ kind: 'membership', id: membership.id });
    else if (column?.spec.frozen || router.at.record) router.openRecord({ kind: 'organisation', id: row.id });
  }

  async #set(organisation: string, group: string, value: string): Promise<string | null> {
    try {
      await this.#desk.client.setRole({ organisation, group, role: value === '' ? null : value });
      return null;
    } catch (cause) {
      return sayError(this.#desk.m, HostError.from(cause).body).text;
    }
  }

  async #edit({ id, column, value }: EditChange): Promise<EditAnswer<MemberRow>> {
    const reason = await this.#set(id, column, value);
    return reason === null ? { kept: true } : { kept: false, reason };
  }

  async #block({ cells }: BlockChange): Promise<BlockAnswer<MemberRow>> {
    const refused: { id: string; column: string; reason: string }[] = [];
    for (const { id, column, value } of cells) {
      const reason = await this.#set(id, column, value);
      if (reason !== null) refused.push({ id, column, reason });
    }
    return { refused };
  }
}

/** A head has room for two short lines: whole words, and the end where names differ there only. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const end = /\s\([^()]+\)$/.exec(name)?.[0] ?? '';
  const room = name.slice(0, LONGEST - end.length);
  const words = room.slice(0, Math.max(room.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:–-]+$/u, '');
  return `${words}…${end}`;
}

function workstreamOf(row: Row): Workstream {
  return {
    id: row.id,
    label: row.label,
    short: shortened(row.label),
    number: typeof row['number'] === 'number' ? row['number'] : null,
    standing: row.provenance?.standing ?? null,
    before: asRefs(row['succeeds']).map((ref: Ref) => ref.id),
  };
}
