import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import { RailCounts } from './counts.svelte';

describe('the counts of the rail', () => {
  it('ask for numbers, never for rows, and again when records of the kind change', async () => {
    let total = 35;
    const { desk, host, clock } = await testDesk({
      answers: (host) =>
        host.answer('list', ({ kind }) => ({
          table: kind,
          total: kind === 'activity' ? total : 2,
          rows: [],
        })),
    });
    const counts = new RailCounts(desk);
    await settled();
    expect(host.calls('list').every(({ limit }) => limit === 0)).toBe(true);
    expect(counts.of('workplan')).toBe(35);
    expect(counts.of('history')).toBeNull();
    total = 36;
    host.emit('changed', { kinds: ['activity'], ids: ['a'], origin: 'typed' });
    await clock.pass(100);
    expect(counts.of('workplan')).toBe(36);
    counts.end();
    total = 37;
    host.emit('changed', { kinds: ['activity'], ids: ['a'], origin: 'typed' });
    await clock.pass(100);
    expect(counts.of('workplan')).toBe(36);
  });
});
