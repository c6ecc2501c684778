/** One line of a menu. */
export interface MenuItem {
  id: string;
  label: string;
  /** The key that does the same, as it is printed on the keyboard. */
  key?: string;
  /** Whether the line stands for what is in force; undefined where it is not a choice. */
  checked?: boolean;
  disabled?: boolean;
  /** Why it cannot be done. */
  reason?: string;
  bad?: boolean;
  /** Draws a line before it. */
  apart?: boolean;
  act: () => void;
}

const TYPED_MS = 700;

/** Knows which line of a menu is active; has no part in how it is drawn. */
export class MenuState {
  open = $state(false);
  active = $state(0);
  readonly #items: () => MenuItem[];
  #typed = '';
  #typedAt = 0;

  constructor(items: () => MenuItem[]) {
    this.#items = items;
  }

  /** Opens at the line that is in force, or at one end. */
  show(at: 'first' | 'last' | 'checked' = 'checked'): void {
    const items = this.#items();
    const checked = items.findIndex((item) => item.checked);
    this.active = at === 'last' ? items.length - 1 : at === 'checked' && checked >= 0 ? checked : 0;
    this.open = items.length > 0;
  }

  close(): void {
    this.open = false;
  }

  choose(index: number): void {
    const item = this.#items()[index];
    if (!item || item.disabled) return;
    this.close();
    item.act();
  }

  /** Takes a key; answers whether it meant something here. `at` is the time in milliseconds. */
  key(key: string, at: number): boolean {
    const items = this.#items();
    const last = items.length - 1;
    if (key === 'ArrowDown') this.active = this.active >= last ? 0 : this.active + 1;
    else if (key === 'ArrowUp') this.active = this.active <= 0 ? last : this.active - 1;
    else if (key === 'Home') this.active = 0;
    else if (key === 'End') this.active = last;
    else if (key === 'Enter' || key === ' ') this.choose(this.active);
    else if (key.length === 1) return this.#type(key, at);
    else return false;
    return true;
  }

  #type(key: string, at: number): boolean {
    const own = this.#items().findIndex((item) => item.key?.toLowerCase() === key.toLowerCase());
    if (own >= 0 && this.#typed === '') {
      this.choose(own);
      return true;
    }
    this.#typed = at - this.#typedAt > TYPED_MS ? key : this.#typed + key;
    this.#typedAt = at;
    const wanted = this.#typed.toLocaleLowerCase();
    const items = this.#items();
    const from = this.#typed.length === 1 ? this.active + 1 : this.active;
    for (let step = 0; step < items.length; step += 1) {
      const index = (from + step) % items.length;
      if (items[index]?.label.toLocaleLowerCase().startsWith(wanted)) {
        this.active = index;
        break;
      }
    }
    return true;
  }
}
