import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import { CommentsState, threads } from './comments.svelte';

const comment = (id: string, answers: string | null = null, resolved = false) =>
  row('comment', id, {
    text: id,
    answers: answers === null ? null : { id: answers, table: 'comment', label: answers },
    resolved,
  });

describe('comments', () => {
  it('stand with what was answered to them, also to answers', () => {
    const told = threads([comment('a'), comment('b', 'a'), comment('c', 'b'), comment('d', 'gone')]);
    expect(told.map(({ comment, answers }) => [comment.id, answers.map(({ id }) => id)])).toEqual([
      ['a', ['b', 'c']],
      ['d', []],
    ]);
  });

  it('that answer each other in a circle are shown all the same', () => {
    const told = threads([comment('a', 'b'), comment('b', 'a')]);
    const shown = told.flatMap(({ comment, answers }) => [comment.id, ...answers.map(({ id }) => id)]);
    expect(shown.sort()).toEqual(['a', 'b']);
  });

  it('are said, answered and resolved', async () => {
    const { desk, host } = await testDesk({
      answers: (fake) =>
        fake
          .answer('list', () => ({
            table: 'comment',
            total: 2,
            rows: [comment('a'), comment('b', null, true)],
          }))
          .answer('create', () => ({ txn: 't', record: comment('new') }))
          .answer('edit', () => ({ txn: 't', record: comment('a') })),
    });
    const state = new CommentsState(desk, { kind: 'activity', id: 'x' });
    await settled();
    expect([state.count, state.open]).toEqual([2, 1]);
    state.text = ' Is this so? ';
    await state.say();
    state.answering = 'a';
    state.answer = 'It is';
    await state.reply();
    expect(host.calls('create')).toEqual([
      { kind: 'comment', set: ['of=id:x', 'text=Is this so?'] },
      { kind: 'comment', set: ['of=id:x', 'text=It is', 'answers=id:a'] },
    ]);
    expect([state.text, state.answering]).toEqual(['', null]);
    await state.resolve(comment('a'), true);
    expect(host.calls('edit')).toEqual([{ kind: 'comment', id: 'a', set: ['resolved=true'] }]);
  });
});
