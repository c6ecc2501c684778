import type { Desk } from '../../lib/desk/desk.svelte';
import type { MyWork, WorkRow } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

/** The parts of the page: what is to do first, then all there is. */
export const SECTIONS = ['update', 'overdue', 'lead', 'contributor', 'done'] as const;

export type Section = (typeof SECTIONS)[number];

const OVER = ['completed', 'cancelled'];

/** What I, or my organisation, have to do. */
export class MyWorkState {
  readonly #found = new Latest<MyWork>();
  /** Whether only what is mine as a person is shown. */
  #own = $state(false);
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#own = desk.kept.get('my-work-own') === true;
    this.end = desk.follow(null, () => this.load());
  }

  get work(): MyWork | null {
    return this.#found.value;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  get own(): boolean {
    return this.#own;
  }
  set own(own: boolean) {
    this.#own = own;
    this.#desk.kept.set('my-work-own', own);
  }

  /** The activities of a part of the page; what is to be updated or is overdue stands in its list too. */
  of(section: Section): WorkRow[] {
    const rows = (this.work?.rows ?? []).filter((row) => row.person || !this.#own);
    const isOver = ({ activity }: WorkRow): boolean => OVER.includes(String(activity['status']));
    switch (section) {
      case 'update':
        return rows.filter((row) => row.rounds.length > 0);
      case 'overdue':
        return rows.filter((row) => row.overdue);
      case 'done':
        return rows.filter(isOver);
      default:
        return rows.filter((row) => row.part === section && !isOver(row));
    }
  }

  async load(): Promise<void> {
    await this.#found.ask(() => this.#desk.client.myWork());
  }
}
