import { describe, expect, it } from 'vitest';
import { row, STATE, testDesk } from '../../../tests/support/desk';
import { type ErrorBody, HostError } from '../host/host';

const refused = (code: string): HostError =>
  new HostError({ kind: 'refused', code, params: {}, hint: null, candidates: [], field: null, row: null });

describe('the start', () => {
  it('shows the first start where there is no store', async () => {
    const { desk, host } = await testDesk({ state: { store: 'none' } });
    expect(desk.phase).toBe('first');
    host.answer('first_start', () => ({ ...STATE }));
    await desk.firstStart('published');
    expect(desk.phase, 'the person is asked before the window opens').toBe('first');
    await desk.enter();
    expect(desk.phase).toBe('open');
    expect(host.calls('first_start')).toEqual([{ choice: 'published' }]);
  });

  it('says what is wrong instead of staying blank, and can try again', async () => {
    let broken = true;
    const { desk } = await testDesk({
      answers: (host) =>
        host.answer('app_state', () => {
          if (broken) throw refused('store_damaged');
          return STATE;
        }),
    });
    expect(desk.phase).toBe('failed');
    expect(desk.failure?.code).toBe('store_damaged');
    broken = false;
    await desk.start();
    expect(desk.phase).toBe('open');
  });
});

describe('changes', () => {
  it('that come close together are told once, to those who watch their kinds', async () => {
    const { desk, host, clock } = await testDesk();
    const seen: (string[] | null)[] = [];
    const other: unknown[] = [];
    const off = desk.watch(['activity', 'group'], (ids) => seen.push(ids));
    desk.watch(['pledge'], (ids) => other.push(ids));
    host.emit('changed', { kinds: ['activity'], ids: ['a'], origin: 'typed' });
    host.emit('changed', { kinds: ['group'], ids: ['g'], origin: 'typed' });
    await clock.pass(100);
    expect(seen).toEqual([['a', 'g']]);
    expect(other).toEqual([]);
    host.emit('changed', { kinds: ['activity'], ids: null, origin: 'import' });
    await clock.pass(100);
    expect(seen[1]).toBeNull();
    off();
    host.emit('changed', { kinds: ['activity'], ids: ['a'], origin: 'typed' });
    await clock.pass(100);
    expect(seen).toHaveLength(2);
  });

  it('bring the state up to date: what can be undone, what is not shared', async () => {
    let unshared = 0;
    const { desk, host, clock } = await testDesk({
      answers: (host) => host.answer('app_state', () => ({ ...STATE, unshared })),
    });
    unshared = 3;
    host.emit('changed', { kinds: ['activity'], ids: ['a'], origin: 'typed' });
    await clock.pass(100);
    expect(desk.state.unshared).toBe(3);
  });
});

const NOTHING: ErrorBody = {
  kind: 'refused',
  code: '',
  params: {},
  hint: null,
  candidates: [],
  field: null,
  row: null,
};

describe('undo', () => {
  const answer = (rows: unknown[]) => () => ({ txn: 'u', undone: 't', label: 'Status', rows });
  const line = (done: boolean) => ({
    record: { id: 'a', table: 'activity', label: 'A' },
    field: 'status',
    done,
    why: null,
  });

  it('says what was undone and offers to redo it', async () => {
    const { desk, host } = await testDesk({ state: { undo: 'Status' } });
    host.answer('undo', answer([line(true)]));
    await desk.undo();
    const [toast] = desk.toasts.shown;
    expect(toast).toMatchObject({ message: 'undo-done', args: { what: 'Status, A' }, bad: false });
    expect(toast?.action?.message).toBe('act-redo');
    expect(host.calls('undo')).toEqual([{}]);
  });

  it('says when only a part could be taken back', async () => {
    const { desk, host } = await testDesk({ state: { undo: 'Status' } });
    host.answer('undo', answer([line(true), line(false)]));
    await desk.undo('t');
    expect(desk.toasts.shown[0]).toMatchObject({ message: 'undo-partly', args: { left: 1 } });
    expect(host.calls('undo')).toEqual([{ txn: 't' }]);
  });

  it('waits for what is still being written, so that it takes back the newest edit', async () => {
    const { desk, host } = await testDesk({ state: { undo: 'Status' } });
    const order: string[] = [];
    host.answer('undo', () => {
      order.push('undo');
      return answer([])();
    });
    desk.beforeLeaving(async () => {
      await Promise.resolve();
      order.push('stored');
    });
    await desk.undo();
    expect(order).toEqual(['stored', 'undo']);
  });

  it('says how many records one action changed, and names a record without a name by its kind', async () => {
    const { desk, host } = await testDesk();
    const of = (id: string, field: string) => ({
      record: { id, table: 'activity', label: null },
      field,
      done: true,
      why: null,
    });
    host.answer('undo', answer([of('a', 'status'), of('b', 'status')]));
    await desk.undo();
    host.answer('undo', () => ({ txn: 'u', undone: 't', label: '', rows: [of('a', 'exists')] }));
    await desk.undo();
    expect(desk.toasts.shown.map(({ args }) => args?.['what'])).toEqual([
      'Status of 2 records',
      'Activity, Activity without a name',
    ]);
  });

  it.each(['undo', 'redo'] as const)('says calmly that there is nothing to %s', async (what) => {
    const { desk, host } = await testDesk();
    host.answer(what, () => {
      throw new HostError({ ...NOTHING, code: `nothing_to_${what}` });
    });
    await desk[what]();
    expect(desk.toasts.shown[0]).toMatchObject({ message: `${what}-nothing`, bad: false });
  });
});

describe('deleting', () => {
  const shown = (total: number) => () => ({
    record: row('activity', 'a'),
    rows: [],
    sources: [],
    links: total > 0 ? [{ kind: 'activity', field: 'parent', total, rows: [] }] : [],
  });

  it('happens at once where nothing hangs on the record', async () => {
    const { desk, host } = await testDesk();
    host.answer('show', shown(0)).answer('remove', () => ({ txn: 't', removed: 1 }));
    desk.router.openRecord({ kind: 'activity', id: 'a' });
    await desk.remove('activity', ['a'], 'A');
    expect(desk.question).toBeNull();
    expect(desk.toasts.shown[0]).toMatchObject({ message: 'removed', args: { count: 1, label: 'A' } });
    expect(desk.router.at.record, 'a deleted record does not stay beside the list').toBeNull();
  });

  it('asks first where others point at it', async () => {
    const { desk, host } = await testDesk();
    host.answer('show', shown(2)).answer('remove', () => ({ txn: 't', removed: 1 }));
    await desk.remove('activity', ['a'], 'A');
    expect(host.calls('remove')).toEqual([]);
    expect(desk.question?.text).toContain('2 other records');
    desk.question?.run();
    await Promise.resolve();
    expect(host.calls('remove')).toEqual([{ kind: 'activity', ids: ['a'] }]);
  });
});

describe('what is refused', () => {
  it('is said with what happened and what to do, and answers false', async () => {
    const { desk } = await testDesk();
    expect(await desk.attempt(() => Promise.reject(refused('disk_full')))).toBe(false);
    const [toast] = desk.toasts.shown;
    expect(toast?.bad).toBe(true);
    expect(toast?.hint).toContain('Make room');
  });

  it('creates nothing and opens nothing', async () => {
    const { desk, host } = await testDesk();
    host.answer('create', () => {
      throw refused('missing_field');
    });
    expect(await desk.create('membership', [])).toBeNull();
    expect(desk.router.at.record).toBeNull();
  });
});

describe('a filter handed over to a list', () => {
  it('is taken once, and only by that list', async () => {
    const { desk } = await testDesk();
    const condition = { field: 'status', op: 'any' as const, values: ['unknown'], labels: [] };
    desk.showFiltered('workplan', 'workplan', [condition]);
    expect(desk.router.at.place).toBe('workplan');
    expect(desk.takeFilter('pledges')).toBeNull();
    expect(desk.takeFilter('workplan')).toEqual([condition]);
    expect(desk.takeFilter('workplan')).toBeNull();
  });
});
