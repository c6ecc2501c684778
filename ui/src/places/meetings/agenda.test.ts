import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import { Agenda } from './agenda.svelte';

const item = (id: string) => ({ id, table: 'agenda_item', label: id });

async function agenda() {
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('list', ({ kind }) => {
          const rows =
            kind === 'agenda_item'
              ? ['i1', 'i2', 'i3'].map((id) => row('agenda_item', id))
              : kind === 'decision'
                ? [row('decision', 'd', { item: item('i2') })]
                : kind === 'note'
                  ? [row('note', 'n', { item: item('i2') })]
                  : [];
          return { table: kind, total: rows.length, rows };
        })
        .answer('create', () => ({ txn: 't', record: row('note', 'new') }))
        .answer('move_row', () => ({ txn: 't', record: row('agenda_item', 'i1') })),
  });
  const state = new Agenda(test.desk, 'm');
  await settled();
  return { ...test, state };
}

describe('an agenda', () => {
  it('puts what was written under its item, in one reading of the meeting', async () => {
    const { state, host } = await agenda();
    expect(state.items?.map(({ item, written }) => [item.id, written.map(({ id }) => id)])).toEqual([
      ['i1', []],
      ['i2', ['n', 'd']],
      ['i3', []],
    ]);
    expect(host.calls('list').map(({ where }) => where)).toEqual([
      ['meeting=id:m'],
      ['item.meeting=id:m'],
      ['item.meeting=id:m'],
      ['item.meeting=id:m'],
    ]);
  });

  it('adds an item at the end and writes under an item', async () => {
    const { state, host } = await agenda();
    await state.add('Budget');
    await state.write('i2', 'action_point', 'Send it');
    expect(host.calls('create')).toEqual([
      { kind: 'agenda_item', set: ['meeting=id:m', 'title=Budget'], after: 'i3' },
      { kind: 'action_point', set: ['item=id:i2', 'text=Send it', 'status=open'] },
    ]);
  });

  it('moves an item by one place and never beyond the ends', async () => {
    const { state, host } = await agenda();
    await state.move(2, -1);
    await state.move(1, -1);
    await state.move(0, 1);
    await state.move(0, -1);
    await state.move(2, 1);
    expect(host.calls('move_row').map(({ id, after }) => [id, after])).toEqual([
      ['i3', 'i1'],
      ['i2', null],
      ['i1', 'i2'],
    ]);
  });
});
