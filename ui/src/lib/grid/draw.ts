/** Decides what a cell shows, in a form the markup can put on the screen without deciding anything. */
import type { CellMark, RowMarks } from './cellmarks';
import type { GridRow } from './column';
import type { ColumnState } from './columns.svelte';
import type { GridModel } from './grid.svelte';
import { splitNames } from './types/reference.svelte';
import { codeOf, referencesOf } from './types/registry';

/** A small box with a short name. */
export interface Chip {
  label: string;
  /** Full name on hover. */
  name: string;
  dashed: boolean;
}

/** What one cell shows. */
export interface CellView {
  /** Why it cannot be changed; null when it can, empty where it never can. */
  lock: string | null;
  state: CellMark['state'] | undefined;
  /** Why what stands there was not kept. */
  reason: string | null;
  /** What the code stands for, in full. */
  label: string;
  /** The words; for a code its label, for chips what stands in their place when there are none. */
  text: string;
  /** Not known, or of no consequence: quiet text. */
  quiet: boolean;
  /** Language of the text where it is not the one asked for. */
  lang: string | undefined;
  code: string;
  chips: readonly Chip[];
  /** How many chips did not fit. */
  more: number;
  /** Names behind the count. */
  moreNames: string;
  /** Several people gave different values. */
  contested: boolean;
  was: boolean;
  dashed: boolean;
  on: boolean;
}

const NO_CHIPS: readonly Chip[] = [];

/** What a cell shows whose row has not come in. */
const NOTHING: CellView = {
  lock: '',
  state: undefined,
  reason: null,
  label: '',
  text: '',
  quiet: false,
  lang: undefined,
  code: '',
  chips: NO_CHIPS,
  more: 0,
  moreNames: '',
  contested: false,
  was: false,
  dashed: false,
  on: false,
};

function langOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('lang' in value)) return undefined;
  return typeof value.lang === 'string' ? value.lang : undefined;
}

function flagOf(value: unknown, name: 'was' | 'unconfirmed'): boolean {
  return typeof value === 'object' && value !== null && (value as Record<string, unknown>)[name] === true;
}

/** Draws one cell; a mark of an edit under way goes before the row's own value. */
export function cellView<R extends GridRow>(
  model: GridModel<R>,
  column: ColumnState<R>,
  row: R | null,
  marks: RowMarks | null,
): CellView {
  if (!row) return NOTHING;
  const { spec, type, plain } = column;
  const left = marks?.get(spec.key);
  // What was to stand in a cell that cannot be written in is said, not shown.
  const mark = left?.state === 'left' ? undefined : left;
  const value = spec.of(row);
  const written = mark && type.draw === 'mark' ? letterOf(column, mark) : mark?.text;
  const shown = written ?? type.text(value, plain, model.setting);
  const code = mark ? mark.value : codeOf(value);
  const view: CellView = {
    lock: model.lockOf(column, row),
    state: left?.state,
    reason: left?.reason ?? null,
    label:
      code === ''
        ? (spec.unknown ?? '')
        : (spec.choices?.find((choice) => choice.code === code)?.label ?? code),
    text: shown || (spec.unknown ?? ''),
    // Nought is no news: among figures it stands back.
    quiet: shown === '' || spec.quiet === true || value === 0,
    lang: mark ? undefined : langOf(value),
    code,
    chips: NO_CHIPS,
    more: 0,
    moreNames: '',
    contested: row.contested?.includes(spec.key) ?? false,
    was: !mark && flagOf(value, 'was'),
    dashed: !mark && flagOf(value, 'unconfirmed'),
    on: mark ? mark.value === 'true' : value === true,
  };
  if (type.draw === 'chips' && shown !== '') hang(view, chipsOf(value, mark), spec.chips ?? 2);
  return view;
}

function letterOf<R extends GridRow>({ spec }: ColumnState<R>, { value, text }: CellMark): string {
  return spec.choices?.find(({ code }) => code === value)?.letter ?? text;
}

function chipsOf(value: unknown, mark: CellMark | undefined): Chip[] {
  if (mark) return splitNames(mark.text).map((label) => ({ label, name: label, dashed: false }));
  return referencesOf(value).map(({ label, name, unconfirmed }) => ({
    label,
    name: name ?? label,
    dashed: unconfirmed === true,
  }));
}

/** Shows as many chips as fit and counts the rest. */
function hang(view: CellView, chips: readonly Chip[], fit: number): void {
  // A count takes as much room as a chip: it never stands for a single one.
  const room = chips.length > fit ? Math.max(1, fit - 1) : fit;
  view.text = '';
  view.quiet = false;
  view.chips = chips.slice(0, room);
  view.more = Math.max(0, chips.length - room);
  view.moreNames = chips
    .slice(room)
    .map(({ name }) => name)
    .join(', ');
}
