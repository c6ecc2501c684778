import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import type { HistoryRow } from '../../lib/host/client';
import { byDay, HistoryState } from './history.svelte';

const LENGTH = 120;
const one = (at: number): HistoryRow => ({
  txn: `t${at}`,
  site: 'here',
  person: null,
  time: new Date(2023, 4, 17 - Math.floor(at / 50), 12, 0, 0).toISOString(),
  origin: 'typed',
  reason: null,
  undone: false,
  changes: [],
  total: 1,
});

async function history() {
  const test = await testDesk({
    answers: (host) =>
      host.answer('history', ({ limit, before }) => {
        const from = before === undefined ? 0 : Number(String(before).slice(1)) + 1;
        const count = Math.min(Number(limit), LENGTH - from);
        return { rows: Array.from({ length: count }, (_, at) => one(from + at)) };
      }),
  });
  const state = new HistoryState(test.desk);
  await settled();
  return { ...test, state };
}

describe('the history', () => {
  it('reads back page by page to its beginning', async () => {
    const { state } = await history();
    expect(state.rows).toHaveLength(50);
    await state.more();
    await state.more();
    expect(state.rows?.map(({ txn }) => txn)).toEqual(Array.from({ length: LENGTH }, (_, at) => `t${at}`));
    expect(state.complete).toBe(true);
    const asked = state.rows?.length;
    await state.more();
    expect(state.rows).toHaveLength(asked ?? 0);
  });

  it('keeps as much as was read when something changes', async () => {
    const { state, host, clock } = await history();
    await state.more();
    host.emit('changed', { kinds: ['activity'], ids: ['a'], origin: 'typed' });
    await clock.pass(100);
    expect(state.rows).toHaveLength(100);
  });

  it('shows one kind of record when asked to', async () => {
    const { state, host } = await history();
    state.narrow({ kind: 'membership' });
    await settled();
    expect(host.calls('history').at(-1)).toEqual({ limit: 50, kind: 'membership' });
  });

  it('puts changes under their days', () => {
    const days = byDay(Array.from({ length: 60 }, (_, at) => one(at)));
    expect(days.map(({ rows }) => rows.length)).toEqual([50, 10]);
    expect(byDay([])).toEqual([]);
  });
});
