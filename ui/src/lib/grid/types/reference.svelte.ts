/**
 * Points at one record or several by writing their names, with a list of what fits.
 *
 * The value is edited as text ("IOM, UNHCR"): it can be typed, corrected and pasted like any text, and
 * the list completes the name the writing is at.
 */
import type { EditField, Reference } from '../column';
import {
  type EditKey,
  type Option,
  plainForm,
  type Pressed,
  type Reading,
  TextSession,
} from './session.svelte';

/** Prints references so that `splitNames` finds the same names again. */
export function printNames(labels: readonly string[]): string {
  if (!labels.some((label) => /[,;]/.test(label))) return labels.join(', ');
  return labels.length === 1 ? `${labels[0]};` : labels.join('; ');
}

/** Leaves a list of names open for one more: what is typed next is a name of its own. */
function opened(printed: string): string {
  if (printed === '') return '';
  if (printed.endsWith(';')) return `${printed} `;
  return `${printed}${printed.includes(';') ? '; ' : ', '}`;
}

/** Cuts a text into names: at semicolons where there are any, else at commas. */
export function splitNames(text: string): string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Writes names in the form edits are sent in: with semicolons between them where one holds a comma. */
export function joinNames(names: readonly string[]): string {
  if (!names.some((name) => name.includes(','))) return names.join(',');
  return names.length === 1 ? `${names[0]};` : names.join(';');
}

/** Writes references in the form edits are sent in. */
export function referencesValue(references: readonly Reference[]): string {
  return references.map(({ id, role }) => `id:${id}${role ? `:${role}` : ''}`).join(',');
}

/** Editor of a reference, or of several. */
export class ReferenceSession extends TextSession {
  override readonly panel = 'list';
  override readonly arrowsLeave = false;
  readonly #several: boolean;
  readonly #known = new Map<string, Reference>();
  #stop: AbortController | null = null;
  #touched = $state(false);
  #found = $state.raw<Reference[]>([]);
  /** Number of the marked entry; -1 while none is: Enter then keeps the text as it stands. */
  active = $state(-1);
  /** Whether an answer to the newest text is still awaited. */
  searching = $state(false);

  constructor(field: EditField, references: readonly Reference[], several: boolean) {
    const labels = references.map(({ label }) => label);
    super({ ...field, text: several ? opened(printNames(labels)) : (labels[0] ?? '') });
    this.#several = several;
    for (const reference of references) this.#learn(reference);
    void this.#search('');
  }

  get options(): Option[] {
    const chosen = new Set(this.#names().map((name) => this.#known.get(plainForm(name))?.id));
    return this.#found.map(({ id, label, name }) => ({
      id,
      label,
      chosen: chosen.has(id),
      ...(name === undefined || name === label ? {} : { name }),
    }));
  }

  /** Whether a search came back with nothing. */
  get nothing(): boolean {
    return this.#touched && !this.searching && this.#found.length === 0 && this.#last() !== '';
  }

  override type(text: string): void {
    super.type(text);
    this.#touched = true;
    this.active = -1;
    void this.#search(this.#last());
  }

  override press({ key, mod, alt, shift }: EditKey): Pressed {
    if (mod || alt) return 'no';
    const count = this.#found.length;
    if (key === 'ArrowDown' && count > 0) this.active = (this.active + 1) % count;
    else if (key === 'ArrowUp' && count > 0) this.active = (this.active <= 0 ? count : this.active) - 1;
    else if ((key === 'Enter' || key === 'Tab') && !shift && this.active >= 0) {
      const marked = this.#found[this.active];
      if (!marked) return 'no';
      // A name written out in full is meant: whether the list came in time must not decide what Enter does.
      const whole = fits(marked, this.#last());
      this.choose(marked.id);
      return this.#several && key === 'Enter' && !whole ? 'yes' : 'no';
    } else return 'no';
    return 'yes';
  }

  /** Puts a found record in the place of the name being written; among several, a second time takes it out. */
  choose(id: string): void {
    const found = this.#found.find((reference) => reference.id === id);
    if (!found) return;
    this.active = -1;
    const names = this.#names();
    if (this.#last() !== '') names.pop();
    this.#learn(found);
    if (!this.#several) {
      this.#touched = false;
      this.replace(found.label);
      return;
    }
    const there = names.findIndex((name) => this.#known.get(plainForm(name))?.id === id);
    if (there >= 0) names.splice(there, 1);
    else names.push(found.label);
    this.#touched = false;
    this.replace(opened(printNames(names)));
    void this.#search('');
  }

  /** Names that nothing known stands for go out as they were typed: the core knows more names than the list. */
  override read(): Reading {
    const parts: { label: string; value: string }[] = [];
    for (const name of this.#names()) {
      const known = this.#known.get(plainForm(name)) ?? this.#found.find((one) => fits(one, name));
      const part = known
        ? { label: known.label, value: referencesValue([known]) }
        : { label: name, value: name };
      if (!parts.some(({ value }) => value === part.value)) parts.push(part);
    }
    if (!this.#several && parts.length > 1) {
      return { ok: false, reason: this.field.setting.t('grid-one-only') };
    }
    return {
      ok: true,
      value: this.#several ? joinNames(parts.map(({ value }) => value)) : (parts[0]?.value ?? ''),
      text: this.#several ? printNames(parts.map(({ label }) => label)) : (parts[0]?.label ?? ''),
    };
  }

  override close(): void {
    this.#stop?.abort();
    super.close();
  }

  #learn(reference: Reference): void {
    this.#known.set(plainForm(reference.label), reference);
  }

  /** A single name is never cut: it may well hold a comma. */
  #names(): string[] {
    if (this.#several) return splitNames(this.text);
    const name = this.text.trim();
    return name === '' ? [] : [name];
  }

  #last(): string {
    if (!this.#touched) return '';
    if (!this.#several) return this.text.trim();
    return this.text.slice(Math.max(this.text.lastIndexOf(','), this.text.lastIndexOf(';')) + 1).trim();
  }

  async #search(text: string): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.searching = true;
    const found = await (this.field.column.suggest?.(text, stop.signal) ?? Promise.resolve([])).catch(
      () => [],
    );
    if (stop.signal.aborted) return;
    this.#found = found;
    this.searching = false;
    this.active = text !== '' && found.length > 0 ? 0 : -1;
  }
}

function fits({ label, name }: Reference, text: string): boolean {
  const plain = plainForm(text);
  return plainForm(label) === plain || (name !== undefined && plainForm(name) === plain);
}
