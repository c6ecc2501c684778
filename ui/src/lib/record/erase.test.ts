import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import { EraseState } from './erase.svelte';

const ana = { id: 'ana', table: 'person', label: 'Ana' };
const mention = { id: 'a', table: 'activity', label: 'Study', field: 'progress_note.en' };

async function asked(left: string[]) {
  const { desk, host } = await testDesk({
    answers: (fake) =>
      fake.answer('mentions', () => ({ rows: [mention] })).answer('erase', () => ({ txn: 't', left })),
  });
  const state = new EraseState(desk, ana);
  await settled();
  return { state, desk, host };
}

describe('erasing contact details', () => {
  it('lists where the name stands, and erases only when told to', async () => {
    const { state, desk, host } = await asked([]);
    expect(state.mentions).toEqual([mention]);
    expect(host.calls('erase')).toEqual([]);
    expect(await state.erase(), 'there is nothing more to say').toBe(true);
    expect(host.calls('erase')).toEqual([{ id: 'ana' }]);
    expect(desk.toasts.shown.at(-1)?.message).toBe('erased');
    expect(desk.toasts.shown.at(-1)?.action, 'nothing takes it back').toBeFalsy();
  });

  it('says which copies it could not open', async () => {
    const { state } = await asked(['old.store']);
    expect(await state.erase()).toBe(false);
    expect(state.left).toEqual(['old.store']);
  });
});
