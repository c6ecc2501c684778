/** How near to an edge a drag scrolls, in CSS pixels. */
const NEAR = 24;
/** The most CSS pixels that are scrolled in a frame. */
const MOST = 20;

/** The part of the window that can be dragged in, in CSS pixels. */
export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far a drag at a point scrolls in a frame: towards the edge it is near to or beyond, faster the farther out. */
export function pull(at: number, start: number, end: number): number {
  const out = Math.max(start + NEAR - at, at - (end - NEAR), 0);
  const size = Math.min(MOST, Math.ceil(out / 3));
  return at - start < end - at ? 0 - size : size;
}

/** Scrolls while something is held near an edge: once a frame, until it is let go or there is no more to scroll. */
export class EdgeScroll {
  #at = { x: 0, y: 0 };
  #frame: number | null = null;

  constructor(
    readonly scroller: () => HTMLElement | null | undefined,
    readonly room: (scroller: HTMLElement) => Room,
    /** Called after each step with where the pointer is, and how far the content went under it sideways. */
    readonly moved: (x: number, y: number, by: number) => void,
  ) {}

  /** Takes where the pointer holds it, in CSS pixels of the window. */
  hold(x: number, y: number): void {
    this.#at = { x, y };
    this.#frame ??= requestAnimationFrame(() => this.#step());
  }

  release(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #step(): void {
    this.#frame = null;
    const scroller = this.scroller();
    if (!scroller) return;
    const { left, right, top, bottom } = this.room(scroller);
    const { x, y } = this.#at;
    const { scrollLeft, scrollTop } = scroller;
    scroller.scrollBy(pull(x, left, right), pull(y, top, bottom));
    const by = scroller.scrollLeft - scrollLeft;
    if (by === 0 && scroller.scrollTop === scrollTop) return;
    this.#frame = requestAnimationFrame(() => this.#step());
    this.moved(x, y, by);
  }
}
