import type { Desk } from '../desk/desk.svelte';
import type { Ref } from '../host/client';
import { FOLLOWS } from './columns';

/** One condition of a filter, in a form that can be kept and said. */
export interface Condition {
  field: string;
  /** Any of these, nothing known, or a text inside. */
  op: 'any' | 'none' | 'contains';
  /** Codes, or ids of records. */
  values: string[];
  /** Labels of the records, as they were when they were chosen. */
  labels: string[];
}

/** Makes a condition from records. */
export function pointsAt(field: string, refs: Ref[]): Condition {
  return { field, op: 'any', values: refs.map(({ id }) => id), labels: refs.map(({ label }) => label) };
}

/** Makes a condition from codes of a vocabulary. */
export function isOneOf(field: string, codes: string[]): Condition {
  return { field, op: 'any', values: codes, labels: [] };
}

/** Makes a condition that a field holds nothing. */
export function isNotKnown(field: string): Condition {
  return { field, op: 'none', values: [], labels: [] };
}

/** Makes a condition that a text stands in a field. */
export function holds(field: string, text: string): Condition {
  return { field, op: 'contains', values: [text], labels: [] };
}

/** Writes a condition in the core's own words. */
export function whereOf(desk: Desk, kind: string, { field, op, values }: Condition): string {
  if (op === 'none') return `${field}=`;
  if (op === 'contains') return `${field}~${values[0] ?? ''}`;
  const points = (desk.fieldOf(kind, field)?.targets.length ?? 0) > 0;
  return `${field}=${values.map((value) => (points ? `id:${value}` : value)).join('|')}`;
}

/** Says a condition: "Status: Delayed or On hold". */
export function sayCondition(desk: Desk, kind: string, { field, op, values, labels }: Condition): string {
  const { m } = desk;
  const name = m.column(kind, field);
  if (op === 'none') return m.t('filter-is-none', { field: name });
  if (op === 'contains') return m.t('filter-is-text', { field: name, text: values[0] ?? '' });
  const description = desk.fieldOf(kind, field);
  const words = description?.vocabulary ? values.map((code) => m.codeOf(description, code)) : labels;
  return m.t('filter-is-any', { field: name, values: m.either(words) });
}

/** Takes kept conditions back, leaving out what is not one or names a field that is gone. */
export function readConditions(desk: Desk, kind: string, kept: unknown): Condition[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((one: unknown): one is Condition => {
    const raw = one as Partial<Condition> | null;
    return (
      typeof raw?.field === 'string' &&
      Array.isArray(raw.values) &&
      Array.isArray(raw.labels) &&
      ['any', 'none', 'contains'].includes(raw.op ?? '') &&
      (raw.field in FOLLOWS || desk.fieldOf(kind, raw.field) !== undefined)
    );
  });
}
