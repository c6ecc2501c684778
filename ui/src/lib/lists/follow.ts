import type { Desk } from '../desk/desk.svelte';

/** What a grid takes over from the window around it. */
export interface WindowState {
  /** Id of the record beside the list. */
  open: string | null;
  direction: string;
  singleKeys: boolean;
  language: string;
}

/** Reads what a grid takes over; in an effect, so that it is read again whenever it changes. */
export function windowState({ router, m, singleKeys }: Desk): WindowState {
  return {
    open: router.at.record?.id ?? null,
    direction: m.direction,
    singleKeys,
    language: m.language,
  };
}
