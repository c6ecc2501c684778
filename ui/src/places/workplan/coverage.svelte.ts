import type { Desk } from '../../lib/desk/desk.svelte';
import type { Column, ColumnType } from '../../lib/grid/column';
import { GridModel } from '../../lib/grid/grid.svelte';
import type { Coverage, CoverageRow, Ref } from '../../lib/host/client';
import { pointsAt } from '../../lib/lists/conditions';
import type { WindowState } from '../../lib/lists/follow';
import type { ListState } from '../../lib/lists/list.svelte';

/** What activities can be covered by: the field that points at it. */
export const SERVED = ['objectives', 'principles'] as const;

export type Served = (typeof SERVED)[number];

/** An objective or a principle with its activities by workstream. */
export interface ServedRow extends CoverageRow {
  id: string;
}

const COUNT_WIDTH = 44;
const TOTAL_WIDTH = 64;
/** Letters that stand in the two lines of a head, about. */
const LONGEST = 40;

/** Stands in a cell that nobody works on: a sign that can be told from a small number without its colour. */
export const GAP = '–';

/** A count that is drawn as a sign where there is none. */
const countType: ColumnType = {
  draw: 'text',
  align: 'center',
  figures: true,
  text: (value) => (typeof value === 'number' && value > 0 ? String(value) : ''),
  value: (value) => String(value ?? 0),
  parse: (text) => text,
};

/** Objectives or principles by workstreams: how many activities of the list serve them, and where nobody works. */
export class CoverageState {
  readonly grid: GridModel<ServedRow>;
  #answer = $state.raw<Coverage | null>(null);
  #by: Served;
  #language: string;
  readonly #desk: Desk;
  readonly #list: ListState;
  readonly #off: () => void;

  constructor(desk: Desk, list: ListState, by: Served) {
    this.#desk = desk;
    this.#list = list;
    this.#by = by;
    this.#language = desk.m.language;
    this.grid = new GridModel<ServedRow>({
      source: { rows: () => this.#rows() },
      columns: [],
      setting: {
        t: (id, args) => desk.m.t(id, args),
        lang: () => desk.m.language,
        today: () => desk.now().toISOString().slice(0, 10),
      },
      types: { count: countType },
      after: desk.after,
      tint: true,
      events: {
        onOpen: (row, how) => {
          if (how === 'now') this.open(row);
        },
        onUndo: () => void desk.undo(),
        onRedo: () => void desk.redo(),
      },
    });
    this.grid.readOnly = true;
    this.#off = desk.watch(['activity', 'group', 'objective', 'principle'], () => void this.grid.refresh());
  }

  end(): void {
    this.#off();
    this.grid.close();
  }

  /** Asks again: after another filter, or for what else is served. */
  async ask(by: Served): Promise<void> {
    this.#by = by;
    await this.grid.refresh(true);
  }

  /** Lets the grid follow the window. */
  follow({ direction, language }: WindowState): void {
    this.grid.rtl = direction === 'rtl';
    if (this.#language === language) return;
    this.#language = language;
    void this.ask(this.#by);
  }

  /** How many activities of the list name nothing of the kind. */
  get without(): number {
    return this.#answer?.without ?? 0;
  }

  /** How many rows nobody works on at all. */
  get gaps(): number {
    return this.#answer?.rows.filter(({ total }) => total === 0).length ?? 0;
  }

  /** What there is too little of to count; null while that is not known, and where there is enough. */
  get lacking(): 'served' | 'workstreams' | 'activities' | null {
    const answer = this.#answer;
    if (!answer) return null;
    if (answer.rows.length === 0) return 'served';
    if (answer.columns.length === 0) return 'workstreams';
    return answer.total + answer.without === 0 ? 'activities' : null;
  }

  get totals(): { label: string; cells: Record<string, string> }[] {
    const { m } = this.#desk;
    const answer = this.#answer;
    if (!answer) return [];
    const cells: Record<string, string> = Object.fromEntries(
      answer.columns.map(({ id }) => [id, m.number(answer.totals[id] ?? 0)]),
    );
    cells['total'] = m.number(answer.total);
    return [{ label: m.t('coverage-activities'), cells }];
  }

  /** What the focused cell says, in full. */
  get focusedSaid(): string {
    const row = this.grid.focusedRow;
    const key = this.grid.focusedColumn?.key;
    if (!row || key === undefined) return '';
    const { m } = this.#desk;
    const group = this.#group(key);
    return group
      ? m.t('coverage-cell', { of: row.of.label, group: group.label, count: row.cells[group.id] ?? 0 })
      : m.t('coverage-row', { of: row.of.label, count: row.total });
  }

  /** Shows the activities of the active cell as a list: those that serve the row, in the workstream of the column. */
  open(row: ServedRow): void {
    const group = this.#group(this.grid.focusedColumn?.key ?? '');
    const kept = this.#list.conditions.filter(
      ({ field }) => field !== this.#by && (field !== 'group' || !group),
    );
    this.#list.setConditions([
      ...kept,
      pointsAt(this.#by, [row.of]),
      ...(group ? [pointsAt('group', [group])] : []),
    ]);
    this.#desk.router.show('table');
  }

  #group(key: string): Ref | null {
    const group = this.#answer?.columns.find(({ id }) => id === key);
    return group ? { id: group.id, table: 'group', label: group.label } : null;
  }

  async #rows(): Promise<{ total: number; rows: ServedRow[] }> {
    const answer = await this.#desk.client.coverage({ by: this.#by, where: this.#list.where });
    this.#answer = answer;
    this.grid.setColumns(this.#columns(answer));
    const rows = answer.rows.map((row) => ({ ...row, id: row.of.id }));
    return { total: rows.length, rows };
  }

  #columns({ columns }: Coverage): Column<ServedRow>[] {
    const { m } = this.#desk;
    const elsewhere = this.#answer?.rows.some((row) => row.elsewhere > 0);
    return [
      {
        key: 'of',
        label: m.field('activity', this.#by),
        type: 'plain',
        of: (row) => row.of.label,
        width: 280,
        grow: true,
        frozen: true,
        fixed: true,
        tree: true,
      },
      ...columns.map(({ id, label, number }): Column<ServedRow> => ({
        key: id,
        label: shortened(label),
        full: label,
        type: 'count',
        of: (row) => row.cells[id] ?? 0,
        width: COUNT_WIDTH,
        vertical: true,
        unknown: GAP,
        note: number === null ? GAP : String(number),
      })),
      ...(elsewhere
        ? [
            {
              key: 'elsewhere',
              label: m.t('coverage-elsewhere'),
              type: 'integer',
              of: (row: ServedRow) => row.elsewhere,
              width: TOTAL_WIDTH,
              fixed: true,
              quiet: true,
              vertical: true,
            },
          ]
        : []),
      {
        key: 'total',
        label: m.t('coverage-total'),
        type: 'integer',
        of: (row) => row.total,
        width: TOTAL_WIDTH,
        fixed: true,
        vertical: true,
      },
    ];
  }
}

/** A head has room for two short lines: whole words. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const end = /\s\([^()]+\)$/.exec(name)?.[0] ?? '';
  const room = name.slice(0, LONGEST - end.length);
  return `${room.slice(0, Math.max(room.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:–-]+$/u, '')}…${end}`;
}
