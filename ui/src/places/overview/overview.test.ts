import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import { OverviewState } from './overview.svelte';

const line = (
  id: string,
  activities: Record<string, number>,
  due: [number, number, number],
  overdue = 0,
) => ({
  group: { id, table: 'group', label: id, number: null, code: null, kind: 'workstream' },
  activities,
  overdue,
  due_30: due[0],
  due_60: due[1],
  due_90: due[2],
  co_leads: [],
  members: 0,
});

const ends = (id: string, last: string | null) =>
  row('activity', id, { timeline: last === null ? null : { text: last, last } });

async function overview(kept: Record<string, unknown> = {}) {
  const test = await testDesk({
    kept,
    answers: (host) =>
      host
        .answer('history', () => ({ rows: [] }))
        .answer('groups', () => ({ rows: [{ key: 'a', label: 'a', count: 2, counts: { unknown: 2 } }] }))
        .answer('overview', () => ({
          network: 'n',
          as_of: '2023-05-17',
          unshared: 0,
          to_settle: 0,
          rows: [line('a', { unknown: 3, completed: 1 }, [0, 1, 2], 1), line('b', {}, [0, 0, 1])],
          overdue: [ends('late', '2023-01-01')],
          due: [ends('x', '2023-06-10'), ends('y', '2023-07-01'), ends('z', '2023-08-10')],
          meetings: [],
          unknown: { no_co_lead: 2, no_status: 3, no_name: 1, no_number: 2 },
        })),
  });
  const state = new OverviewState(test.desk);
  await settled();
  return { ...test, state };
}

describe('the overview', () => {
  it('adds up the workstreams', async () => {
    const { state } = await overview();
    expect(state.activities).toBe(4);
    expect(state.named).toBe(1);
    expect(state.dueCount).toBe(3);
  });

  it('tells what is late for sure from what ended and was never said to be done', async () => {
    const { state, host } = await overview();
    expect(state.overdue).toBe(1);
    expect(state.unsure).toBe(2);
    expect(state.rows.map((row) => state.endedOf(row))).toEqual([3, 0]);
    expect(host.calls('groups')[0]?.['where']).toEqual(['timeline<2023-05-17', 'status=|unknown']);
  });

  it('looks as far ahead as it was told, and remembers it', async () => {
    const { state, kept } = await overview();
    expect(state.due.map(({ id }) => id)).toEqual(['x', 'y', 'z']);
    state.horizon = '60';
    expect(state.due.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(state.dueCount).toBe(1);
    expect((await overview({ horizon: kept.get('horizon') })).state.horizon).toBe('60');
    expect((await overview({ horizon: '45' })).state.horizon).toBe('90');
  });

  it('counts days from the day of the overview, and none where there is no end', async () => {
    const { state } = await overview();
    expect(state.daysTo(ends('x', '2023-06-10'))).toBe(24);
    expect(state.daysTo(ends('x', null))).toBeNull();
  });
});
