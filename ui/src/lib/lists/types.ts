import { readMoment, writeMoment } from '../fields/moment';
import type { ColumnType } from '../grid/column';
import { TextSession } from '../grid/types/session.svelte';
import type { Messages } from '../i18n/messages.svelte';

/** A day with or without an hour: shown as people say it, written as "2023-05-24 14:00". */
export function momentType(m: Messages): ColumnType {
  const raw = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    draw: 'text',
    figures: true,
    text: (value) => m.fullMoment(raw(value)),
    // What is shown leaves out what a reader does not need; the text copied is the one that is written.
    copy: (value) => writeMoment(raw(value)),
    value: raw,
    parse: (text) => readMoment(text) ?? text.trim(),
    open: (field) => new MomentSession({ ...field, text: writeMoment(raw(field.value)) }),
  };
}

class MomentSession extends TextSession {
  override read(): ReturnType<TextSession['read']> {
    const text = this.text.trim();
    const value = text === '' ? '' : readMoment(text);
    if (value === null) return { ok: false, reason: this.field.setting.t('hint-bad-time') };
    return { ok: true, value, text };
  }
}
