import type { Desk } from '../../lib/desk/desk.svelte';
import type { Backup, Backups } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

/** The backups of the store, and going back to one. */
export class BackupsState {
  readonly #found = new Latest<Backups>();
  #busy = $state.raw<{ done: number; total: number } | null>(null);
  readonly #desk: Desk;
  readonly #off: (() => void)[];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#off = [
      desk.watch(null, () => void this.load()),
      desk.client.on('progress', ({ what, done, total }) => {
        if (this.#busy && what === 'recover') this.#busy = { done, total };
      }),
    ];
    void this.load();
  }

  /** Null until the first answer. */
  get rows(): Backup[] | null {
    return this.#found.value?.rows ?? null;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  /** How far the way back is; null while there is none. */
  get busy(): { done: number; total: number } | null {
    return this.#busy;
  }

  async load(): Promise<void> {
    await this.#found.ask(() => this.#desk.client.backups());
  }

  /** Goes back to a backup, once that is confirmed. */
  recover(backup: Backup): void {
    const { m } = this.#desk;
    this.#desk.question = {
      title: m.t('recover-title'),
      text: m.t('recover-text', { time: m.fullMoment(backup.time) }),
      act: m.t('recover-act'),
      run: () => void this.#recover(backup.name),
    };
  }

  async #recover(name: string): Promise<void> {
    this.#busy = { done: 0, total: 0 };
    await this.#desk.attempt(async () => {
      const { changes, kept } = await this.#desk.client.recover({ name });
      this.#desk.router.closeRecord();
      this.#desk.toasts.show({ message: 'recovered', args: { count: changes, kept: kept ?? '' } });
    });
    this.#busy = null;
    await this.#desk.refresh();
    await this.load();
  }

  /** Stops the way back; then everything is as it was. */
  cancel(): void {
    void this.#desk.client.cancel();
  }

  end(): void {
    for (const off of this.#off) off();
  }
}
