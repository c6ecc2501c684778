import type { Desk } from '../../lib/desk/desk.svelte';
import type { Check, Checks } from '../../lib/host/client';
import { HostError, type ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';

/** How many findings of a rule are shown before one asks for more. */
const PAGE = 200;
/** A rule that found no more than this is unfolded from the start. */
const FEW = 3;
const KEPT = 'checks-unfolded';

/** What one rule found. */
export interface Found {
  rule: string;
  severity: Check['severity'];
  checks: Check[];
  unfolded: boolean;
  /** The findings that are shown; none while it is folded. */
  shown: Check[];
  /** How many more there are than are shown once it is unfolded. */
  more: number;
}

/** What tells a finding from all others. */
export function keyOf({ rule, record, other }: Check): string {
  return `${rule} ${record.id} ${other?.id ?? ''}`;
}

function params(desk: Desk, { severity, group, other, day }: Check): Record<string, string> {
  return {
    severity,
    group: group?.label ?? '',
    other: other ? desk.named(other) : '',
    day: day ? desk.m.fullDate(day) : '',
  };
}

/** The sentence of a finding. */
export function sayCheck(desk: Desk, check: Check): string {
  return desk.m.t(`check-${check.rule}`, params(desk, check));
}

/** What a finding says beyond the head of its rule; empty where that says it all. */
export function sayDetail(desk: Desk, check: Check): string {
  const id = `finding-${check.rule}`;
  return desk.m.has(id) ? desk.m.t(id, params(desk, check)) : '';
}

/** What the plan contradicts in itself, by rule, and what somebody said of it. */
export class ChecksState {
  readonly #found = new Latest<Checks>();
  /** Whether what is meant to be so is shown. */
  #dismissed = $state(false);
  /** What the reader folded or unfolded. */
  #unfolded = $state.raw<Readonly<Record<string, boolean>>>({});
  /** How many pages are shown of the rules of which more were asked for. */
  #pages = $state.raw<Readonly<Record<string, number>>>({});
  #chosen = $state.raw<ReadonlySet<string>>(new Set<string>());
  /** What is being said to be meant so, and why. */
  saying = $state<{ checks: Check[]; reason: string } | null>(null);
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk) {
    this.#desk = desk;
    const kept = desk.kept.get(KEPT);
    if (typeof kept === 'object' && kept !== null) this.#unfolded = kept as Record<string, boolean>;
    this.end = desk.follow(null, () => this.load());
  }

  /** Null until the first answer. */
  get all(): Check[] | null {
    return this.#found.value?.rows ?? null;
  }
  get error(): ErrorBody | null {
    return this.#found.error;
  }
  get dismissed(): boolean {
    return this.#dismissed;
  }
  /** The rules that found something, in the order of the list. */
  get rules(): Found[] {
    const byRule = new Map<string, Check[]>();
    for (const check of this.#side(this.#dismissed))
      byRule.set(check.rule, [...(byRule.get(check.rule) ?? []), check]);
    return [...byRule].map(([rule, checks]) => {
      const unfolded = this.#unfolded[rule] ?? checks.length <= FEW;
      const most = PAGE * (this.#pages[rule] ?? 1);
      return {
        rule,
        severity: checks[0]?.severity ?? 'note',
        checks,
        unfolded,
        shown: unfolded ? checks.slice(0, most) : [],
        more: Math.max(0, checks.length - most),
      };
    });
  }

  /** The findings that are dismissed, or those that are not. */
  #side(dismissed: boolean): Check[] {
    return (this.all ?? []).filter((check) => (check.dismissed !== null) === dismissed);
  }
  count(dismissed: boolean): number {
    return this.#side(dismissed).length;
  }

  show(dismissed: boolean): void {
    this.#dismissed = dismissed;
    this.#chosen = new Set();
    this.#pages = {};
  }

  unfold(rule: string, on: boolean): void {
    this.#unfolded = { ...this.#unfolded, [rule]: on };
    this.#desk.kept.set(KEPT, this.#unfolded);
  }

  showMore(rule: string): void {
    this.#pages = { ...this.#pages, [rule]: (this.#pages[rule] ?? 1) + 1 };
  }

  // ---- several of a rule -------------------------------------------------------------------------------

  isChosen(check: Check): boolean {
    return this.#chosen.has(keyOf(check));
  }
  /** The chosen findings of a rule; those that are folded away are not chosen. */
  chosenOf({ unfolded, checks }: Found): Check[] {
    return unfolded ? checks.filter((check) => this.isChosen(check)) : [];
  }
  choose(checks: readonly Check[], on: boolean): void {
    const next = new Set(this.#chosen);
    for (const check of checks) {
      if (on) next.add(keyOf(check));
      else next.delete(keyOf(check));
    }
    this.#chosen = next;
  }

  // ---- what is said of them ------------------------------------------------------------------------------

  async load(): Promise<void> {
    await this.#found.ask(() => this.#desk.client.checks());
  }

  /** Says that something is meant to be so, as one action. */
  async dismiss(): Promise<void> {
    const { saying } = this;
    const reason = saying?.reason.trim();
    const [first] = saying?.checks ?? [];
    if (!saying || !first || !reason) return;
    const desk = this.#desk;
    // A record is dismissed for a rule once, however often the rule found it.
    const records = new Set(saying.checks.map(({ record }) => record.id));
    const done = await desk.attempt(async () => {
      const { added } = await desk.client.editBlock({
        kind: 'dismissed_check',
        cells: [],
        added: [...records].map((id) => ({
          set: [],
          cells: [[`of=id:${id}`, `rule=${first.rule}`, `reason=${reason}`]],
        })),
      });
      const refused = added.flatMap(({ rows }) => rows).find(({ result }) => result === 'refused');
      if (refused) throw HostError.from({ ...refused, kind: 'refused' });
      desk.toasts.show({
        message: 'check-dismissed',
        args: { label: desk.named(first.record), count: records.size },
        action: desk.undoAction(),
      });
    });
    if (!done) return;
    this.choose(saying.checks, false);
    this.saying = null;
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
}
