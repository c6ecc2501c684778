import { describe, expect, it } from 'vitest';
import { testDesk } from '../../../tests/support/desk';
import type { HistoryChange, HistoryRow } from '../host/client';
import { changeLine, sayChange } from './changes';

const change = (field: string, old: unknown, now: unknown, table = 'activity'): HistoryChange => ({
  record: { id: 'a', table, label: 'A' },
  field,
  old,
  new: now,
});

const cases: [string, HistoryChange, string][] = [
  ['a code', change('status', 'unknown', 'in_progress'), 'Status: Unknown became In progress'],
  [
    'a first value',
    change('timeline', null, { text: 'Q1 2023', first: null, last: null }),
    'Timeline: Q1 2023',
  ],
  ['a value taken away', change('kind', 'study', null), 'Kind cleared; it was Study'],
  [
    'references',
    change('leads', [], [{ id: 'o', table: 'organisation', label: 'IOM' }]),
    'Led by: nothing became IOM',
  ],
  ['a text by language', change('title', { en: 'One' }, { en: 'Two' }), 'Title: One became Two'],
  ['a new record', change('life', null, 'live'), 'Activity added'],
  ['a deleted record', change('life', 'live', 'deleted'), 'Activity deleted'],
  ['a record brought back', change('life', 'deleted', 'live'), 'Activity brought back'],
  ['a flag', change('draft', false, true), 'Draft: No became Yes'],
];

describe('a change in words', () => {
  it.each(cases)('says %s', async (_name, one, expected) => {
    const { desk } = await testDesk();
    expect(sayChange(desk, one)).toBe(expected);
  });

  it('tells of the record’s own part of a transaction, and of its undoing', async () => {
    const { desk } = await testDesk();
    const other = {
      ...change('status', 'unknown', 'completed'),
      record: { id: 'b', table: 'activity', label: 'B' },
    };
    const row: HistoryRow = {
      txn: 't',
      site: 'here',
      person: null,
      time: '2023-05-17T10:00:00Z',
      origin: 'typed',
      reason: null,
      undone: true,
      changes: [other, change('status', 'unknown', 'delayed')],
      total: 2,
    };
    expect(changeLine(desk, row, 'a')).toBe('Status: Unknown became Delayed (undone)');
    expect(changeLine(desk, { ...row, origin: 'publication' }, 'a')).toBe(
      'The published network was taken in',
    );
  });
});
