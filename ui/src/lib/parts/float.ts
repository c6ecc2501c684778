import type { Attachment } from 'svelte/attachments';

export interface FloatOptions {
  /** Which edge of the anchor the floating thing lines up with. */
  align?: 'start' | 'end';
  /** Gives the floating thing at least the width of its anchor. */
  match?: boolean;
}

const GAP = 4;
const MARGIN = 8;

/** Lifts an element over everything else, so that no part of the window clips it or moves where it stands. */
export function lift(node: HTMLElement): void {
  node.popover = 'manual';
  node.showPopover();
}

/** Places a floating element at its anchor and inside the window, below it where there is room. */
export function floatAt(
  anchor: () => Element | null | undefined,
  options: FloatOptions = {},
): Attachment<HTMLElement> {
  return (node) => {
    const place = (): void => {
      const at = anchor()?.getBoundingClientRect();
      if (!at) return;
      if (options.match) node.style.minInlineSize = `${at.width}px`;
      const own = node.getBoundingClientRect();
      const rtl = getComputedStyle(node).direction === 'rtl';
      const below = at.bottom + GAP;
      const fits = below + own.height <= innerHeight - MARGIN || at.top < innerHeight - at.bottom;
      const top = fits ? below : at.top - GAP - own.height;
      const fromStart = rtl ? innerWidth - at.right : at.left;
      const start = options.align === 'end' ? fromStart + at.width - own.width : fromStart;
      const most = innerWidth - own.width - MARGIN;
      node.style.insetBlockStart = `${Math.max(MARGIN, Math.min(top, innerHeight - own.height - MARGIN))}px`;
      node.style.insetInlineStart = `${Math.max(MARGIN, Math.min(start, most))}px`;
    };
    lift(node);
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(node);
    addEventListener('resize', place);
    // A list that scrolls under an open menu takes the menu's anchor along.
    addEventListener('scroll', place, true);
    return () => {
      sizes.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  };
}

/** Remembers where the focus is; what it answers gives it back, where nothing else has it by then. */
export function focusBack(): () => void {
  const from = document.activeElement as HTMLElement | null;
  return () => {
    const active = document.activeElement;
    if (from?.isConnected && (!active || active === document.body)) from.focus();
  };
}

/** Calls `act` when the pointer goes down outside the element and outside its anchor. */
export function whenOutside(
  act: () => void,
  anchor: () => Element | null | undefined = () => null,
): Attachment<HTMLElement> {
  return (node) => {
    const down = (event: Event): void => {
      const target = event.target as Node;
      if (!node.contains(target) && !anchor()?.contains(target)) act();
    };
    addEventListener('pointerdown', down, true);
    return () => removeEventListener('pointerdown', down, true);
  };
}
