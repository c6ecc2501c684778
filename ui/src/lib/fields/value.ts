import type { FieldDescription, Ref, Row, Vague } from '../host/client';
import type { Text } from '../i18n/text';
import { writeMoment } from './moment';

/** Tells whether a field holds nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Takes a field's value as a reference; null where it holds none. */
export function asRef(value: unknown): Ref | null {
  return typeof value === 'object' && value !== null && 'id' in value ? (value as Ref) : null;
}

/** Takes a field's value as several references. */
export function asRefs(value: unknown): Ref[] {
  return Array.isArray(value) ? (value as Ref[]) : [];
}

/** Takes a field's value as words; a word may come with a role, which is not shown here. */
export function asWords(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: unknown) => {
    if (typeof one === 'string') return one;
    const word = one as { text?: string; label?: string };
    return word.text ?? word.label ?? '';
  });
}

/** Takes a field's value as vague time. */
export function asVague(value: unknown): Vague | null {
  return typeof value === 'object' && value !== null && 'text' in value ? (value as Vague) : null;
}

/** Writes a field's value as the text its editor starts with. */
export function editText(field: FieldDescription, record: Row, language: string): string {
  const value = record[field.name];
  if (value === null || value === undefined) return '';
  if (field.type === 'text') return typeof value === 'string' ? value : ((value as Text)[language] ?? '');
  if (field.type === 'vague') return asVague(value)?.text ?? '';
  if (field.type === 'moment') return typeof value === 'string' ? writeMoment(value) : '';
  if (field.type === 'words') return asWords(value).join(', ');
  return typeof value === 'object' ? '' : String(value as string | number);
}

/** Whether a field is edited by writing, so that what is written must never be lost. */
export function isWritten(field: FieldDescription): boolean {
  return ['text', 'plain', 'vague', 'date', 'moment', 'integer', 'money', 'words'].includes(field.type);
}

/** Fields that may take several lines. */
const LONG = new Set([
  'title',
  'name',
  'purpose',
  'description',
  'progress_note',
  'next_step',
  'notes',
  'text',
  'note',
]);

export function isLong(field: FieldDescription): boolean {
  return field.type === 'text' || (field.type === 'plain' && LONG.has(field.name));
}
