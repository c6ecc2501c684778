/** The column types there are, and how each reads, prints and edits its values. */
import type { Choice, ColumnType, MarkValue, Reference, SpokenText } from '../column';
import { choiceOfText, ChoiceSession } from './choice.svelte';
import { DateSession, printDay, printMoment, readDay } from './date.svelte';
import {
  IntegerSession,
  MoneySession,
  printAmount,
  printInteger,
  readAmount,
  readInteger,
} from './number.svelte';
import { joinNames, printNames, ReferenceSession, referencesValue, splitNames } from './reference.svelte';
import { TextSession } from './session.svelte';
import { VagueSession } from './vague.svelte';

/** Column types by name. */
export type TypeRegistry = Readonly<Record<string, ColumnType>>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isObject(value) && typeof value.text === 'string') return (value as unknown as SpokenText).text;
  return '';
}

/** Returns the references a value holds: none, one or several. */
export function referencesOf(value: unknown): Reference[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter(
    (one): one is Reference => isObject(one) && typeof one.id === 'string' && typeof one.label === 'string',
  );
}

/** Returns the code a value holds; empty for none. */
export function codeOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.code === 'string' ? (value as unknown as MarkValue).code : '';
}

function labelOf(choices: readonly Choice[] | undefined, code: string): string {
  return choices?.find((choice) => choice.code === code)?.label ?? code;
}

const text: ColumnType = {
  draw: 'text',
  text: textOf,
  value: textOf,
  parse: (pasted) => pasted.trim(),
  open: (field) => new TextSession(field, { multiline: true }),
};

const plain: ColumnType = {
  ...text,
  parse: (pasted) => pasted.replace(/\s+/g, ' ').trim(),
  open: (field) => new TextSession(field),
};

/** The words of a value, each with its role where it has one: "https://ror.org/02:ror". */
function wordsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .map((word) => withRole(textOf(word), isObject(word) ? word.role : null))
    .filter((word) => word !== '');
}

function withRole(name: string, role: unknown): string {
  return typeof role === 'string' && role !== '' ? `${name}:${role}` : name;
}

const words: ColumnType = {
  ...plain,
  text: (value) => printNames(wordsOf(value)),
  value: (value) => joinNames(wordsOf(value)),
  parse: (pasted) => joinNames(splitNames(pasted.replace(/\s+/g, ' '))),
};

const integer: ColumnType = {
  draw: 'text',
  align: 'end',
  figures: true,
  text: (value, _column, setting) => (typeof value === 'number' ? printInteger(value, setting) : ''),
  value: textOf,
  parse: (pasted) => {
    const number = readInteger(pasted);
    return number === null ? pasted.trim() : String(number);
  },
  open: (field) => new IntegerSession(field),
};

/** A figure or label that the core makes: a place in an order, a computed count. */
const position: ColumnType = { ...plain, draw: 'position', align: 'end', figures: true };

const money: ColumnType = {
  draw: 'text',
  align: 'end',
  figures: true,
  text: (value, _column, setting) => {
    if (!isObject(value)) return textOf(value);
    const amount = value.amount === null || value.amount === undefined ? '' : String(value.amount);
    if (amount === '') return '';
    const printed = printAmount(amount, setting);
    return value.currency ? `${printed} ${textOf(value.currency)}` : printed;
  },
  value: (value) =>
    isObject(value)
      ? [value.amount, value.currency].filter((part) => part !== null && part !== undefined).join(' ')
      : textOf(value),
  parse: (pasted) => {
    const read = readAmount(pasted);
    if (!read) return pasted.trim();
    return read.currency ? `${read.amount} ${read.currency}` : read.amount;
  },
  open: (field) =>
    new MoneySession(
      field,
      isObject(field.value) && typeof field.value.currency === 'string' ? field.value.currency : null,
    ),
};

const code: ColumnType = {
  draw: 'code',
  text: (value, column) => labelOf(column.choices, codeOf(value)),
  value: codeOf,
  parse: (pasted, column) => choiceOfText(column.choices ?? [], pasted)?.code ?? pasted.trim(),
  open: (field) => new ChoiceSession(field, codeOf(field.value)),
};

/** A letter in a matrix. */
const mark: ColumnType = {
  ...code,
  draw: 'mark',
  align: 'center',
  text: (value, column) => {
    const found = codeOf(value);
    if (found === '') return '';
    return column.choices?.find((choice) => choice.code === found)?.letter ?? found;
  },
};

const reference: ColumnType = {
  draw: 'text',
  text: (value) => referencesOf(value)[0]?.label ?? '',
  value: (value) => referencesValue(referencesOf(value).slice(0, 1)),
  parse: (pasted) => pasted.trim(),
  open: (field) => new ReferenceSession(field, referencesOf(field.value), false),
};

const references: ColumnType = {
  draw: 'chips',
  text: (value) => printNames(referencesOf(value).map(({ label }) => label)),
  value: (value) => referencesValue(referencesOf(value)),
  copy: (value) => printNames(referencesOf(value).map(({ label, role }) => withRole(label, role))),
  parse: (pasted) => joinNames(splitNames(pasted)),
  open: (field) => new ReferenceSession(field, referencesOf(field.value), true),
};

/** Times are set as prose: figures of one width would also widen the hyphen of a span. */
const vague: ColumnType = {
  draw: 'text',
  text: textOf,
  value: textOf,
  parse: (pasted) => pasted.trim(),
  open: (field) => new VagueSession(field),
};

const date: ColumnType = {
  draw: 'text',
  figures: true,
  text: (value, _column, setting) => printDay(textOf(value), setting),
  value: textOf,
  parse: (pasted, _column, setting) => readDay(pasted, setting.lang()) ?? pasted.trim(),
  open: (field) => new DateSession(field, textOf(field.value)),
};

/** A point in time, as the core stamped it; never typed. */
const moment: ColumnType = {
  draw: 'text',
  figures: true,
  text: (value, _column, setting) => printMoment(textOf(value), setting),
  value: textOf,
  parse: (pasted) => pasted.trim(),
};

const flag: ColumnType = {
  draw: 'flag',
  align: 'center',
  text: (value, _column, setting) =>
    typeof value === 'boolean' ? setting.t(value ? 'grid-yes' : 'grid-no') : '',
  value: (value) => (typeof value === 'boolean' ? String(value) : ''),
  parse: (pasted, _column, setting) => {
    const said = pasted.trim();
    if (said === setting.t('grid-yes')) return 'true';
    return said === setting.t('grid-no') ? 'false' : said;
  },
};

/** How sure the row's facts are: the weakest of them. */
const standing: ColumnType = {
  draw: 'standing',
  align: 'center',
  text: (value, column) => labelOf(column.choices, codeOf(value)),
  value: codeOf,
  parse: (pasted) => pasted.trim(),
};

/** The box that checks a row for doing something with several at once. */
const check: ColumnType = {
  draw: 'check',
  align: 'center',
  text: () => '',
  value: () => '',
  parse: () => '',
};

/** All types the grid brings along; a page may add its own. */
export const columnTypes: TypeRegistry = {
  text,
  plain,
  words,
  integer,
  position,
  money,
  code,
  mark,
  reference,
  references,
  vague,
  date,
  moment,
  flag,
  standing,
  check,
};
