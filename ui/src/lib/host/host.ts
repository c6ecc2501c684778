/**
 * The one door between the pages and the core.
 *
 * Everything that is asked goes through `Host`. Which program answers (the desktop shell, the bridge that
 * browser tests use, a fake in unit tests) is decided once, in `open.ts`.
 */

/** Names the events that the core sends without being asked. */
export interface HostEvents {
  /** Records of these kinds are no longer what was last answered; `ids` null means many. */
  changed: { kinds: string[]; ids: string[] | null; origin: string };
  /** Files were dropped on the window or opened with it; the exchange tells which. */
  offered: Record<string, never>;
  /** So many files are held over the window; none any more where it is zero. */
  hovering: { files: number };
  /** Something that takes longer goes on. */
  progress: { what: string; done: number; total: number };
}

/** Asks the core and listens to it. */
export interface Host {
  /** Runs one command; rejects with a `HostError` and nothing else. */
  call(command: string, args: Record<string, unknown>): Promise<unknown>;
  /** Calls `listener` for each event of that name until the returned function is called. */
  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void;
}

/** Says how a command ended: refused by a rule, wrongly put, stopped by the machine, or broken. */
export type ErrorKind = 'refused' | 'usage' | 'failed' | 'defect';

/** What the core sends when a command does not succeed. Texts are made from `code` by the message files. */
export interface ErrorBody {
  kind: ErrorKind;
  code: string;
  params: Record<string, string | number>;
  hint: string | null;
  candidates: unknown[];
  field: string | null;
  row: number | null;
}

/** A command that did not succeed, with everything needed to say so in the reader's language. */
export class HostError extends Error {
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.code);
    this.name = 'HostError';
    this.body = body;
  }

  /** Takes whatever a transport rejected with; what has no known shape becomes a defect, never a crash. */
  static from(cause: unknown): HostError {
    if (cause instanceof HostError) return cause;
    if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') {
      const raw = cause as Partial<ErrorBody> & { code: string };
      return new HostError({
        kind: raw.kind ?? 'defect',
        code: raw.code,
        params: raw.params ?? {},
        hint: raw.hint ?? null,
        candidates: raw.candidates ?? [],
        field: raw.field ?? null,
        row: raw.row ?? null,
      });
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new HostError({
      kind: 'defect',
      code: 'unexpected',
      params: { detail },
      hint: null,
      candidates: [],
      field: null,
      row: null,
    });
  }
}
