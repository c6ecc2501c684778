import type { Desk } from '../desk/desk.svelte';
import type { ColumnLayout } from '../grid/columns.svelte';
import type { Ref } from '../host/client';
import {
  type Asked,
  askedOf,
  type Condition,
  FLAGS,
  holds,
  isNotKnown,
  isOneOf,
  pointsAt,
  valuesOf,
} from './conditions';

/** What a saved view says, in the core's own words, so that it means the same wherever it comes to. */
export interface Definition {
  /** The way of showing: "table", or one of the others of the place. */
  view: string;
  /** Conditions as on the command line, that all hold. */
  where: string[];
  /** Fields to sort by, with "-" before those that descend. */
  sort: string[];
  /** The field it is grouped by. */
  group: string | null;
  columns: ColumnLayout[];
}

/** The members of a definition that this build knows. */
const KNOWN = new Set(['view', 'where', 'sort', 'group', 'columns']);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function layouts(value: unknown): ColumnLayout[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (!isObject(one) || typeof one['field'] !== 'string') return [];
    const width = typeof one['width'] === 'number' && Number.isFinite(one['width']) ? one['width'] : 120;
    return [{ key: one['field'], width, hidden: one['hidden'] === true, frozen: one['frozen'] === true }];
  });
}

/** A definition as it was read: what is known of it, and the members that another build wrote. */
export interface ReadDefinition {
  definition: Definition;
  rest: Record<string, unknown>;
}

/** Reads a definition, whoever wrote it; null where it is none at all. */
export function readDefinition(text: string | null): ReadDefinition | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? '');
  } catch {
    return null;
  }
  if (!isObject(raw)) return null;
  return {
    definition: {
      view: typeof raw['view'] === 'string' ? raw['view'] : 'table',
      where: texts(raw['where']),
      sort: texts(raw['sort']),
      group: typeof raw['group'] === 'string' ? raw['group'] : null,
      columns: layouts(raw['columns']),
    },
    rest: Object.fromEntries(Object.entries(raw).filter(([name]) => !KNOWN.has(name))),
  };
}

/** Writes a definition, with the members that another build wrote. */
export function writeDefinition(
  { view, where, sort, group, columns }: Definition,
  rest: Readonly<Record<string, unknown>> = {},
): string {
  const laid = columns.map(({ key, width, hidden, frozen }) => ({
    field: key,
    width,
    ...(hidden ? { hidden } : {}),
    ...(frozen ? { frozen } : {}),
  }));
  return JSON.stringify({ ...rest, view, where, sort, group, columns: laid });
}

/** Reads a condition in the core's words into one that can be said; null where this build cannot. */
export async function readCondition(desk: Desk, kind: string, where: string): Promise<Condition | null> {
  const [, name = '', sign, text = ''] = /^(\w+)(=|~)(.*)$/s.exec(where) ?? [];
  const field = askedOf(desk, kind, name);
  if (!field) return null;
  if (sign === '~') return text === '' ? null : holds(name, text);
  if (text === '') return isNotKnown(name);
  const values = valuesOf(field, text);
  if (field.type === 'flag')
    return values.every((value) => FLAGS.includes(value)) ? isOneOf(name, values) : null;
  if (field.targets.length === 0) {
    const known = desk.codes(field.vocabulary);
    const all = desk.isOpen(field.vocabulary) || values.every((code) => known.includes(code));
    return field.vocabulary && all ? isOneOf(name, values) : null;
  }
  const refs = await Promise.all(values.map((value) => refOf(desk, field, value)));
  // A filter that lost one of its records would show too little and not say so.
  return refs.every((ref) => ref !== null) ? pointsAt(name, refs) : null;
}

async function refOf(desk: Desk, field: Asked, value: string): Promise<Ref | null> {
  const id = /^id:(.+)$/.exec(value)?.[1];
  if (id === undefined) return null;
  for (const kind of field.targets) {
    const shown = await desk.client.show({ kind, id }).catch(() => null);
    if (shown) return { id, table: kind, label: shown.record.label };
  }
  return null;
}
