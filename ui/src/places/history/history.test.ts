import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import type { HistoryRow } from '../../lib/host/client';
import { byGroup } from './compare.svelte';
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

  it('asks for whole days where this laptop is', async () => {
    const { state, host } = await history();
    state.narrow({ from: '2023-05-03', to: '2023-05-04' });
    await settled();
    expect(host.calls('history').at(-1)).toEqual({
      limit: 50,
      from: new Date(2023, 4, 3).toISOString(),
      to: new Date(2023, 4, 5).toISOString(),
    });
    state.widen();
    await settled();
    expect(host.calls('history').at(-1)).toEqual({ limit: 50 });
  });

  it('keeps what an undo left under its transaction', async () => {
    const { state, host } = await history();
    const record = { id: 'a', table: 'activity', label: 'A' };
    const rows = [
      { record, field: 'status', done: false, why: 'built_on', by: [] },
      { record, field: 'kind', done: true, why: null, by: [] },
    ];
    host.answer('undo', () => ({ txn: 'u', undone: 't3', label: 'A', rows }));
    await state.undo('t3');
    expect(state.kept('t3')).toEqual([rows[0]]);
    expect(state.isOpen('t3')).toBe(true);
  });

  it('restores a field, and of one that holds several the one that is meant', async () => {
    const { state, host, desk } = await history();
    host.answer('restore_field', ({ field }) => ({ txn: field === 'leads' ? 'r' : null }));
    const record = { id: 'a', table: 'activity', label: 'A' };
    await state.restore('t3', { record, field: 'leads', old: null, new: 'IOM', link: 'l' }, 'before');
    await state.restore('t3', { record, field: 'parent', old: null, new: record }, 'after');
    expect(host.calls('restore_field')).toEqual([
      { txn: 't3', id: 'a', field: 'leads', link: 'l', side: 'before' },
      { txn: 't3', id: 'a', field: 'parent', side: 'after' },
    ]);
    expect(desk.toasts.shown.map(({ message }) => message)).toEqual([
      'history-restored',
      'history-restored-same',
    ]);
  });

  it('puts differences under their workstreams', () => {
    const record = { id: 'a', table: 'activity', label: 'A' };
    const group = { id: 'g', table: 'group', label: 'G' };
    const one = { record, field: 'status', old: null, new: 'completed', change: 'changed' };
    const parts = byGroup([
      { ...one, group },
      { ...one, group },
      { ...one, group: null },
    ]);
    expect(parts.map(({ group, rows }) => [group?.id, rows.length])).toEqual([
      ['g', 2],
      [undefined, 1],
    ]);
  });

  it('puts changes under their days', () => {
    const days = byDay(Array.from({ length: 60 }, (_, at) => one(at)));
    expect(days.map(({ rows }) => rows.length)).toEqual([50, 10]);
    expect(byDay([])).toEqual([]);
  });
});
