import type { After } from '../desk/toasts.svelte';
import type { Client } from '../host/client';
import { findRecords, type Found } from './find';

const PAUSE_MS = 80;
const AT_MOST = 30;

/** Finds records as a name is typed, and knows which one is marked. */
export class Picker {
  #text = $state('');
  #options = $state.raw<Found[]>([]);
  #active = $state(0);
  #open = $state(false);
  #searching = $state(false);
  #asked = 0;
  #off: (() => void) | null = null;
  readonly #client: Client;
  readonly #after: After;
  readonly #targets: string[];

  constructor(client: Client, after: After, targets: string[]) {
    this.#client = client;
    this.#after = after;
    this.#targets = targets;
  }

  get text(): string {
    return this.#text;
  }
  get options(): Found[] {
    return this.#options;
  }
  get active(): number {
    return this.#active;
  }
  get open(): boolean {
    return this.#open;
  }
  /** Whether the newest question was answered and nothing was found. */
  get nothing(): boolean {
    return this.#open && !this.#searching && this.#options.length === 0;
  }

  /** Opens the list with what there is to choose from. */
  show(): void {
    if (this.#open) return;
    this.#open = true;
    this.#ask(0);
  }

  close(): void {
    this.#open = false;
    this.#off?.();
    this.#off = null;
    this.#asked += 1;
  }

  type(text: string): void {
    this.#text = text;
    this.#open = true;
    this.#ask(PAUSE_MS);
  }

  mark(index: number): void {
    this.#active = index;
  }

  /** Moves the mark; `extra` lines stand after the found ones. */
  move(step: number, extra = 0): void {
    const count = this.#options.length + extra;
    if (count > 0) this.#active = (this.#active + step + count) % count;
  }

  clear(): void {
    this.#text = '';
    this.close();
  }

  #ask(pause: number): void {
    this.#off?.();
    const asked = ++this.#asked;
    this.#searching = true;
    this.#off = this.#after(pause, () => {
      findRecords(this.#client, this.#targets, this.#text.trim(), AT_MOST).then(
        (options) => {
          if (asked !== this.#asked) return;
          this.#options = options;
          this.#active = 0;
          this.#searching = false;
        },
        () => {
          if (asked !== this.#asked) return;
          this.#options = [];
          this.#searching = false;
        },
      );
    });
  }
}
