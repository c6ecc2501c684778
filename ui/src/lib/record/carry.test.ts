import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import { CarryState } from './carry.svelte';

describe('carrying forward', () => {
  it('takes what is chosen into the plan that follows, and tells what was left out', async () => {
    const { desk, host } = await testDesk({
      answers: (fake) =>
        fake
          .answer('list', ({ kind }) => ({
            table: kind,
            total: 2,
            rows:
              kind === 'workplan' ? [row('workplan', 'next')] : [row('activity', 'a'), row('activity', 'b')],
          }))
          .answer('carry_forward', () => ({
            txn: 't',
            rows: [
              {
                from: { id: 'a', table: 'activity', label: 'A' },
                to: { id: 'a2', table: 'activity', label: 'A' },
                known: false,
                left_out: ['progress_note'],
              },
            ],
          })),
    });
    const state = new CarryState(desk, 'now');
    await settled();
    expect([state.into?.id, state.count]).toEqual(['next', 2]);
    state.chooseAll(false);
    await state.carry();
    expect(host.calls('carry_forward'), 'nothing is chosen').toEqual([]);
    state.choose('a', true);
    await state.carry();
    expect(host.calls('carry_forward')).toEqual([{ from: 'now', to: 'next', activities: ['a'] }]);
    expect(state.leftOut.map(({ left_out }) => left_out)).toEqual([['progress_note']]);
  });
});
