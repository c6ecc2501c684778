import type { FluentVariable } from '@fluent/bundle';

/** Runs something after a while; the returned function calls it off. */
export type After = (ms: number, act: () => void) => () => void;

/** The timer of the window. */
export const afterMs: After = (ms, act) => {
  const id = setTimeout(act, ms);
  return () => clearTimeout(id);
};

export interface Toast {
  id: number;
  /** Whether it tells of something that did not succeed. */
  bad: boolean;
  message: string;
  args: Record<string, FluentVariable>;
  /** Second sentence, as it is read: what to do next. */
  hint: string | null;
  action: { message: string; keys: string | null; act: () => void } | null;
}

export interface ToastContent {
  message: string;
  args?: Record<string, FluentVariable>;
  hint?: string | null;
  bad?: boolean;
  action?: Toast['action'];
}

const STAYS_MS = 8000;
const AT_MOST = 3;

/** Short notes at the foot of the window that can be missed without harm. */
export class Toasts {
  #shown = $state.raw<Toast[]>([]);
  #next = 1;
  #off = new Map<number, () => void>();
  readonly #after: After;

  constructor(after: After) {
    this.#after = after;
  }

  get shown(): Toast[] {
    return this.#shown;
  }

  show(content: ToastContent): void {
    const toast: Toast = {
      id: this.#next++,
      bad: content.bad ?? false,
      message: content.message,
      args: content.args ?? {},
      hint: content.hint ?? null,
      action: content.action ?? null,
    };
    for (const old of this.#shown.slice(0, Math.max(0, this.#shown.length - AT_MOST + 1))) this.close(old.id);
    this.#shown = [...this.#shown, toast];
    this.release(toast.id);
  }

  /** Keeps a toast while it is pointed at or focused. */
  hold(id: number): void {
    this.#off.get(id)?.();
    this.#off.delete(id);
  }

  /** Lets the time of a toast run again. */
  release(id: number): void {
    this.hold(id);
    this.#off.set(
      id,
      this.#after(STAYS_MS, () => this.close(id)),
    );
  }

  close(id: number): void {
    this.hold(id);
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }
}
