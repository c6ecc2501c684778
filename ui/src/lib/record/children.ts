/** A kind of record that is made from another one: the field that points back. */
export interface ChildLink {
  kind: string;
  field: string;
}

/** What can be added to a record from its own page or panel, in the order it is offered. */
export const CHILDREN: Record<string, ChildLink[]> = {
  group: [
    { kind: 'membership', field: 'group' },
    { kind: 'activity', field: 'group' },
    { kind: 'joint_action', field: 'groups' },
    { kind: 'meeting', field: 'group' },
    { kind: 'pledge', field: 'maker' },
  ],
  organisation: [
    { kind: 'membership', field: 'organisation' },
    { kind: 'person', field: 'organisation' },
    { kind: 'joint_action', field: 'organisations' },
    { kind: 'pledge', field: 'maker' },
  ],
  person: [{ kind: 'membership', field: 'person' }],
  activity: [
    { kind: 'activity', field: 'parent' },
    { kind: 'milestone', field: 'of' },
    { kind: 'joint_action', field: 'activities' },
    { kind: 'result', field: 'of' },
  ],
  joint_action: [
    { kind: 'funding', field: 'of' },
    { kind: 'milestone', field: 'of' },
    { kind: 'result', field: 'of' },
  ],
  place: [
    { kind: 'country_facts', field: 'place' },
    { kind: 'national_plan', field: 'place' },
    { kind: 'joint_action', field: 'places' },
    { kind: 'pledge', field: 'maker' },
  ],
  meeting: [
    { kind: 'agenda_item', field: 'meeting' },
    { kind: 'attendance', field: 'meeting' },
  ],
  agenda_item: [
    { kind: 'note', field: 'item' },
    { kind: 'decision', field: 'item' },
    { kind: 'action_point', field: 'item' },
  ],
  pledge: [
    { kind: 'pledge', field: 'matches' },
    { kind: 'joint_action', field: 'pledges' },
  ],
};
