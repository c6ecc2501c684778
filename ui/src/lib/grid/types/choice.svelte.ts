/** Chooses one of a closed list: by digit or letter, by the beginning of a word, or with the arrows. */
import type { Choice, EditField } from '../column';
import {
  type EditKey,
  type Option,
  plainForm,
  type Pressed,
  type Reading,
  TextSession,
} from './session.svelte';

/** Editor of a status and of every other closed list. */
export class ChoiceSession extends TextSession {
  override readonly panel = 'list';
  override readonly arrowsLeave = false;
  readonly #choices: readonly Choice[];
  readonly #before: string;
  #typed = $state(false);
  /** Number of the marked entry. */
  active = $state(0);

  constructor(field: EditField, code: string) {
    super(field);
    this.#choices = field.column.choices ?? [];
    this.#before = code;
    this.active = Math.max(
      0,
      this.#choices.findIndex((choice) => choice.code === code),
    );
  }

  /** The entries that fit what was typed; all of them before anything is. */
  get options(): Option[] {
    return this.#fitting().map((choice) => ({
      id: choice.code,
      label: choice.label,
      glyph: choice.code,
      chosen: choice.code === this.#before,
      ...(choice.key === undefined ? {} : { key: choice.key }),
    }));
  }

  override type(text: string): void {
    super.type(text);
    this.#typed = true;
    this.active = 0;
  }

  override press({ key, mod, alt }: EditKey): Pressed {
    if (mod || alt) return 'no';
    const fitting = this.#fitting();
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: fitting.length,
      PageUp: -fitting.length,
    };
    const step = steps[key];
    if (step !== undefined) {
      this.active = Math.min(Math.max(this.active + step, 0), Math.max(fitting.length - 1, 0));
      return 'yes';
    }
    if (this.#typed) return 'no';
    if (key === ' ') return 'keep';
    const byKey = choiceOfKey(this.#choices, key);
    if (!byKey) return 'no';
    this.choose(byKey.code);
    return 'keep';
  }

  /** Takes an entry as the value. */
  choose(code: string): void {
    const choice = this.#choices.find((one) => one.code === code);
    if (!choice) return;
    this.#typed = false;
    this.active = this.#choices.indexOf(choice);
    this.replace(choice.label);
  }

  override read(): Reading {
    if (this.#typed && this.text.trim() === '') return { ok: true, value: '', text: '' };
    const choice = this.#fitting()[this.active];
    if (choice) return { ok: true, value: choice.code, text: choice.label };
    return { ok: false, reason: this.field.setting.t('grid-no-choice', { text: this.text.trim() }) };
  }

  #fitting(): readonly Choice[] {
    if (!this.#typed) return this.#choices;
    const typed = plainForm(this.text);
    const byKey = choiceOfKey(this.#choices, typed);
    if (byKey) return [byKey];
    const begins = this.#choices.filter(({ label }) => plainForm(label).startsWith(typed));
    const inside = this.#choices.filter(
      ({ label }) => !plainForm(label).startsWith(typed) && plainForm(label).includes(` ${typed}`),
    );
    return [...begins, ...inside];
  }
}

/** Finds the choice that a single key stands for; letters without regard to case. */
export function choiceOfKey(choices: readonly Choice[], key: string): Choice | undefined {
  return choices.find((choice) => choice.key !== undefined && choice.key.toLowerCase() === key.toLowerCase());
}

/** Finds the choice that a printed text means: its label, its code or its letter. */
export function choiceOfText(choices: readonly Choice[], text: string): Choice | undefined {
  const plain = plainForm(text);
  return (
    choices.find((choice) => plainForm(choice.label) === plain) ??
    choices.find((choice) => choice.code === text.trim()) ??
    choices.find((choice) => choice.letter !== undefined && plainForm(choice.letter) === plain)
  );
}
