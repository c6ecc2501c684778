import type { PlaceName } from '../../lib/desk/places';

/** The workstreams of now, and the other groups: those they succeeded, networks, committees. */
export const VIEWS = ['current', 'others'] as const;

export type View = (typeof VIEWS)[number];

/** Takes the view the window remembers, or the first. */
export function viewOf(kept: string | null): View {
  return VIEWS.find((view) => view === kept) ?? 'current';
}

/** Where the whole list of a section is, and the field that points at the group. */
export const PLACE_OF_KIND: Record<string, { place: PlaceName; pick: string }> = {
  activity: { place: 'workplan', pick: 'group' },
  joint_action: { place: 'joint_actions', pick: 'groups' },
  meeting: { place: 'meetings', pick: 'group' },
  pledge: { place: 'pledges', pick: 'maker' },
};
