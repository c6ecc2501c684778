/** What all editors of a cell have in common: one line or more of text, and what is made of it. */
import type { EditField } from '../column';

/** What a text means: a value to keep, or the reason why it cannot be kept. */
export type Reading = { ok: true; value: string; text: string } | { ok: false; reason: string };

/** An entry of a list under the cell. */
export interface Option {
  id: string;
  label: string;
  /** Second, quiet text. */
  name?: string;
  /** Code whose glyph is drawn in front. */
  glyph?: string;
  /** Key that chooses it. */
  key?: string;
  /** Already part of the value. */
  chosen?: boolean;
}

/** A key as an editor sees it; left and right are already those of the writing direction. */
export interface EditKey {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

/** What an editor did with a key: nothing, something, or chose a value that is to be kept now. */
export type Pressed = 'no' | 'yes' | 'keep';

/** The editor of one cell while it is open. */
export interface EditorSession {
  /** What stands in the entry. */
  readonly text: string;
  /** Grows whenever the session itself, not the typing, changed the text. */
  readonly revision: number;
  readonly multiline: boolean;
  /** Which panel belongs under the cell. */
  readonly panel: 'none' | 'list' | 'understood' | 'calendar';
  /** Why the text cannot be kept; null while nothing is wrong. */
  readonly reason: string | null;
  /** Whether arrow keys keep the text and go on when the editing began by typing. */
  readonly arrowsLeave: boolean;
  /** Takes over what was typed. */
  type(text: string): void;
  press(key: EditKey): Pressed;
  read(): Reading;
  /** Shows why what was read is not kept. */
  refuse(reason: string): void;
  /** Ends whatever is still under way. */
  close(): void;
}

/** Plain text. */
export class TextSession implements EditorSession {
  text = $state('');
  revision = $state(0);
  reason = $state<string | null>(null);
  readonly multiline: boolean = false;
  readonly panel: EditorSession['panel'] = 'none';
  readonly arrowsLeave: boolean = true;

  constructor(
    protected readonly field: EditField,
    options: { multiline?: boolean } = {},
  ) {
    this.text = field.text;
    this.multiline = options.multiline ?? false;
  }

  type(text: string): void {
    this.text = text;
    this.reason = null;
  }

  press(_key: EditKey): Pressed {
    return 'no';
  }

  read(): Reading {
    const text = this.text.trim();
    return { ok: true, value: text, text };
  }

  refuse(reason: string): void {
    this.reason = reason;
  }

  close(): void {
    this.reason = null;
  }

  /** Puts a text into the entry on the session's own account. */
  protected replace(text: string): void {
    this.text = text;
    this.reason = null;
    this.revision += 1;
  }
}

/** Writes a text without case, accents and doubled spaces, for comparing. */
export function plainForm(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
