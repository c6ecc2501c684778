import type { FieldDescription } from '../host/client';

/** The fields one comes to read, in the order they are read; the others follow, where they hold something. */
const FIRST: Record<string, string[]> = {
  activity: [
    'timeline',
    'status',
    'leads',
    'contributors',
    'objectives',
    'mandate',
    'products',
    'progress_note',
    'next_step',
    'group',
  ],
  group: ['purpose', 'state', 'number', 'mandate', 'workplan', 'created', 'succeeds'],
  organisation: ['acronym', 'category', 'country', 'represented_by', 'website', 'aliases'],
  person: ['function', 'organisation', 'languages', 'email', 'phone'],
  membership: ['organisation', 'person', 'group', 'role', 'state', 'from', 'to', 'on_behalf_of'],
  joint_action: [
    'description',
    'level',
    'timeline',
    'status',
    'groups',
    'organisations',
    'places',
    'objectives',
    'activities',
    'pledges',
  ],
  pledge: [
    'maker',
    'kind',
    'type',
    'description',
    'made_on',
    'period',
    'status',
    'objectives',
    'partners',
    'matches',
  ],
  meeting: ['start', 'group', 'format', 'venue', 'state', 'confidentiality'],
  country_facts: [
    'network',
    'network_since',
    'chair',
    'champion',
    'champion_from',
    'champion_to',
    'plan_state',
  ],
  place: ['type', 'code', 'iso3', 'iso2', 'members'],
};

/** Puts the fields of a kind in reading order. `first` counts those that are shown even when they hold nothing. */
export function inOrder(
  kind: string,
  fields: FieldDescription[],
): { fields: FieldDescription[]; first: number } {
  const order = FIRST[kind];
  if (!order) return { fields, first: fields.length };
  const first = order
    .map((name) => fields.find((field) => field.name === name))
    .filter((field): field is FieldDescription => field !== undefined);
  const rest = fields.filter((field) => !first.includes(field));
  return { fields: [...first, ...rest], first: first.length };
}
