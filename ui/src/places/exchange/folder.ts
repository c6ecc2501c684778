import type { Desk } from '../../lib/desk/desk.svelte';

/** The least time between two exchanges that nobody asked for. */
const REST_MS = 60_000;

/**
 * Exchanges with the shared folder by itself: when the window opens and when it is looked at again.
 *
 * Where there is no folder nothing happens; where it cannot be reached, that is said once, and the place says more.
 */
export class FolderExchange {
  #last = 0;
  #said = false;
  #running = false;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async run(): Promise<void> {
    const now = this.#desk.now().getTime();
    if (this.#running || this.#desk.readOnly || now - this.#last < REST_MS) return;
    this.#running = true;
    this.#last = now;
    try {
      const { client, toasts, router } = this.#desk;
      const state = await client.exchange();
      if (state.offered) router.goTo('exchange', 'in');
      if (!state.folder || state.folder.locked) return;
      const report = await client.exchangeNow();
      this.#said = false;
      await this.#desk.refresh();
      if (report.new_changes > 0)
        toasts.show({ message: 'exchanged', args: { count: report.new_changes, left: report.left ?? 0 } });
    } catch {
      if (!this.#said) this.#desk.toasts.show({ bad: true, message: 'folder-unreachable' });
      this.#said = true;
    } finally {
      this.#running = false;
    }
  }
}
