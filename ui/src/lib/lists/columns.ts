import type { Desk } from '../desk/desk.svelte';
import { findRecords, NUMBERED } from '../fields/find';
import { understood } from '../fields/understood';
import { asRef, asRefs } from '../fields/value';
import type { Choice, Column, Reference, SpokenText } from '../grid/column';
import type { FieldDescription, FieldType, Row } from '../host/client';
import type { Preset, PresetColumn } from './presets';

const SUGGESTIONS = 12;

/** Field types whose cells are never written in: they follow from something else. */
const COMPUTED = new Set(['position', 'provenance']);

/** What the overview adds up for a group, and the column type it is shown in. */
const SUMS: Record<string, string> = { co_leads: 'references', members: 'integer', activities: 'integer' };

/** What the profile of a country adds to its row; changed on the country's page. */
export const FACTS = ['network', 'champion', 'plan_state'];

/** What is worked out of other records for a row, and the column type it is shown in. */
export const FOLLOWS: Record<string, FieldType> = { comments: 'integer', since_adopted: 'flag' };

/** How sure the facts of a row are, in one word. */
export function standingOf(row: Row): string {
  return row.provenance?.standing ?? 'own';
}

function choicesOf(desk: Desk, field: FieldDescription): Choice[] {
  const { m } = desk;
  const status = field.vocabulary === 'status';
  return desk.codes(field.vocabulary).map((code, index) => ({
    code,
    label: m.code(field.vocabulary ?? '', code),
    ...(status ? { key: String(index) } : {}),
  }));
}

function valueOf(desk: Desk, field: FieldDescription): (row: Row) => unknown {
  const { name, type } = field;
  if (type === 'text') {
    return (row): SpokenText | null => {
      const shown = desk.m.text(row[name]);
      if (!shown) return null;
      return shown.fallback ? { text: shown.text, lang: shown.language } : { text: shown.text };
    };
  }
  if (type === 'provenance') return (row) => standingOf(row);
  if (type === 'reference') return (row) => asRef(row[name]);
  if (type === 'references') {
    // Their figures are enough in a narrow column; the full label stands in the hover text.
    const numbered = field.targets.every((target) => NUMBERED.has(target));
    return (row): Reference[] =>
      asRefs(row[name]).map(({ id, label, role }) => ({
        id,
        label: numbered ? (/^\d+/.exec(label)?.[0] ?? label) : label,
        name: label,
        ...(role ? { role } : {}),
      }));
  }
  if (type === 'money') return (row) => ({ amount: row[name] ?? null, currency: row['currency'] ?? null });
  return (row) => row[name] ?? null;
}

async function suggest(desk: Desk, field: FieldDescription, text: string): Promise<Reference[]> {
  const found = await findRecords(desk.client, field.targets, text.trim(), SUGGESTIONS);
  return found.map(({ id, label, snippet }) => ({
    id,
    label,
    ...(snippet === null ? {} : { name: snippet.replaceAll(/\[\[|\]\]/g, '') }),
  }));
}

function column(desk: Desk, preset: Preset, { field: name, ...shape }: PresetColumn): Column<Row> | null {
  const { m } = desk;
  if (name === 'provenance') {
    return {
      key: name,
      label: m.t('column-standing'),
      type: 'standing',
      of: standingOf,
      width: shape.width,
      fixed: true,
      joined: true,
      choices: desk.codes('standing').map((code) => ({ code, label: m.code('standing', code) })),
    };
  }
  if (preset.addsUp && name in SUMS) {
    return {
      key: name,
      label: m.t(`column-${name}`),
      type: SUMS[name] ?? 'plain',
      // Whether nobody is in it or nobody wrote it down is not known.
      of: (row) => (name === 'members' ? row[name] || null : (row[name] ?? null)),
      unknown: m.has(`column-empty-${name}`) ? m.t(`column-empty-${name}`) : '',
      ...shape,
    };
  }
  if (preset.facts && FACTS.includes(name)) {
    const fact = desk.fieldOf('country_facts', name);
    if (!fact) return null;
    return {
      key: name,
      label: m.column('country_facts', name),
      type: 'plain',
      of: (row) => {
        const value = row[name];
        if (fact.type === 'flag') return value === true ? m.t('flag-yes') : null;
        return typeof value === 'string' ? m.codeOf(fact, value) : null;
      },
      unknown: m.t('column-empty-type-text'),
      ...shape,
    };
  }
  const follows = FOLLOWS[name];
  if (follows !== undefined) {
    const label = m.column(preset.kind, name);
    return { key: name, label, type: follows, of: (row) => row[name] || null, unknown: '', ...shape };
  }
  const field = desk.fieldOf(preset.kind, name);
  if (!field) return null;
  const number = name === 'order_label' || name === 'number';
  const label = m.column(preset.kind, name);
  const base: Column<Row> = {
    key: name,
    label,
    type: number ? 'position' : field.type,
    of: valueOf(desk, field),
    editable: !desk.kind(preset.kind)?.readOnly && !COMPUTED.has(field.type) && !field.computed,
    sortable: field.type !== 'words',
    // An activity without a mark of its own is printed so; a workstream without a number has none published.
    unknown: number
      ? name === 'number'
        ? '–'
        : ''
      : m.first([`column-empty-${name}`, `column-empty-type-${field.type}`, 'empty-value']),
    ...shape,
  };
  if (number) base.align = 'end';
  if (name === 'title' || name === 'name') base.arrivals = true;
  if (field.type === 'code') base.choices = choicesOf(desk, field);
  if (field.type === 'reference' || field.type === 'references')
    base.suggest = (text) => suggest(desk, field, text);
  if (field.type === 'vague')
    base.understand = async (text) => understood(m, await desk.client.readVague({ text }));
  return base;
}

/** Describes the columns of a list from the kind's own description. */
export function columnsOf(desk: Desk, preset: Preset): Column<Row>[] {
  return preset.columns.map((one) => column(desk, preset, one)).filter((one) => one !== null);
}
