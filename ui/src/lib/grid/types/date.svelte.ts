/** A day of the calendar: written in the usual ways, or taken from the month below. */
import type { EditField, Setting } from '../column';
import { type EditKey, plainForm, type Pressed, type Reading, TextSession } from './session.svelte';

const DAY = 86_400_000;

function utc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Makes a day of its parts; null when there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const right =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return right && year >= 1000 && year <= 9999 ? isoOf(date) : null;
}

/** Moves a day by days or months; a month too short ends on its last day. */
export function moveDay(iso: string, by: { days?: number; months?: number }): string {
  const date = utc(iso);
  if (by.months) {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + by.months);
    const longest = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, longest));
  }
  return isoOf(new Date(date.getTime() + (by.days ?? 0) * DAY));
}

/** English is that of the United Nations: the day before the month. */
function tagOf(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}

function monthNames(lang: string, month: number): string[] {
  const day = Date.UTC(2023, month, 1);
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    // Beside a day some languages decline the month.
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
  ];
  return forms.map((form) => {
    const parts = new Intl.DateTimeFormat(tagOf(lang), { ...form, timeZone: 'UTC' }).formatToParts(day);
    return plainForm(parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
  });
}

function monthOf(name: string, languages: readonly string[]): number | null {
  const plain = plainForm(name).replace(/\.$/, '');
  if (plain.length < 3) return null;
  for (const lang of languages) {
    for (let month = 0; month < 12; month += 1) {
      if (monthNames(lang, month).some((full) => full === plain || full.startsWith(plain))) return month + 1;
    }
  }
  return null;
}

/**
 * Reads a day: 2023-05-04, 4.5.2023, 4/5/2023 (day first), "4 May 2023" in the language given or English.
 *
 * Returns YYYY-MM-DD, or null when the text is no day.
 */
export function readDay(text: string, lang: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  const yearFirst = /^(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?$/.exec(plain);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain);
  if (figures) return dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = /^(\d{1,2})(?:er|\.)?(?: de)? ([\p{L}\p{M}]+\.?)(?: de)? (\d{4})(?: г\.?)?$/u.exec(plain);
  const month = words?.[2] ? monthOf(words[2], [lang, 'en']) : null;
  return words && month ? dayOf(Number(words[3]), month, Number(words[1])) : null;
}

/** Prints a day in the language of the reader: "4 May 2023". */
export function printDay(iso: string, setting: Setting): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  return new Intl.DateTimeFormat(tagOf(setting.lang()), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  }).format(utc(iso));
}

/** Prints a point in time to the minute, in the reader's own zone; what is none is printed as it is. */
export function printMoment(moment: string, setting: Setting): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return moment;
  return new Intl.DateTimeFormat(tagOf(setting.lang()), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    numberingSystem: 'latn',
  }).format(time);
}

/** A day in the month shown. */
export interface CalendarDay {
  iso: string;
  day: string;
  label: string;
  /** In the month that is shown, not in the one before or after. */
  inMonth: boolean;
  chosen: boolean;
  today: boolean;
}

/** Editor of a date. */
export class DateSession extends TextSession {
  override readonly panel = 'calendar';
  #month = $state('');

  constructor(field: EditField, value: string) {
    super(field);
    this.#month = value || field.setting.today();
  }

  /** The day the text means; null while it means none. */
  get day(): string | null {
    return readDay(this.text, this.field.setting.lang());
  }

  /** Name of the month that is shown. */
  get month(): string {
    return this.#print({ month: 'long', year: 'numeric' }, this.#month);
  }

  /** Names of the days of the week, Monday first. */
  get weekdays(): { short: string; long: string }[] {
    return Array.from({ length: 7 }, (_, index) => {
      const iso = moveDay('2024-01-01', { days: index });
      return { short: this.#print({ weekday: 'narrow' }, iso), long: this.#print({ weekday: 'long' }, iso) };
    });
  }

  /** Six weeks around the month that is shown. */
  get weeks(): CalendarDay[][] {
    const first = `${this.#month.slice(0, 7)}-01`;
    const start = moveDay(first, { days: -((utc(first).getUTCDay() + 6) % 7) });
    const chosen = this.day;
    const today = this.field.setting.today();
    return Array.from({ length: 6 }, (_week, week) =>
      Array.from({ length: 7 }, (_day, weekday) => {
        const iso = moveDay(start, { days: week * 7 + weekday });
        return {
          iso,
          day: this.#print({ day: 'numeric' }, iso),
          label: this.#print({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, iso),
          inMonth: iso.startsWith(first.slice(0, 7)),
          chosen: iso === chosen,
          today: iso === today,
        };
      }),
    );
  }

  override type(text: string): void {
    super.type(text);
    this.#month = this.day ?? this.#month;
  }

  override press({ key, mod, alt }: EditKey): Pressed {
    if (mod || alt) return 'no';
    const steps: Record<string, { days?: number; months?: number }> = {
      ArrowUp: { days: -1 },
      ArrowDown: { days: 1 },
      PageUp: { months: -1 },
      PageDown: { months: 1 },
    };
    const step = steps[key];
    if (!step) return 'no';
    const day = this.day;
    this.choose(day ? moveDay(day, step) : this.field.setting.today());
    return 'yes';
  }

  /** Turns the month that is shown. */
  turn(months: number): void {
    this.#month = moveDay(`${this.#month.slice(0, 7)}-01`, { months });
  }

  /** Writes a day into the entry. */
  choose(iso: string): void {
    this.#month = iso;
    this.replace(printDay(iso, this.field.setting));
  }

  override read(): Reading {
    const text = this.text.trim();
    if (text === '') return { ok: true, value: '', text: '' };
    const day = this.day;
    if (day === null) return { ok: false, reason: this.field.setting.t('grid-not-date', { text }) };
    return { ok: true, value: day, text: printDay(day, this.field.setting) };
  }

  #print(parts: Intl.DateTimeFormatOptions, iso: string): string {
    const format = { ...parts, timeZone: 'UTC', numberingSystem: 'latn' } as const;
    return new Intl.DateTimeFormat(tagOf(this.field.setting.lang()), format).format(utc(iso));
  }
}
