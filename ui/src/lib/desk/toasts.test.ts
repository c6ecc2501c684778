import { describe, expect, it } from 'vitest';
import { Clock } from '../../../tests/support/clock';
import { Toasts } from './toasts.svelte';

describe('toasts', () => {
  it('go after eight seconds, unless they are held', async () => {
    const clock = new Clock();
    const toasts = new Toasts(clock.after);
    toasts.show({ message: 'one' });
    toasts.show({ message: 'two' });
    const [one] = toasts.shown;
    toasts.hold(one?.id ?? 0);
    await clock.pass(8000);
    expect(toasts.shown.map(({ message }) => message)).toEqual(['one']);
    toasts.release(one?.id ?? 0);
    await clock.pass(7999);
    expect(toasts.shown).toHaveLength(1);
    await clock.pass(1);
    expect(toasts.shown).toHaveLength(0);
  });

  it('are never more than three', () => {
    const toasts = new Toasts(new Clock().after);
    for (const message of ['1', '2', '3', '4', '5']) toasts.show({ message });
    expect(toasts.shown.map(({ message }) => message)).toEqual(['3', '4', '5']);
  });
});
