/**
 * What the window remembers of how things are shown: widths, sorting, folded groups, the place.
 *
 * Facts never go here. What cannot be read or written is treated as not remembered.
 */
export interface Kept {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** Remembers in the web view's own storage. */
export function keptInBrowser(storage: Storage): Kept {
  return {
    get(key) {
      try {
        return JSON.parse(storage.getItem(key) ?? 'null') as unknown;
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        storage.setItem(key, JSON.stringify(value));
      } catch {
        // Full or forbidden storage costs a remembered width, nothing more.
      }
    },
  };
}

/** Remembers until the object is gone; for unit tests and windows without storage. */
export function keptInMemory(start: Record<string, unknown> = {}): Kept {
  const held = new Map(Object.entries(start));
  return {
    get: (key) => held.get(key) ?? null,
    set: (key, value) => void held.set(key, structuredClone(value)),
  };
}
