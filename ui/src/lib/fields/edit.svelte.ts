import type { After } from '../desk/toasts.svelte';
import type { Client, Edited, FieldDescription, Vague } from '../host/client';
import { HostError, type ErrorBody } from '../host/host';
import { readMoment } from './moment';

/** How long the typing rests before the text is stored as an edit. */
export const REST_MS = 2000;
/** How long at most a typed text is not yet kept as a draft. */
export const DRAFT_MS = 200;
const READ_MS = 60;

/** Where an edit stands: nothing typed, typed and kept as a draft, being stored, or refused. */
export type EditPhase = 'rest' | 'typing' | 'keeping' | 'refused';

export interface FieldEditParts {
  client: Client;
  after: After;
  kind: string;
  id: string;
  field: FieldDescription;
  /** The language a text by language is written in. */
  language: string;
  /** What the field holds now. */
  start: string;
  /** What was being typed when the program ended. */
  draft?: string | null;
  /** Told of every edit that was stored. */
  onkept?: (edited: Edited) => void;
}

/**
 * One field of one record while it is written in.
 *
 * What is typed is put away as a draft at once and becomes an edit when the typing rests or the field is
 * left. A text that is refused stays, with the reason; the value in force does not change.
 */
export class FieldEdit {
  #text = $state('');
  #phase = $state<EditPhase>('rest');
  #error = $state.raw<ErrorBody | null>(null);
  #reading = $state.raw<Vague | null>(null);
  readonly #parts: FieldEditParts;
  #kept: string;
  #offDraft: (() => void) | null = null;
  #offRest: (() => void) | null = null;
  #offRead: (() => void) | null = null;
  #asked = 0;
  #drafted = false;
  #storing: Promise<boolean> = Promise.resolve(true);

  constructor(parts: FieldEditParts) {
    this.#parts = parts;
    this.#kept = parts.start;
    this.#text = parts.draft ?? parts.start;
    this.#drafted = parts.draft != null;
    if (parts.draft != null && parts.draft !== parts.start) this.#phase = 'typing';
    this.#read();
  }

  get text(): string {
    return this.#text;
  }
  get phase(): EditPhase {
    return this.#phase;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }
  /** What was understood of a time; null before it is known or for other fields. */
  get reading(): Vague | null {
    return this.#reading;
  }

  /** The name drafts and assignments use: the field, with its language where it is not the first one. */
  get #name(): string {
    const { field, language } = this.#parts;
    return field.type === 'text' && language !== 'en' ? `${field.name}.${language}` : field.name;
  }

  type(text: string): void {
    this.#text = text;
    this.#error = null;
    this.#phase = 'typing';
    this.#offDraft ??= this.#parts.after(DRAFT_MS, () => this.#putDraft());
    this.#offRest?.();
    this.#offRest = this.#parts.after(REST_MS, () => void this.leave());
    this.#read();
  }

  /** Stores what was typed, if anything was. Answers whether nothing is left unstored. */
  leave(): Promise<boolean> {
    this.#offRest?.();
    this.#offRest = null;
    this.#storing = this.#storing.then(() => this.#store());
    return this.#storing;
  }

  /** Gives up what was typed since the last stored edit. */
  drop(): void {
    this.#calm();
    this.#text = this.#kept;
    this.#phase = 'rest';
    this.#error = null;
    this.#clearDraft();
  }

  /** Stops the timers without giving anything up; the draft stays where it is. */
  end(): void {
    this.#calm();
  }

  #calm(): void {
    this.#offDraft?.();
    this.#offRest?.();
    this.#offRead?.();
    this.#offDraft = this.#offRest = this.#offRead = null;
  }

  #putDraft(): void {
    this.#offDraft = null;
    if (this.#text === this.#kept) return;
    this.#drafted = true;
    const { client, kind, id } = this.#parts;
    // A draft that cannot be put is no reason to disturb the typing: the edit itself follows.
    void client.draftPut({ kind, id, field: this.#name, text: this.#text }).catch(() => undefined);
  }

  #clearDraft(): void {
    this.#offDraft?.();
    this.#offDraft = null;
    if (!this.#drafted) return;
    this.#drafted = false;
    const { client, id } = this.#parts;
    void client.draftClear({ id, field: this.#name }).catch(() => undefined);
  }

  async #store(): Promise<boolean> {
    const text = this.#text;
    if (text === this.#kept) {
      this.#clearDraft();
      this.#phase = 'rest';
      return true;
    }
    this.#phase = 'keeping';
    const { client, kind, id, field, onkept } = this.#parts;
    try {
      const value = await this.#value(text);
      // What was seen can only be compared where the text is the value itself.
      const seen = ['text', 'plain', 'vague'].includes(field.type) ? { [this.#name]: this.#kept } : undefined;
      const edited = await client.edit({
        kind,
        id,
        set: [`${this.#name}=${value}`],
        ...(seen ? { seen } : {}),
      });
      this.#kept = text;
      if (this.#text === text) {
        this.#phase = 'rest';
        this.#clearDraft();
      }
      onkept?.(edited);
      return this.#text === text;
    } catch (cause) {
      this.#error = HostError.from(cause).body;
      if (this.#error.field === null) this.#error = { ...this.#error, field: field.name };
      if (this.#text === text) this.#phase = 'refused';
      return false;
    }
  }

  // People write "May 2023"; a date is stored in the standard form.
  async #value(text: string): Promise<string> {
    const { client, field } = this.#parts;
    const plain = text.trim();
    if (field.type === 'moment') return readMoment(plain) ?? plain;
    if (field.type === 'integer') return plain.replaceAll(/[\s\u00a0\u202f']/g, '');
    if (field.type === 'money') return plain.replaceAll(/[\s\u00a0\u202f',]/g, '');
    if (field.type === 'words') {
      const words = plain.split(',').map((word) => word.trim());
      return words.filter((word) => word !== '').join(',');
    }
    if (field.type !== 'date' || plain === '') return plain;
    const { edtf, precision } = await client.readVague({ text: plain });
    return edtf !== null && ['day', 'month', 'year'].includes(precision) ? edtf : plain;
  }

  #read(): void {
    if (this.#parts.field.type !== 'vague' && this.#parts.field.type !== 'date') return;
    this.#offRead?.();
    const asked = ++this.#asked;
    const text = this.#text.trim();
    if (text === '') {
      this.#reading = null;
      return;
    }
    this.#offRead = this.#parts.after(READ_MS, () => {
      this.#parts.client.readVague({ text }).then(
        (reading) => {
          if (asked === this.#asked) this.#reading = reading;
        },
        () => undefined,
      );
    });
  }
}
