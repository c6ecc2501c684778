import type { Desk } from '../../lib/desk/desk.svelte';
import { asRef } from '../../lib/fields/value';
import type { Ref, Round, RoundRow, Row } from '../../lib/host/client';
import type { ErrorBody } from '../../lib/host/host';
import { Latest } from '../../lib/host/latest.svelte';
import type { Language } from '../../lib/i18n/language';

/** Which activities of a round are shown. */
export const PARTS = ['mine', 'missing', 'all'] as const;

export type Part = (typeof PARTS)[number];

/** An answer while it is written. */
export interface Writing {
  row: RoundRow;
  /** The answer that is changed; null for a new one. */
  id: string | null;
  organisation: Ref | null;
  status: string;
  progress: string;
  next: string;
}

/** A round while it is opened. */
export interface Opening {
  workplan: Ref | null;
  title: string;
  opens: string;
  closes: string;
}

const ROUNDS = 500;

/** Whether a round takes answers. */
export function isOpen(round: Row): boolean {
  return round['state'] !== 'closed' && !round['closed_at'];
}

/** Status rounds, the one that is looked at, and what is written in it. */
export class RoundsState {
  readonly #list = new Latest<{ rows: Row[] }>();
  readonly #round = new Latest<Round>();
  part = $state<Part>('all');
  writing = $state<Writing | null>(null);
  opening = $state<Opening | null>(null);
  /** The text for a mail, and the language it is in. */
  reminder = $state<{ language: Language; text: string | null } | null>(null);
  readonly #desk: Desk;
  /** Lets go of the desk. */
  readonly end: () => void;
  #chosen = false;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.end = desk.follow(null, () => this.load());
  }

  /** All rounds, those that are open first, then the latest; null until the first answer. */
  get rounds(): Row[] | null {
    const rows = this.#list.value?.rows;
    return rows ? [...rows].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a))) : null;
  }
  get error(): ErrorBody | null {
    return this.#list.error ?? this.#round.error;
  }
  /** The round that is looked at: that of the address, or the first. */
  get current(): Row | null {
    const rounds = this.rounds ?? [];
    return rounds.find(({ id }) => id === this.#desk.router.at.view) ?? rounds[0] ?? null;
  }
  /** What the core tells of it; null while it is read. */
  get round(): Round | null {
    const round = this.#round.value;
    return round && round.round.id === this.current?.id ? round : null;
  }
  get rows(): RoundRow[] {
    const rows = this.round?.rows ?? [];
    if (this.part === 'missing') return rows.filter((row) => row.answers.length === 0);
    return this.part === 'mine' ? rows.filter((row) => this.isMine(row)) : rows;
  }

  /** Whether I, or my organisation, am asked for an activity. */
  isMine({ leads, asked }: RoundRow): boolean {
    const { person, organisation } = this.#desk.state;
    const mine = [person?.id, organisation?.id];
    return [...leads, ...asked].some(({ id }) => mine.includes(id));
  }

  show(id: string): void {
    this.#desk.router.show(id);
    void this.#read();
  }

  async load(): Promise<void> {
    const { client } = this.#desk;
    const page = { kind: 'status_round', sort: ['-opens'], offset: 0, limit: ROUNDS };
    if (await this.#list.ask(() => client.list(page))) await this.#read();
  }

  async #read(): Promise<void> {
    const { current } = this;
    if (!current) return;
    const round = await this.#round.ask(() => this.#desk.client.round({ id: current.id }));
    // Who is asked for something sees that first.
    if (round && !this.#chosen) {
      this.#chosen = true;
      if (round.rows.some((row) => this.isMine(row))) this.part = 'mine';
    }
  }

  /** Begins an answer, or goes on with the one that my organisation gave. */
  write(row: RoundRow): void {
    const { organisation } = this.#desk.state;
    const asked = row.asked.find(({ id }) => id === organisation?.id) ?? row.asked[0] ?? organisation;
    const own = row.answers.find((answer) => asRef(answer['organisation'])?.id === asked?.id);
    const text = (name: string): string => String(own?.[`${name}_text`] ?? '');
    this.writing = {
      row,
      id: own ? String(own['id']) : null,
      organisation: asked?.table === 'organisation' ? asked : organisation,
      status: String(own?.['status'] ?? row.status ?? 'unknown'),
      progress: text('progress_note'),
      next: text('next_step'),
    };
  }

  /** Stores the answer; the activity says the same from then on. */
  async answer(): Promise<void> {
    const { writing, current } = this;
    if (!writing || !current) return;
    const desk = this.#desk;
    const said = [
      `status=${writing.status}`,
      `progress_note.${desk.m.language}=${writing.progress.trim()}`,
      `next_step.${desk.m.language}=${writing.next.trim()}`,
    ];
    const done = await desk.attempt(async () => {
      if (writing.id) await desk.client.edit({ kind: 'answer', id: writing.id, set: said });
      else {
        const of = [`round=id:${current.id}`, `activity=id:${writing.row.activity.id}`];
        if (writing.organisation) of.push(`organisation=id:${writing.organisation.id}`);
        await desk.client.create({ kind: 'answer', set: [...of, ...said] });
      }
      desk.toasts.show({
        message: 'round-answered',
        args: { label: desk.named(writing.row.activity) },
        action: desk.undoAction(),
      });
    });
    if (done) this.writing = null;
  }

  /** Asks for which workplan a round is opened: the one that is adopted, if only one is. */
  async open(): Promise<void> {
    const desk = this.#desk;
    await desk.attempt(async () => {
      const page = { kind: 'workplan', where: ['state!=closed'], sort: ['-first'], offset: 0, limit: 1 };
      const [plan] = (await desk.client.list(page)).rows;
      const opens = desk.now().toISOString().slice(0, 10);
      const workplan = plan ? { id: plan.id, table: plan.table, label: plan.label } : null;
      this.opening = { workplan, title: '', opens, closes: '' };
    });
  }

  /** Whether the round that is being opened closes before it opens. */
  get isTurned(): boolean {
    const { opening } = this;
    return Boolean(opening?.closes && opening.closes < opening.opens);
  }

  /** What the round that is being opened is called where it is given no name. */
  get plainTitle(): string {
    const { opening } = this;
    if (!opening?.workplan || !opening.opens) return '';
    const { m } = this.#desk;
    return m.t('round-title', { workplan: opening.workplan.label, date: m.fullDate(opening.opens) });
  }

  async openRound(): Promise<void> {
    const { opening } = this;
    if (!opening?.workplan || this.isTurned) return;
    const desk = this.#desk;
    const { m } = desk;
    const workplan = opening.workplan;
    const named = this.plainTitle;
    const done = await desk.attempt(async () => {
      const set = [
        `workplan=id:${workplan.id}`,
        `title.${m.language}=${opening.title.trim() || named}`,
        `opens=${opening.opens}`,
        `closes=${opening.closes}`,
        'state=open',
      ];
      const { record } = await desk.client.create({ kind: 'status_round', set });
      desk.toasts.show({
        message: 'round-opened',
        args: { label: desk.named(record) },
        action: desk.undoAction(),
      });
      await this.load();
      this.show(record.id);
    });
    if (done) this.opening = null;
  }

  /** Asks before a round is closed: nobody who knows of it can answer any more. */
  close(): void {
    const { round } = this;
    if (!round) return;
    const { m } = this.#desk;
    this.#desk.question = {
      title: m.t('round-close-title', { label: this.#desk.named(round.round) }),
      text: m.t('round-close-text', { count: round.due - round.answered }),
      act: m.t('round-close'),
      run: () => void this.#turn('closed', 'round-closed'),
    };
  }

  async reopen(): Promise<void> {
    await this.#turn('open', 'round-reopened');
  }

  async #turn(state: string, message: string): Promise<void> {
    const { current } = this;
    if (!current) return;
    const desk = this.#desk;
    await desk.attempt(async () => {
      await desk.client.edit({ kind: 'status_round', id: current.id, set: [`state=${state}`] });
      desk.toasts.show({ message, args: { label: desk.named(current) }, action: desk.undoAction() });
    });
  }

  /** Adopts an answer that came late, or leaves it out. */
  async settle(conflict: string, choice: 'keep' | 'drop'): Promise<void> {
    const desk = this.#desk;
    await desk.attempt(async () => {
      await desk.client.settle({ id: conflict, choice });
      desk.toasts.show({
        message: choice === 'keep' ? 'round-adopted' : 'round-left',
        action: desk.undoAction(),
      });
    });
  }

  /** Writes the text for those who have not answered, in a language. */
  async remind(language: Language): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.#desk.attempt(async () => {
      const { text } = await this.#desk.client.roundReminder({ id: current.id, language });
      this.reminder = { language, text };
    });
  }
}
