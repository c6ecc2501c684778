import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { testDesk } from '../../../tests/support/desk';
import type { Backup } from '../../lib/host/client';
import { BackupsState } from './backups.svelte';

const BACKUP: Backup = {
  name: '2023-05-17T100000Z-daily.store',
  time: '2023-05-17T10:00:00Z',
  reason: 'daily',
  bytes: 4_000_000,
  changes: 1200,
};

describe('going back to a backup', () => {
  it('is asked first, says that it goes on as a new one, and then tells what is there', async () => {
    const { desk, host } = await testDesk({
      answers: (answers) =>
        answers
          .answer('backups', () => ({ rows: [BACKUP] }))
          .answer('recover', () => ({ changes: 1200, kept: 'network.former.store' })),
    });
    const state = new BackupsState(desk);
    await settled();
    expect(state.rows).toEqual([BACKUP]);
    state.recover(BACKUP);
    expect(host.calls('recover')).toEqual([]);
    expect(desk.question?.text).toContain('as a new one');
    desk.question?.run();
    await settled();
    expect(host.calls('recover')).toEqual([{ name: BACKUP.name }]);
    expect(desk.toasts.shown[0]).toMatchObject({
      message: 'recovered',
      args: { count: 1200, kept: 'network.former.store' },
    });
    expect(state.busy).toBeNull();
  });
});
