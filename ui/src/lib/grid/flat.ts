/**
 * Turns the lines of a folded, grouped list into places and back.
 *
 * A list is a sequence of segments, one for each group (or one without a head when nothing is grouped).
 * A line is either the head of a segment or one of its rows; rows hidden under a folded row have no line.
 */

/** A run of rows that stand under a folded row. */
export interface Hidden {
  /** Offset in the segment of the first hidden row. */
  start: number;
  count: number;
}

/** One group of rows, or the whole list. */
export interface Segment {
  /** Whether the segment has a line of its own above its rows. */
  head: boolean;
  /** Rows in the segment, hidden ones included. */
  count: number;
  folded: boolean;
  hidden: readonly Hidden[];
}

/** Where a line stands: the segment's number and the row's offset in it, -1 for the head. */
export interface Place {
  segment: number;
  offset: number;
}

interface Run {
  firstLine: number;
  headLines: number;
  lines: number;
  hidden: Hidden[];
}

/** Overlapping and nested runs become one, so that each hidden row counts once. */
function merged(hidden: readonly Hidden[], count: number): Hidden[] {
  const result: Hidden[] = [];
  for (const { start, count: length } of [...hidden].sort((a, b) => a.start - b.start)) {
    const end = Math.min(start + length, count);
    if (end <= start) continue;
    const last = result.at(-1);
    if (last && start <= last.start + last.count) {
      last.count = Math.max(last.start + last.count, end) - last.start;
    } else {
      result.push({ start, count: end - start });
    }
  }
  return result;
}

/** The lines of a list at one moment; never changed, only made anew. */
export class FlatIndex {
  /** Number of lines, heads included. */
  readonly size: number;
  readonly #runs: Run[];

  constructor(readonly segments: readonly Segment[]) {
    let line = 0;
    this.#runs = segments.map((segment) => {
      const hidden = merged(segment.hidden, segment.count);
      const unseen = hidden.reduce((sum, run) => sum + run.count, 0);
      const headLines = segment.head ? 1 : 0;
      const lines = headLines + (segment.folded ? 0 : segment.count - unseen);
      const run = { firstLine: line, headLines, lines, hidden };
      line += lines;
      return run;
    });
    this.size = line;
  }

  /** Finds what stands on a line; null beyond the ends. */
  at(line: number): Place | null {
    if (line < 0 || line >= this.size) return null;
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.firstLine ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    if (!run) return null;
    let offset = line - run.firstLine - run.headLines;
    if (offset < 0) return { segment: low, offset: -1 };
    for (const { start, count } of run.hidden) {
      if (start > offset) break;
      offset += count;
    }
    return { segment: low, offset };
  }

  /**
   * Finds the line of a row (offset -1: of the segment's head); -1 when it is folded away or does not exist.
   */
  lineOf(segment: number, offset: number): number {
    const run = this.#runs[segment];
    const part = this.segments[segment];
    if (!run || !part) return -1;
    if (offset < 0) return part.head ? run.firstLine : -1;
    if (part.folded || offset >= part.count) return -1;
    let before = 0;
    for (const { start, count } of run.hidden) {
      if (start > offset) break;
      if (offset < start + count) return -1;
      before += count;
    }
    return run.firstLine + run.headLines + offset - before;
  }

  /** First line after the segment. */
  endOf(segment: number): number {
    const run = this.#runs[segment];
    return run ? run.firstLine + run.lines : this.size;
  }

  /** First line of the segment, its head where it has one. */
  startOf(segment: number): number {
    return this.#runs[segment]?.firstLine ?? this.size;
  }
}
