import type { FieldDescription, Row } from '../host/client';
import type { Messages } from '../i18n/messages.svelte';

/** The name a text is written under: its field, with the language it is shown in where that is not the first. */
export function writtenName(field: FieldDescription, row: Row | null, m: Messages): string {
  if (field.type !== 'text') return field.name;
  // A text shown in another language than the reader's is corrected in its own language.
  const language = (row && m.text(row[field.name])?.language) ?? m.language;
  return language === 'en' ? field.name : `${field.name}.${language}`;
}

/** Turns a cell's value into the assignments the core takes. */
export function assignmentsOf(field: FieldDescription, value: string, name: string = field.name): string[] {
  if (field.type !== 'money') return [`${name}=${value}`];
  const [amount = '', currency] = value.split(' ');
  return currency === undefined ? [`${name}=${amount}`] : [`${name}=${amount}`, `currency=${currency}`];
}
