import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, type TestDesk, testDesk } from '../../../tests/support/desk';
import { HostError } from '../host/host';
import type { Row } from '../host/client';
import { isOneOf, pointsAt } from './conditions';
import { readDefinition, writeDefinition } from './definition';
import { ListState, type ListOptions } from './list.svelte';
import { Views } from './views.svelte';

interface Open extends TestDesk {
  list: ListState;
  views: Views;
  /** The store of the views, which several desks may share as after a merge. */
  store: Map<string, Row>;
}

/** A window on the workplan over a store of views; `known` are the workstreams that are there. */
async function open(
  store = new Map<string, Row>(),
  {
    kept = {},
    known = ['g'],
    options = {},
  }: { kept?: Record<string, unknown>; known?: string[]; options?: ListOptions } = {},
): Promise<Open> {
  const put = (id: string, set: string[]): Row => {
    const fields = Object.fromEntries(
      set.map((one) => {
        const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(one) ?? [];
        return [name, name === 'name' ? { en: value } : value];
      }),
    );
    const record = { ...row('saved_view', id), ...store.get(id), ...fields };
    store.set(id, record);
    return record;
  };
  const test = await testDesk({
    kept,
    answers: (host) =>
      host
        .answer('list', ({ kind }) => {
          const rows =
            kind === 'saved_view' ? [...store.values()] : [row('activity', 'a', { title: { en: 'A' } })];
          return { table: kind, total: rows.length, rows };
        })
        .answer('groups', () => ({ rows: [] }))
        .answer('show', ({ kind, id }) => {
          if (kind === 'group' && known.includes(String(id)))
            return { record: row('group', String(id), { label: `Workstream ${String(id)}` }), rows: [] };
          throw new HostError({
            kind: 'refused',
            code: 'key_not_found',
            params: {},
            hint: null,
            candidates: [],
            field: null,
            row: null,
          });
        })
        .answer('create', ({ set }) => ({ txn: 't', record: put(`v${store.size + 1}`, set as string[]) }))
        .answer('edit', ({ id, set }) => ({ txn: 't', record: put(String(id), set as string[]) }))
        .answer('remove', ({ ids }) => {
          for (const id of ids as string[]) store.delete(id);
          return { txn: 't', removed: 1 };
        }),
  });
  const list = new ListState(test.desk, 'workplan', options);
  list.grid.measure(600, 28);
  const views = new Views(test.desk, list);
  await views.begin({ filtered: list.filtered });
  await settled();
  return { ...test, list, views, store };
}

/** Shows something that no list begins with. */
async function arrange({ list }: Open): Promise<void> {
  list.setConditions([
    isOneOf('status', ['delayed', 'on_hold']),
    pointsAt('group', [{ id: 'g', table: 'group', label: 'Workstream g' }]),
  ]);
  list.setSort('-timeline');
  list.setSort('title', true);
  list.setGroupBy('leads');
  list.showColumn('next_step', true);
  list.grid.moveColumn('next_step', 'timeline');
  list.grid.resizeColumn('title', 333);
  list.grid.freezeColumns('title');
  await settled();
}

describe('saved views', () => {
  it('mean the same in another window that knows them from a merge', async () => {
    const here = await open();
    await arrange(here);
    const said = writeDefinition(here.list.shownAs);
    expect(await here.views.saveAs('Late and led')).toBe(true);
    expect(here.views.chosen?.name).toBe('Late and led');
    expect(here.views.changed).toBe(false);

    const there = await open(here.store);
    expect(writeDefinition(there.list.shownAs)).not.toBe(said);
    await there.views.choose('v1');
    expect(writeDefinition(there.list.shownAs)).toBe(said);
    expect(there.views.left).toEqual([]);
    expect(there.list.grid.rows.query).toEqual(here.list.grid.rows.query);
    expect(there.list.conditions).toEqual(here.list.conditions);
    const shown = ({ list }: Open): unknown =>
      list.grid.columns.shown.map(({ key, width, frozen, grows }) => [key, width, frozen, grows]);
    expect(shown(there)).toEqual(shown(here));
  });

  it('are chosen, changed, renamed, deleted and left, each as a record like others', async () => {
    const test = await open();
    const { list, views, host } = test;
    const plain = writeDefinition(list.shownAs);
    await arrange(test);
    await views.saveAs('Mine');
    expect(host.calls('create')[0]).toMatchObject({ kind: 'saved_view' });
    expect((host.calls('create')[0]?.['set'] as string[]).slice(0, 2)).toEqual([
      'name=Mine',
      'place_name=workplan',
    ]);
    list.setGroupBy('status');
    expect(views.changed).toBe(true);
    await views.update();
    expect(views.changed).toBe(false);
    expect(readDefinition(views.chosen?.definition ?? null)?.definition.group).toBe('status');
    await views.rename('Ours');
    expect(views.rows.map(({ name }) => name)).toEqual(['Ours']);
    await views.choose(null);
    expect(writeDefinition(list.shownAs), 'the list as it comes').toBe(plain);
    await views.choose('v1');
    await views.remove();
    expect(views.chosen).toBeNull();
    expect(views.rows).toEqual([]);
    expect(test.desk.toasts.shown.at(-1)).toMatchObject({
      message: 'view-removed',
      action: { message: 'act-undo' },
    });
  });

  it('go on where they say what is not known here, tell it, and keep it', async () => {
    const text = JSON.stringify({
      view: 'constellation',
      zoom: 4,
      where: ['status=delayed', 'mood=good', 'status=paused', 'group=id:elsewhere', 'timeline@2023'],
      sort: ['-timeline', 'mood'],
      group: 'mood',
      columns: [
        { field: 'title', width: 300 },
        { field: 'mood', width: 80, frozen: true },
        { field: 'status', width: 90 },
      ],
    });
    const store = new Map([
      [
        'v1',
        row('saved_view', 'v1', { name: { en: 'From later' }, place_name: 'workplan', definition: text }),
      ],
    ]);
    const { list, views } = await open(store);
    await views.choose('v1');
    expect(views.left).toEqual([
      { part: 'where', text: 'mood=good' },
      { part: 'where', text: 'status=paused' },
      { part: 'where', text: 'group=id:elsewhere' },
      { part: 'where', text: 'timeline@2023' },
      { part: 'sort', text: 'mood' },
      { part: 'group', text: 'mood' },
      { part: 'columns', text: 'mood' },
      { part: 'view', text: 'constellation' },
    ]);
    expect(list.grid.rows.query).toEqual({ where: ['status=delayed'], sort: ['-timeline'], groupBy: null });
    const inSight = list.grid.columns.shown.filter(({ spec }) => !spec.fixed).map(({ key }) => key);
    expect(inSight, 'and no column that it does not name').toEqual(['title', 'status']);

    list.setSort('title');
    views.left = [];
    await views.update();
    const kept = JSON.parse(String(store.get('v1')?.['definition'])) as Record<string, unknown>;
    expect(kept).toMatchObject({
      view: 'constellation',
      zoom: 4,
      where: ['status=delayed', 'mood=good', 'status=paused', 'group=id:elsewhere', 'timeline@2023'],
      sort: ['title', 'mood'],
      group: 'mood',
    });
    expect(kept['columns']).toContainEqual({ field: 'mood', width: 80, frozen: true });
    expect(views.changed).toBe(false);
  });

  it.each(['', 'no JSON', '[]', '"x"', '{"where":3,"sort":[1],"columns":[{"width":1}],"group":{}}'])(
    'leave the list in order whatever is written in them: %s',
    async (definition) => {
      const store = new Map([
        ['v1', row('saved_view', 'v1', { name: { en: 'Odd' }, place_name: 'workplan', definition })],
      ]);
      const { list, views } = await open(store, { kept: { 'list:workplan': { groupBy: null } } });
      await views.choose('v1');
      await settled();
      expect(list.grid.rows.total).toBe(1);
      expect(list.grid.columns.shown.length).toBeGreaterThan(0);
    },
  );

  it('begin a place once, where one of them is to, and not before a filter that was asked for', async () => {
    const here = await open();
    await arrange(here);
    await here.views.saveAs('First');
    here.views.beginWith('v1');
    const kept = { 'views:workplan': here.kept.get('views:workplan'), 'list:workplan': { groupBy: null } };
    const again = await open(here.store, { kept });
    expect(again.list.groupBy, 'the first time since the program began').toBe('leads');
    again.list.setGroupBy(null);
    const back = new ListState(again.desk, 'workplan');
    const views = new Views(again.desk, back);
    await views.begin();
    expect(back.groupBy, 'and not each time the place is shown').toBeNull();
    views.beginWith(null);
    expect(views.first).toBeNull();
  });

  it('follow what somebody else made of them, but not over changes in hand', async () => {
    const test = await open();
    await arrange(test);
    await test.views.saveAs('Shared');
    const change = async (group: string): Promise<void> => {
      const record = test.store.get('v1');
      const read = readDefinition(String(record?.['definition']));
      if (!record || !read) throw new Error('there is no view');
      test.store.set('v1', { ...record, definition: writeDefinition({ ...read.definition, group }) });
      test.host.emit('changed', { kinds: ['saved_view'], ids: ['v1'], origin: 'elsewhere' });
      await test.clock.pass(100);
    };
    await change('status');
    expect(test.list.groupBy).toBe('status');
    test.list.setSort('status');
    await change('kind');
    expect(test.list.groupBy).toBe('status');
    expect(test.views.changed).toBe(true);
  });

  it('remember the way of showing, and go to it', async () => {
    let now = 'board';
    const way = { now: () => now, known: ['board'], show: (view: string) => (now = view) };
    const { list, views } = await open(new Map(), { options: { way } });
    await views.saveAs('As a board');
    now = 'table';
    expect(views.changed).toBe(true);
    await views.choose('v1');
    expect(now).toBe('board');
    expect(list.shownAs.view).toBe('board');
  });
});

describe('definitions', () => {
  it('come back as they were written, with what another build put in', () => {
    const definition = {
      view: 'table',
      where: ['status=delayed', 'leads='],
      sort: ['-timeline'],
      group: null,
      columns: [
        { key: 'title', width: 196, hidden: false, frozen: true },
        { key: 'leads', width: 100, hidden: true, frozen: false },
      ],
    };
    const text = writeDefinition(definition, { zoom: { by: 'month' } });
    expect(readDefinition(text)).toEqual({ definition, rest: { zoom: { by: 'month' } } });
  });
});
