/** The keys of a grid: how a key press is named, and what each name does. */
import type { EditKey } from './types/session.svelte';

/** A key press as the grid needs it. */
export interface KeyPress extends EditKey {
  /** An input method is at work: the key is its own. */
  composing: boolean;
}

/** What the grid does on a key while no cell is edited. */
export type GridCommand =
  | 'up'
  | 'down'
  | 'back'
  | 'forth'
  | 'jump-up'
  | 'jump-down'
  | 'jump-back'
  | 'jump-forth'
  | 'page-up'
  | 'page-down'
  | 'first-column'
  | 'last-column'
  | 'first-cell'
  | 'last-cell'
  | 'extend-up'
  | 'extend-down'
  | 'extend-back'
  | 'extend-forth'
  | 'extend-jump-up'
  | 'extend-jump-down'
  | 'extend-jump-back'
  | 'extend-jump-forth'
  | 'extend-page-up'
  | 'extend-page-down'
  | 'extend-first-column'
  | 'extend-last-column'
  | 'extend-first-cell'
  | 'extend-last-cell'
  | 'select-all'
  | 'select-row'
  | 'select-column'
  | 'next'
  | 'previous'
  | 'enter'
  | 'edit'
  | 'open'
  | 'escape'
  | 'clear'
  | 'fill-down'
  | 'fill-forth'
  | 'next-refused'
  | 'previous-refused'
  | 'undo'
  | 'redo'
  | 'menu'
  | 'add'
  | 'remove'
  | 'fold'
  | 'unfold'
  | 'move-up'
  | 'move-down'
  | 'nest'
  | 'unnest'
  | 'add-sort';

/** What the grid does on a key while a cell is edited. */
export type EditCommand =
  'keep-down' | 'keep-up' | 'keep-next' | 'keep-previous' | 'keep-fill' | 'leave' | 'caret' | 'break';

/** Names a key press: "Mod+Shift+ArrowDown". */
export function nameOf({ key, mod, alt, shift }: EditKey): string {
  // A plus or minus needs the shift key on some keyboards and not on others.
  const sign = key === '+' || key === '-' || key === '_';
  const letter = mod && key.length === 1 ? key.toLowerCase() : key;
  return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift && !sign ? 'Shift+' : ''}${letter}`;
}

/** Turns left and right around where writing runs from right to left. */
export function mirrored<K extends EditKey>(press: K, rtl: boolean): K {
  if (!rtl) return press;
  if (press.key === 'ArrowLeft') return { ...press, key: 'ArrowRight' };
  if (press.key === 'ArrowRight') return { ...press, key: 'ArrowLeft' };
  return press;
}

/** Keys while no cell is edited; right is forth in the direction of writing. */
export const GRID_KEYS: Readonly<Record<string, GridCommand>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'back',
  ArrowRight: 'forth',
  'Mod+ArrowUp': 'jump-up',
  'Mod+ArrowDown': 'jump-down',
  'Mod+ArrowLeft': 'jump-back',
  'Mod+ArrowRight': 'jump-forth',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first-column',
  End: 'last-column',
  'Mod+Home': 'first-cell',
  'Mod+End': 'last-cell',
  'Shift+ArrowUp': 'extend-up',
  'Shift+ArrowDown': 'extend-down',
  'Shift+ArrowLeft': 'extend-back',
  'Shift+ArrowRight': 'extend-forth',
  'Mod+Shift+ArrowUp': 'extend-jump-up',
  'Mod+Shift+ArrowDown': 'extend-jump-down',
  'Mod+Shift+ArrowLeft': 'extend-jump-back',
  'Mod+Shift+ArrowRight': 'extend-jump-forth',
  'Shift+PageUp': 'extend-page-up',
  'Shift+PageDown': 'extend-page-down',
  'Shift+Home': 'extend-first-column',
  'Shift+End': 'extend-last-column',
  'Mod+Shift+Home': 'extend-first-cell',
  'Mod+Shift+End': 'extend-last-cell',
  'Mod+a': 'select-all',
  'Shift+ ': 'select-row',
  'Mod+ ': 'select-column',
  Tab: 'next',
  'Shift+Tab': 'previous',
  Enter: 'enter',
  'Shift+Enter': 'add-sort',
  F2: 'edit',
  ' ': 'open',
  Escape: 'escape',
  Delete: 'clear',
  Backspace: 'clear',
  'Mod+d': 'fill-down',
  'Mod+r': 'fill-forth',
  F8: 'next-refused',
  'Shift+F8': 'previous-refused',
  'Mod+z': 'undo',
  'Mod+y': 'redo',
  'Mod+Shift+z': 'redo',
  ContextMenu: 'menu',
  'Shift+F10': 'menu',
  'Mod++': 'add',
  'Mod+-': 'remove',
  'Alt+ArrowLeft': 'fold',
  'Alt+ArrowRight': 'unfold',
  'Alt+ArrowUp': 'move-up',
  'Alt+ArrowDown': 'move-down',
  'Alt+Shift+ArrowRight': 'nest',
  'Alt+Shift+ArrowLeft': 'unnest',
};

/** Keys while a cell is edited. */
export const EDIT_KEYS: Readonly<Record<string, EditCommand>> = {
  Enter: 'keep-down',
  'Shift+Enter': 'keep-up',
  Tab: 'keep-next',
  'Shift+Tab': 'keep-previous',
  'Mod+Enter': 'keep-fill',
  'Alt+Enter': 'break',
  Escape: 'leave',
  F2: 'caret',
};
