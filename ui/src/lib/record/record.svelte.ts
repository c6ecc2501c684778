import type { Desk } from '../desk/desk.svelte';
import type { RecordKey } from '../desk/router.svelte';
import type { Draft, Edited, FieldDescription, KindDescription, Row, Shown, Standing } from '../host/client';
import { HostError, type ErrorBody } from '../host/host';
import { isEmpty } from '../fields/value';
import { inOrder } from './order';

/** A field that is being edited, and the language it is written in. */
export interface Editing {
  field: string;
  language: string;
}

const HIDDEN_TYPES = new Set(['position', 'provenance', 'closing', 'same_as']);
const LABELS = ['title', 'name', 'text', 'source', 'label'];

/**
 * A record that is shown and edited: beside a list, or on a page of its own.
 *
 * Reads itself again when it or something that points at it changes.
 */
export class RecordState {
  readonly key: RecordKey;
  readonly desk: Desk;
  #shown = $state.raw<Shown | null>(null);
  #error = $state.raw<ErrorBody | null>(null);
  #editing = $state.raw<Editing | null>(null);
  #off: () => void;
  #ended = false;

  constructor(desk: Desk, key: RecordKey) {
    this.desk = desk;
    this.key = key;
    this.#off = desk.watch(null, () => void this.load());
    void this.load();
  }

  get record(): Row | null {
    return this.#shown?.record ?? null;
  }
  get shown(): Shown | null {
    return this.#shown;
  }
  get error(): ErrorBody | null {
    return this.#error;
  }
  get editing(): Editing | null {
    return this.#editing;
  }
  get kind(): KindDescription | undefined {
    return this.desk.kind(this.key.kind);
  }
  /** Whether nothing of it can be changed, and the message that says why. */
  get locked(): string | null {
    if (this.desk.readOnly) return 'locked-store';
    if (this.kind?.readOnly) return 'locked-reference';
    if (this.record?.life === 'deleted') return 'locked-deleted';
    return null;
  }

  /** The field that names the record, which stands as its title. */
  get titleField(): FieldDescription | null {
    const fields = this.kind?.fields ?? [];
    for (const name of LABELS) {
      const field = fields.find((one) => one.name === name);
      if (field) return field;
    }
    return null;
  }

  /** The fields below the title in reading order: those that are shown, and those that hold nothing. */
  get fields(): { shown: FieldDescription[]; empty: FieldDescription[] } {
    const title = this.titleField;
    const own = (this.kind?.fields ?? []).filter(
      (field) => field !== title && !HIDDEN_TYPES.has(field.type) && !field.computed,
    );
    const { fields, first } = inOrder(this.key.kind, own);
    const isShown = (field: FieldDescription, at: number): boolean => {
      const value = this.record?.[field.name];
      return at < first || (!isEmpty(value) && value !== false);
    };
    return {
      shown: fields.filter((field, at) => isShown(field, at)),
      empty: fields.filter((field, at) => !isShown(field, at)),
    };
  }

  async load(): Promise<void> {
    try {
      const shown = await this.desk.client.show({ kind: this.key.kind, id: this.key.id });
      if (this.#ended) return;
      this.#shown = shown;
      this.#error = null;
    } catch (cause) {
      if (!this.#ended) this.#error = HostError.from(cause).body;
    }
  }

  /** How sure the value of a field is; null where it holds nothing. */
  standing(field: FieldDescription): Standing | null {
    const record = this.record;
    if (!record || isEmpty(record[field.name])) return null;
    if (record.own.includes(field.name)) return 'own';
    const own = this.#shown?.sources.find((source) => source.field === field.name);
    return own?.standing ?? record.provenance?.standing ?? null;
  }

  /** What a source says about one field in particular. */
  note(field: FieldDescription): string | null {
    return this.#shown?.sources.find((source) => source.field === field.name)?.note ?? null;
  }

  /** A text is edited in the language it is shown in; where there is none, in the reader's. */
  #languageOf(field: string): string {
    const { m } = this.desk;
    return m.text(this.record?.[field])?.language ?? m.language;
  }

  begin(field: string, language: string = this.#languageOf(field)): void {
    if (this.locked === null) this.#editing = { field, language };
  }

  endEdit(): void {
    this.#editing = null;
  }

  /** What was being typed in a field when the program ended. */
  draftOf(field: FieldDescription, language: string): Draft | null {
    const name = field.type === 'text' && language !== 'en' ? `${field.name}.${language}` : field.name;
    return this.desk.drafts.find((one) => one.id === this.key.id && one.field === name) ?? null;
  }

  /** Opens the editor of a field that holds an unfinished text. */
  resumeDraft(): void {
    const draft = this.desk.drafts.find((one) => one.id === this.key.id);
    if (!draft || this.#editing) return;
    const [field = '', language = 'en'] = draft.field.split('.');
    this.begin(field, language);
  }

  /** Stores assignments; what is refused is said in a toast. */
  async set(assignments: string[]): Promise<boolean> {
    return this.desk.attempt(async () => {
      this.taken(await this.desk.client.edit({ kind: this.key.kind, id: this.key.id, set: assignments }));
    });
  }

  /** Shows what an edit made of the record, before the core's event comes. */
  taken(edited: Edited): void {
    if (this.#shown) this.#shown = { ...this.#shown, record: edited.record };
  }

  end(): void {
    this.#ended = true;
    this.#off();
  }
}
