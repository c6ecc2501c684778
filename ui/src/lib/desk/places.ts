/** The places of the rail; the first nine have a key each. */
export const PLACES = [
  'overview',
  'workstreams',
  'workplan',
  'joint_actions',
  'members',
  'places',
  'meetings',
  'pledges',
  'exchange',
  'history',
  'my_work',
  'rounds',
  'checks',
] as const;

export type PlaceName = (typeof PLACES)[number];
