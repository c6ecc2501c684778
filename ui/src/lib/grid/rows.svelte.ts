/**
 * The rows of a list as far as they are known: groups, pages read so far, and what is folded.
 *
 * Each reading of the list is a snapshot of its own. A new snapshot is read beside the old one and takes
 * its place in one step, so that nothing flickers and nothing is shown half old, half new.
 */
import type { GridRow, Standing } from './column';
import { FlatIndex, type Hidden } from './flat';
import { type Page, PageStore } from './pages';

/** What is asked for: filter, order and grouping, in the words of the host. */
export interface Query {
  where: readonly string[];
  /** Field names, "-" in front for downwards. */
  sort: readonly string[];
  groupBy: string | null;
}

/** What a group shows in one of its columns. */
export type Aggregate =
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'distribution'; counts: Readonly<Record<string, number>>; label: string }
  | { kind: 'standing'; standing: Standing; label: string };

/** One group of rows. */
export interface Group {
  /** Null for the rows that belong to no group. */
  key: string | null;
  label: string;
  count: number;
  /** What stands in the group's line, by column key. */
  cells?: Readonly<Record<string, Aggregate>>;
}

/** One request for rows; `group` is null when the list is not grouped. */
export interface RowRequest {
  query: Query;
  group: Group | null;
  offset: number;
  limit: number;
}

/** Where the rows come from. */
export interface RowSource<R> {
  rows(request: RowRequest): Promise<Page<R>>;
  /** Groups in the order they are shown; asked only while the query groups. */
  groups?(query: Query): Promise<Group[]>;
  /** Finds a row that may not have been read; null when it is not in the list. */
  locate?(id: string, query: Query): Promise<{ group: string | null; offset: number } | null>;
  /** Whether a row was deleted; one that is only filtered out was not. */
  isGone?(id: string): Promise<boolean>;
}

/** What stands on a line. */
export type Line<R> =
  | { kind: 'row'; row: R; segment: number; offset: number }
  | { kind: 'group'; group: Group; segment: number }
  | { kind: 'blank'; segment: number; offset: number };

/** Rows of one group that are to be read along with a new snapshot. */
export interface Stretch {
  group: string | null;
  from: number;
  to: number;
}

interface Fold extends Hidden {
  segment: number;
}

/** One reading of the list. */
export class Snapshot<R extends GridRow> {
  readonly counts: number[];
  readonly folds = new Map<string, Fold>();

  constructor(
    readonly query: Query,
    /** Null when the list is not grouped. */
    readonly groups: readonly Group[] | null,
    readonly pages: PageStore<R>,
    counts: number[],
  ) {
    this.counts = counts;
  }

  /** Number of the segment of a group; 0 when nothing is grouped, -1 when there is no such group. */
  segmentOf(key: string | null): number {
    return this.groups ? this.groups.findIndex((group) => group.key === key) : 0;
  }

  keyOf(segment: number): string | null {
    return this.groups?.[segment]?.key ?? null;
  }
}

/** The list behind a grid. */
export class RowWindow<R extends GridRow> {
  query: Query = $state.raw({ where: [], sort: [], groupBy: null });
  /** Lines of the list; replaced whenever rows come, go or fold. */
  flat = $state.raw(new FlatIndex([]));
  groups = $state.raw<readonly Group[] | null>(null);
  /** True until the first answer. */
  loading = $state(true);
  /** A row with others under it has been seen: room for fold marks is kept from then on. */
  hasParents = $state(false);
  /** What the source last failed with. */
  failed: unknown = $state.raw(null);
  /** Called when rows have come in or lines have changed. */
  changed: () => void = () => undefined;
  readonly #source: RowSource<R>;
  readonly #foldedGroups = new Set<string | null>();
  #snapshot: Snapshot<R> | null = null;
  #readings = 0;

  constructor(source: RowSource<R>, query: Query) {
    this.#source = source;
    this.query = query;
  }

  /** Rows in the whole list, folded ones included, heads not. */
  get total(): number {
    return this.flat.segments.reduce((sum, { count }) => sum + count, 0);
  }

  line(index: number): Line<R> | null {
    const place = this.flat.at(index);
    const snapshot = this.#snapshot;
    if (!place || !snapshot) return null;
    const { segment, offset } = place;
    if (offset < 0) {
      const group = this.groups?.[segment];
      return group ? { kind: 'group', group, segment } : null;
    }
    const row = snapshot.pages.row(segment, offset);
    return row ? { kind: 'row', row, segment, offset } : { kind: 'blank', segment, offset };
  }

  /** Asks for the rows on the lines from..to (to excluded) as far as they are not here. */
  want(from: number, to: number): void {
    this.#snapshot?.pages.want(this.#stretches(from, to));
  }

  /** Counts the rows on the lines from..to, heads left out. */
  countOn(from: number, to: number): number {
    return this.#stretches(from, to).reduce((sum, { lines }) => sum + lines, 0);
  }

  /** Returns the rows on the lines from..to when all of them are here, else null. */
  rowsNow(from: number, to: number): R[] | null {
    const rows: R[] = [];
    for (let index = from; index < to; index += 1) {
      const line = this.line(index);
      if (line?.kind === 'blank') return null;
      if (line?.kind === 'row') rows.push(line.row);
    }
    return rows;
  }

  /** Reads the rows on the lines from..to; `most` bounds how many are returned. */
  async rowsOn(from: number, to: number, most = Infinity): Promise<R[]> {
    const rows: R[] = [];
    const flat = this.flat;
    for (const { segment, from: first, to: end } of this.#stretches(from, to)) {
      for (let start = first; start < end && rows.length < most; start += 500) {
        const limit = Math.min(end, start + Math.min(500, most - rows.length));
        const read = (await this.#snapshot?.pages.load(segment, start, limit)) ?? [];
        rows.push(...read.filter((_row, index) => flat.lineOf(segment, start + index) >= 0));
      }
    }
    return rows.slice(0, most);
  }

  /** Reads one row of a segment; null beyond its ends. */
  async rowAt(segment: number, offset: number): Promise<R | null> {
    const count = this.#snapshot?.counts[segment] ?? 0;
    if (offset < 0 || offset >= count) return null;
    return (await this.#snapshot?.pages.load(segment, offset, offset + 1))?.[0] ?? null;
  }

  /** The rows that have been read and are not folded away, with their lines. */
  *here(): Generator<{ line: number; row: R }> {
    for (const { segment, offset, row } of this.#snapshot?.pages.places() ?? []) {
      const line = this.flat.lineOf(segment, offset);
      if (line >= 0) yield { line, row };
    }
  }

  /** Line of a row that has been read, or of its group's head when it is folded away; -1 when unknown. */
  lineOfRow(id: string): number {
    const place = this.#snapshot?.pages.find(id);
    if (!place) return -1;
    const line = this.flat.lineOf(place.segment, place.offset);
    return line >= 0 ? line : this.flat.lineOf(place.segment, -1);
  }

  lineOfGroup(key: string | null): number {
    const segment = this.#snapshot?.segmentOf(key) ?? -1;
    return segment < 0 ? -1 : this.flat.lineOf(segment, -1);
  }

  keyOf(segment: number): string | null {
    return this.#snapshot?.keyOf(segment) ?? null;
  }

  segmentOf(key: string | null): number {
    return this.#snapshot?.segmentOf(key) ?? -1;
  }

  /** Line of a row anywhere in the list, reading and unfolding what is needed; -1 when it is not in it. */
  async reach(id: string): Promise<number> {
    const snapshot = this.#snapshot;
    const place = snapshot && (await this.find(snapshot, id));
    if (!place || snapshot !== this.#snapshot) return -1;
    this.#foldedGroups.delete(snapshot.keyOf(place.segment));
    for (const [folded, fold] of snapshot.folds) {
      const inside =
        fold.segment === place.segment &&
        place.offset >= fold.start &&
        place.offset < fold.start + fold.count;
      if (inside) snapshot.folds.delete(folded);
    }
    this.#lay();
    return this.flat.lineOf(place.segment, place.offset);
  }

  /** Whether a row that is not in the list was deleted: without a filter nothing else takes it out. */
  async isGone(id: string): Promise<boolean> {
    if (this.query.where.length === 0) return true;
    return (await this.#source.isGone?.(id)) ?? false;
  }

  /** Looks for a row, asking the source when it has not been read. */
  async find(snapshot: Snapshot<R>, id: string): Promise<{ segment: number; offset: number } | null> {
    const here = snapshot.pages.find(id);
    if (here || !this.#source.locate) return here;
    const place = await this.#source.locate(id, snapshot.query);
    const segment = place ? snapshot.segmentOf(place.group) : -1;
    if (!place || segment < 0) return null;
    await snapshot.pages.load(segment, place.offset, place.offset + 1);
    return { segment, offset: place.offset };
  }

  /**
   * Reads the list anew, beside what is shown, with the stretches to look at; where there are none of
   * them, with the first `lead` lines.
   *
   * Returns null when a later reading overtook this one or the source failed; `failed` then says why.
   */
  async read(look: readonly Stretch[], lead: number): Promise<Snapshot<R> | null> {
    this.#readings += 1;
    const reading = this.#readings;
    try {
      const snapshot = await this.#snapshotOf(this.query, look, lead);
      if (reading !== this.#readings) return null;
      this.failed = null;
      return snapshot;
    } catch (error) {
      if (reading === this.#readings) {
        this.failed = error;
        this.loading = false;
      }
      return null;
    }
  }

  /** Puts a snapshot in the place of what is shown. */
  apply(snapshot: Snapshot<R>): void {
    this.#snapshot = snapshot;
    this.loading = false;
    this.#lay();
  }

  /** Takes over the newer rows of a snapshot, but leaves every line where it is. */
  patchFrom(snapshot: Snapshot<R>): void {
    this.#snapshot?.pages.patch([...snapshot.pages.rows()]);
    const newer = new Map(snapshot.groups?.map((group) => [group.key, group]));
    this.groups = this.groups?.map((group) => newer.get(group.key) ?? group) ?? null;
    this.changed();
  }

  /** Puts newer rows in the place of those with the same id. */
  patch(rows: readonly R[]): void {
    if (this.#snapshot?.pages.patch(rows)) this.changed();
  }

  isGroupFolded(key: string | null): boolean {
    return this.#foldedGroups.has(key);
  }

  foldGroup(key: string | null, fold: boolean): void {
    if (fold) this.#foldedGroups.add(key);
    else this.#foldedGroups.delete(key);
    this.#lay();
  }

  foldAllGroups(fold: boolean): void {
    for (const group of this.groups ?? []) {
      if (fold) this.#foldedGroups.add(group.key);
      else this.#foldedGroups.delete(group.key);
    }
    this.#lay();
  }

  /** The groups that are folded, whether the list has them now or not. */
  get foldedGroups(): ReadonlySet<string | null> {
    return this.#foldedGroups;
  }

  /** Folds these groups and no others. */
  foldOnly(keys: Iterable<string | null>): void {
    this.#foldedGroups.clear();
    for (const key of keys) this.#foldedGroups.add(key);
    this.#lay();
  }

  isRowFolded(id: string): boolean {
    return this.#snapshot?.folds.has(id) ?? false;
  }

  /** Folds or unfolds what stands under a row. Reads on until the last of it. */
  async foldRow(id: string, fold: boolean): Promise<void> {
    const snapshot = this.#snapshot;
    const place = snapshot?.pages.find(id);
    if (!snapshot || !place) return;
    if (fold) {
      const count = await this.#below(snapshot, place.segment, place.offset);
      if (count > 0) snapshot.folds.set(id, { segment: place.segment, start: place.offset + 1, count });
    } else {
      snapshot.folds.delete(id);
    }
    if (snapshot === this.#snapshot) this.#lay();
  }

  #lay(): void {
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    this.groups = snapshot.groups;
    this.flat = new FlatIndex(
      snapshot.counts.map((count, segment) => ({
        head: snapshot.groups !== null,
        count,
        folded: snapshot.groups !== null && this.#foldedGroups.has(snapshot.keyOf(segment)),
        hidden: [...snapshot.folds.values()].filter((fold) => fold.segment === segment),
      })),
    );
    this.changed();
  }

  #stretches(from: number, to: number): { segment: number; from: number; to: number; lines: number }[] {
    const stretches: { segment: number; from: number; to: number; lines: number }[] = [];
    const end = Math.min(to, this.flat.size);
    let index = Math.max(0, from);
    while (index < end) {
      const place = this.flat.at(index);
      if (!place) break;
      const stop = Math.min(end, this.flat.endOf(place.segment));
      const last = this.flat.at(stop - 1);
      if (last && last.offset >= 0) {
        const head = place.offset < 0 ? 1 : 0;
        const lines = stop - index - head;
        stretches.push({
          segment: place.segment,
          from: Math.max(0, place.offset),
          to: last.offset + 1,
          lines,
        });
      }
      index = stop;
    }
    return stretches;
  }

  async #snapshotOf(query: Query, look: readonly Stretch[], lead: number): Promise<Snapshot<R>> {
    const groups = query.groupBy !== null && this.#source.groups ? await this.#source.groups(query) : null;
    const counts = groups?.map(({ count }) => count) ?? [0];
    const pages: PageStore<R> = new PageStore<R>({
      read: async (segment, offset, limit) => {
        const page = await this.#source.rows({ query, group: groups?.[segment] ?? null, offset, limit });
        this.hasParents ||= page.rows.some(({ hasChildren }) => hasChildren);
        return page;
      },
      arrived: (segment, total) => {
        const moved = counts[segment] !== total;
        counts[segment] = total;
        if (snapshot !== this.#snapshot) return;
        this.failed = null;
        if (moved) this.#lay();
        else this.changed();
      },
      failed: (error) => {
        if (snapshot === this.#snapshot) this.failed = error;
      },
    });
    const snapshot = new Snapshot<R>(query, groups, pages, counts);
    if (!groups) await pages.load(0, 0, 1);
    const there = look.filter(({ group }) => snapshot.segmentOf(group) >= 0);
    for (const { group, from, to } of there.length > 0 ? there : this.#leading(snapshot, lead)) {
      const segment = snapshot.segmentOf(group);
      const count = counts[segment] ?? 0;
      await pages.load(segment, Math.min(from, Math.max(0, count - 1)), Math.min(to, count));
    }
    await this.#foldAgain(snapshot);
    return snapshot;
  }

  #leading({ counts, groups }: Snapshot<R>, lead: number): Stretch[] {
    const stretches: Stretch[] = [];
    let room = lead;
    for (let segment = 0; segment < counts.length && room > 0; segment += 1) {
      const group = groups?.[segment]?.key ?? null;
      if (groups) room -= 1;
      if (groups && this.#foldedGroups.has(group)) continue;
      const to = Math.min(counts[segment] ?? 0, Math.max(0, room));
      stretches.push({ group, from: 0, to });
      room -= to;
    }
    return stretches;
  }

  /** Finds the folded rows again in a new snapshot; one that is gone is not folded any more. */
  async #foldAgain(snapshot: Snapshot<R>): Promise<void> {
    const old = this.#snapshot;
    if (!old) return;
    for (const [id, fold] of old.folds) {
      const segment = snapshot.segmentOf(old.keyOf(fold.segment));
      const offset = fold.start - 1;
      if (segment >= 0 && offset < (snapshot.counts[segment] ?? 0))
        await snapshot.pages.load(segment, offset, offset + 1);
      const place = await this.find(snapshot, id);
      if (!place) continue;
      const count = await this.#below(snapshot, place.segment, place.offset);
      if (count > 0) snapshot.folds.set(id, { segment: place.segment, start: place.offset + 1, count });
    }
  }

  async #below(snapshot: Snapshot<R>, segment: number, offset: number): Promise<number> {
    const { pages, counts } = snapshot;
    const [top] = await pages.load(segment, offset, offset + 1);
    const depth = top?.depth ?? 0;
    const end = counts[segment] ?? 0;
    for (let start = offset + 1; start < end; start += pages.size) {
      const rows = await pages.load(segment, start, Math.min(end, start + pages.size));
      const stop = rows.findIndex((row) => (row.depth ?? 0) <= depth);
      if (stop >= 0) return start + stop - offset - 1;
    }
    return end - offset - 1;
  }
}
