import type { Desk } from '../desk/desk.svelte';
import type { PlaceName } from '../desk/places';

/** What the rail counts behind a place. */
const COUNTED: Partial<Record<PlaceName, { kind: string; where: string[] }>> = {
  workstreams: { kind: 'group', where: ['kind=workstream'] },
  workplan: { kind: 'activity', where: [] },
  joint_actions: { kind: 'joint_action', where: [] },
  members: { kind: 'organisation', where: [] },
  meetings: { kind: 'meeting', where: [] },
  pledges: { kind: 'pledge', where: [] },
};

/** How many records stand behind the places of the rail. */
export class RailCounts {
  #counts = $state.raw<Partial<Record<PlaceName, number>>>({});
  readonly #desk: Desk;
  #off: (() => void)[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    for (const place of Object.keys(COUNTED) as PlaceName[]) {
      const kind = COUNTED[place]?.kind ?? '';
      this.#off.push(desk.watch([kind], () => void this.#count(place)));
      void this.#count(place);
    }
  }

  of(place: PlaceName): number | null {
    return this.#counts[place] ?? null;
  }

  end(): void {
    for (const off of this.#off) off();
  }

  async #count(place: PlaceName): Promise<void> {
    const what = COUNTED[place];
    if (!what) return;
    try {
      const { total } = await this.#desk.client.list({ ...what, columns: [], offset: 0, limit: 0 });
      this.#counts = { ...this.#counts, [place]: total };
    } catch {
      // A rail without a count is a rail; the place itself says what is wrong.
    }
  }
}
