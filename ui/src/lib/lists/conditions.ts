import type { Desk } from '../desk/desk.svelte';
import type { FieldDescription, Ref } from '../host/client';
import type { Messages } from '../i18n/messages.svelte';
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

/** What is asked of a field, or of what is worked out for a row as if it were one. */
export type Asked = Pick<FieldDescription, 'name' | 'type' | 'vocabulary' | 'targets'>;

/** Finds what a condition can ask of a kind; undefined where it knows nothing of that name. */
export function askedOf(desk: Desk, kind: string, name: string): Asked | undefined {
  const type = FOLLOWS[name];
  return type === undefined ? desk.fieldOf(kind, name) : { name, type, vocabulary: null, targets: [] };
}

/** The values of a flag. */
export const FLAGS = ['true', 'false'];

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

/** The status that counts where none is given. */
const UNKNOWN = 'unknown';

/** Writes a condition in the core's own words. */
export function whereOf(desk: Desk, kind: string, { field, op, values }: Condition): string {
  if (op === 'none') return `${field}=`;
  if (op === 'contains') return `${field}~${values[0] ?? ''}`;
  const { targets = [], vocabulary } = askedOf(desk, kind, field) ?? {};
  const none = vocabulary === 'status' && values.includes(UNKNOWN) ? [''] : [];
  const written = values.map((value) => (targets.length > 0 ? `id:${value}` : value));
  return `${field}=${[...none, ...written].join('|')}`;
}

/** Takes apart what stands behind the sign of a condition, as it was written above. */
export function valuesOf({ vocabulary }: Asked, text: string): string[] {
  const values = text.split('|');
  return vocabulary === 'status' && values.includes(UNKNOWN)
    ? values.filter((value) => value !== '')
    : values;
}

/** Says a condition: "Status: Delayed or On hold". */
export function sayCondition(desk: Desk, kind: string, { field, op, values, labels }: Condition): string {
  const { m } = desk;
  const name = m.column(kind, field);
  if (op === 'none') return m.t('filter-is-none', { field: name });
  if (op === 'contains') return m.t('filter-is-text', { field: name, text: values[0] ?? '' });
  const { type, vocabulary } = askedOf(desk, kind, field) ?? {};
  const words = vocabulary
    ? values.map((code) => m.code(vocabulary, code))
    : type === 'flag'
      ? values.map((value) => sayFlag(m, value))
      : labels;
  return m.t('filter-is-any', { field: name, values: m.either(words) });
}

/** Says the value of a flag. */
export function sayFlag(m: Messages, value: string): string {
  return m.t(value === 'true' ? 'flag-yes' : 'flag-no');
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
      askedOf(desk, kind, raw.field) !== undefined
    );
  });
}
