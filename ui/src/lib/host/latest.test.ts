import { describe, expect, it } from 'vitest';
import { Latest } from './latest.svelte';

describe('the latest answer', () => {
  it('passes over an answer that comes late', async () => {
    const latest = new Latest<string>();
    let late: (value: string) => void = () => {};
    const first = latest.ask(() => new Promise((resolve) => (late = resolve)));
    expect(await latest.ask(() => Promise.resolve('second'))).toBe('second');
    late('first');
    expect(await first).toBeNull();
    expect([latest.value, latest.asking]).toEqual(['second', false]);
  });

  it('keeps what was answered where the next question fails, until one does not', async () => {
    const latest = new Latest<string>();
    await latest.ask(() => Promise.resolve('before'));
    expect(await latest.ask(() => Promise.reject(new Error('no')))).toBeNull();
    expect([latest.value, latest.error === null]).toEqual(['before', false]);
    await latest.ask(() => Promise.resolve('after'));
    expect([latest.value, latest.error]).toEqual(['after', null]);
  });
});
