import type { Kept } from '../desk/kept';

const LEAST = 304;
const MOST = 560;
const USUAL = 328;
const STEP = 16;
const KEPT = 'panel-width';

/** The width of the record panel, dragged or moved by key, remembered by the window. */
export class PanelWidth {
  readonly least = LEAST;
  readonly most = MOST;
  #px = $state(USUAL);
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
    const was = kept.get(KEPT);
    if (typeof was === 'number') this.#set(was);
  }

  get px(): number {
    return this.#px;
  }
  get rem(): number {
    return this.#px / 16;
  }

  #set(px: number): void {
    this.#px = Math.round(Math.min(MOST, Math.max(LEAST, px)));
  }

  key(event: KeyboardEvent): void {
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const step = { ArrowLeft: rtl ? -STEP : STEP, ArrowRight: rtl ? STEP : -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(this.#px + step);
    this.#kept.set(KEPT, this.#px);
  }

  grab(event: PointerEvent): void {
    const grip = event.currentTarget as HTMLElement;
    const sign = getComputedStyle(grip).direction === 'rtl' ? 1 : -1;
    const from = event.clientX;
    const was = this.#px;
    grip.setPointerCapture(event.pointerId);
    const move = (to: PointerEvent): void => this.#set(was + sign * (to.clientX - from));
    const up = (): void => {
      grip.removeEventListener('pointermove', move);
      grip.removeEventListener('pointerup', up);
      grip.removeEventListener('pointercancel', up);
      this.#kept.set(KEPT, this.#px);
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', up);
    grip.addEventListener('pointercancel', up);
    event.preventDefault();
  }
}
