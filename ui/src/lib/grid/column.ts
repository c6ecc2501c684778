/** What a grid is told about its rows and columns. */
import type { EditorSession } from './types/session.svelte';

/** The members a row must have; the rest is known to the columns only. */
export interface GridRow {
  readonly id: string;
  /** Depth in the tree, 0 at the top. */
  readonly depth?: number;
  readonly hasChildren?: boolean;
  /** Its name, where something is said of it outside its row. */
  readonly label?: string;
  /** Keys of the columns that stand for several values until somebody settles them. */
  readonly contested?: readonly string[];
}

/** How exact a fact is, by where it comes from. */
export type Standing = 'published' | 'inferred' | 'unconfirmed' | 'own';

/** One value of a closed list. */
export interface Choice {
  /** The value as it is stored; empty clears the field. */
  code: string;
  label: string;
  /** Key that chooses it while the cell has the focus. */
  key?: string;
  /** Letter that stands for it in a matrix. */
  letter?: string;
}

/** A record pointed at, as a cell shows it. */
export interface Reference {
  id: string;
  /** Short form: an acronym where there is one. */
  label: string;
  /** Full name, for the hover text and the list. */
  name?: string;
  role?: string | null;
  unconfirmed?: boolean;
}

/** What was understood of a text, said back in the reader's language. */
export interface Understood {
  head: string;
  lines: string[];
}

/** A text with the language it is shown in, where that is not the one asked for. */
export interface SpokenText {
  text: string;
  lang?: string;
}

/** The value of a mark in a matrix. */
export interface MarkValue {
  code: string;
  /** Held in the group that came before this one. */
  was?: boolean;
  unconfirmed?: boolean;
}

export type Align = 'start' | 'center' | 'end';

/** One column: what it reads from a row and how it may be changed. */
export interface Column<R> {
  /** Name of the field, unique in the grid. */
  key: string;
  label: string;
  /** Name of a column type in the registry. */
  type: string;
  /** The field's value as the host answers it. */
  of(row: R): unknown;
  /** CSS pixels at 100 per cent. */
  width: number;
  /** Takes the room that is left; `width` is then the least. */
  grow?: boolean;
  align?: Align;
  /** Stays in sight from the start when the grid is scrolled sideways; such columns stand first. */
  frozen?: boolean;
  /** Not offered for hiding, moving or sorting: marks and numbers. */
  fixed?: boolean;
  hidden?: boolean;
  /** Names the row, and carries depth and fold marks. */
  tree?: boolean;
  editable?: boolean;
  /** Why this row's cell cannot be changed now, as a sentence; null when it can. */
  locked?(row: R): string | null;
  sortable?: boolean;
  /** Stands where the value is not known; a cell is blank only where no value can exist. */
  unknown?: string;
  /** Joins the column to the one before it: no line between their heads. */
  joined?: boolean;
  /** Head written upwards, as in a matrix. */
  vertical?: boolean;
  /** Name above the heads of neighbouring columns that share it. */
  band?: string;
  /** The whole of a label that is shortened; for those who point at it or hear it. */
  full?: string;
  /** Small text under a vertical head. */
  note?: string;
  /** Confidence mark under a vertical head. */
  standing?: Choice;
  /** Rows that came in are marked here by a dot. */
  arrivals?: boolean;
  quiet?: boolean;
  choices?: readonly Choice[];
  /** Chips shown before the rest becomes a count. */
  chips?: number;
  suggest?(text: string, stop: AbortSignal): Promise<Reference[]>;
  understand?(text: string): Promise<Understood | null>;
  /** Bounds of an integer. */
  least?: number;
  most?: number;
}

/** What the grid needs from the page around it. */
export interface Setting {
  /** Text of a message in the reader's language. */
  t(id: string, args?: Record<string, string | number>): string;
  /** Language tag, for dates and figures. */
  lang(): string;
  /** Today as YYYY-MM-DD. */
  today(): string;
}

/** The cell an editor is opened for. */
export interface EditField {
  column: Column<never>;
  /** The field's value as the host answered it. */
  value: unknown;
  /** The cell's text. */
  text: string;
  setting: Setting;
}

/** How a cell is drawn. */
export type Draw = 'text' | 'position' | 'code' | 'chips' | 'mark' | 'standing' | 'check' | 'flag';

/** What all columns of one type share. */
export interface ColumnType {
  draw: Draw;
  align?: Align;
  /** Figures stand under figures. */
  figures?: boolean;
  /** The text that is shown, copied and edited; empty where nothing is known. */
  text(value: unknown, column: Column<never>, setting: Setting): string;
  /** The text that is copied, where `parse` could not make the value of the one that is shown. */
  copy?(value: unknown, column: Column<never>, setting: Setting): string;
  /** The value in the form edits are sent in. */
  value(value: unknown, column: Column<never>): string;
  /** Turns pasted text into the form edits are sent in; what it does not know passes unchanged. */
  parse(text: string, column: Column<never>, setting: Setting): string;
  /** Opens an editor; without it cells of this type are changed by key or click only, or not at all. */
  open?(field: EditField): EditorSession;
}
