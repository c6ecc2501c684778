import type { PlaceName } from '../desk/places';

/** A column as a list shows it before anyone has changed anything. */
export interface PresetColumn {
  field: string;
  width: number;
  grow?: boolean;
  hidden?: boolean;
  tree?: boolean;
  frozen?: boolean;
  /** Names shown before the rest is counted. */
  chips?: number;
}

/** How the records of one kind are listed. */
export interface Preset {
  kind: string;
  /** Which records belong in the list at all. */
  where: string[];
  columns: PresetColumn[];
  /** Order of the list while no column is sorted by. */
  order: string[];
  /** Fields the list can be grouped by; the first one where `grouped` is set is so from the start. */
  groupBy: string[];
  grouped?: boolean;
  /** What a new record begins with. */
  fresh: string[];
  /** Whether the rows carry what the overview adds up for them. */
  addsUp?: boolean;
  /** Whether the rows are countries that carry what is known of their network, champion and plan. */
  facts?: boolean;
  /** Whether the list is one to look things up in: a slip of the keys must not rename a country. */
  lookup?: boolean;
}

const provenance: PresetColumn = { field: 'provenance', width: 28 };

/** The lists of the window. */
export const PRESETS = {
  workplan: {
    kind: 'activity',
    where: [],
    columns: [
      { field: 'order_label', width: 44 },
      { field: 'title', width: 196, grow: true, tree: true },
      { field: 'timeline', width: 112 },
      { field: 'status', width: 116 },
      { field: 'leads', width: 112, chips: 1 },
      { field: 'contributors', width: 120, hidden: true },
      { field: 'objectives', width: 64 },
      { field: 'comments', width: 52 },
      { field: 'since_adopted', width: 112, hidden: true },
      { field: 'kind', width: 112, hidden: true },
      { field: 'progress_note', width: 200, hidden: true },
      { field: 'next_step', width: 200, hidden: true },
      { field: 'principles', width: 100, hidden: true },
      { field: 'mandate', width: 120, hidden: true },
      { field: 'depends_on', width: 140, hidden: true },
      { field: 'products', width: 140, hidden: true },
      { field: 'group', width: 200, hidden: true },
      { field: 'workplan', width: 140, hidden: true },
      { field: 'description', width: 240, hidden: true },
      provenance,
    ],
    order: ['order'],
    groupBy: ['group', 'status', 'kind', 'workplan'],
    grouped: true,
    fresh: [],
  },
  workstreams: {
    kind: 'group',
    where: [],
    columns: [
      { field: 'number', width: 56 },
      { field: 'name', width: 260, grow: true, tree: true },
      { field: 'co_leads', width: 132 },
      { field: 'members', width: 76 },
      { field: 'activities', width: 84 },
      { field: 'state', width: 88 },
      { field: 'mandate', width: 92 },
      { field: 'created', width: 84, hidden: true },
      { field: 'workplan', width: 148, hidden: true },
      { field: 'succeeds', width: 180, hidden: true },
      { field: 'purpose', width: 240, hidden: true },
      { field: 'kind', width: 140, hidden: true },
      { field: 'place', width: 140, hidden: true },
      provenance,
    ],
    order: ['number'],
    groupBy: ['state', 'workplan', 'kind'],
    fresh: [],
    addsUp: true,
  },
  joint_actions: {
    kind: 'joint_action',
    where: [],
    columns: [
      { field: 'title', width: 200, grow: true, tree: true },
      { field: 'level', width: 112 },
      { field: 'places', width: 140, chips: 1 },
      { field: 'groups', width: 140, chips: 1 },
      { field: 'organisations', width: 124, chips: 1 },
      { field: 'timeline', width: 112 },
      { field: 'status', width: 116 },
      { field: 'objectives', width: 84, hidden: true },
      { field: 'kind', width: 112, hidden: true },
      { field: 'principles', width: 100, hidden: true },
      { field: 'activities', width: 140, hidden: true },
      { field: 'pledges', width: 140, hidden: true },
      { field: 'description', width: 240, hidden: true },
      provenance,
    ],
    order: ['title'],
    groupBy: ['level', 'status', 'groups', 'places'],
    fresh: [],
  },
  organisations: {
    kind: 'organisation',
    where: [],
    columns: [
      { field: 'acronym', width: 112 },
      { field: 'name', width: 260, grow: true, tree: true },
      { field: 'category', width: 140 },
      { field: 'country', width: 132 },
      { field: 'represented_by', width: 140 },
      { field: 'parent', width: 120, hidden: true },
      { field: 'aliases', width: 160, hidden: true },
      { field: 'website', width: 180, hidden: true },
      { field: 'identifiers', width: 140, hidden: true },
      provenance,
    ],
    order: ['category', 'label'],
    groupBy: ['category', 'country'],
    grouped: true,
    fresh: [],
  },
  people: {
    kind: 'person',
    where: [],
    columns: [
      { field: 'name', width: 200, grow: true, tree: true },
      { field: 'function', width: 200 },
      { field: 'organisation', width: 160 },
      { field: 'languages', width: 120 },
      { field: 'email', width: 180 },
      { field: 'phone', width: 140, hidden: true },
    ],
    order: ['name'],
    groupBy: ['organisation'],
    fresh: [],
  },
  places: {
    kind: 'place',
    where: ['type=country|area'],
    columns: [
      { field: 'code', width: 64 },
      { field: 'iso3', width: 64 },
      { field: 'name', width: 240, grow: true, tree: true },
      { field: 'type', width: 96 },
      { field: 'network', width: 128 },
      { field: 'champion', width: 128 },
      { field: 'plan_state', width: 132 },
      { field: 'iso2', width: 64, hidden: true },
    ],
    order: ['name'],
    groupBy: ['type'],
    fresh: [],
    facts: true,
    lookup: true,
  },
  regions: {
    kind: 'place',
    where: ['type=commission|region'],
    lookup: true,
    columns: [
      { field: 'code', width: 88 },
      { field: 'name', width: 360, tree: true },
      { field: 'type', width: 132 },
      { field: 'members', width: 300 },
      provenance,
    ],
    order: ['type', 'name'],
    groupBy: ['type'],
    grouped: true,
    fresh: [],
  },
  meetings: {
    kind: 'meeting',
    where: [],
    columns: [
      { field: 'start', width: 152 },
      { field: 'title', width: 260, grow: true, tree: true },
      { field: 'group', width: 200 },
      { field: 'format', width: 92 },
      { field: 'state', width: 92 },
      { field: 'venue', width: 140, hidden: true },
      { field: 'zone', width: 120, hidden: true },
      { field: 'series', width: 140, hidden: true },
      { field: 'languages', width: 120, hidden: true },
      { field: 'confidentiality', width: 132, hidden: true },
      provenance,
    ],
    order: ['-start'],
    groupBy: ['group', 'state', 'format'],
    fresh: ['state=draft', 'confidentiality=open'],
  },
  pledges: {
    kind: 'pledge',
    where: [],
    columns: [
      { field: 'title', width: 260, grow: true, tree: true },
      { field: 'maker', width: 160 },
      { field: 'kind', width: 112 },
      { field: 'type', width: 128 },
      { field: 'made_on', width: 104 },
      { field: 'status', width: 116 },
      { field: 'period', width: 104, hidden: true },
      { field: 'objectives', width: 84 },
      { field: 'principles', width: 100, hidden: true },
      { field: 'matches', width: 160, hidden: true },
      { field: 'partners', width: 140, hidden: true },
      { field: 'description', width: 240, hidden: true },
      provenance,
    ],
    order: ['title'],
    groupBy: ['kind', 'type', 'maker', 'status'],
    fresh: [],
  },
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

/** The list a place shows without a choice of views. */
export function presetOf(place: PlaceName): PresetName | null {
  return place in PRESETS ? (place as PresetName) : null;
}
