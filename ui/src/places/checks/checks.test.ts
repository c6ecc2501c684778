import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import type { Check } from '../../lib/host/client';
import { ChecksState, sayCheck } from './checks.svelte';

const check = (id: string, rule: string, more: Partial<Check> = {}): Check => ({
  rule,
  severity: 'warning',
  record: { id, table: 'activity', label: `Activity ${id}` },
  group: null,
  other: null,
  day: null,
  dismissed: null,
  ...more,
});

const SAID = { id: 'said', person: { id: 'p', table: 'person', label: 'Ana' }, reason: 'By all' };

async function checks(rows: Check[]) {
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('checks', () => ({ rows }))
        .answer('create', () => ({ txn: 't', record: row('dismissed_check', 'new') }))
        .answer('remove', () => ({ txn: 't', removed: 1 })),
  });
  const state = new ChecksState(test.desk);
  await settled();
  return { ...test, state };
}

describe('what the plan contradicts in itself', () => {
  it('is told in a sentence, and whether it is sure', async () => {
    const { desk } = await checks([]);
    const over = check('a', 'in_progress_after_end', { day: '2023-03-31' });
    expect(sayCheck(desk, over)).toContain('was over on');
    expect(sayCheck(desk, { ...over, severity: 'note' })).toContain('may be over');
  });

  it('is counted by rule, apart from what is meant to be so', async () => {
    const { state } = await checks([
      check('a', 'no_lead'),
      check('b', 'no_lead'),
      check('c', 'same_title'),
      check('d', 'no_lead', { dismissed: SAID }),
    ]);
    expect(state.rules).toEqual([
      { rule: 'no_lead', count: 2 },
      { rule: 'same_title', count: 1 },
    ]);
    state.rule = 'same_title';
    expect(state.rows.map(({ record }) => record.id)).toEqual(['c']);
    state.show(true);
    expect(state.rows.map(({ record }) => record.id)).toEqual(['d']);
  });

  it('is dismissed with a reason only, and looked at again', async () => {
    const { state, host } = await checks([check('a', 'no_lead'), check('d', 'no_lead', { dismissed: SAID })]);
    state.saying = { check: state.rows[0]!, reason: '  ' };
    await state.dismiss();
    expect(host.calls('create')).toEqual([]);
    state.saying = { check: state.rows[0]!, reason: 'Led by all ' };
    await state.dismiss();
    expect(host.calls('create')).toEqual([
      { kind: 'dismissed_check', set: ['of=id:a', 'rule=no_lead', 'reason=Led by all'] },
    ]);
    expect(state.saying).toBeNull();
    await state.takeBack(check('d', 'no_lead', { dismissed: SAID }));
    expect(host.calls('remove')).toEqual([{ kind: 'dismissed_check', ids: ['said'] }]);
  });

  it('is shown some at a time', async () => {
    const many = Array.from({ length: 450 }, (_, at) => check(String(at), 'no_lead'));
    const { state } = await checks(many);
    expect([state.rows.length, state.more]).toEqual([200, 250]);
    state.showMore();
    expect([state.rows.length, state.more]).toEqual([400, 50]);
  });
});
