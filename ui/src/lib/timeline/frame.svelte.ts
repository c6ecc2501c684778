/** The elements of a drawn timeline; the only part of its logic that knows the DOM. */
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Room } from '../grid/edge';
import type { Point } from '../grid/events';
import type { GridModel, GridView } from '../grid/grid.svelte';
import type { Row } from '../host/client';
import type { TimelineState } from './timeline.svelte';

/** How near to an end of a bar one takes hold of the end, in CSS pixels. */
const GRIP = 6;
/** The shortest bar that has ends to take hold of, in CSS pixels. */
const GRIPPED = 20;

/** The drawn side of one timeline. */
export class TimelineFrame implements GridView {
  scroller: HTMLElement | null = $state.raw(null);
  /** The months of the scale that are in sight. */
  sight = $state.raw({ from: 0, to: Infinity });
  #grid: GridModel<Row>;
  /** Where what is in sight begins, in months since the year 0; null before it was looked at. */
  #begins: number | null = null;
  /** Where it was put by itself: only what lies elsewhere was chosen by the reader. */
  #opened: number | null = null;

  constructor(
    readonly state: TimelineState,
    readonly id: string,
  ) {
    this.#grid = state.list.grid;
  }

  rowId(slot: number): string {
    return `${this.id}-row-${slot}`;
  }

  /** Id of the active row's element, as long as it is drawn. */
  get activeId(): string | undefined {
    const { focus, slots } = this.#grid;
    const slot = focus && focus.line >= 0 ? slots[focus.line % slots.length] : undefined;
    return slot && slot.line === focus?.line ? this.rowId(slot.number) : undefined;
  }

  scrollTo(top: number): void {
    // The room for the lines may have to grow before it can be scrolled to.
    void tick().then(() => {
      if (this.scroller) this.scroller.scrollTop = top;
    });
  }

  takeFocus(): void {
    this.scroller?.focus({ preventScroll: true });
  }

  reveal(): void {
    // There is one lane; what is in sight of it is chosen by the reader.
  }

  breakLine(): void {
    // Nothing is written here.
  }

  menuPoint(): Point {
    const box = document.getElementById(this.activeId ?? '')?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: this.#grid.rtl ? box.right : box.left, y: box.bottom };
  }

  scrolled(): void {
    if (this.scroller) this.#grid.scrolled(this.scroller.scrollTop);
    this.#look();
    if (this.#opened === null || this.#begins === null) return;
    if (Math.abs(this.#begins - this.#opened) * this.monthWidth > 1) this.state.choice.begins = this.#begins;
  }

  /** Puts the start of what is in sight where the reader left it, else where the bars are. */
  open(): void {
    this.#begins = this.state.choice.begins ?? this.state.opening;
    this.#scrollToBegin((at) => (this.#opened = at));
  }

  #look(): void {
    const { scroller, monthWidth } = this;
    if (!scroller) return;
    const from = Math.abs(scroller.scrollLeft) / monthWidth;
    const to = from + (scroller.clientWidth - this.#labelWidth) / monthWidth;
    this.#begins = this.state.scale.year * 12 + from;
    if (from !== this.sight.from || to !== this.sight.to) this.sight = { from, to };
  }

  /** Keeps the months in sight where they are, whatever became of the scale and of the room of a month. */
  keepPlace(): void {
    if (this.#begins !== null) this.#scrollToBegin();
  }

  #scrollToBegin(then?: (begins: number) => void): void {
    const begins = this.#begins ?? 0;
    void tick().then(() => {
      const { scroller, monthWidth } = this;
      if (!scroller) return;
      const to = Math.max(0, begins - this.state.scale.year * 12) * monthWidth;
      scroller.scrollLeft = this.#grid.rtl ? -to : to;
      this.#look();
      then?.(this.#begins ?? begins);
    });
  }

  /** Scrolls sideways so that months of the scale come into sight, a third from the start. */
  showMonths(months: number): void {
    void tick().then(() => {
      const { scroller } = this;
      if (!scroller) return;
      const lane = scroller.clientWidth - this.#labelWidth;
      const to = Math.max(0, months * this.monthWidth - lane / 3);
      scroller.scrollLeft = this.#grid.rtl ? -to : to;
    });
  }

  /** Where bars can be dragged to, in CSS pixels of the window: sideways only. */
  get room(): Room {
    const { left = 0, right = 0 } = this.scroller?.getBoundingClientRect() ?? {};
    const [start, end] = this.#grid.rtl ? [0, this.#labelWidth] : [this.#labelWidth, 0];
    return { left: left + start, right: right - end, top: -Infinity, bottom: Infinity };
  }

  /** Width of a month, in CSS pixels. */
  get monthWidth(): number {
    const lanes = this.scroller?.querySelector<HTMLElement>('[data-lanes]');
    const { years } = this.state.scale;
    return lanes ? lanes.offsetWidth / (years * 12) : 1;
  }

  get #labelWidth(): number {
    return this.scroller?.querySelector<HTMLElement>('[data-label-head]')?.offsetWidth ?? 0;
  }

  measured(): void {
    const { scroller } = this;
    const row = scroller?.querySelector<HTMLElement>('[data-probe]')?.getBoundingClientRect();
    const head = scroller?.querySelector<HTMLElement>('[data-head]');
    const month = scroller?.querySelector<HTMLElement>('[data-month]')?.getBoundingClientRect().width;
    if (!scroller || !row || !head || !month) return;
    this.#grid.rtl = getComputedStyle(scroller).direction === 'rtl';
    this.#grid.measure(scroller.clientHeight - head.offsetHeight, row.height);
    this.state.room = Math.floor((scroller.clientWidth - this.#labelWidth) / month);
    void tick().then(() => this.#look());
  }

  readonly asScroller: Attachment<HTMLElement> = (node) => {
    this.scroller = node;
    const observer = new ResizeObserver(() => this.measured());
    observer.observe(node);
    return () => observer.disconnect();
  };

  /** Which part of a bar the pointer takes hold of; x is where it is in the window. */
  gripOf(bar: HTMLElement, x: number): 'both' | 'first' | 'last' {
    const box = bar.getBoundingClientRect();
    if (box.width < GRIPPED) return 'both';
    const start = this.#grid.rtl ? box.right - x : x - box.left;
    if (start < GRIP) return 'first';
    return box.width - start < GRIP ? 'last' : 'both';
  }

  /** How many months later a point of the window is than another. */
  monthsBetween(from: number, to: number): number {
    return ((to - from) / this.monthWidth) * (this.#grid.rtl ? -1 : 1);
  }
}
