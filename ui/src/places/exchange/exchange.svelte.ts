import type { Desk } from '../../lib/desk/desk.svelte';
import type { Exchange, MergeReport } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

/** Files that were chosen or dropped, and what they would bring. */
export interface Taking {
  token: string;
  passphrase: string;
  /** Null while it is worked out. */
  report: MergeReport | null;
}

/** How far something is that takes longer. */
export interface Progress {
  done: number;
  total: number;
}

/** More deleted records than these are worth a second look before they go. */
export const MANY_DELETED = 10;

/** How many records a report deletes. */
export function deletions(report: MergeReport): number {
  return report.rows
    .flatMap((row) => Object.values(row.kinds))
    .reduce((sum, { deleted }) => sum + deleted, 0);
}

/** Whether any file is encrypted with another passphrase than the one given. */
export function isLocked(report: MergeReport): boolean {
  return report.rows.some((row) => row.code === 'wrong_passphrase');
}

/** What is mine and not shared, what came in, and the files that are about to. */
export class ExchangeState {
  readonly #found = new Latest<Exchange>();
  #taking = $state.raw<Taking | null>(null);
  #busy = $state.raw<Progress | null>(null);
  #giving = $state(false);
  /** The files last left alone; an answer on its way may still offer them. */
  #left: string | null = null;
  readonly #desk: Desk;
  readonly #off: (() => void)[];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#off = [
      desk.watch(null, () => void this.load()),
      desk.client.on('offered', () => void this.load()),
      desk.client.on('progress', ({ done, total }) => {
        if (this.#busy) this.#busy = { done, total };
      }),
    ];
    void this.load();
  }

  get data(): Exchange | null {
    return this.#found.value;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  get taking(): Taking | null {
    return this.#taking;
  }
  /** Something that writes goes on; it can be stopped. */
  get busy(): Progress | null {
    return this.#busy;
  }
  /** Whether it is asked to whom a file is given. */
  get giving(): boolean {
    return this.#giving;
  }
  set giving(on: boolean) {
    this.#giving = on;
  }

  async load(): Promise<void> {
    const found = await this.#found.ask(() => this.#desk.client.exchange());
    const offered = found?.offered;
    if (offered && !this.#taking && offered.token !== this.#left) await this.#look(offered.token, '');
  }

  /** Asks for files and shows what they would bring. */
  async choose(): Promise<void> {
    await this.#desk.attempt(async () => {
      const { token } = await this.#desk.client.chooseFiles();
      if (token !== null) await this.#look(token, '');
    });
  }

  /** Looks again, with a passphrase. */
  async unlock(passphrase: string): Promise<void> {
    if (this.#taking) await this.#look(this.#taking.token, passphrase);
  }

  async #look(token: string, passphrase: string): Promise<void> {
    this.#taking = { token, passphrase, report: null };
    const done = await this.#run(async () => {
      const report = await this.#desk.client.preview({ token, passphrase });
      if (this.#taking?.token === token) this.#taking = { token, passphrase, report };
    });
    if (!done) this.#taking = null;
  }

  /** Leaves the files as they are; they are not offered again. */
  leave(): void {
    const token = this.#taking?.token;
    this.#taking = null;
    if (token === undefined) return;
    this.#left = token;
    void this.#desk.attempt(() => this.#desk.client.leaveFiles({ token }));
  }

  /** Takes the files in and tells what came. */
  async take(): Promise<void> {
    const taking = this.#taking;
    if (!taking) return;
    const { token, passphrase } = taking;
    await this.#run(async () => {
      const report = await this.#desk.client.takeIn({ token, passphrase });
      this.#taking = null;
      this.#sayTaken(report);
    });
    await this.load();
  }

  #sayTaken(report: MergeReport): void {
    const { router, toasts } = this.#desk;
    const settle = report.conflicts_new > 0;
    toasts.show({
      message: settle ? 'taken-in-conflicts' : 'taken-in',
      args: { count: report.new_changes, conflicts: report.conflicts_new },
      action: settle
        ? { message: 'act-go-to-it', keys: null, act: () => router.goTo('exchange', 'settle') }
        : null,
    });
  }

  /** Writes a file for somebody, or for everybody. */
  async give(site: string | null, contacts: boolean, passphrase: string): Promise<void> {
    await this.#run(async () => {
      const given = await this.#desk.client.give({
        private: contacts,
        ...(site === null ? {} : { site }),
        ...(passphrase === '' ? {} : { passphrase }),
      });
      if (given.file === null) return;
      this.#giving = false;
      this.#desk.toasts.show({ message: 'given', args: { file: given.file, count: given.changes } });
    });
    await this.#desk.refresh();
    await this.load();
  }

  async chooseFolder(passphrase: string): Promise<void> {
    await this.#run(async () => {
      this.#found.value = await this.#desk.client.chooseFolder(passphrase === '' ? {} : { passphrase });
    });
    if (this.#found.value?.folder && !this.#found.value.folder.last) await this.exchangeNow();
  }

  /** Says what the folder is encrypted with, and exchanges with it. */
  async unlockFolder(passphrase: string): Promise<void> {
    const done = await this.#run(async () => {
      this.#found.value = await this.#desk.client.unlockFolder({ passphrase });
    });
    if (done && passphrase !== '') await this.exchangeNow();
  }

  async leaveFolder(): Promise<void> {
    await this.#run(async () => {
      this.#found.value = await this.#desk.client.leaveFolder();
    });
  }

  async exchangeNow(): Promise<void> {
    await this.#run(async () => {
      const report = await this.#desk.client.exchangeNow();
      // Whoever gives a wrong passphrase is asked again.
      if (isLocked(report)) await this.#desk.client.unlockFolder({});
      this.#desk.toasts.show({
        message: isLocked(report) ? 'folder-wrong-passphrase' : 'exchanged',
        args: { count: report.new_changes, left: report.left ?? 0 },
        bad: isLocked(report),
      });
    });
    await this.#desk.refresh();
    await this.load();
  }

  async dismiss(site: string): Promise<void> {
    await this.#run(() => this.#desk.client.dismiss({ site }));
    await this.load();
  }

  /** Sets the latest merge back, once that is confirmed. */
  setBack(source: string): void {
    const { m } = this.#desk;
    this.#desk.question = {
      title: m.t('set-back-title'),
      text: m.t('set-back-text', { source }),
      act: m.t('set-back-act'),
      run: () => {
        void this.#run(async () => {
          const { changes } = await this.#desk.client.setBack();
          this.#desk.toasts.show({ message: 'set-back-done', args: { count: changes } });
        }).then(() => this.load());
      },
    };
  }

  /** Stops what goes on; then nothing of it has happened. */
  cancel(): void {
    void this.#desk.client.cancel();
  }

  async #run(act: () => Promise<unknown>): Promise<boolean> {
    this.#busy = { done: 0, total: 0 };
    try {
      return await this.#desk.attempt(act);
    } finally {
      this.#busy = null;
    }
  }

  end(): void {
    for (const off of this.#off) off();
  }
}
