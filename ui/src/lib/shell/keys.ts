import type { Desk } from '../desk/desk.svelte';
import { PLACES } from '../desk/places';

/** Whether the grid has the focus without writing in a cell: it takes letters, but knows no Escape. */
function inIdleGrid(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.dataset['part'] === 'entry' && !('editing' in target.dataset)
  );
}

/** Whether the event comes from where text is written, which keeps its own keys. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

const REGIONS = [
  '[data-part="rail"]',
  '[data-part="place"]',
  '[data-part="record"], [data-part="aside"]',
  '[data-part="top"]',
];
const FOCUSABLE =
  'button:not([disabled]):not([tabindex="-1"]), [href], input:not([disabled]):not([tabindex="-1"]), textarea, [tabindex="0"]:not([role="separator"])';

/** Moves the focus to the next part of the window: rail, place, record, top bar. */
export function nextRegion(root: ParentNode, active: Element | null, back: boolean): void {
  const regions = REGIONS.map((part) => root.querySelector<HTMLElement>(part)).filter(
    (part) => part !== null,
  );
  const at = regions.findIndex((region) => region.contains(active));
  for (let step = 1; step <= regions.length; step += 1) {
    const to = regions[(at + (back ? -step : step) + regions.length * 2) % regions.length];
    // A list takes the keyboard before the tools above it.
    const first = to?.querySelector<HTMLElement>('[data-part="entry"]');
    const target = first ?? to?.querySelector<HTMLElement>(FOCUSABLE);
    if (target) {
      target.focus();
      return;
    }
  }
}

/** Takes the keys that work everywhere in the window. */
export function windowKey(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || desk.overlay !== null || desk.question !== null) return;
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const writing = isWriting(event.target);
  let met = true;
  if (mod && !event.shiftKey && !event.altKey && key === 'k') desk.overlay = 'search';
  else if (mod && !event.altKey && !writing && key === 'z') void (event.shiftKey ? desk.redo() : desk.undo());
  else if (mod && !event.altKey && !event.shiftKey && !writing && key === 'y') void desk.redo();
  else if (mod && !event.altKey && /^[1-9]$/.test(key)) {
    const place = PLACES[Number(key) - 1];
    if (place) desk.router.goTo(place);
  } else if (event.altKey && !mod && !event.shiftKey && key === 'arrowleft') desk.router.back();
  else if (event.altKey && !mod && !event.shiftKey && key === 'arrowright') desk.router.forward();
  else if (key === 'f6') nextRegion(document, document.activeElement, event.shiftKey);
  else if (key === '?' && (!writing || inIdleGrid(event.target)) && !mod && desk.singleKeys)
    desk.overlay = 'keys';
  else if (key === 'f1') desk.overlay = 'keys';
  else if (key === 'escape' && (!writing || inIdleGrid(event.target)) && desk.router.at.record)
    desk.router.closeRecord();
  else met = false;
  if (met) event.preventDefault();
}
