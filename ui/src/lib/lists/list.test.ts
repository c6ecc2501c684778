import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { fieldOf, row, type TestDesk, testDesk } from '../../../tests/support/desk';
import { HostError } from '../host/host';
import { assignmentsOf, writtenName } from './assign';
import { holds, isNotKnown, isOneOf, pointsAt, readConditions, sayCondition, whereOf } from './conditions';
import { ListState } from './list.svelte';
import { FACTS, FOLLOWS } from './columns';
import { readCondition } from './definition';
import { PRESETS } from './presets';
import { groupLabel } from './source';

const ROWS = [
  row('activity', 'a', {
    title: { en: 'Map practices' },
    status: 'unknown',
    group: { id: 'g', table: 'group', label: 'G' },
    depth: 0,
  }),
  row('activity', 'b', {
    title: { en: 'Write guidance' },
    status: 'delayed',
    group: { id: 'g', table: 'group', label: 'G' },
    depth: 0,
  }),
];

async function list(kept: Record<string, unknown> = {}): Promise<TestDesk & { list: ListState }> {
  const test = await testDesk({
    kept: { 'list:workplan': { groupBy: null }, ...kept },
    answers: (host) =>
      host
        .answer('list', ({ kind, where }) => {
          if (kind !== 'activity') return { table: kind, total: 0, rows: [] };
          const found = (where as string[]).includes('status=delayed') ? ROWS.slice(1) : ROWS;
          return { table: 'activity', total: found.length, rows: found };
        })
        .answer('groups', () => ({
          rows: [{ key: 'g', label: 'G', count: 2, counts: { unknown: 1, delayed: 1 } }],
        })),
  });
  const state = new ListState(test.desk, 'workplan');
  state.grid.measure(600, 28);
  await settled();
  return { ...test, list: state };
}

const lastList = ({ host }: TestDesk) =>
  host
    .calls('list')
    .filter(({ kind }) => kind === 'activity')
    .at(-1);

describe('a list of records', () => {
  it('asks for the window it shows, in planned order, with the columns in sight', async () => {
    const test = await list();
    expect(lastList(test)).toMatchObject({ where: [], sort: ['order'], offset: 0 });
    expect(lastList(test)?.['columns']).toEqual(expect.arrayContaining(['title', 'timeline', 'status']));
    expect(lastList(test)?.['columns'], 'hidden columns are not asked for').not.toContain('progress_note');
    expect(test.list.grid.rows.total).toBe(2);
  });

  it('filters in the core’s own words, and remembers it', async () => {
    const test = await list();
    test.list.setCondition('status', isOneOf('status', ['delayed']));
    await settled();
    expect(lastList(test)?.['where']).toEqual(['status=delayed']);
    expect(test.list.grid.rows.total).toBe(1);
    expect(new ListState(test.desk, 'workplan').conditions).toEqual([isOneOf('status', ['delayed'])]);
    test.list.setCondition('status', null);
    expect(test.list.conditions).toEqual([]);
  });

  it('filters by a text in the field that names the records', async () => {
    const test = await list();
    test.list.filterText('guid');
    await settled();
    expect(lastList(test)?.['where']).toEqual(['title~guid']);
  });

  it('reads a group by its key', async () => {
    const test = await list();
    test.list.setGroupBy('group');
    await settled();
    expect(test.list.grid.rows.groups?.map(({ label, count }) => [label, count])).toEqual([['G', 2]]);
    expect(lastList(test)?.['where']).toEqual(['group=id:g']);
  });

  it('begins with the filter that was handed over to it', async () => {
    const { desk } = await list();
    desk.showFiltered('workplan', 'workplan', [isNotKnown('leads')]);
    expect(new ListState(desk, 'workplan').conditions).toEqual([isNotKnown('leads')]);
  });

  it('reads again when a record it shows, or one it points at, has changed', async () => {
    const test = await list();
    const before = test.host.calls('list').length;
    test.host.emit('changed', { kinds: ['pledge'], ids: ['p'], origin: 'typed' });
    await test.clock.pass(100);
    expect(test.host.calls('list').length).toBe(before);
    test.host.emit('changed', { kinds: ['organisation'], ids: ['o'], origin: 'typed' });
    await test.clock.pass(100);
    expect(test.host.calls('list').length).toBeGreaterThan(before);
  });

  it('stores an edit of a cell and keeps the row’s place in the tree', async () => {
    const test = await list();
    test.host.answer('edit', () => ({
      txn: 't',
      record: row('activity', 'a', { status: 'completed' }),
      rows: [],
    }));
    const { grid } = test.list;
    grid.focusCell({ line: 0, column: grid.columns.indexOf('status') });
    grid.press({ key: '3', mod: false, alt: false, shift: false, composing: false });
    await settled();
    expect(test.host.calls('edit')).toMatchObject([{ kind: 'activity', id: 'a', set: ['status=completed'] }]);
    const line = grid.rows.line(0);
    expect(line?.kind === 'row' && line.row).toMatchObject({ status: 'completed', depth: 0 });
  });

  it('leaves a refused cell with its reason', async () => {
    const test = await list();
    test.host.answer('edit', () => {
      throw new HostError({
        kind: 'refused',
        code: 'read_only_kind',
        params: { kind: 'activity' },
        hint: null,
        candidates: [],
        field: null,
        row: null,
      });
    });
    const { grid } = test.list;
    grid.focusCell({ line: 0, column: grid.columns.indexOf('status') });
    grid.press({ key: '3', mod: false, alt: false, shift: false, composing: false });
    await settled();
    expect(grid.focusedMark?.reason).toContain('reference data');
  });

  it('sends a block as one action and says how many cells were left', async () => {
    const test = await list();
    test.host.answer('edit_block', ({ cells }) => ({
      txn: 't',
      rows: (cells as { id: string }[]).map(({ id }, at) => ({
        id,
        field: 'status',
        result: at === 0 ? 'changed' : 'refused',
        code: at === 0 ? null : 'unknown_code',
        params: { value: 'x', field: 'status', nearest: 'none' },
      })),
      added: [],
    }));
    const { grid } = test.list;
    grid.focusCell({ line: 0, column: grid.columns.indexOf('status') });
    await grid.paste('Completed\nno such status\n');
    await settled();
    expect(test.host.calls('edit_block')).toEqual([
      {
        kind: 'activity',
        cells: [
          { id: 'a', set: ['status=completed'] },
          { id: 'b', set: ['status=no such status'] },
        ],
      },
    ]);
    expect(test.desk.toasts.shown[0]).toMatchObject({ message: 'block-partly', args: { count: 1, left: 1 } });
    expect(test.desk.toasts.shown[0]?.action?.message).toBe('act-undo');
  });

  it('adds the rows that a block has more than the list, where the last row belongs, if that is wanted', async () => {
    const test = await list();
    test.host.answer('edit_block', ({ cells, added }) => ({
      txn: 't',
      rows: (cells as { id: string }[]).map(({ id }) => ({
        id,
        field: 'title',
        result: 'changed',
        code: null,
        params: {},
      })),
      added: ((added ?? []) as unknown[]).map(() => ({
        id: 'c',
        rows: [{ id: 'c', field: 'title', result: 'changed', code: null, params: {} }],
      })),
    }));
    const { grid } = test.list;
    grid.focusCell({ line: 1, column: grid.columns.indexOf('title') });
    const pasting = grid.paste('Write more\nAnd again\n');
    await settled();
    expect(test.desk.question?.title).toContain('One row more');
    test.desk.question?.leave?.();
    await pasting;
    expect(test.host.calls('edit_block'), 'left without an answer, nothing is pasted').toEqual([]);
    const again = grid.paste('Write more\nAnd again\n');
    await settled();
    test.desk.question?.run();
    await again;
    expect(test.host.calls('edit_block')).toEqual([
      {
        kind: 'activity',
        cells: [{ id: 'b', set: ['title=Write more'] }],
        added: [{ set: ['group=id:g'], cells: [['title=And again']] }],
      },
    ]);
    expect(test.desk.toasts.shown.at(-1)).toMatchObject({
      message: 'block-done',
      args: { count: 2, added: 1 },
    });
  });

  it('adds a row behind another one, in the same group and beside it in the record', async () => {
    const test = await list();
    test.host.answer('create', () => ({ txn: 't', record: row('activity', 'b') }));
    await test.list.add(ROWS[0] ?? null);
    expect(test.host.calls('create')).toEqual([{ kind: 'activity', set: ['group=id:g'], after: 'a' }]);
    expect(test.desk.router.at.record).toEqual({ kind: 'activity', id: 'b' });
    expect(test.list.grid.edit?.column, 'a new record is named next').toBe('title');
  });

  it('follows the focus with the record only while one is open', async () => {
    const test = await list();
    const { grid } = test.list;
    grid.focusCell({ line: 0, column: 1 });
    await test.clock.pass(200);
    expect(test.desk.router.at.record).toBeNull();
    test.desk.router.openRecord({ kind: 'activity', id: 'a' });
    grid.focusCell({ line: 1, column: 1 });
    await test.clock.pass(200);
    expect(test.desk.router.at.record?.id).toBe('b');
    test.list.step(-1);
    expect(test.desk.router.at.record?.id).toBe('a');
    test.list.step(-1);
    expect(test.desk.router.at.record?.id, 'before the first there is nothing').toBe('a');
  });

  it('keeps what is being typed in a cell as a draft and brings it back', async () => {
    const test = await list();
    const { grid } = test.list;
    grid.focusCell({ line: 0, column: grid.columns.indexOf('title') });
    grid.typed('Map prac');
    await test.clock.pass(300);
    expect(test.host.calls('draft_put')).toEqual([
      { kind: 'activity', id: 'a', field: 'title', text: 'Map prac' },
    ]);

    test.host.answer('drafts', () => ({
      rows: [{ kind: 'activity', id: 'a', field: 'title', text: 'Map prac', at: '' }],
    }));
    await test.desk.start();
    const again = new ListState(test.desk, 'workplan');
    again.grid.measure(600, 28);
    await settled();
    again.grid.focusCell({ line: 0, column: again.grid.columns.indexOf('title') });
    expect(again.grid.focusedMark).toMatchObject({ state: 'draft', text: 'Map prac' });
  });

  it('sorts by several fields from the menu, and remembers it', async () => {
    const test = await list();
    test.list.setSort('status');
    test.list.setSort('-timeline', true);
    await settled();
    expect(lastList(test)?.['sort']).toEqual(['status', '-timeline']);
    test.list.setSort('-status', true);
    expect(new ListState(test.desk, 'workplan').sort).toEqual(['-timeline', '-status']);
    test.list.unsort();
    await settled();
    expect(lastList(test)?.['sort'], 'the list’s own order').toEqual(['order']);
  });

  it('groups by any field that is counted by, and names the groups as the field is read', async () => {
    const test = await list();
    const by = test.list.groupable;
    expect(by.slice(0, 2)).toEqual([
      { field: 'group', usual: true },
      { field: 'status', usual: true },
    ]);
    expect(by.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['leads', 'objectives', 'timeline', 'title', 'provenance']),
    );
    expect(new Set(by.map(({ field }) => field)).size).toBe(by.length);
    const label = (field: string, key: string): string =>
      groupLabel(test.desk, 'activity', field, { key, label: key, count: 1, counts: {} });
    expect(label('provenance', 'inferred')).toBe(test.desk.m.code('standing', 'inferred'));
    expect(label('status', 'on_hold')).toBe('On hold');
    expect(label('timeline', 'Q1 2023')).toBe('Q1 2023');
  });

  it('remembers columns, sorting and groups between two visits', async () => {
    const test = await list();
    test.list.showColumn('leads', false);
    test.list.grid.resizeColumn('timeline', 140);
    await test.list.grid.sortBy('status');
    test.list.setGroupBy('status');
    const again = new ListState(test.desk, 'workplan');
    expect(again.grid.columns.get('leads')?.hidden).toBe(true);
    expect(again.grid.columns.get('timeline')?.width).toBe(140);
    expect(again.grid.rows.query.sort).toEqual(['status']);
    expect(again.groupBy).toBe('status');
  });
});

describe('conditions', () => {
  it('are written as the core reads them', async () => {
    const { desk } = await testDesk();
    expect(whereOf(desk, 'activity', isOneOf('status', ['delayed', 'on_hold']))).toBe(
      'status=delayed|on_hold',
    );
    expect(whereOf(desk, 'activity', isOneOf('since_adopted', ['true']))).toBe('since_adopted=true');
    expect(whereOf(desk, 'activity', pointsAt('group', [{ id: 'x', table: 'group', label: 'X' }]))).toBe(
      'group=id:x',
    );
    expect(whereOf(desk, 'activity', isNotKnown('leads'))).toBe('leads=');
    expect(whereOf(desk, 'activity', holds('title', 'a b'))).toBe('title~a b');
  });

  it('find what has no status where it is unknown, and mean the same when they are read again', async () => {
    const { desk } = await testDesk();
    const unknown = isOneOf('status', ['unknown', 'delayed']);
    expect(whereOf(desk, 'activity', unknown)).toBe('status=|unknown|delayed');
    for (const where of ['status=|unknown|delayed', 'status=unknown|delayed'])
      expect(await readCondition(desk, 'activity', where), where).toEqual(unknown);
    expect(sayCondition(desk, 'activity', unknown)).toBe('Status: Unknown or Delayed');
  });

  it('are said as people read them', async () => {
    const { desk } = await testDesk();
    expect(sayCondition(desk, 'activity', isOneOf('since_adopted', ['true']))).toBe(
      'Changed since adopted: Yes',
    );
    expect(sayCondition(desk, 'activity', isOneOf('status', ['delayed', 'on_hold']))).toBe(
      'Status: Delayed or On hold',
    );
    expect(sayCondition(desk, 'activity', isNotKnown('leads'))).toBe('Led by: nothing known');
  });

  it('are taken back only where they still make sense', async () => {
    const { desk } = await testDesk();
    const good = isOneOf('status', ['unknown']);
    expect(
      readConditions(desk, 'activity', [good, { field: 'gone', op: 'any', values: [], labels: [] }, null, 3]),
    ).toEqual([good]);
    expect(readConditions(desk, 'activity', 'x')).toEqual([]);
  });
});

describe('assignments', () => {
  it('write a text in the language it is shown in', async () => {
    const { desk } = await testDesk();
    const title = fieldOf('activity', 'title');
    expect(writtenName(title, null, desk.m)).toBe('title');
    await desk.m.use('fr');
    expect(writtenName(title, null, desk.m)).toBe('title.fr');
    expect(
      writtenName(title, row('activity', 'a', { title: { en: 'x' } }), desk.m),
      'an English text stays English',
    ).toBe('title');
    expect(writtenName(title, row('activity', 'a', { title: { en: 'x', fr: 'y' } }), desk.m)).toBe(
      'title.fr',
    );
  });

  it('give an amount and its currency to two fields', () => {
    const amount = fieldOf('funding', 'amount');
    expect(assignmentsOf(amount, '1250000 USD')).toEqual(['amount=1250000', 'currency=USD']);
    expect(assignmentsOf(amount, '12')).toEqual(['amount=12']);
    expect(assignmentsOf(amount, '')).toEqual(['amount=']);
  });
});

describe('the lists', () => {
  it('name only fields that the kinds have', async () => {
    const { desk } = await testDesk();
    for (const [name, preset] of Object.entries(PRESETS)) {
      const sums = 'addsUp' in preset ? ['co_leads', 'members', 'activities'] : [];
      for (const { field } of preset.columns) {
        if (field === 'provenance' || sums.includes(field) || FACTS.includes(field) || field in FOLLOWS)
          continue;
        expect(desk.fieldOf(preset.kind, field), `${name}.${field}`).toBeDefined();
      }
      for (const by of preset.groupBy)
        expect(desk.fieldOf(preset.kind, by), `${name} by ${by}`).toBeDefined();
    }
  });
});
