import type { Description, FieldDescription, FieldType, KindDescription } from '../../src/lib/host/client';

const CODES: Record<string, string> = {
  group_kind:
    'workstream working_group thematic_priority executive_committee regional_network country_network advisory_group fund_body',
  group_state: 'proposed consulting active closed succeeded',
  workplan_state: 'draft consultation adopted closed',
  category:
    'un_entity civil_society academia diaspora private_sector trade_union faith_based youth migrant_led local_authority nhri red_cross intergovernmental special_procedure state_body coalition other',
  role: 'coordinator co_lead member observer focal_point alternate representative',
  membership_state: 'interested accepted declined left',
  activity_kind: 'study guidance consultation event training contribution other',
  status: 'unknown yet_to_start in_progress completed delayed on_hold cancelled',
  level: 'regional country cross_border',
  funding_state: 'secured sought',
  place_type: 'country area region commission',
  pledge_kind: 'individual common partnership matching',
  pledge_type: 'financial human_resources process policy',
  format: 'online hybrid in_person',
  confidentiality: 'open no_attribution',
  meeting_state: 'draft open running closed',
  action_status: 'open done dropped',
  presence: 'room online excused absent',
  document_state: 'draft consultation final withdrawn',
  org_role: 'lead contributing implementing',
  standing: 'published inferred unconfirmed own',
  plan_state: 'none in_preparation adopted under_review',
};

const OPEN = new Set(['activity_kind', 'plan_state']);

// Field grammar: name:type, name:code(vocabulary), name:ref(kind|kind), name:refs(kind|kind,roles), * personal.
const KINDS: Record<string, string> = {
  workplan:
    'title:text first:date last:date state:code(workplan_state) predecessor:ref(workplan) status_labels:words',
  group:
    'kind:code(group_kind) code:plain number:integer name:text purpose:text mandate:refs(mandate) workplan:ref(workplan) state:code(group_state) succeeds:refs(group) created:vague place:ref(place)',
  organisation:
    'acronym:plain name:text aliases:words category:code(category) parent:ref(organisation) country:ref(place) website:plain identifiers:words represented_by:refs(organisation)',
  person:
    'name:plain function:plain organisation:ref(organisation) languages:words email:plain* phone:plain* unnamed:flag',
  membership:
    'group:ref(group) organisation:ref(organisation) person:ref(person) role:code(role) from:vague to:vague state:code(membership_state) on_behalf_of:ref(organisation)',
  activity:
    'group:ref(group) workplan:ref(workplan) parent:ref(activity) order_label:plain title:text description:text kind:code(activity_kind) timeline:vague status:code(status) progress_note:text next_step:text leads:refs(organisation|person) contributors:refs(organisation|person) objectives:refs(objective) principles:refs(principle) mandate:refs(mandate) depends_on:refs(activity) products:refs(document) draft:flag carried_from:ref(activity)',
  joint_action:
    'title:text level:code(level) kind:plain description:text timeline:vague status:code(status) groups:refs(group) organisations:refs(organisation,org_role) places:refs(place) objectives:refs(objective) principles:refs(principle) activities:refs(activity) pledges:refs(pledge) draft:flag',
  milestone: 'of:ref(activity|joint_action) title:plain due:vague reached:date',
  funding: 'of:ref(joint_action) source:plain amount:money currency:plain state:code(funding_state)',
  place: 'code:plain iso2:plain iso3:plain name:text type:code(place_type) members:refs(place)',
  country_facts:
    'place:ref(place) network_since:date chair:plain champion_from:date champion_to:date plan_state:code(plan_state) network:flag champion:flag',
  pledge:
    'maker:ref(organisation|place|group) kind:code(pledge_kind) type:code(pledge_type) title:text description:text objectives:refs(objective) principles:refs(principle) made_on:vague period:vague status:code(status) matches:ref(pledge) partners:refs(organisation|place|group)',
  meeting:
    'group:ref(group) series:plain title:text start:moment zone:plain format:code(format) venue:plain languages:words confidentiality:code(confidentiality) state:code(meeting_state)',
  agenda_item:
    'meeting:ref(meeting) title:plain presenter:ref(person|organisation) minutes:integer about:ref(activity|joint_action|group|pledge)',
  note: 'item:ref(agenda_item) text:plain speaker:ref(person|organisation)',
  decision: 'item:ref(agenda_item) text:plain',
  action_point:
    'item:ref(agenda_item) text:plain owner:ref(organisation|person) due:vague status:code(action_status)',
  attendance:
    'meeting:ref(meeting) person:ref(person) organisation:ref(organisation) presence:code(presence) alternate_for:ref(person|organisation)',
  document: 'title:text kind:plain version:plain state:code(document_state) address:plain',
  objective: 'number:integer title:text',
  principle: 'number:integer title:text',
  mandate: 'number:integer title:text',
  saved_view: 'name:text place_name:plain definition:plain person:ref(person)',
};

const READ_ONLY = new Set(['objective', 'principle', 'mandate', 'place']);

function field(text: string): FieldDescription {
  const personal = text.endsWith('*');
  const [name = '', rest = ''] = text.replace('*', '').split(':');
  const [, head = '', inner = ''] = /^(\w+)(?:\((.*)\))?$/.exec(rest) ?? [];
  const [targets = '', roles = null] = inner.split(',');
  const types: Record<string, FieldType> = { ref: 'reference', refs: 'references' };
  const type = types[head] ?? (head as FieldType);
  return {
    name,
    type,
    vocabulary: head === 'code' ? inner : null,
    roles,
    targets: head === 'ref' || head === 'refs' ? targets.split('|') : [],
    personal,
    computed: false,
  };
}

function kind(name: string, fields: string): KindDescription {
  return {
    name,
    table: name,
    plural: `${name}s`,
    readOnly: READ_ONLY.has(name),
    tree: name === 'activity',
    fields: [...fields.split(' ').map(field), field('notes:text'), field('position:position')],
  };
}

/** The record kinds as the core describes them, as far as the pages of the development host need them. */
export const DESCRIPTION: Description = {
  kinds: Object.entries(KINDS).map(([name, fields]) => kind(name, fields)),
  vocabularies: Object.fromEntries(
    Object.entries(CODES).map(([name, codes]) => [name, { codes: codes.split(' '), open: OPEN.has(name) }]),
  ),
};
