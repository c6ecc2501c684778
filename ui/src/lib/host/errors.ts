import type { Messages } from '../i18n/messages.svelte';
import type { ErrorBody } from './host';

/** An error said in the reader's language. */
export interface SaidError {
  /** What happened. */
  text: string;
  /** What to do next, where there is something to say. */
  hint: string | null;
}

type Params = Record<string, string | number>;

/** Kinds and fields come by their names; people read their labels. */
function readable(m: Messages, { params, field }: ErrorBody): Params {
  const kind = typeof params['kind'] === 'string' ? params['kind'] : null;
  // What a reference may point at is several kinds for some fields.
  const kinds = kind?.split(', ').map((one) => m.kind(one)) ?? [];
  const name = typeof params['field'] === 'string' ? params['field'] : field;
  return {
    ...params,
    ...(kind === null ? {} : { kind: m.either(kinds) }),
    ...(name === null ? {} : { field: m.field(kind ?? '', name.split('.')[0] ?? name) }),
  };
}

/**
 * Finds the words for an error: those of its code, else those of its kind.
 *
 * The hints of the core's own message files speak of commands, so the pages have theirs: `hint-<code>`.
 */
export function sayError(m: Messages, error: ErrorBody): SaidError {
  const params = readable(m, error);
  const id = `error-${error.code}`;
  if (!m.has(id)) {
    return {
      text: m.t(`error-kind-${error.kind}`, { code: error.code, detail: params['detail'] ?? '' }),
      hint: m.t(`hint-kind-${error.kind}`, { detail: params['detail'] ?? '' }),
    };
  }
  const hint = [`hint-${error.hint ?? error.code}`, `hint-${error.code}`].find((one) => m.has(one));
  return { text: m.t(id, params), hint: hint === undefined ? null : m.t(hint, params) };
}
