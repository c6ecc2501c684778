import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { NOW, testDesk } from '../../../tests/support/desk';
import type { Exchange, MergedFile, MergeReport } from '../../lib/host/client';
import { HostError } from '../../lib/host/host';
import { deletions, ExchangeState, isLocked } from './exchange.svelte';
import { FolderExchange } from './folder';

const EXCHANGE: Exchange = {
  network: 'n',
  unshared: 3,
  steps: 1,
  own: [],
  sites: [],
  waiting: [],
  merges: [],
  folder: null,
  offered: null,
};

const FOLDER = { name: 'shared', last: null, encrypted: false, locked: false };

const file = (more: Partial<MergedFile> = {}): MergedFile => ({
  file: 'a.workstreams',
  result: 'merged',
  code: null,
  detail: null,
  new_changes: 4,
  waiting_for: [],
  kinds: { activity: { added: 1, changed: 2, deleted: 12 } },
  people: [],
  sender: null,
  ...more,
});

const report = (rows: MergedFile[]): MergeReport => ({
  new_changes: 4,
  waiting: 0,
  conflicts_new: 1,
  conflicts_open: 1,
  digest: '',
  backup: true,
  renewed: false,
  rows,
});

async function exchange(state: Partial<Exchange> = {}, rows = [file()]) {
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('exchange', () => ({ ...EXCHANGE, ...state }))
        .answer('choose_files', () => ({ token: 'chosen' }))
        .answer('preview', () => report(rows))
        .answer('take_in', () => report(rows))
        .answer('leave_files', () => ({}))
        .answer('exchange_now', () => ({ ...report(rows), left: 2 })),
  });
  const here = new ExchangeState(test.desk);
  await settled();
  return { ...test, here };
}

describe('files of others', () => {
  it('are looked into before anything changes, and taken in only then', async () => {
    const { here, host, desk } = await exchange();
    await here.choose();
    expect(here.taking?.report?.new_changes).toBe(4);
    expect(host.calls('take_in')).toEqual([]);
    await here.take();
    expect(host.calls('take_in')).toEqual([{ token: 'chosen', passphrase: '' }]);
    expect(here.taking).toBeNull();
    expect(desk.toasts.shown.map(({ message }) => message)).toEqual(['taken-in-conflicts']);
  });

  it('that were dropped or opened are looked into at once', async () => {
    const { here, host } = await exchange({ offered: { token: 'dropped', files: ['a.workstreams'] } });
    expect(host.calls('preview')).toEqual([{ token: 'dropped', passphrase: '' }]);
    here.leave();
    expect(here.taking).toBeNull();
    expect(host.calls('leave_files')).toEqual([{ token: 'dropped' }]);
    await here.load();
    expect(here.taking, 'what was left is not offered again by an answer on its way').toBeNull();
  });

  it('are looked into again with a passphrase', async () => {
    const { here, host } = await exchange({}, [file({ result: 'refused', code: 'wrong_passphrase' })]);
    await here.choose();
    expect(here.taking?.report && isLocked(here.taking.report)).toBe(true);
    await here.unlock('open sesame');
    expect(host.calls('preview').at(-1)).toEqual({ token: 'chosen', passphrase: 'open sesame' });
  });

  it('that cannot be looked into leave nothing open', async () => {
    const { here, host, desk } = await exchange();
    host.answer('preview', () => {
      throw HostError.from({ kind: 'refused', code: 'no_such_files' });
    });
    await here.choose();
    expect(here.taking).toBeNull();
    expect(desk.toasts.shown).toHaveLength(1);
  });

  it('are counted for what they delete', () => {
    expect(deletions(report([file(), file()]))).toBe(24);
  });
});

describe('the shared folder', () => {
  it('is exchanged with by itself, not more often than once a minute', async () => {
    const { desk, host } = await exchange({ folder: FOLDER });
    let now = NOW.getTime();
    Object.assign(desk, { now: () => new Date(now) });
    const folder = new FolderExchange(desk);
    await folder.run();
    await folder.run();
    expect(host.calls('exchange_now')).toHaveLength(1);
    now += 61_000;
    await folder.run();
    expect(host.calls('exchange_now')).toHaveLength(2);
  });

  it('that cannot be reached is said once', async () => {
    const { desk, host } = await exchange({ folder: FOLDER });
    host.answer('exchange_now', () => {
      throw HostError.from({ kind: 'failed', code: 'file_unreadable' });
    });
    let now = NOW.getTime();
    Object.assign(desk, { now: () => new Date(now) });
    const folder = new FolderExchange(desk);
    await folder.run();
    now += 61_000;
    await folder.run();
    expect(desk.toasts.shown.map(({ message }) => message)).toEqual(['folder-unreachable']);
  });

  it('is left alone while its passphrase is not known, and asked for again where it was wrong', async () => {
    const locked = { ...FOLDER, encrypted: true, locked: true };
    const wrong = [file({ result: 'refused', code: 'wrong_passphrase' })];
    const { desk, host, here } = await exchange({ folder: locked }, wrong);
    host.answer('unlock_folder', () => ({ ...EXCHANGE, folder: locked }));
    await new FolderExchange(desk).run();
    expect(host.calls('exchange_now')).toEqual([]);
    await here.unlockFolder('open sesame');
    expect(host.calls('unlock_folder')).toEqual([{ passphrase: 'open sesame' }, {}]);
    expect(desk.toasts.shown.map(({ message }) => message)).toEqual(['folder-wrong-passphrase']);
  });

  it('is left alone where there is none', async () => {
    const { desk, host } = await exchange();
    await new FolderExchange(desk).run();
    expect(host.calls('exchange_now')).toEqual([]);
  });
});
