import { STATUS_ORDER } from '../grid/marks';
import type { Messages } from '../i18n/messages.svelte';

/** Says how many have which status: "3 Unknown and 1 Completed". */
export function sayCounts(m: Messages, counts: Readonly<Record<string, number>>): string {
  const parts = STATUS_ORDER.filter((status) => (counts[status] ?? 0) > 0);
  return m.list(
    parts.map((status) =>
      m.t('status-count', { count: counts[status] ?? 0, status: m.code('status', status) }),
    ),
  );
}

/** Adds up the counts. */
export function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
