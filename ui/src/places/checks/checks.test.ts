import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import type { Check } from '../../lib/host/client';
import { ChecksState, sayCheck, sayDetail } from './checks.svelte';

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
        .answer('edit_block', ({ added }) => ({
          txn: 't',
          rows: [],
          added: (added as unknown[]).map((_, at) => ({ id: `new${at}`, rows: [] })),
        }))
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

  it('stands under its rule, apart from what is meant to be so', async () => {
    const { state } = await checks([
      check('a', 'no_lead'),
      check('b', 'same_title', { severity: 'note' }),
      check('c', 'no_lead'),
      check('d', 'no_lead', { dismissed: SAID }),
    ]);
    const ids = () =>
      state.rules.map(({ rule, severity, shown }) => [rule, severity, ...shown.map((one) => one.record.id)]);
    expect(ids()).toEqual([
      ['no_lead', 'warning', 'a', 'c'],
      ['same_title', 'note', 'b'],
    ]);
    expect([state.count(false), state.count(true)]).toEqual([3, 1]);
    state.show(true);
    expect(ids()).toEqual([['no_lead', 'warning', 'd']]);
  });

  it('says in its line only what the head of its rule does not', async () => {
    const { desk } = await checks([]);
    expect(sayDetail(desk, check('a', 'no_lead'))).toBe('');
    const lead = { id: 'o', table: 'organisation', label: 'IOM' };
    expect(sayDetail(desk, check('a', 'lead_not_member', { other: lead }))).toBe('IOM');
  });

  it('is folded where there is much of it, until the reader unfolds it', async () => {
    const { state, desk } = await checks([
      ...['a', 'b', 'c', 'd'].map((id) => check(id, 'no_lead')),
      check('e', 'same_title'),
    ]);
    expect(state.rules.map(({ shown }) => shown.length)).toEqual([0, 1]);
    state.unfold('no_lead', true);
    state.unfold('same_title', false);
    const again = new ChecksState(desk);
    await settled();
    expect(again.rules.map(({ shown }) => shown.length)).toEqual([4, 0]);
  });

  it('is dismissed with a reason only, and looked at again', async () => {
    const { state, host } = await checks([check('a', 'no_lead'), check('d', 'no_lead', { dismissed: SAID })]);
    const [found] = state.rules;
    state.saying = { checks: found!.checks, reason: '  ' };
    await state.dismiss();
    expect(host.calls('edit_block')).toEqual([]);
    state.saying = { checks: found!.checks, reason: 'Led by all ' };
    await state.dismiss();
    expect(host.calls('edit_block')).toEqual([
      {
        kind: 'dismissed_check',
        cells: [],
        added: [{ set: [], cells: [['of=id:a', 'rule=no_lead', 'reason=Led by all']] }],
      },
    ]);
    expect(state.saying).toBeNull();
    await state.takeBack(check('d', 'no_lead', { dismissed: SAID }));
    expect(host.calls('remove')).toEqual([{ kind: 'dismissed_check', ids: ['said'] }]);
  });

  it('is dismissed with others of its rule at once, a record once however often it was found', async () => {
    const other = (id: string) => ({ id, table: 'organisation', label: id });
    const { state, host, desk } = await checks([
      check('a', 'lead_not_member', { other: other('x') }),
      check('a', 'lead_not_member', { other: other('y') }),
      check('b', 'lead_not_member', { other: other('x') }),
    ]);
    const [found] = state.rules;
    state.choose(found!.checks.slice(0, 2), true);
    expect(state.chosenOf(found!)).toHaveLength(2);
    state.choose(found!.checks, true);
    state.saying = { checks: state.chosenOf(found!), reason: 'As agreed' };
    await state.dismiss();
    expect(host.calls('edit_block')[0]?.['added']).toHaveLength(2);
    expect(state.chosenOf(found!)).toEqual([]);
    expect(desk.toasts.shown.at(-1)?.args).toMatchObject({ count: 2 });
  });

  it('stays as it is where it was refused', async () => {
    const { state, host, desk } = await checks([check('a', 'no_lead')]);
    const refused = { id: '', field: 'of', result: 'refused', code: 'unknown_key', params: { value: 'a' } };
    host.answer('edit_block', () => ({ txn: null, rows: [], added: [{ id: null, rows: [refused] }] }));
    state.saying = { checks: state.rules[0]!.checks, reason: 'Led by all' };
    await state.dismiss();
    expect(state.saying).not.toBeNull();
    expect(desk.toasts.shown.at(-1)?.bad).toBe(true);
  });

  it('is shown some at a time', async () => {
    const many = Array.from({ length: 450 }, (_, at) => check(String(at), 'no_lead'));
    const { state } = await checks(many);
    state.unfold('no_lead', true);
    expect([state.rules[0]?.shown.length, state.rules[0]?.more]).toEqual([200, 250]);
    state.showMore('no_lead');
    expect([state.rules[0]?.shown.length, state.rules[0]?.more]).toEqual([400, 50]);
  });
});
