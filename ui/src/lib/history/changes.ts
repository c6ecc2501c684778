import type { Desk } from '../desk/desk.svelte';
import { asRef, asVague } from '../fields/value';
import type { HistoryChange, HistoryRow } from '../host/client';
import type { Messages } from '../i18n/messages.svelte';

/** Prints a value from the change log in one line. */
export function printValue(desk: Desk, kind: string, fieldName: string, value: unknown): string {
  const { m } = desk;
  if (value === null || value === undefined || value === '') return m.t('change-nothing');
  if (Array.isArray(value)) {
    return value.length === 0
      ? m.t('change-nothing')
      : value.map((one: unknown) => printValue(desk, kind, fieldName, one)).join(', ');
  }
  const ref = asRef(value);
  if (ref) return ref.label;
  const vague = asVague(value);
  if (vague) return vague.text;
  const field = desk.fieldOf(kind, fieldName);
  if (field?.type === 'code') return m.codeOf(field, value);
  if (field?.type === 'date') return m.date(String(value));
  if (field?.type === 'moment') return m.fullMoment(String(value));
  if (field?.type === 'flag') return m.t(value ? 'flag-yes' : 'flag-no');
  if (field?.roles && typeof value === 'string') {
    const [, label, role] = /^(.*):([a-z_]+)$/.exec(value) ?? [];
    if (label && role) return m.t('change-with-role', { label, role: m.code(field.roles, role) });
  }
  const text = m.text(value);
  if (text) return text.text;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

/** Whether a field stands for the whole record: that it is there. */
export function isLife(field: string): boolean {
  return field === 'life' || field === 'exists';
}

/** What a field that was changed is called; the kind where it stands for the whole record. */
export function sayField(m: Messages, table: string, field: string): string {
  return isLife(field) ? m.kind(table) : m.field(table, field);
}

/** Says one change: the field, what it was and what it became. */
export function sayChange(desk: Desk, { record, field, old, new: now }: HistoryChange): string {
  const { m } = desk;
  const kind = m.kind(record.table);
  if (isLife(field)) {
    const gone = now === 'deleted' || now === false || now === null;
    const back = old === 'deleted' || old === false;
    return m.t(gone ? 'change-deleted' : back ? 'change-brought-back' : 'change-added', { kind });
  }
  const [base = field] = field.split('.');
  const name = m.field(record.table, field);
  const before = printValue(desk, record.table, base, old);
  const after = printValue(desk, record.table, base, now);
  if (old === null || old === undefined) return m.t('change-set', { field: name, new: after });
  if (now === null || now === undefined) return m.t('change-cleared', { field: name, old: before });
  return m.t('change-changed', { field: name, old: before, new: after });
}

/** Says what a transaction did to one record, in one line. */
export function changeLine(desk: Desk, row: HistoryRow, id: string): string {
  const { m } = desk;
  if (row.origin === 'publication') return m.t('change-publication');
  const own = row.changes.filter((change) => change.record.id === id);
  const life = own.find(({ field }) => isLife(field));
  const first = life ?? own[0] ?? row.changes[0];
  const line = first ? sayChange(desk, first) : m.code('origin', row.origin);
  return row.undone ? m.t('change-undone', { change: line }) : line;
}
