import type { Desk } from '../desk/desk.svelte';
import type { RecordKey } from '../desk/router.svelte';
import { asRef } from '../fields/value';
import type { Row } from '../host/client';
import { Latest } from '../host/latest.svelte';

/** A comment, with what was answered to it. */
export interface Thread {
  comment: Row;
  answers: Row[];
}

const MOST = 500;

/** The comments in the order they were made, each with its answers; an answer to what is gone stands for itself. */
export function threads(comments: readonly Row[]): Thread[] {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const first = (comment: Row): Row => {
    const seen = new Set<string>();
    let top = comment;
    for (;;) {
      const above = known.get(asRef(top['answers'])?.id ?? '');
      if (!above || seen.has(above.id)) return top;
      seen.add(above.id);
      top = above;
    }
  };
  const found = new Map<string, Thread>();
  for (const comment of comments) {
    const top = first(comment);
    const thread = found.get(top.id) ?? { comment: top, answers: [] };
    if (top !== comment) thread.answers.push(comment);
    found.set(top.id, thread);
  }
  return [...found.values()];
}

/** What people said of a record, and what is being said. */
export class CommentsState {
  readonly #found = new Latest<{ rows: Row[] }>();
  text = $state('');
  /** The comment that is being answered. */
  answering = $state<string | null>(null);
  answer = $state('');
  readonly #desk: Desk;
  readonly #of: RecordKey;
  /** Lets go of the desk. */
  readonly end: () => void;

  constructor(desk: Desk, of: RecordKey) {
    this.#desk = desk;
    this.#of = of;
    this.end = desk.follow(['comment'], () => this.load());
  }

  get threads(): Thread[] {
    return threads(this.#found.value?.rows ?? []);
  }
  get count(): number {
    return this.#found.value?.rows.length ?? 0;
  }
  /** How many are neither answers nor resolved. */
  get open(): number {
    return this.threads.filter(({ comment }) => comment['resolved'] !== true).length;
  }

  async load(): Promise<void> {
    await this.#found.ask(() =>
      this.#desk.client.list({
        kind: 'comment',
        where: [`of=id:${this.#of.id}`],
        sort: ['created_at'],
        offset: 0,
        limit: MOST,
      }),
    );
  }

  async #add(text: string, more: string[]): Promise<boolean> {
    const desk = this.#desk;
    return desk.attempt(async () => {
      const set = [`of=id:${this.#of.id}`, `text=${text}`, ...more];
      await desk.client.create({ kind: 'comment', set });
      await this.load();
    });
  }

  /** Says what was written. */
  async say(): Promise<void> {
    const text = this.text.trim();
    if (text && (await this.#add(text, []))) this.text = '';
  }

  /** Answers the comment that is being answered. */
  async reply(): Promise<void> {
    const text = this.answer.trim();
    if (!text || !this.answering) return;
    if (!(await this.#add(text, [`answers=id:${this.answering}`]))) return;
    this.answer = '';
    this.answering = null;
  }

  /** Says that nothing is left to do about a comment, or that something is. */
  async resolve({ id }: Row, resolved: boolean): Promise<void> {
    const desk = this.#desk;
    await desk.attempt(async () => {
      await desk.client.edit({ kind: 'comment', id, set: [`resolved=${resolved ? 'true' : ''}`] });
      await this.load();
    });
  }
}
