/** The elements of a drawn grid and where they stand; the only part of the logic that knows the DOM. */
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { GridRow } from './column';
import type { Room } from './edge';
import type { Point } from './events';
import type { Cell, GridModel, GridView } from './grid.svelte';

/** What the pointer is over. */
export interface Hit {
  cell: Cell;
  part: 'cell' | 'fold' | 'grip' | 'handle' | null;
}

/** The drawn side of one grid. */
export class GridFrame<R extends GridRow> implements GridView {
  scroller: HTMLElement | null = $state.raw(null);
  head: HTMLElement | null = $state.raw(null);
  entry: HTMLTextAreaElement | null = $state.raw(null);
  /** Grows whenever something may stand elsewhere on the screen. */
  moved = $state(0);
  /** Scrolled sideways, so that the frozen columns lie over others. */
  aside = $state(false);

  constructor(
    readonly model: GridModel<R>,
    readonly id: string,
  ) {}

  headId(column: number): string {
    return `${this.id}-h-${column}`;
  }

  cellId(slot: number, column: number): string {
    return `${this.id}-${slot}-${column}`;
  }

  optionId(option: number): string {
    return `${this.id}-option-${option}`;
  }

  /** Id of the active cell's element, as long as it is drawn. */
  get activeId(): string | undefined {
    const { focus, slots } = this.model;
    if (!focus) return undefined;
    if (focus.line < 0) return this.headId(focus.column);
    const slot = slots[focus.line % slots.length];
    if (!slot || slot.line !== focus.line) return undefined;
    return this.cellId(slot.number, slot.kind === 'group' ? this.model.columns.naming : focus.column);
  }

  /** The element of the active cell, as long as it is drawn. */
  get activeCell(): HTMLElement | null {
    const id = this.activeId;
    return id === undefined ? null : document.getElementById(id);
  }

  // ---- what the model asks for ----------------------------------------------------------------------

  scrollTo(top: number): void {
    // The room for the lines may have to grow before it can be scrolled to.
    void tick().then(() => {
      if (this.scroller) this.scroller.scrollTop = top;
    });
  }

  reveal(column: number): void {
    void tick().then(() => {
      const { scroller, head, model } = this;
      const cell = head && document.getElementById(this.headId(column));
      if (!scroller || !cell || model.columns.shown[column]?.frozen) return;
      const room = scroller.getBoundingClientRect();
      const box = cell.getBoundingClientRect();
      const frozen = this.#frozenWidth();
      const start = model.rtl
        ? room.left + (scroller.offsetWidth - scroller.clientWidth)
        : room.left + frozen;
      const end = model.rtl ? room.right - frozen : room.left + scroller.clientWidth;
      if (box.left < start) scroller.scrollLeft -= start - box.left;
      else if (box.right > end) scroller.scrollLeft += Math.min(box.right - end, box.left - start);
    });
  }

  breakLine(): void {
    const { entry } = this;
    if (!entry) return;
    entry.setRangeText('\n', entry.selectionStart, entry.selectionEnd, 'end');
    entry.dispatchEvent(new Event('input', { bubbles: true }));
  }

  menuPoint(): Point {
    const box = (this.activeCell ?? this.entry)?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: this.model.rtl ? box.right : box.left, y: box.bottom };
  }

  // ---- what the pointer and the wheel do ------------------------------------------------------------

  /** Finds the cell and part of it under an element. */
  hit(target: EventTarget | null): Hit | null {
    if (!(target instanceof Element)) return null;
    const cell = target.closest<HTMLElement>('[data-col]');
    const row = target.closest<HTMLElement>('[data-slot]');
    if (!cell || !row) return null;
    const slot = this.model.slots[Number(row.dataset['slot'])];
    const line = row.dataset['slot'] === 'head' ? -1 : slot?.line;
    if (line === undefined) return null;
    const parts = ['fold', 'grip', 'handle'] as const;
    const part = parts.find((name) => target.closest(`[data-${name}]`)) ?? 'cell';
    return { cell: { line, column: Number(cell.dataset['col']) }, part };
  }

  /** Finds the cell at a point of the window, or the nearest one that is in sight, heads left out. */
  hitAt(x: number, y: number, inset = 0): Hit | null {
    const { scroller } = this;
    if (!scroller) return null;
    const { left, right, top, bottom } = this.room(scroller);
    const [start, end] = [top + 1 + inset, Math.max(top + 1 + inset, bottom - 1 - inset)];
    const inside = document.elementFromPoint(
      Math.max(left + 1, Math.min(x, right - 1)),
      Math.max(start, Math.min(y, end)),
    );
    return scroller.contains(inside) ? this.hit(inside) : null;
  }

  /** Where the rows are, in CSS pixels of the window. */
  room(scroller: HTMLElement): Room {
    const { left, right, top } = scroller.getBoundingClientRect();
    const foot = scroller.querySelector<HTMLElement>('[data-totals]')?.offsetHeight ?? 0;
    const bar = scroller.offsetWidth - scroller.clientWidth;
    return {
      left: this.model.rtl ? left + bar : left,
      right: this.model.rtl ? right : right - bar,
      top: top + (this.head?.offsetHeight ?? 0),
      bottom: top + scroller.clientHeight - foot,
    };
  }

  /** Takes the keyboard to the grid. */
  takeFocus(): void {
    this.entry?.focus({ preventScroll: true });
  }

  scrolled(): void {
    const { scroller, model } = this;
    if (!scroller) return;
    const aside = Math.abs(scroller.scrollLeft) > 1;
    if (aside !== this.aside) this.aside = aside;
    model.scrolled(scroller.scrollTop);
    if (model.edit || model.focusedMark) this.moved += 1;
  }

  /** Height of a line, in CSS pixels; 0 before it is drawn. */
  get rowHeight(): number {
    const probe = this.head?.parentElement?.querySelector('[data-probe]');
    return probe?.getBoundingClientRect().height ?? 0;
  }

  measured(): void {
    const { scroller, head, model } = this;
    if (!scroller || !head) return;
    const foot = head.parentElement?.querySelector<HTMLElement>('[data-totals]')?.offsetHeight ?? 0;
    model.rtl = getComputedStyle(scroller).direction === 'rtl';
    // What stands in the place of rows begins under the heads, however many there are.
    scroller.parentElement?.style.setProperty('--gd-top', `${head.offsetHeight}px`);
    model.measure(scroller.clientHeight - head.offsetHeight - foot, this.rowHeight);
    this.moved += 1;
  }

  /** Where the entry stands over the active cell, in CSS pixels from the start of the canvas. */
  entryBox(): { start: number; top: number; width: number; height: number } | null {
    const { model, head, scroller } = this;
    const { focus } = model;
    const canvas = head?.parentElement;
    const cell = focus && document.getElementById(this.headId(focus.column));
    if (!canvas || !cell || !scroller || !focus) return null;
    const room = canvas.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    const start = model.rtl ? room.right - box.right : box.left - room.left;
    const row = this.rowHeight;
    const top = head.offsetHeight + Math.max(0, focus.line) * row;
    return { start, top, width: box.width, height: row - 1 };
  }

  /** Where the text of the active cell stands in its cell, so that the entry puts its own on top of it. */
  textInset(): { start: number; top: number } {
    const cell = this.activeCell;
    const text = cell?.querySelector('[data-text]');
    if (!cell || !text) return { start: 8, top: 4 };
    const outer = cell.getBoundingClientRect();
    const inner = text.getBoundingClientRect();
    // A cell without text has nothing to go by; its content would begin at the padding.
    if (inner.width === 0) {
      const start = parseFloat(getComputedStyle(cell).paddingInlineStart);
      return { start, top: Math.max(0, (outer.height - 20) / 2) };
    }
    return {
      start: this.model.rtl ? outer.right - inner.right : inner.left - outer.left,
      top: inner.top - outer.top,
    };
  }

  readonly asScroller: Attachment<HTMLElement> = (node) => {
    this.scroller = node;
    const observer = new ResizeObserver(() => this.measured());
    observer.observe(node);
    return () => observer.disconnect();
  };

  readonly asHead: Attachment<HTMLElement> = (node) => {
    this.head = node;
    const observer = new ResizeObserver(() => this.measured());
    observer.observe(node);
    return () => observer.disconnect();
  };

  #frozenWidth(): number {
    const { shown } = this.model.columns;
    return shown.reduce((sum, { frozen }, index) => {
      if (!frozen) return sum;
      return sum + (document.getElementById(this.headId(index))?.offsetWidth ?? 0);
    }, 0);
  }
}

/** Sets custom properties on an element through the CSSOM, which the content rules allow. */
export function properties(values: () => Readonly<Record<string, string | number>>): Attachment<HTMLElement> {
  return (node) => {
    for (const [name, value] of Object.entries(values())) node.style.setProperty(name, String(value));
  };
}
