import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { FieldDescription } from '../host/client';
import type { Text } from './text';
import { type Direction, directionOf, type Language } from './language';

/** A text chosen from several languages. */
export interface ShownText {
  text: string;
  /** The language it is written in. */
  language: string;
  /** Whether it had to be shown in another language than the reader's. */
  fallback: boolean;
}

/** Kinds, fields and codes have underscores, message ids have hyphens. */
function hyphened(id: string): string {
  return id.replaceAll('_', '-');
}

/** Texts, numbers and dates in the reader's language; reading them in a component follows the language. */
export class Messages {
  #language = $state<Language>('en');
  #bundle = $state.raw<FluentBundle | null>(null);
  #direction = $state<Direction | null>(null);
  readonly #load: (language: Language) => Promise<string[]>;
  readonly #today: () => Date;
  readonly #mod: string;

  /** `mod` names the key that goes with letters on this keyboard: "Ctrl" or "⌘". */
  constructor(load: (language: Language) => Promise<string[]>, today: () => Date, mod = 'Ctrl') {
    this.#load = load;
    this.#today = today;
    this.#mod = mod;
  }

  get language(): Language {
    return this.#language;
  }

  /** The direction of writing: that of the language, unless a test asked for the other one. */
  get direction(): Direction {
    return this.#direction ?? directionOf(this.#language);
  }

  /** Shows the pages in a direction that is not the language's own. */
  forceDirection(direction: Direction): void {
    this.#direction = direction;
  }

  /** Switches to a language; the pages change when its messages are there. */
  async use(language: Language): Promise<void> {
    const bundle = new FluentBundle(language, { useIsolating: false });
    for (const text of await this.#load(language)) bundle.addResource(new FluentResource(text));
    this.#bundle = bundle;
    this.#language = language;
  }

  /** Tells whether there is a message of that id. */
  has(id: string): boolean {
    return this.#bundle?.hasMessage(hyphened(id)) ?? false;
  }

  /** Prints a message. What has no message shows its id, so that a gap is seen and not silent. */
  t(id: string, args?: Record<string, FluentVariable>): string {
    const message = this.#bundle?.getMessage(hyphened(id));
    if (!this.#bundle || !message?.value) return id;
    return this.#bundle.formatPattern(message.value, { mod: this.#mod, ...args }, []);
  }

  /** Prints the first of several messages that exists. */
  first(ids: string[], args?: Record<string, FluentVariable>): string {
    return this.t(ids.find((id) => this.has(id)) ?? ids[0] ?? '', args);
  }

  kind(kind: string): string {
    return this.t(`kind-${kind}`);
  }

  kinds(kind: string): string {
    return this.t(`kind-${kind}-plural`);
  }

  field(kind: string, field: string): string {
    // The text of one language is a cell of its own: "title.fr".
    const [base = field, language] = field.split('.');
    const label = this.first([`field-${kind}-${base}`, `field-${base}`]);
    return language === undefined ? label : this.t('field-in-language', { field: label, language });
  }

  /** Names a field where there is little room: over a column, in a filter. */
  column(kind: string, field: string): string {
    return this.first([
      `column-${kind}-${field}`,
      `column-${field}`,
      `field-${kind}-${field}`,
      `field-${field}`,
    ]);
  }

  /** Names a code of a vocabulary; a code of an open vocabulary that has no name is shown as it stands. */
  code(vocabulary: string, code: string): string {
    const id = `code-${vocabulary}-${code}`;
    return this.has(id) ? this.t(id) : code;
  }

  /** Names a code of the vocabulary that belongs to a field. */
  codeOf(field: FieldDescription | undefined, code: unknown): string {
    if (typeof code !== 'string') return '';
    return field?.vocabulary ? this.code(field.vocabulary, code) : code;
  }

  /** Chooses the reader's language from a text, then English, then any. */
  text(value: unknown): ShownText | null {
    if (typeof value === 'string') return { text: value, language: this.#language, fallback: false };
    if (typeof value !== 'object' || value === null) return null;
    const texts = value as Text;
    const found = [this.#language, 'en', ...Object.keys(texts)].find((tag) => texts[tag]);
    if (found === undefined) return null;
    return { text: texts[found] ?? '', language: found, fallback: found !== this.#language };
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.#language).format(value);
  }

  money(amount: number, currency: string | null): string {
    if (!currency || !/^[A-Z]{3}$/.test(currency)) return this.number(amount);
    return new Intl.NumberFormat(this.#language, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      maximumFractionDigits: 0,
    }).format(amount);
  }

  list(parts: string[]): string {
    return new Intl.ListFormat(this.#language, { type: 'conjunction' }).format(parts);
  }

  /** Joins alternatives: "Delayed or On hold". */
  either(parts: string[]): string {
    return new Intl.ListFormat(this.#language, { type: 'disjunction' }).format(parts);
  }

  /** Prints a day, a month or a year as exact as it was given; a day of this year leaves the year out. */
  date(iso: string | null | undefined): string {
    const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso ?? '') ?? [];
    if (!year) return iso ?? '';
    if (!month) return year;
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
    const here = Number(year) === this.#today().getFullYear();
    return new Intl.DateTimeFormat(this.#tag, {
      timeZone: 'UTC',
      month: day ? 'short' : 'long',
      ...(day ? { day: 'numeric' } : {}),
      ...(day && here ? {} : { year: 'numeric' }),
    }).format(at);
  }

  /** Prints a day with its year. */
  fullDate(iso: string): string {
    const at = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(at.getTime())) return iso;
    return new Intl.DateTimeFormat(this.#tag, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }).format(at);
  }

  /** Prints a point in time where the reader is: the hour today, the day otherwise. */
  moment(iso: string | null | undefined): string {
    const at = this.#moment(iso);
    if (!at) return this.date(iso);
    const now = this.#today();
    if (at.toDateString() === now.toDateString()) return this.clock(iso);
    const days = (now.getTime() - at.getTime()) / 86_400_000;
    if (days > 0 && days < 6) return new Intl.DateTimeFormat(this.#tag, { weekday: 'short' }).format(at);
    return new Intl.DateTimeFormat(this.#tag, {
      day: 'numeric',
      month: 'short',
      ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
    }).format(at);
  }

  /** Prints the day and the hour of a point in time; a plain day has no hour. */
  fullMoment(iso: string | null | undefined): string {
    const at = this.#moment(iso);
    if (!at) return this.date(iso);
    return new Intl.DateTimeFormat(this.#tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  }

  /** Prints hours and minutes. */
  clock(iso: string | null | undefined): string {
    const at = this.#moment(iso);
    if (!at) return '';
    return new Intl.DateTimeFormat(this.#tag, { hour: '2-digit', minute: '2-digit' }).format(at);
  }

  /** Prints the day of a point in time with its weekday, as a heading of a list of changes. */
  dayHeading(iso: string): string {
    const at = this.#moment(iso);
    if (!at) return this.date(iso);
    return new Intl.DateTimeFormat(this.#tag, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(at);
  }

  #moment(iso: string | null | undefined): Date | null {
    if (!iso?.includes('T')) return null;
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? null : at;
  }

  // English as the Network writes it: the day before the month, and 24 hours.
  get #tag(): string {
    return this.#language === 'en' ? 'en-GB' : this.#language;
  }
}
