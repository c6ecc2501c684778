import type { Desk } from '../../lib/desk/desk.svelte';
import type { Check, Checks } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

/** How many findings are shown before one asks for more. */
const PAGE = 200;

/** The sentence of a finding. */
export function sayCheck(desk: Desk, check: Check): string {
  return desk.m.t(`check-${check.rule}`, {
    severity: check.severity,
    group: check.group?.label ?? '',
    other: check.other ? desk.named(check.other) : '',
    day: check.day ? desk.m.fullDate(check.day) : '',
  });
}

/** What the plan contradicts in itself, by rule, and what somebody said of it. */
export class ChecksState {
  readonly #found = new Latest<Checks>();
  rule = $state<string | null>(null);
  /** Whether what is meant to be so is shown. */
  dismissed = $state(false);
  #most = $state(PAGE);
  /** What is being said to be meant so, and why. */
  saying = $state<{ check: Check; reason: string } | null>(null);
  readonly #desk: Desk;
  readonly #off: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#off = desk.watch(null, () => void this.load());
    void this.load();
  }

  /** Null until the first answer. */
  get all(): Check[] | null {
    return this.#found.value?.rows ?? null;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  /** The findings of the kind that is looked at, dismissed or not. */
  get #side(): Check[] {
    return (this.all ?? []).filter((check) => (check.dismissed !== null) === this.dismissed);
  }
  /** The rules that found something, in the order of the list, with how much. */
  get rules(): { rule: string; count: number }[] {
    const counts = new Map<string, number>();
    for (const { rule } of this.#side) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return [...counts].map(([rule, count]) => ({ rule, count }));
  }
  get #fitting(): Check[] {
    return this.#side.filter(({ rule }) => this.rule === null || rule === this.rule);
  }
  get rows(): Check[] {
    return this.#fitting.slice(0, this.#most);
  }
  /** How many more there are than are shown. */
  get more(): number {
    return Math.max(0, this.#fitting.length - this.#most);
  }
  count(dismissed: boolean): number {
    return (this.all ?? []).filter((check) => (check.dismissed !== null) === dismissed).length;
  }

  showMore(): void {
    this.#most += PAGE;
  }

  show(dismissed: boolean): void {
    this.dismissed = dismissed;
    this.rule = null;
    this.#most = PAGE;
  }

  async load(): Promise<void> {
    await this.#found.ask(() => this.#desk.client.checks());
  }

  /** Says that something is meant to be so. */
  async dismiss(): Promise<void> {
    const { saying } = this;
    const reason = saying?.reason.trim();
    if (!saying || !reason) return;
    const desk = this.#desk;
    const { record, rule } = saying.check;
    const done = await desk.attempt(async () => {
      const set = [`of=id:${record.id}`, `rule=${rule}`, `reason=${reason}`];
      await desk.client.create({ kind: 'dismissed_check', set });
      desk.toasts.show({
        message: 'check-dismissed',
        args: { label: desk.named(record) },
        action: desk.undoAction(),
      });
    });
    if (done) this.saying = null;
  }

  /** Takes back that something is meant to be so. */
  async takeBack(check: Check): Promise<void> {
    const desk = this.#desk;
    const said = check.dismissed;
    if (!said) return;
    await desk.attempt(async () => {
      await desk.client.remove({ kind: 'dismissed_check', ids: [said.id] });
      desk.toasts.show({
        message: 'check-again',
        args: { label: desk.named(check.record) },
        action: desk.undoAction(),
      });
    });
  }

  end(): void {
    this.#off();
  }
}
