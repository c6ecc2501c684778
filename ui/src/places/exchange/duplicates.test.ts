import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import type { Duplicate } from '../../lib/host/client';
import { DuplicatesState, pairs } from './duplicates.svelte';

const ref = (id: string) => ({ id, table: 'organisation', label: id });
const pair = (a: string, b: string): Duplicate => ({
  a: ref(a),
  b: ref(b),
  score: 0.9,
  reasons: ['same_name'],
});
const RECORDS: Record<string, Record<string, unknown>> = {
  one: { name: { en: 'Institute' }, acronym: 'INS', website: 'https://a.example.org', aliases: ['In'] },
  two: { name: { en: 'Institute' }, acronym: 'INT', aliases: ['Inst'] },
};

async function duplicates() {
  let found = [pair('one', 'two'), pair('three', 'four')];
  const drop = ({ a }: Record<string, unknown>): void => {
    found = found.filter((one) => one.a.id !== a);
  };
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('duplicates', () => ({ rows: found }))
        .answer('show', ({ id }) => ({
          record: row('organisation', String(id), RECORDS[String(id)]),
          rows: [],
          sources: [],
          links: [],
          joined: [],
        }))
        .answer('join', (args) => (drop(args), { txn: 't', record: ref('one') }))
        .answer('not_same', (args) => (drop(args), { txn: 't' })),
  });
  const state = new DuplicatesState(test.desk);
  await settled();
  return { ...test, state };
}

describe('possible duplicates', () => {
  it('are beside each other; one chooses where both say something else, or lets both stand where there is room', async () => {
    const { desk, state } = await duplicates();
    const said = state.pairs.map(({ field, equal, choices }) => [field.name, equal, choices.join(' ')]);
    expect(Object.fromEntries(said.map(([name, ...rest]) => [name, rest]))).toEqual({
      name: [true, ''],
      acronym: [false, 'a b'],
      website: [false, ''],
      aliases: [false, 'both a b'],
    });
    const { records } = state;
    expect(records && pairs(desk.kind('organisation')?.fields ?? [], records.a, records.a)).toSatisfy(
      (same: { equal: boolean }[]) => same.every(({ equal }) => equal),
    );
  });

  it('are joined with what was chosen, and the next pair is shown', async () => {
    const { state, host, desk } = await duplicates();
    state.choose('acronym', 'b');
    await state.join();
    expect(host.calls('join')).toEqual([
      { kind: 'organisation', a: 'one', b: 'two', picks: ['acronym=b', 'aliases=both'] },
    ]);
    expect(state.current?.a.id).toBe('three');
    expect(desk.toasts.shown[0]?.action).toMatchObject({ message: 'act-undo' });
  });

  it('that are two are not offered again', async () => {
    const { state, host } = await duplicates();
    await state.notSame();
    expect(host.calls('not_same')).toEqual([{ kind: 'organisation', a: 'one', b: 'two' }]);
    expect(state.rows?.map(({ a }) => a.id)).toEqual(['three']);
  });
});
