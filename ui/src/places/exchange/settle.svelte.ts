import { diffWordsWithSpace } from 'diff';
import type { Desk } from '../../lib/desk/desk.svelte';
import type { Conflict, ConflictHead, Conflicts } from '../../lib/host/client';
import { asRef, asVague } from '../../lib/fields/value';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';
import { isLife, printValue } from '../../lib/history/changes';

/** A way to settle something, as the command takes it. */
export interface Way {
  choice: string;
  /** Message id of what it is called. */
  label: string;
  args?: Record<string, string | number>;
  key: string;
}

/** A run of words that both texts have, or one of them. */
export interface Passage {
  text: string;
  side: 'both' | 'first' | 'second';
}

/** A text from so many signs on is read word by word. */
const LONG = 40;

/** Compares two texts word by word. */
export function passages(first: string, second: string): Passage[] {
  return diffWordsWithSpace(first, second).map(({ value, added, removed }) => ({
    text: value,
    side: added ? 'second' : removed ? 'first' : 'both',
  }));
}

/** The text of a side, where the field is one that holds text. */
export function textOf(head: ConflictHead): string | null {
  if (typeof head.value === 'string') return head.value;
  return asVague(head.value)?.text ?? null;
}

/** Whether two sides are texts long enough to be read word by word. */
export function areLong(conflict: Conflict): boolean {
  if (conflict.type !== 'field' || conflict.heads.length !== 2) return false;
  const texts = conflict.heads.map(textOf);
  return texts.every((text) => text !== null) && texts.some((text) => (text ?? '').length > LONG);
}

/** Whether the kind of field lets one write a value of one's own. */
function isText(desk: Desk, conflict: Conflict): boolean {
  const [name = ''] = conflict.field.split('.');
  const field = desk.fieldOf(conflict.record.table, name);
  return field === undefined || ['text', 'plain'].includes(field.type);
}

/** The ways a conflict can be settled, with their keys. */
export function ways(desk: Desk, conflict: Conflict): Way[] {
  const sides = conflict.heads;
  switch (conflict.type) {
    case 'field': {
      const mine = sides.filter((head) => head.mine);
      const theirs = sides.filter((head) => !head.mine);
      const out: Way[] = [];
      if (mine.length === 1) out.push({ choice: 'mine', label: 'settle-mine', key: 'M' });
      if (theirs.length === 1) out.push({ choice: 'theirs', label: 'settle-theirs', key: 'T' });
      if (out.length < 2 || sides.length > 2)
        for (const { n } of sides.slice(0, 9))
          out.push({ choice: String(n), label: 'settle-side', args: { n }, key: String(n) });
      const texts = sides.map(textOf);
      if (sides.length === 2 && isText(desk, conflict) && texts.every((text) => text))
        out.push({ choice: `value=${texts.join('\n\n')}`, label: 'settle-both', key: 'B' });
      return out;
    }
    case 'delete_edit':
      return [
        { choice: 'keep', label: 'settle-keep', key: 'K' },
        { choice: 'drop', label: 'settle-drop', key: 'D' },
      ];
    case 'dangling':
      return [
        { choice: 'keep', label: 'settle-bring-back', key: 'K' },
        { choice: 'drop', label: 'settle-unlink', key: 'D' },
      ];
    case 'natural_key':
      return [
        { choice: 'keep', label: 'settle-both-stay', key: 'K' },
        { choice: 'drop', label: 'settle-clear-code', key: 'D' },
      ];
    case 'join':
      return [
        { choice: 'keep', label: 'settle-stay-joined', key: 'K' },
        { choice: 'drop', label: 'settle-take-apart', key: 'D' },
      ];
    case 'late':
      return [
        { choice: 'keep', label: 'settle-adopt', key: 'K' },
        { choice: 'drop', label: 'settle-leave', key: 'D' },
      ];
    case 'cycle':
      return sides.slice(0, 9).map(({ n, record }) => ({
        choice: String(n),
        label: 'settle-to-top',
        args: { label: record?.label ?? conflict.record.label },
        key: String(n),
      }));
    default:
      return [
        { choice: 'keep', label: 'settle-both-stay', key: 'K' },
        { choice: 'drop', label: 'settle-drop-term', key: 'D' },
      ];
  }
}

/** Whether a value of one's own can be written. */
export function takesValue(desk: Desk, conflict: Conflict): boolean {
  if (conflict.type === 'natural_key') return true;
  if (conflict.type !== 'field') return false;
  const [name = ''] = conflict.field.split('.');
  const field = desk.fieldOf(conflict.record.table, name);
  // Notes are texts of every kind, and no kind describes them.
  if (!field) return conflict.heads.every((head) => typeof head.value === 'string');
  return ['text', 'plain', 'vague', 'date', 'integer'].includes(field.type);
}

/** Prints what a side says. */
export function sideText(desk: Desk, conflict: Conflict, head: ConflictHead): string {
  const { m } = desk;
  if (head.value === 'deleted' && head.field === undefined) return m.t('side-deleted');
  if (head.field !== undefined && head.record) {
    const [name = head.field] = head.field.split('.');
    const says = printValue(desk, head.record.table, name, head.says);
    return isLife(name)
      ? m.t(head.says === 'deleted' ? 'side-deleted' : 'side-live', {})
      : m.t('side-edited', { field: m.field(head.record.table, head.field), value: says });
  }
  if (head.value === 'live') return m.t('side-live');
  const [name = conflict.field] = conflict.field.split('.');
  const parent = (head.value as { parent?: unknown } | null)?.parent;
  if (typeof head.value === 'object' && head.value !== null && 'parent' in head.value)
    return asRef(parent)?.label ?? m.t('side-top');
  return printValue(desk, conflict.record.table, name, head.value);
}

/** Prints what a late side would have said when the record was closed; none where there was nothing. */
export function frozenText(desk: Desk, conflict: Conflict, head: ConflictHead): string | null {
  if (head.frozen === undefined || head.frozen === null) return null;
  const [name = ''] = (head.field ?? conflict.field).split('.');
  if (isLife(name)) return desk.m.t(head.frozen === 'deleted' ? 'side-deleted' : 'side-live');
  return printValue(desk, conflict.record.table, name, head.frozen);
}

/** What waits to be settled, and which of it is looked at. */
export class SettleState {
  readonly #found = new Latest<Conflicts>();
  #at = $state<string | null>(null);
  #kind = $state<string | null>(null);
  #writing = $state<string | null>(null);
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.end = desk.follow(null, () => this.load());
  }

  get error(): ErrorBody | null {
    return this.#found.error;
  }
  /** Everything, or what concerns one kind of record. */
  get rows(): Conflict[] | null {
    const kind = this.#kind;
    return this.#found.value?.rows.filter((row) => kind === null || row.record.table === kind) ?? null;
  }
  /** The kinds of record that something is to settle of. */
  get kinds(): string[] {
    return [...new Set(this.#found.value?.rows.map((row) => row.record.table) ?? [])].sort();
  }
  get kind(): string | null {
    return this.#kind;
  }
  set kind(kind: string | null) {
    this.#kind = kind;
  }
  get current(): Conflict | null {
    const rows = this.rows ?? [];
    return rows.find((row) => row.id === this.#at) ?? rows[0] ?? null;
  }
  /** The value of one's own that is being written; null while none is. */
  get writing(): string | null {
    return this.#writing;
  }
  set writing(text: string | null) {
    this.#writing = text;
  }

  show(id: string): void {
    this.#at = id;
    this.#writing = null;
  }

  move(step: number): void {
    const rows = this.rows ?? [];
    const at = rows.findIndex((row) => row.id === this.current?.id);
    const to = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (to) this.show(to.id);
  }

  async load(): Promise<void> {
    const found = await this.#found.ask(() => this.#desk.client.conflicts());
    if (!found) return;
    const asking = this.#desk.takeSettling();
    const wanted = found.rows.find(
      (row) => row.record.id === asking?.id && row.field.split('.')[0] === asking.field,
    );
    if (wanted) this.#at = wanted.id;
  }

  /** Settles what is looked at and goes on to the next. */
  async settle(choice: string): Promise<void> {
    const current = this.current;
    const rows = this.rows ?? [];
    if (!current) return;
    const next = rows[rows.indexOf(current) + 1] ?? rows[rows.indexOf(current) - 1];
    const done = await this.#desk.attempt(async () => {
      await this.#desk.client.settle({ id: current.id, choice });
      this.#desk.toasts.show({
        message: 'settled',
        args: { label: this.#desk.named(current.record) },
        action: this.#desk.undoAction(),
      });
    });
    if (!done) return;
    this.#writing = null;
    this.#at = next?.id ?? null;
    await this.load();
  }

  /** Settles everything that can be settled one way, once that is confirmed. */
  settleAll(choice: 'mine' | 'theirs' | 'latest'): void {
    const { m } = this.#desk;
    this.#desk.question = {
      title: m.t(`settle-all-${choice}`),
      text: m.t('settle-all-text', { count: this.#found.value?.rows.length ?? 0 }),
      act: m.t('settle-all-act'),
      run: () => {
        void this.#desk
          .attempt(async () => {
            const { settled, left } = await this.#desk.client.settleAll({ choice });
            this.#desk.toasts.show({
              message: 'settled-all',
              args: { count: settled, left },
              action: this.#desk.undoAction(),
            });
          })
          .then(() => this.load());
      },
    };
  }

  /** Takes the keys of the place: letters and digits settle, arrows go through the list. */
  key(event: KeyboardEvent): boolean {
    const current = this.current;
    if (!current || event.ctrlKey || event.metaKey || event.altKey || this.#writing !== null) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.move(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (this.#desk.readOnly || !this.#desk.singleKeys) return false;
    const key = event.key.toUpperCase();
    if (key === 'E' && takesValue(this.#desk, current)) {
      const shown = current.heads.find((head) => head.n === current.shown);
      this.#writing = (shown && textOf(shown)) ?? '';
      return true;
    }
    const way = ways(this.#desk, current).find((one) => one.key === key);
    if (way) void this.settle(way.choice);
    return way !== undefined;
  }
}
