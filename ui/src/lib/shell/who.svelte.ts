import type { Desk } from '../desk/desk.svelte';
import type { Ref, SetPersonArgs } from '../host/client';

/** The parts a person can have in the Network, as they say it of themselves. */
export const PARTS = ['secretariat', 'co_lead', 'member', 'observer'] as const;

export type Part = (typeof PARTS)[number];

/** "I am NAME of ORGANISATION, co-lead of ...", while it is being said. */
export class Who {
  name = $state('');
  organisation = $state.raw<Ref | null>(null);
  part = $state<Part>('member');
  coLeadOf = $state.raw<Ref[]>([]);
  readonly #before: string;

  constructor(desk: Desk) {
    // Before the first start there is a state, but nobody in it.
    const { person, organisation, role } = desk.state;
    this.name = person?.label ?? '';
    this.organisation = organisation;
    this.part = PARTS.find((one) => one === role) ?? 'member';
    this.#before = JSON.stringify(this.person());
  }

  get complete(): boolean {
    return this.name.trim() !== '';
  }
  get changed(): boolean {
    return JSON.stringify(this.person()) !== this.#before;
  }

  /** What is sent to the core. */
  person(): SetPersonArgs {
    return {
      name: this.name.trim(),
      role: this.part,
      ...(this.organisation ? { organisation: `id:${this.organisation.id}` } : {}),
      ...(this.part === 'co_lead' ? { coLeadOf: this.coLeadOf.map(({ id }) => `id:${id}`) } : {}),
    };
  }
}
