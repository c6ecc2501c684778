import { HostError, type Host, type HostEvents } from './host';

type Answer = (args: Record<string, unknown>) => unknown;

/** Answers commands from a table of functions and keeps what was asked; for unit tests only. */
export class FakeHost implements Host {
  readonly asked: { command: string; args: Record<string, unknown> }[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #listeners = new Map<string, Set<(payload: never) => void>>();

  /** Sets how a command is answered from now on; what `answer` throws is what the caller gets. */
  answer(command: string, answer: Answer): this {
    this.#answers.set(command, answer);
    return this;
  }

  async call(command: string, args: Record<string, unknown>): Promise<unknown> {
    this.asked.push({ command, args: structuredClone(args) });
    const answer = this.#answers.get(command);
    if (!answer) throw HostError.from(new Error(`the test did not say how to answer ${command}`));
    return structuredClone(await answer(args));
  }

  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Sends an event as the core would. */
  emit<E extends keyof HostEvents>(event: E, payload: HostEvents[E]): void {
    for (const listener of this.#listeners.get(event) ?? [])
      (listener as (p: HostEvents[E]) => void)(payload);
  }

  /** Tells the arguments of every call of one command, oldest first. */
  calls(command: string): Record<string, unknown>[] {
    return this.asked.filter((one) => one.command === command).map((one) => one.args);
  }
}
