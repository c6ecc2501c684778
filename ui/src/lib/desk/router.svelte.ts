import type { Kept } from './kept';
import { type PlaceName, PLACES } from './places';

export interface RecordKey {
  kind: string;
  id: string;
}

/** Where the window is: a place, one of its views or the page of one record in it, and the record beside it. */
export interface Location {
  place: PlaceName;
  view: string | null;
  page: RecordKey | null;
  record: RecordKey | null;
}

const KEPT = 'location';
const LONGEST = 50;

/** The place that holds the page of a record, for the kinds that have one. */
const PAGE_OF: Record<string, PlaceName> = {
  group: 'workstreams',
  organisation: 'members',
  place: 'places',
  meeting: 'meetings',
};

/** Tells whether records of a kind have a page of their own. */
export function hasPage(kind: string): boolean {
  return kind in PAGE_OF;
}

/** The place in whose list a record of a kind is found. */
const LIST_OF: Record<string, PlaceName> = {
  ...PAGE_OF,
  activity: 'workplan',
  joint_action: 'joint_actions',
  pledge: 'pledges',
  person: 'members',
  membership: 'members',
  status_round: 'rounds',
  answer: 'rounds',
};

function isKey(value: unknown): value is RecordKey {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as RecordKey).kind === 'string' &&
    typeof (value as RecordKey).id === 'string'
  );
}

function restored(value: unknown): Location {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Partial<Location>;
  return {
    place: PLACES.find((one) => one === raw.place) ?? 'overview',
    view: typeof raw.view === 'string' ? raw.view : null,
    page: isKey(raw.page) ? raw.page : null,
    record: isKey(raw.record) ? raw.record : null,
  };
}

/** Knows where the window is and was; addresses of the web view play no part. */
export class Router {
  #at = $state.raw<Location>({ place: 'overview', view: null, page: null, record: null });
  #back = $state.raw<Location[]>([]);
  #forward = $state.raw<Location[]>([]);
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
    this.#at = restored(kept.get(KEPT));
  }

  get at(): Location {
    return this.#at;
  }
  get canGoBack(): boolean {
    return this.#back.length > 0;
  }
  get canGoForward(): boolean {
    return this.#forward.length > 0;
  }

  /** Goes to a place, to the view of it that was open last; the record beside closes. */
  goTo(place: PlaceName, view: string | null = null): void {
    const seen = this.#kept.get(`view:${place}`);
    this.#go({ place, view: view ?? (typeof seen === 'string' ? seen : null), page: null, record: null });
  }

  /** Switches between the views of the place; the record beside stays. */
  show(view: string): void {
    this.#kept.set(`view:${this.#at.place}`, view);
    this.#go({ ...this.#at, view, page: null });
  }

  /** Opens the page of a record; kinds without a page open beside their list. */
  openPage(key: RecordKey): void {
    const place = PAGE_OF[key.kind];
    if (!place) this.openInList(key);
    else this.#go({ place, view: null, page: key, record: null });
  }

  /** Goes to the list a record belongs to and opens the record beside it. */
  openInList(key: RecordKey): void {
    const place = LIST_OF[key.kind] ?? this.#at.place;
    const here = place === this.#at.place;
    this.#go({ place, view: here ? this.#at.view : null, page: here ? this.#at.page : null, record: key });
  }

  /** Opens a record beside whatever is shown. Moving from record to record is not a step to go back over. */
  openRecord(key: RecordKey): void {
    const now = this.#at.record;
    if (now?.id === key.id) return;
    if (now) this.#set({ ...this.#at, record: key });
    else this.#go({ ...this.#at, record: key });
  }

  closeRecord(): void {
    if (this.#at.record) this.#set({ ...this.#at, record: null });
  }

  /** Leaves the page of a record for the list of its place. */
  leavePage(): void {
    if (this.#at.page) this.goTo(this.#at.place);
  }

  back(): void {
    const to = this.#back.at(-1);
    if (!to) return;
    this.#back = this.#back.slice(0, -1);
    this.#forward = [...this.#forward, this.#at];
    this.#set(to);
  }

  forward(): void {
    const to = this.#forward.at(-1);
    if (!to) return;
    this.#forward = this.#forward.slice(0, -1);
    this.#back = [...this.#back, this.#at];
    this.#set(to);
  }

  #go(to: Location): void {
    if (JSON.stringify(to) === JSON.stringify(this.#at)) return;
    this.#back = [...this.#back, this.#at].slice(-LONGEST);
    this.#forward = [];
    this.#set(to);
  }

  #set(to: Location): void {
    this.#at = to;
    this.#kept.set(KEPT, to);
  }
}
