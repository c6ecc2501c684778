import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import type { RoundRow } from '../../lib/host/client';
import { RoundsState } from './rounds.svelte';

const IOM = { id: 'iom', table: 'organisation', label: 'IOM' };
const ILO = { id: 'ilo', table: 'organisation', label: 'ILO' };

const asked = (id: string, more: Partial<RoundRow> = {}): RoundRow => ({
  activity: { id, table: 'activity', label: `Activity ${id}` },
  group: null,
  status: 'in_progress',
  leads: [],
  asked: [],
  answers: [],
  late: [],
  ...more,
});

const OPEN = row('status_round', 'open', { state: 'open', closed_at: null, opens: '2023-05-01' });
const SHUT = row('status_round', 'shut', { state: 'closed', closed_at: { here: 3 }, opens: '2023-06-01' });

async function rounds(rows: RoundRow[]) {
  const test = await testDesk({
    state: { organisation: IOM },
    answers: (host) =>
      host
        .answer('list', ({ kind }) => ({
          table: kind,
          total: 1,
          rows: kind === 'workplan' ? [row('workplan', 'plan')] : [SHUT, OPEN],
        }))
        .answer('round', ({ id }) => ({
          round: id === 'open' ? OPEN : SHUT,
          frozen_at: null,
          due: rows.length,
          answered: 0,
          rows,
        }))
        .answer('round_reminder', ({ language }) => ({ text: `in ${String(language)}` }))
        .answer('settle', () => ({ txn: 't', settled: 1, left: 0 }))
        .answer('edit', () => ({ txn: 't', record: OPEN }))
        .answer('create', ({ kind }) => ({ txn: 't', record: row(String(kind), 'new') })),
  });
  const state = new RoundsState(test.desk);
  await settled();
  return { ...test, state };
}

describe('status rounds', () => {
  it('show the open one first, and in it what I am asked for', async () => {
    const { state } = await rounds([asked('a', { asked: [IOM] }), asked('b', { asked: [ILO] })]);
    expect(state.rounds?.map(({ id }) => id)).toEqual(['open', 'shut']);
    expect(state.current?.id).toBe('open');
    expect([state.part, state.rows.map(({ activity }) => activity.id)]).toEqual(['mine', ['a']]);
    state.part = 'missing';
    expect(state.rows).toHaveLength(2);
  });

  it('take an answer in the language of the window', async () => {
    const { state, host } = await rounds([asked('a', { asked: [ILO, IOM] })]);
    state.write(state.rows[0]!);
    expect(state.writing).toMatchObject({ id: null, organisation: IOM, status: 'in_progress' });
    Object.assign(state.writing!, { status: 'completed', progress: ' Done ', next: '' });
    await state.answer();
    expect(host.calls('create')).toEqual([
      {
        kind: 'answer',
        set: [
          'round=id:open',
          'activity=id:a',
          'organisation=id:iom',
          'status=completed',
          'progress_note.en=Done',
          'next_step.en=',
        ],
      },
    ]);
    expect(state.writing).toBeNull();
  });

  it('go on with the answer my organisation gave', async () => {
    const answer = { id: 'x', organisation: IOM, status: 'delayed', progress_note_text: 'Half' };
    const { state, host } = await rounds([asked('a', { asked: [IOM], answers: [answer] })]);
    state.write(state.rows[0]!);
    expect(state.writing).toMatchObject({ id: 'x', status: 'delayed', progress: 'Half' });
    await state.answer();
    expect(host.calls('edit')).toMatchObject([{ kind: 'answer', id: 'x' }]);
  });

  it('are opened for the workplan there is, and never close before they open', async () => {
    const { state, host } = await rounds([]);
    await state.open();
    expect(state.opening).toMatchObject({ workplan: { id: 'plan' }, opens: '2023-05-17' });
    state.opening!.closes = '2023-05-01';
    expect(state.isTurned).toBe(true);
    await state.openRound();
    expect(host.calls('create')).toEqual([]);
    state.opening!.closes = '2023-06-01';
    await state.openRound();
    expect(host.calls('create')).toMatchObject([{ kind: 'status_round' }]);
    expect(host.calls('create')[0]).toMatchObject({
      set: expect.arrayContaining(['workplan=id:plan', 'closes=2023-06-01', 'state=open']) as string[],
    });
  });

  it('ask before they are closed, and settle what came late', async () => {
    const { desk, state, host } = await rounds([asked('a')]);
    state.close();
    expect(host.calls('edit')).toEqual([]);
    desk.question?.run();
    await settled();
    expect(host.calls('edit')).toEqual([{ kind: 'status_round', id: 'open', set: ['state=closed'] }]);
    await state.settle('c', 'drop');
    expect(host.calls('settle')).toEqual([{ id: 'c', choice: 'drop' }]);
  });

  it('write the reminder in the language that is chosen', async () => {
    const { state } = await rounds([asked('a')]);
    await state.remind('fr');
    expect(state.reminder).toEqual({ language: 'fr', text: 'in fr' });
  });
});
