/** Time as people print it: any text is kept to the letter, and what was understood is said back. */
import type { EditField, Understood } from '../column';
import { TextSession } from './session.svelte';

/** Editor of vague time. */
export class VagueSession extends TextSession {
  override readonly panel = 'understood';
  /** What was understood of the text as it stands; null while nothing was, or nothing is asked. */
  understood = $state.raw<Understood | null>(null);
  /** Whether the newest text has been answered. */
  answered = $state(false);
  #asked = 0;

  constructor(field: EditField) {
    super(field);
    void this.#ask();
  }

  override type(text: string): void {
    super.type(text);
    void this.#ask();
  }

  override close(): void {
    this.#asked += 1;
    super.close();
  }

  /** An older answer never takes the place of a newer one. */
  async #ask(): Promise<void> {
    this.#asked += 1;
    const number = this.#asked;
    const text = this.text.trim();
    const { understand } = this.field.column;
    if (text === '' || !understand) {
      this.understood = null;
      this.answered = false;
      return;
    }
    const understood = await understand(text).catch(() => null);
    if (number !== this.#asked) return;
    this.understood = understood;
    this.answered = true;
  }
}
