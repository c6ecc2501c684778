import type { Vague } from '../host/client';
import type { Messages } from '../i18n/messages.svelte';

/** What was understood of a time that was typed: its days, and how exact it is; null where nothing was. */
export function understood(
  m: Messages,
  { first, last, precision }: Vague,
): { head: string; lines: string[] } | null {
  const from = first === null ? null : m.fullDate(first);
  const to = last === null ? null : m.fullDate(last);
  const lines = [m.code('precision', precision)];
  if (from !== null && to !== null)
    return { head: from === to ? from : m.t('vague-span', { from, to }), lines };
  if (from !== null) return { head: m.t('vague-from', { from }), lines };
  return to === null ? null : { head: m.t('vague-until', { to }), lines };
}
