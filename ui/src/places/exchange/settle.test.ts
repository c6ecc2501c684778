import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import type { Conflict, ConflictHead } from '../../lib/host/client';
import { areLong, frozenText, passages, SettleState, sideText, takesValue, ways } from './settle.svelte';

const head = (n: number, value: unknown, mine: boolean): ConflictHead => ({
  n,
  value,
  person: { id: `p${n}`, table: 'person', label: mine ? 'Ana' : 'Ben' },
  site: 'here',
  machine: mine ? 'Desk' : 'Lima',
  clock_off_s: mine ? null : 7200,
  time: '2023-05-17T10:00:00Z',
  mine,
});

const conflict = (id: string, more: Partial<Conflict> = {}): Conflict => ({
  id,
  type: 'field',
  record: { id: `r${id}`, table: 'activity', label: `Activity ${id}` },
  field: 'title.en',
  base: 'Before',
  heads: [head(1, 'Mine', true), head(2, 'Theirs', false)],
  shown: 2,
  others: [],
  ...more,
});

const key = (letter: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key: letter, ctrlKey: false, metaKey: false, altKey: false, ...more }) as KeyboardEvent;

async function waiting(rows: Conflict[]) {
  let open = rows;
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('conflicts', () => ({ rows: open }))
        .answer('settle', ({ id }) => {
          open = open.filter((row) => row.id !== id);
          return { txn: 't', settled: 1, left: 0 };
        })
        .answer('settle_all', () => {
          const count = open.length;
          open = [];
          return { txn: 't', settled: count, left: 0 };
        }),
  });
  const state = new SettleState(test.desk);
  await settled();
  return { ...test, state };
}

describe('what is to settle', () => {
  it('offers the ways that go with each kind of disagreement', async () => {
    const { desk } = await waiting([]);
    const choices = (of: Conflict) => ways(desk, of).map(({ choice, key }) => `${key} ${choice}`);
    expect(choices(conflict('a'))).toEqual(['M mine', 'T theirs', 'B value=Mine\n\nTheirs']);
    const three = conflict('b', {
      heads: [head(1, 'A', true), head(2, 'B', false), head(3, 'C', false)],
    });
    expect(choices(three), 'theirs would not say which').toEqual(['M mine', '1 1', '2 2', '3 3']);
    expect(choices(conflict('c', { type: 'delete_edit' }))).toEqual(['K keep', 'D drop']);
    const status = conflict('d', {
      field: 'status',
      heads: [head(1, 'delayed', true), head(2, 'completed', false)],
    });
    expect(choices(status), 'a code is not two codes').toEqual(['M mine', 'T theirs']);
    expect([takesValue(desk, conflict('e')), takesValue(desk, status)]).toEqual([true, false]);
  });

  it('shows what came late beside what was closed', async () => {
    const { desk } = await waiting([]);
    const side = { field: 'status', record: { id: 'rf', table: 'activity', label: 'Activity' } };
    const late = conflict('f', {
      type: 'late',
      field: 'exists',
      heads: [
        { ...head(1, 'completed', false), ...side, says: 'completed', frozen: 'in_progress' },
        { ...head(2, 'live', false), frozen: null },
      ],
    });
    expect(ways(desk, late).map(({ label }) => label)).toEqual(['settle-adopt', 'settle-leave']);
    expect(late.heads.map((one) => frozenText(desk, late, one))).toEqual(['In progress', null]);
  });

  it('is settled by letters, one after the other', async () => {
    const { state, host } = await waiting([conflict('a'), conflict('b'), conflict('c')]);
    state.move(1);
    expect(state.current?.id).toBe('b');
    expect(state.key(key('t'))).toBe(true);
    await settled();
    expect(host.calls('settle')).toEqual([{ id: 'b', choice: 'theirs' }]);
    expect(state.current?.id, 'goes on to the next').toBe('c');
    expect(state.key(key('z', { ctrlKey: true })), 'undo is the window’s').toBe(false);
    state.key(key('e'));
    expect(state.writing).toBe('Theirs');
    expect(state.key(key('m')), 'letters are text while one writes').toBe(false);
  });

  it('takes no letters where the reader turned single letters off', async () => {
    const { state, desk, host } = await waiting([conflict('a')]);
    desk.singleKeys = false;
    expect(state.key(key('m'))).toBe(false);
    await settled();
    expect(host.calls('settle')).toEqual([]);
  });

  it('asks before it settles everything', async () => {
    const { state, desk, host } = await waiting([conflict('a'), conflict('b')]);
    state.settleAll('latest');
    expect(host.calls('settle_all')).toEqual([]);
    desk.question?.run();
    await settled();
    expect(host.calls('settle_all')).toEqual([{ choice: 'latest' }]);
    expect(state.rows).toEqual([]);
  });

  it('shows what concerns one kind only', async () => {
    const person = { id: 'x', table: 'person', label: 'Chris' };
    const { state } = await waiting([conflict('a'), conflict('b', { record: person })]);
    expect(state.kinds).toEqual(['activity', 'person']);
    state.kind = 'person';
    expect(state.rows?.map(({ id }) => id)).toEqual(['b']);
    expect(state.current?.id).toBe('b');
  });

  it('opens the one that a record asked for', async () => {
    const { desk, state, host } = await waiting([conflict('a'), conflict('b')]);
    desk.settle({ id: 'rb', field: 'title' });
    await state.load();
    expect(desk.router.at).toMatchObject({ place: 'exchange', view: 'settle' });
    expect(state.current?.id).toBe('b');
    expect(host.calls('conflicts').length).toBeGreaterThan(1);
  });

  it('compares longer texts word by word, and says short ones plainly', async () => {
    const { desk } = await waiting([]);
    const long = conflict('a', {
      heads: [
        head(1, 'Comments are expected by the end of June, as was planned.', true),
        head(2, 'Comments are expected by mid July, as was planned.', false),
      ],
    });
    expect([areLong(conflict('b')), areLong(long)]).toEqual([false, true]);
    const told = passages('by the end of June', 'by mid July');
    expect(
      told
        .filter(({ side }) => side !== 'second')
        .map(({ text }) => text)
        .join(''),
    ).toBe('by the end of June');
    expect(
      told
        .filter(({ side }) => side !== 'first')
        .map(({ text }) => text)
        .join(''),
    ).toBe('by mid July');
    expect(sideText(desk, conflict('c', { type: 'delete_edit' }), head(1, 'deleted', true))).toBe('Deleted');
  });
});
