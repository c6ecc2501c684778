/** The columns of a grid as they stand: which are shown, in what order, how wide. */
import type { Align, Column, ColumnType, Draw, GridRow } from './column';
import { hasShape } from './marks/shapes';
import type { TypeRegistry } from './types/registry';

/** What is remembered of one column in a saved view. */
export interface ColumnLayout {
  key: string;
  width: number;
  hidden: boolean;
  frozen?: boolean;
}

/** Narrowest a column can be made, in CSS pixels: one target. */
const NARROWEST = 24;
const WIDEST = 960;
/** More frozen columns would leave no room to scroll the others in. */
const MOST_FROZEN = 6;
const REM = 16;

const NO_TYPE: ColumnType = { draw: 'text', text: () => '', value: () => '', parse: (text) => text };

/** One column with what the reader has made of it. */
export class ColumnState<R extends GridRow> {
  spec: Column<R> = $state.raw() as Column<R>;
  type: ColumnType = $state.raw(NO_TYPE);
  width = $state(0);
  hidden = $state(false);
  /** Stays in sight when the grid is scrolled sideways. */
  frozen = $state(false);
  /** Whether the column takes the room that is left; not any more once it was given a width. */
  grows = $state(false);
  /** The focused cell is in this column of a matrix. */
  tinted = $state(false);

  constructor(spec: Column<R>, types: TypeRegistry) {
    this.take(spec, types);
    this.reset();
    this.hidden = spec.hidden ?? false;
    this.frozen = spec.frozen ?? false;
  }

  take(spec: Column<R>, types: TypeRegistry): void {
    this.spec = spec;
    this.type = types[spec.type] ?? NO_TYPE;
  }

  /** Gives the column the width it was described with. */
  reset(): void {
    this.width = this.spec.width;
    this.grows = this.spec.grow ?? false;
  }

  get key(): string {
    return this.spec.key;
  }

  get align(): Align {
    return this.spec.align ?? this.type.align ?? 'start';
  }

  /** Whether the codes of the column have glyphs. */
  get shaped(): boolean {
    return this.spec.choices?.some(({ code }) => code !== 'unknown' && hasShape(code)) ?? false;
  }

  /** Type functions take any column; what they need of it does not depend on the row. */
  get plain(): Column<never> {
    return this.spec as unknown as Column<never>;
  }
}

/** One column as the rows draw it. */
export interface Face<R extends GridRow> {
  key: string;
  column: ColumnState<R>;
  draw: Draw;
  role: 'rowheader' | 'gridcell';
  align: Align;
  /** Its number, when it is frozen. */
  stop: number | undefined;
  figures: true | undefined;
  joined: true | undefined;
  bandEnd: true | undefined;
  tree: boolean;
  arrivals: boolean;
  /** Draws a glyph in front of its codes. */
  shaped: boolean;
  /** Places for chips. */
  chips: readonly number[];
}

/** A name above neighbouring heads. */
export interface Band {
  label: string;
  /** Columns it spans. */
  span: number;
}

/** All columns of one grid. */
export class Columns<R extends GridRow> {
  #all = $state.raw<ColumnState<R>[]>([]);
  readonly #types: TypeRegistry;
  /** Keys in the order they were described in. */
  #order: string[] = [];

  constructor(specs: readonly Column<R>[], types: TypeRegistry) {
    this.#types = types;
    this.#order = specs.map(({ key }) => key);
    this.#all = specs.map((spec) => new ColumnState(spec, types));
  }

  /** Every column in its order, hidden ones too. */
  get all(): readonly ColumnState<R>[] {
    return this.#all;
  }

  /** Columns in sight, frozen ones first. */
  readonly shown = $derived.by(() => {
    const seen = this.#all.filter((column) => !column.hidden);
    return [...seen.filter(({ frozen }) => frozen), ...seen.filter(({ frozen }) => !frozen)];
  });

  /** The column that names a group: the first one that holds words, not a tick or a place in an order. */
  readonly naming = $derived(
    Math.max(
      0,
      this.shown.findIndex(({ spec, type }) => spec.tree || !['check', 'position'].includes(type.draw)),
    ),
  );

  /** Value for `grid-template-columns`. */
  readonly template = $derived.by(() => {
    const tracks = this.shown.map(({ width, grows }) =>
      grows ? `minmax(${width / REM}rem,1fr)` : `${width / REM}rem`,
    );
    return this.shown.some(({ grows }) => grows) ? tracks.join(' ') : [...tracks, 'minmax(0,1fr)'].join(' ');
  });

  /** Width below which the grid scrolls sideways, in rem. */
  readonly leastWidth = $derived(this.shown.reduce((sum, { width }) => sum + width, 0) / REM);

  /** Where each frozen column sticks, in rem from the start. */
  readonly stops = $derived.by(() => {
    let stop = 0;
    return this.shown
      .filter(({ frozen }) => frozen)
      .map(({ width }) => {
        const here = stop;
        stop += width / REM;
        return here;
      });
  });

  /** Names above the heads; empty when no column has one. */
  readonly bands = $derived.by(() => {
    const bands: Band[] = [];
    for (const { spec } of this.shown) {
      const label = spec.band ?? '';
      const last = bands.at(-1);
      if (last && last.label === label) last.span += 1;
      else bands.push({ label, span: 1 });
    }
    return bands.some(({ label }) => label !== '') ? bands : [];
  });

  /** Columns after which another band begins. */
  readonly bandEnds = $derived.by(() => {
    let end = -1;
    return new Set(this.bands.map(({ span }) => (end += span)));
  });

  /** The columns in sight as the rows draw them: plain facts, so that a cell has little to look up. */
  readonly faces = $derived.by(() =>
    this.shown.map((column, index): Face<R> => {
      const { spec, type } = column;
      return {
        key: column.key,
        column,
        draw: type.draw,
        role: spec.tree ? 'rowheader' : 'gridcell',
        align: column.align,
        stop: column.frozen ? index : undefined,
        figures: type.figures || undefined,
        joined: spec.joined || undefined,
        bandEnd: this.bandEnds.has(index) || undefined,
        tree: spec.tree === true,
        arrivals: spec.arrivals === true,
        shaped: type.draw === 'code' && column.shaped,
        chips: Array.from({ length: spec.chips ?? 2 }, (_, place) => place),
      };
    }),
  );

  readonly hasVertical = $derived(this.shown.some(({ spec }) => spec.vertical));

  get(key: string): ColumnState<R> | undefined {
    return this.#all.find((column) => column.key === key);
  }

  /** Place of a column among those in sight, -1 when it is not. */
  indexOf(key: string): number {
    return this.shown.findIndex((column) => column.key === key);
  }

  /** Takes new descriptions (another language, other choices) and keeps width, order and choice by key. */
  replace(specs: readonly Column<R>[]): void {
    this.#order = specs.map(({ key }) => key);
    const order = new Map(this.#all.map((column, index) => [column.key, index]));
    const next = specs.map((spec) => {
      const there = this.get(spec.key);
      there?.take(spec, this.#types);
      return there ?? new ColumnState(spec, this.#types);
    });
    const known = next.filter(({ key }) => order.has(key));
    known.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
    this.#all = next.map((column) => (order.has(column.key) ? (known.shift() ?? column) : column));
  }

  /** Sets a width in CSS pixels, within bounds. */
  resize(key: string, width: number): void {
    const column = this.get(key);
    if (!column) return;
    column.width = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
    column.grows = false;
  }

  /** Moves a column before another, or to the end. Fixed columns stay where they are. */
  move(key: string, before: string | null): void {
    const column = this.get(key);
    if (!column || column.spec.fixed || key === before) return;
    const rest = this.#all.filter((one) => one !== column);
    const at = before === null ? rest.length : rest.findIndex((one) => one.key === before);
    if (at < 0) return;
    this.#all = [...rest.slice(0, at), column, ...rest.slice(at)];
  }

  /** Moves a column by one place towards the start or the end, over those that stay. */
  shift(key: string, by: -1 | 1): void {
    const places = this.shown.filter(({ spec }) => !spec.fixed);
    const column = this.get(key);
    const at = places.findIndex((one) => one.key === key);
    const other = places[at + by];
    if (!column || at < 0 || !other || other.frozen !== column.frozen) return;
    if (by < 0) this.move(key, other.key);
    else this.move(key, this.#all[this.#all.indexOf(other) + 1]?.key ?? null);
  }

  show(key: string, shown: boolean): void {
    const column = this.get(key);
    if (column && !column.spec.fixed) column.hidden = !shown;
  }

  /** Freezes the columns in sight up to one, or none of them. */
  freeze(key: string | null): void {
    const { shown } = this;
    const end = key === null ? -1 : Math.min(this.indexOf(key), MOST_FROZEN - 1);
    shown.forEach((column, index) => (column.frozen = index <= end));
    for (const column of this.#all) if (column.hidden) column.frozen = false;
  }

  /** Puts the columns back to how they were described. */
  plain(): void {
    for (const column of this.#all) {
      column.reset();
      column.hidden = column.spec.hidden ?? false;
      column.frozen = column.spec.frozen ?? false;
    }
    const order = this.#order;
    this.#all = [...this.#all].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }

  /** What a saved view remembers. */
  layout(): ColumnLayout[] {
    return this.#all.map(({ key, width, hidden, frozen }) => ({ key, width, hidden, frozen }));
  }

  /** Puts a remembered layout in force; columns it does not know keep their place at the end. */
  restore(layout: readonly ColumnLayout[]): void {
    const order = new Map(layout.map(({ key }, index) => [key, index]));
    for (const { key, width, hidden, frozen } of layout) {
      const column = this.get(key);
      if (!column) continue;
      if (frozen !== undefined) column.frozen = frozen;
      if (width === column.spec.width) column.reset();
      else this.resize(key, width);
      this.show(key, !hidden);
    }
    this.#all = [...this.#all].sort(
      (a, b) => (order.get(a.key) ?? Infinity) - (order.get(b.key) ?? Infinity),
    );
  }
}
