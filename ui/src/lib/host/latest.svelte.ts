import { HostError, type ErrorBody } from './host';

/** The latest answer to a question that is asked again and again; one that comes late is passed over. */
export class Latest<T> {
  #value = $state.raw<T | null>(null);
  #error = $state.raw<ErrorBody | null>(null);
  #asking = $state(false);
  #asked = 0;

  /** Null until the first answer. */
  get value(): T | null {
    return this.#value;
  }
  /** Puts in its place what another command answered. */
  set value(value: T) {
    this.#value = value;
  }
  /** Why the last question had no answer; what was answered before it stays. */
  get error(): ErrorBody | null {
    return this.#error;
  }
  get asking(): boolean {
    return this.#asking;
  }

  /** Asks. Answers what came; null where it failed, or where it was asked again meanwhile. */
  async ask(question: () => Promise<T>): Promise<T | null> {
    const asked = ++this.#asked;
    this.#asking = true;
    try {
      const value = await question();
      if (asked !== this.#asked) return null;
      this.#value = value;
      this.#error = null;
      return value;
    } catch (cause) {
      if (asked === this.#asked) this.#error = HostError.from(cause).body;
      return null;
    } finally {
      if (asked === this.#asked) this.#asking = false;
    }
  }
}
