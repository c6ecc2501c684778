/** Keeps the pages of rows that were read, and asks for those that are looked at. */

/** One answer of a row source. */
export interface Page<R> {
  /** Rows in the whole segment, not on this page. */
  total: number;
  rows: R[];
}

/** Reads rows of one segment of the list. */
export type ReadRows<R> = (segment: number, offset: number, limit: number) => Promise<Page<R>>;

interface Wanted {
  segment: number;
  page: number;
}

interface Kept<R> extends Wanted {
  rows: R[];
}

/** What a store of pages needs to know. */
export interface PageOptions<R> {
  read: ReadRows<R>;
  /** Called when a page has come in. */
  arrived?: (segment: number, total: number) => void;
  failed?: (error: unknown) => void;
  size?: number;
  /** Pages kept; the ones looked at longest ago go first. */
  most?: number;
  /** Pages asked for at once. */
  flights?: number;
}

/** The rows of one reading of the list; a new reading begins with a new store. */
export class PageStore<R extends { readonly id: string }> {
  readonly size: number;
  readonly #read: ReadRows<R>;
  readonly #arrived: (segment: number, total: number) => void;
  readonly #failed: (error: unknown) => void;
  readonly #most: number;
  readonly #flights: number;
  readonly #kept = new Map<string, Kept<R>>();
  readonly #flying = new Map<string, Promise<R[]>>();
  #wanted: Wanted[] = [];

  constructor({ read, arrived, failed, size = 100, most = 120, flights = 2 }: PageOptions<R>) {
    this.#read = read;
    this.#arrived = arrived ?? (() => undefined);
    this.#failed = failed ?? (() => undefined);
    this.size = size;
    this.#most = most;
    this.#flights = flights;
  }

  /** Returns a row that is here, without asking for it. */
  row(segment: number, offset: number): R | undefined {
    const page = Math.floor(offset / this.size);
    return this.#kept.get(`${segment}:${page}`)?.rows[offset - page * this.size];
  }

  /** Finds a row among those that are here. */
  find(id: string): { segment: number; offset: number } | null {
    for (const { segment, page, rows } of this.#kept.values()) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return { segment, offset: page * this.size + at };
    }
    return null;
  }

  /** Puts newer rows in the place of those with the same id; returns whether any was here. */
  patch(rows: readonly R[]): boolean {
    const newer = new Map(rows.map((row) => [row.id, row]));
    let met = false;
    for (const kept of this.#kept.values()) {
      if (!kept.rows.some((row) => newer.has(row.id))) continue;
      met = true;
      kept.rows = kept.rows.map((row) => newer.get(row.id) ?? row);
    }
    return met;
  }

  /** All rows that are here, page by page. */
  *rows(): Generator<R> {
    for (const { rows } of this.#kept.values()) yield* rows;
  }

  /** The same, with where each of them stands. */
  *places(): Generator<{ segment: number; offset: number; row: R }> {
    for (const { segment, page, rows } of this.#kept.values())
      for (const [at, row] of rows.entries()) yield { segment, offset: page * this.size + at, row };
  }

  /**
   * Asks for the pages under the given stretches, nearest first.
   *
   * What was wanted before and has not been sent for yet is forgotten: who scrolls through a long list
   * waits for the end of the way only.
   */
  want(stretches: readonly { segment: number; from: number; to: number }[]): void {
    this.#wanted = stretches.flatMap(({ segment, from, to }) => this.#pages(segment, from, to));
    for (const { segment, page } of this.#wanted) this.#touch(`${segment}:${page}`);
    this.#pump();
  }

  /**
   * Reads the rows from..to (to excluded), as many as there are.
   *
   * Returns them, because a long stretch may be more than is kept. Rejects as the source does.
   */
  async load(segment: number, from: number, to: number): Promise<R[]> {
    const result: R[] = [];
    for (const { page } of this.#pages(segment, from, to)) {
      const key = `${segment}:${page}`;
      const rows = this.#kept.get(key)?.rows ?? (await (this.#flying.get(key) ?? this.#fetch(segment, page)));
      const start = page * this.size;
      result.push(...rows.slice(Math.max(0, from - start), to - start));
    }
    return result;
  }

  #pages(segment: number, from: number, to: number): Wanted[] {
    if (to <= Math.max(0, from)) return [];
    const first = Math.floor(Math.max(0, from) / this.size);
    const last = Math.floor((to - 1) / this.size);
    return Array.from({ length: last - first + 1 }, (_, index) => ({ segment, page: first + index }));
  }

  #touch(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
  }

  #pump(): void {
    while (this.#flying.size < this.#flights) {
      const next = this.#wanted.shift();
      if (!next) return;
      const key = `${next.segment}:${next.page}`;
      if (this.#kept.has(key) || this.#flying.has(key)) continue;
      this.#fetch(next.segment, next.page).catch((error: unknown) => {
        this.#wanted = [];
        this.#failed(error);
      });
    }
  }

  #fetch(segment: number, page: number): Promise<R[]> {
    const key = `${segment}:${page}`;
    const flight = this.#read(segment, page * this.size, this.size)
      .then(({ total, rows }) => {
        this.#kept.set(key, { segment, page, rows });
        for (const oldest of this.#kept.keys()) {
          if (this.#kept.size <= this.#most) break;
          this.#kept.delete(oldest);
        }
        this.#arrived(segment, total);
        return rows;
      })
      .finally(() => {
        this.#flying.delete(key);
        this.#pump();
      });
    this.#flying.set(key, flight);
    return flight;
  }
}
