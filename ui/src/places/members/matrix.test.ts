import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import { HostError } from '../../lib/host/host';
import { markOf, MatrixState, type MemberRow } from './matrix.svelte';

const cell = (role: string, standing = 'published') => ({
  id: `m ${role}`,
  role,
  from: null,
  to: null,
  state: null,
  standing,
});
const IOM = {
  organisation: {
    id: 'o',
    table: 'organisation',
    label: 'IOM',
    name: 'International Organization for Migration',
    category: 'un_entity',
  },
  cells: { before: cell('co_lead'), w2: cell('observer') },
  total: 2,
};

const LONG = 'Preparing for health emergencies by mainstreaming public health';

async function matrix() {
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('list', () => ({
          table: 'group',
          total: 2,
          rows: [
            row('group', 'w1', {
              number: 1,
              label: LONG,
              succeeds: [{ id: 'before', table: 'group', label: 'B' }],
            }),
            row('group', 'w2', { number: null, succeeds: [] }),
          ],
        }))
        .answer('groups', () => ({ rows: [{ key: 'un_entity', label: '', count: 1, counts: {} }] }))
        .answer('matrix', () => ({ total: 1, columns: [], rows: [IOM], totals: { w1: 0, w2: 1 } })),
  });
  const state = new MatrixState(test.desk);
  state.grid.measure(600, 26);
  await settled();
  return { ...test, state };
}

describe('the membership matrix', () => {
  it('names workstreams in their heads as far as two lines go, and in full to those who ask', async () => {
    const { state } = await matrix();
    const head = state.grid.columns.shown.find(({ key }) => key === 'w1')?.spec;
    expect([head?.label, head?.full]).toEqual(['Preparing for health emergencies by…', LONG]);
  });

  it('has a column for each workstream and asks for the groups before them too', async () => {
    const { state, host } = await matrix();
    expect(state.grid.columns.shown.map(({ key }) => key)).toEqual([
      'acronym',
      'name',
      'w1',
      'w2',
      'total co_lead',
      'total member',
      'total observer',
    ]);
    expect(host.calls('matrix').at(-1)).toMatchObject({
      groups: ['w1', 'before', 'w2'],
      where: ['category=un_entity'],
    });
    expect(state.grid.rows.groups?.[0]?.label).toBe('UN entity');
    expect(state.totals[0]?.cells).toEqual({ w1: '0', w2: '1' });
  });

  it('shows a part of the group before only where the workstream has none of its own', () => {
    const member: MemberRow = {
      id: 'o',
      organisation: IOM.organisation,
      cells: IOM.cells as MemberRow['cells'],
    };
    expect(markOf(member, { id: 'w1', before: ['before'] }, true)).toEqual({ code: 'co_lead', was: true });
    expect(markOf(member, { id: 'w1', before: ['before'] }, false)).toBeNull();
    expect(markOf(member, { id: 'w2', before: ['before'] }, true)).toEqual({ code: 'observer' });
    const unsure = { ...member, cells: { w2: cell('member', 'unconfirmed') } as MemberRow['cells'] };
    expect(markOf(unsure, { id: 'w2', before: [] }, true)).toEqual({ code: 'member', unconfirmed: true });
  });

  it('sets a part by its letter and clears it with Delete', async () => {
    const { state, host } = await matrix();
    host.answer('set_role', () => ({ txn: 't', record: null }));
    const { grid } = state;
    const at = { line: grid.rows.lineOfRow('o'), column: grid.columns.indexOf('w1') };
    grid.focusCell(at);
    const press = (key: string): boolean =>
      grid.press({ key, mod: false, alt: false, shift: false, composing: false });
    press('l');
    await settled();
    grid.focusCell({ ...at, column: grid.columns.indexOf('w2') });
    press('Delete');
    await settled();
    expect(host.calls('set_role')).toEqual([
      { organisation: 'o', group: 'w1', role: 'co_lead' },
      { organisation: 'o', group: 'w2', role: null },
    ]);
  });

  it('says the focused cell in full', async () => {
    const { state } = await matrix();
    const { grid } = state;
    grid.focusCell({ line: grid.rows.lineOfRow('o'), column: grid.columns.indexOf('w1') });
    expect(state.focusedSaid).toBe(`IOM, ${LONG}: Co-lead in the predecessor group`);
    state.showBefore = false;
    await settled();
    expect(state.focusedSaid).toBe(`IOM, ${LONG}: Unknown`);
  });

  it('leaves a refused part on the cell with its reason', async () => {
    const { state, host } = await matrix();
    host.answer('set_role', () => {
      throw new HostError({
        kind: 'refused',
        code: 'deleted_record',
        params: { record: 'IOM' },
        hint: null,
        candidates: [],
        field: null,
        row: null,
      });
    });
    const { grid } = state;
    grid.focusCell({ line: grid.rows.lineOfRow('o'), column: grid.columns.indexOf('w1') });
    grid.press({ key: 'm', mod: false, alt: false, shift: false, composing: false });
    await settled();
    expect(grid.focusedMark?.reason).toContain('deleted');
  });
});
