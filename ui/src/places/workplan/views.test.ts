import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, type TestDesk, testDesk } from '../../../tests/support/desk';
import type { Coverage, GroupCount, Row } from '../../lib/host/client';
import { HostError } from '../../lib/host/host';
import { isOneOf } from '../../lib/lists/conditions';
import { ListState } from '../../lib/lists/list.svelte';
import { BoardState } from './board.svelte';
import { addDays, addMonths, CalendarState, weeksOf } from './calendar.svelte';
import { CoverageState } from './coverage.svelte';
import type { Lane } from './lane.svelte';

const GROUP = { id: 'g', table: 'group', label: 'Save lives' };
const OLD = { id: 'old', table: 'workplan', label: '2021-2022' };

function activity(id: string, status: string | null, fields: Record<string, unknown> = {}): Row {
  return row('activity', id, { label: id, status, title: { en: id }, group: GROUP, ...fields });
}

/** A desk whose activities are filtered by their status as the core does. */
async function desk(rows: Row[], more: (test: TestDesk) => void = () => undefined): Promise<TestDesk> {
  const groupOf = (one: Row): { id: string; label: string } => one['group'] as { id: string; label: string };
  const of = (where: string[]): Row[] => {
    const value = (field: string) =>
      where.find((one) => one.startsWith(`${field}=`))?.slice(field.length + 1);
    const [status, group] = [value('status'), value('group')];
    return rows.filter(
      (one) =>
        (status === undefined || status.split('|').includes(String(one['status'] ?? ''))) &&
        (group === undefined || group === `id:${groupOf(one).id}`),
    );
  };
  const counted = (by: string): GroupCount[] => {
    const keys = new Map(
      rows.map((one) =>
        by === 'status'
          ? [one['status'] as string | null, String(one['status'])]
          : [groupOf(one).id, groupOf(one).label],
      ),
    );
    return [...keys].map(([key, label]) => {
      const here = rows.filter((one) => (by === 'status' ? one['status'] : groupOf(one).id) === key);
      const counts: Record<string, number> = {};
      for (const one of here) {
        const status = String(one['status'] ?? 'unknown');
        counts[status] = (counts[status] ?? 0) + 1;
      }
      return { key, label, count: here.length, counts };
    });
  };
  const test = await testDesk({
    kept: { 'list:workplan': { groupBy: null } },
    answers: (host) =>
      host
        .answer('list', ({ kind, where, offset, limit }) => {
          if (kind === 'workplan') {
            const labels = [{ text: 'Ongoing', role: 'in_progress' }];
            return { table: kind, total: 1, rows: [row('workplan', 'old', { status_labels: labels })] };
          }
          if (kind === 'group') return { table: kind, total: 0, rows: [] };
          const found = of((where ?? []) as string[]);
          const page = found.slice(Number(offset), Number(offset) + Number(limit));
          return { table: kind, total: found.length, rows: page };
        })
        .answer('groups', ({ by }) => ({ rows: counted(String(by)) }))
        .answer('edit', ({ id, set }) => {
          const at = rows.findIndex((one) => one.id === id);
          const status = String((set as string[])[0]).slice('status='.length);
          rows[at] = { ...(rows[at] as Row), status };
          return { txn: 't', record: rows[at] };
        }),
  });
  more(test);
  return test;
}

async function board(
  rows: Row[],
  groupBy: string | null = null,
): Promise<TestDesk & { list: ListState; board: BoardState }> {
  const test = await desk(rows);
  const list = new ListState(test.desk, 'workplan');
  list.setGroupBy(groupBy);
  const state = new BoardState(test.desk, list);
  state.measure(0, 400, 80, 28);
  await settled();
  await state.ask();
  return { ...test, list, board: state };
}

const laneOf = (state: BoardState, status: string): Lane =>
  state.lanes.find((lane) => lane.status === status) as Lane;
const idsOf = (state: BoardState, status: string): (string | undefined)[] =>
  state.drawnOf(laneOf(state, status)).map(({ row: one }) => one?.id);

describe('the board', () => {
  it('shows the cards of each status, and those without one as unknown', async () => {
    const test = await board([activity('a', 'in_progress'), activity('b', null), activity('c', 'unknown')]);
    expect(idsOf(test.board, 'in_progress')).toEqual(['a']);
    expect(idsOf(test.board, 'unknown')).toEqual(['b', 'c']);
    expect(test.board.countOf('unknown')).toBe(2);
  });

  it('leaves out what is hidden until it is asked for, and remembers that it was', async () => {
    const test = await board([activity('a', 'cancelled')]);
    const asked = () => test.host.calls('list').filter(({ where }) => String(where).includes('cancelled'));
    expect(test.board.shown.map(({ status }) => status)).not.toContain('cancelled');
    expect(asked()).toEqual([]);
    expect(test.board.countOf('cancelled'), 'how many there are is said').toBe(1);
    test.board.show('cancelled', true);
    await settled();
    expect(idsOf(test.board, 'cancelled')).toEqual(['a']);
    expect(new BoardState(test.desk, test.list).isHidden('cancelled')).toBe(false);
  });

  it('shows of a filter by status what it lets through', async () => {
    const test = await board([activity('a', 'cancelled'), activity('b', 'completed')]);
    test.list.setConditions([isOneOf('status', ['cancelled'])]);
    expect(test.board.shown.map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('draws a window of many cards', async () => {
    const rows = Array.from({ length: 900 }, (_, index) => activity(`a${index}`, 'completed'));
    const test = await board(rows);
    const lane = laneOf(test.board, 'completed');
    expect(lane.total).toBe(900);
    expect(test.board.height).toBe(900 * 80);
    expect(test.board.drawnOf(lane).length).toBeLessThan(15);
    test.board.measure(80 * 500, 400, 80, 28);
    await settled();
    expect(idsOf(test.board, 'completed')).toContain('a500');
    expect(test.board.drawnOf(lane).length).toBeLessThan(15);
    lane.step(Infinity);
    expect([lane.placeOf(lane.active), lane.size]).toEqual([900, 900]);
  });

  it('says that there is nothing, whatever lanes are hidden', async () => {
    expect((await board([])).board.isEmpty).toBe(true);
    expect((await board([activity('a', 'cancelled')])).board.isEmpty).toBe(false);
  });

  it('moves a card as one edit, by the keyboard to the lane beside it', async () => {
    const test = await board([activity('a', 'yet_to_start')]);
    test.board.active = 'yet_to_start';
    await test.board.step(1);
    expect(test.host.calls('edit')).toEqual([{ kind: 'activity', id: 'a', set: ['status=in_progress'] }]);
    expect(test.board.active).toBe('in_progress');
    expect(test.board.activeLane?.activeRow?.id).toBe('a');
    expect(test.board.setByKey('3')).toBe(true);
    await settled();
    expect(test.host.calls('edit').at(-1)?.['set']).toEqual(['status=completed']);
    expect(idsOf(test.board, 'completed')).toEqual(['a']);
  });

  it('has the groups of the table, whose cards stand beside each other', async () => {
    const other = { id: 'h', table: 'group', label: 'Work' };
    const test = await board(
      [
        activity('a', 'delayed'),
        activity('b', 'delayed'),
        activity('c', null, { group: other }),
        activity('d', 'delayed', { group: other }),
      ],
      'group',
    );
    const { board: state } = test;
    expect(state.bands.map(({ group, top, body, end }) => [group?.label, top, body, end])).toEqual([
      ['Save lives', 0, 28, 188],
      ['Work', 188, 216, 296],
    ]);
    expect(state.drawnOf(laneOf(state, 'delayed')).map(({ row: one, top }) => [one?.id, top])).toEqual([
      ['a', 28],
      ['b', 108],
      ['d', 216],
    ]);
    expect(state.drawnOf(laneOf(state, 'unknown')).map(({ row: one, top }) => [one?.id, top])).toEqual([
      ['c', 216],
    ]);
  });

  it('goes on by the keyboard over the heads of groups, and sideways within one where it can', async () => {
    const other = { id: 'h', table: 'group', label: 'Work' };
    const test = await board(
      [activity('a', 'delayed'), activity('b', 'delayed', { group: other }), activity('c', 'on_hold')],
      'group',
    );
    const lane = laneOf(test.board, 'delayed');
    expect(lane.activeRow?.id).toBe('a');
    lane.step(1);
    expect(lane.activeRow?.id).toBe('b');
    lane.step(1);
    expect(lane.activeRow?.id).toBe('b');
    expect([lane.placeOf(lane.active), lane.size]).toEqual([2, 2]);
    const beside = laneOf(test.board, 'on_hold');
    beside.goBeside(lane);
    expect(beside.activeRow?.id, 'the nearest, where the group has none').toBe('c');
    lane.goBeside(beside);
    expect(lane.activeRow?.id).toBe('a');
  });

  it('folds a group with the table, and leaves no folded card active', async () => {
    const other = { id: 'h', table: 'group', label: 'Work' };
    const test = await board([activity('a', 'delayed'), activity('b', 'delayed', { group: other })], 'group');
    const lane = laneOf(test.board, 'delayed');
    test.board.fold('g', true);
    expect(test.list.grid.rows.isGroupFolded('g')).toBe(true);
    expect(idsOf(test.board, 'delayed')).toEqual(['b']);
    expect(lane.activeRow?.id).toBe('b');
    expect(test.board.height).toBe(28 + 28 + 80);
    const again = new BoardState(test.desk, test.list);
    again.measure(0, 400, 80, 28);
    await again.ask();
    expect(idsOf(again, 'delayed')).toEqual(['b']);
  });

  it('has no groups where the table is grouped by status', async () => {
    const test = await board([activity('a', 'delayed')], 'status');
    expect(test.board.bands.map(({ group }) => group)).toEqual([null]);
  });

  it('drops a card only over another lane', async () => {
    const test = await board([activity('a', 'yet_to_start')]);
    test.board.take(activity('a', 'yet_to_start'), 'yet_to_start');
    test.board.hover('yet_to_start');
    await test.board.drop();
    expect(test.host.calls('edit')).toEqual([]);
    test.board.take(activity('a', 'yet_to_start'), 'yet_to_start');
    test.board.hover('delayed');
    expect(test.board.over).toBe('delayed');
    await test.board.drop();
    expect(test.host.calls('edit')).toEqual([{ kind: 'activity', id: 'a', set: ['status=delayed'] }]);
  });

  it('says why a card stays where it is', async () => {
    const test = await board([activity('a', 'yet_to_start')]);
    test.host.answer('edit', () => {
      throw new HostError({
        kind: 'refused',
        code: 'store_read_only',
        params: {},
        hint: null,
        candidates: [],
        field: null,
        row: null,
      });
    });
    expect(await test.board.move(activity('a', 'yet_to_start'), 'delayed')).toBe(false);
    expect(test.desk.toasts.shown.at(-1)?.bad).toBe(true);
    expect(idsOf(test.board, 'yet_to_start')).toEqual(['a']);
  });

  it('calls statuses as the workplan does', async () => {
    const test = await board([activity('a', 'in_progress', { workplan: OLD })]);
    expect(test.board.labelOf('in_progress')).toBe('Ongoing');
    expect(test.board.labelOf('completed'), 'where it has no word of its own, as everywhere').toBe(
      'Completed',
    );
    test.list.setConditions([{ field: 'workplan', op: 'any', values: ['old', 'new'], labels: [] }]);
    expect(test.board.labelOf('in_progress')).toBe('In progress');
    expect(test.board.ownLabel(activity('a', 'in_progress', { workplan: OLD }), 'in_progress')).toBe(
      'Ongoing',
    );
  });
});

describe('a month', () => {
  it('has its weeks from Monday on', () => {
    const weeks = weeksOf('2023-05-17');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([...Array.from({ length: 7 }, (_, day) => `2023-05-0${day + 1}`)]);
    expect(weeks.at(-1)).toEqual(['2023-05-29', '2023-05-30', '2023-05-31', null, null, null, null]);
    expect(weeksOf('2023-10-01')[0]).toEqual([null, null, null, null, null, null, '2023-10-01']);
  });

  it('is counted on by days and months', () => {
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2023-01-15', -1)).toBe('2022-12-15');
  });
});

async function calendar(): Promise<TestDesk & { list: ListState; calendar: CalendarState }> {
  const time = (text: string, first: string, last: string, precision: string) => ({
    text,
    edtf: null,
    first,
    last,
    precision,
  });
  const test = await desk([], ({ host }) =>
    host
      .answer('timeline', () => ({ first: null, last: '2024-12-31', total: 0, undated: 0, spans: [] }))
      .answer('calendar', ({ from }) =>
        from === '2023-05-01'
          ? {
              activities: [
                activity('year', 'completed', { timeline: time('2023', '2023-01-01', '2023-12-31', 'year') }),
                activity('day', 'delayed', { timeline: time('24 May', '2023-05-24', '2023-05-24', 'day') }),
              ],
              milestones: [
                row('milestone', 'month', {
                  due: time('May', '2023-05-01', '2023-05-31', 'month'),
                  of: GROUP,
                }),
                row('milestone', 'of-day', {
                  due: time('May', '2023-05-01', '2023-05-31', 'month'),
                  of: { id: 'day', table: 'activity', label: 'day' },
                }),
              ],
              owners: [activity('day', 'delayed')],
            }
          : { activities: [], milestones: [], owners: [] },
      ),
  );
  const list = new ListState(test.desk, 'workplan');
  const state = new CalendarState(test.desk, list);
  await state.ask();
  return { ...test, list, calendar: state };
}

describe('the calendar', () => {
  it('asks for the month that is shown, and puts nothing vague on a day', async () => {
    const test = await calendar();
    expect(test.host.calls('calendar')).toEqual([{ where: [], from: '2023-05-01', to: '2023-05-31' }]);
    expect(test.calendar.on('2023-05-24').map(({ row: one }) => one.id)).toEqual(['day']);
    expect(test.calendar.on('2023-05-31')).toEqual([]);
    const parts = test.calendar.parts.map(({ day, precision, entries }) => [
      day ?? precision,
      ...entries.map(({ row: one }) => one.id),
    ]);
    expect(parts).toEqual([
      ['2023-05-24', 'day'],
      ['month', 'month', 'of-day'],
      ['year', 'year'],
    ]);
    expect([test.calendar.dated, test.calendar.vague]).toEqual([1, 3]);
  });

  it('puts what has no day under the groups of the list, milestones with their activity', async () => {
    const test = await calendar();
    const shares = () =>
      test.calendar.parts.map(({ shares: of }) =>
        of?.map(({ label, entries }) => [label, ...entries.map(({ row: one }) => one.id)]),
      );
    expect(shares(), 'nothing is grouped').toEqual([undefined, undefined, undefined]);
    test.list.setGroupBy('group');
    await test.calendar.ask();
    expect(test.host.calls('calendar').at(-1)).toMatchObject({ by: 'group' });
    expect(shares()).toEqual([undefined, [['Save lives', 'month', 'of-day']], [['Save lives', 'year']]]);
    test.list.setGroupBy('status');
    await test.calendar.ask();
    expect(shares()).toEqual([
      undefined,
      [
        ['Without a status', 'month'],
        ['Delayed', 'of-day'],
      ],
      [['Completed', 'year']],
    ]);
    test.calendar.fold('completed', true);
    expect(test.list.grid.rows.isGroupFolded('completed')).toBe(true);
    expect(test.calendar.parts.at(-1)?.shares?.[0]?.folded).toBe(true);
  });

  it('goes by days and months, asks for another month only, and remembers the day', async () => {
    const test = await calendar();
    const press = (key: string, rtl = false): void => {
      const to = test.calendar.dayOfKey(key, rtl);
      if (to) test.calendar.go(to);
    };
    press('ArrowRight');
    press('End');
    expect(test.calendar.day).toBe('2023-05-21');
    press('ArrowLeft', true);
    expect(test.calendar.day).toBe('2023-05-22');
    expect(test.host.calls('calendar')).toHaveLength(1);
    press('PageDown');
    await settled();
    expect(test.host.calls('calendar').at(-1)).toMatchObject({ from: '2023-06-01', to: '2023-06-30' });
    expect(test.calendar.planEnds, 'an empty month says where the plan is').toBe('2024-12-31');
    expect(test.calendar.dayOfKey('x', false)).toBeNull();
    expect(new CalendarState(test.desk, test.list).day).toBe('2023-06-22');
  });
});

async function coverage(
  more: Partial<Coverage> = {},
): Promise<TestDesk & { list: ListState; coverage: CoverageState }> {
  const objective = (number: number) => ({ id: `o${number}`, table: 'objective', label: `${number}. One` });
  const test = await desk([], ({ host }) =>
    host.answer('coverage', () => ({
      columns: [
        { ...GROUP, number: 1, kind: 'workstream' },
        { id: 'h', table: 'group', label: 'Climate', number: null, kind: 'workstream' },
      ],
      rows: [
        { of: objective(1), cells: { g: 2 }, total: 3, elsewhere: 1 },
        { of: objective(2), cells: {}, total: 0, elsewhere: 0 },
      ],
      totals: { g: 2 },
      total: 3,
      without: 4,
      ...more,
    })),
  );
  test.desk.router.goTo('workplan', 'coverage');
  const list = new ListState(test.desk, 'workplan');
  const state = new CoverageState(test.desk, list, 'objectives');
  state.grid.measure(400, 26);
  await state.ask('objectives');
  return { ...test, list, coverage: state };
}

describe('a new activity', () => {
  it('is named in its cell in the table, and beside any other view', async () => {
    const rows = [activity('a', 'delayed')];
    const test = await desk(rows, ({ host }) =>
      host.answer('create', () => {
        rows.push(activity('b', 'delayed'));
        return { txn: 't', record: rows[1] };
      }),
    );
    let way = 'timeline';
    const list = new ListState(test.desk, 'workplan', {
      way: { now: () => way, known: ['timeline'], show: (next) => (way = next) },
    });
    list.grid.measure(400, 24);
    await settled();
    await list.add(null);
    expect(list.grid.focusedRow?.id).toBe('b');
    expect(list.grid.edit).toBeNull();
    expect(test.desk.router.at.record?.id).toBe('b');
    way = 'table';
    await list.add(null);
    expect(list.grid.edit).not.toBeNull();
  });
});

describe('coverage', () => {
  it.each([
    ['served', { rows: [], columns: [] }],
    ['workstreams', { columns: [] }],
    ['activities', { total: 0, without: 0 }],
    [null, {}],
  ])('says what it lacks to count: %s', async (lacking, answer) => {
    expect((await coverage(answer)).coverage.lacking).toBe(lacking);
  });

  it('counts by workstream, with a sign where nobody works', async () => {
    const { coverage: state } = await coverage();
    expect(state.grid.columns.shown.map(({ key }) => key)).toEqual(['of', 'g', 'h', 'elsewhere', 'total']);
    expect(state.gaps).toBe(1);
    expect(state.without).toBe(4);
    expect(state.totals[0]?.cells).toEqual({ g: '2', h: '0', total: '3' });
  });

  it('says what a cell stands for', async () => {
    const { coverage: state } = await coverage();
    state.grid.focusCell({ line: 0, column: 1 });
    expect(state.focusedSaid).toBe('1. One, Save lives: 2 activities');
    state.grid.focusCell({ line: 1, column: 2 });
    expect(state.focusedSaid).toBe('2. One, Climate: no activity');
  });

  it('opens the activities of a cell as a list, within the filter there is', async () => {
    const test = await coverage();
    test.list.setConditions([isOneOf('status', ['delayed'])]);
    test.coverage.grid.focusCell({ line: 0, column: 1 });
    test.coverage.grid.press({ key: 'Enter', mod: false, alt: false, shift: false, composing: false });
    expect(test.desk.router.at.view).toBe('table');
    expect(test.list.where).toEqual(['status=delayed', 'objectives=id:o1', 'group=id:g']);
  });

  it('opens those of a whole row from its total', async () => {
    const test = await coverage();
    test.coverage.grid.point({ line: 0, column: 4 });
    expect(test.list.where).toEqual(['objectives=id:o1']);
  });
});
