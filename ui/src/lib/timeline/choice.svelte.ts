import type { Desk } from '../desk/desk.svelte';
import type { Ref } from '../host/client';
import { type Zoom, ZOOMS } from './scale';

/** Which earlier plan the bars are compared with: that of a day, or that of an adoption. */
export type Against = { day: string } | { workplan: Ref };

/** Where one can go sideways; there is no today on a scale that lies far from it. */
export interface Ways {
  today: (() => void) | null;
  bars: () => void;
}

const ADOPTED_AT_MOST = 50;
/** Where the reader left the timeline since the program began, in months since the year 0. */
const left = new WeakMap<Desk, number>();

/** What the reader chose of how a timeline is shown; it stays while other views of the list are. */
export class TimelineChoice {
  #zoom: Zoom = $state('quarters');
  against = $state.raw<Against | null>(null);
  /** Null while no timeline is drawn. */
  ways = $state.raw<Ways | null>(null);
  #adopted = $state.raw<Ref[]>([]);
  readonly #desk: Desk;
  readonly #off: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#zoom = ZOOMS.find((zoom) => zoom === desk.kept.get('timeline-zoom')) ?? 'quarters';
    this.#off = desk.watch(['workplan'], () => void this.#ask());
    void this.#ask();
  }

  end(): void {
    this.#off();
  }

  get zoom(): Zoom {
    return this.#zoom;
  }
  set zoom(zoom: Zoom) {
    this.#zoom = zoom;
    this.#desk.kept.set('timeline-zoom', zoom);
  }

  /** Where what is in sight begins, where the reader chose it; in months since the year 0. */
  get begins(): number | null {
    return left.get(this.#desk) ?? null;
  }
  set begins(months: number) {
    left.set(this.#desk, months);
  }

  /** Workplans that were adopted, latest first: their plan of then can be compared with. */
  get adopted(): Ref[] {
    return this.#adopted;
  }

  async #ask(): Promise<void> {
    await this.#desk.attempt(async () => {
      const { rows } = await this.#desk.client.list({
        kind: 'workplan',
        sort: ['-first'],
        columns: ['title', 'adopted_at'],
        offset: 0,
        limit: ADOPTED_AT_MOST,
      });
      this.#adopted = rows
        .filter((row) => row['adopted_at'])
        .map(({ id, label }) => ({ id, table: 'workplan', label }));
    });
  }
}
