import type { Messages } from '../../lib/i18n/messages.svelte';

const HOUR_S = 3600;

/** Says that the clock of another laptop is ahead, and by how much where that is an hour or more. */
export function sayClock(m: Messages, ahead: number): string {
  return m.t('laptops-clock', { hours: Math.round(ahead / HOUR_S) });
}
