import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { FakeHost } from './fake';
import { inOrder } from './ordered';

describe('changes on their way to the core', () => {
  it('wait for each other, and reads wait for nothing', async () => {
    const host = new FakeHost();
    let store: () => void = () => undefined;
    host
      .answer('edit', () => new Promise((resolve) => (store = () => resolve({}))))
      .answer('undo', () => ({ txn: 't' }))
      .answer('list', () => ({ rows: [] }));
    const ordered = inOrder(host);
    const done = Promise.all([ordered.call('edit', {}), ordered.call('undo', {}), ordered.call('list', {})]);
    await settled();
    expect(host.asked.map(({ command }) => command)).toEqual(['list', 'edit']);
    store();
    await done;
    expect(host.asked.map(({ command }) => command)).toEqual(['list', 'edit', 'undo']);
  });

  it('go on after one that was refused', async () => {
    const host = new FakeHost()
      .answer('edit', () => {
        throw new Error('no');
      })
      .answer('undo', () => 'undone');
    const ordered = inOrder(host);
    await expect(ordered.call('edit', {})).rejects.toThrow('no');
    expect(await ordered.call('undo', {})).toBe('undone');
  });
});
