import type { Desk } from '../desk/desk.svelte';
import type { Mention, Ref } from '../host/client';
import type { ErrorBody } from '../host/host';
import { Latest } from '../host/latest.svelte';

/** What would be erased of a person, and what stays, while it is asked whether to do it. */
export class EraseState {
  readonly #mentions = new Latest<{ rows: Mention[] }>();
  /** The copies of the store that could not be opened; null until it is done. */
  #left = $state.raw<string[] | null>(null);
  #doing = $state(false);
  readonly #desk: Desk;
  readonly #person: Ref;

  constructor(desk: Desk, person: Ref) {
    this.#desk = desk;
    this.#person = person;
    void this.load();
  }

  /** The texts in which the name stands; null until the first answer. */
  get mentions(): Mention[] | null {
    return this.#mentions.value?.rows ?? null;
  }
  get error(): ErrorBody | null {
    return this.#mentions.error;
  }
  get left(): string[] | null {
    return this.#left;
  }
  get doing(): boolean {
    return this.#doing;
  }

  async load(): Promise<void> {
    await this.#mentions.ask(() => this.#desk.client.mentions({ id: this.#person.id }));
  }

  /** Erases. Answers whether there is nothing more to say about it. */
  async erase(): Promise<boolean> {
    const desk = this.#desk;
    this.#doing = true;
    await desk.attempt(async () => {
      const { left } = await desk.client.erase({ id: this.#person.id });
      this.#left = left;
      desk.toasts.show({ message: 'erased', args: { label: desk.named(this.#person) } });
    });
    this.#doing = false;
    return this.#left?.length === 0;
  }
}
