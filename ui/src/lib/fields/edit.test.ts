import { describe, expect, it } from 'vitest';
import { Clock } from '../../../tests/support/clock';
import { fieldOf, row } from '../../../tests/support/desk';
import { Client } from '../host/client';
import { FakeHost } from '../host/fake';
import { HostError } from '../host/host';
import { DRAFT_MS, FieldEdit, REST_MS } from './edit.svelte';
import { readVague } from '../../../tests/support/vague';

function edit(name = 'title', options: { language?: string; start?: string; draft?: string } = {}) {
  const clock = new Clock();
  const host = new FakeHost()
    .answer('draft_put', () => ({}))
    .answer('draft_clear', () => ({}))
    .answer('read_vague', ({ text }) => readVague(String(text)))
    .answer('edit', () => ({ txn: 't', record: row('activity', 'a') }));
  const kept: unknown[] = [];
  const kind =
    name === 'minutes'
      ? 'agenda_item'
      : name === 'start'
        ? 'meeting'
        : name === 'first'
          ? 'workplan'
          : 'activity';
  const subject = new FieldEdit({
    client: new Client(host),
    after: clock.after,
    kind,
    id: 'a',
    field: fieldOf(kind, name),
    language: options.language ?? 'en',
    start: options.start ?? 'Before',
    draft: options.draft ?? null,
    onkept: (edited) => kept.push(edited),
  });
  return { clock, host, kept, subject };
}

const sets = (host: FakeHost): unknown[] => host.calls('edit').map((args) => args['set']);

describe('a field that is written in', () => {
  it('puts the text away as a draft while the typing goes on, and stores it when it rests', async () => {
    const { clock, host, kept, subject } = edit();
    subject.type('Aft');
    await clock.pass(DRAFT_MS);
    expect(host.calls('draft_put')).toEqual([{ kind: 'activity', id: 'a', field: 'title', text: 'Aft' }]);
    subject.type('After');
    await clock.pass(REST_MS - 1);
    expect(sets(host)).toEqual([]);
    await clock.pass(1);
    expect(sets(host)).toEqual([['title=After']]);
    expect(host.calls('edit')[0]?.['seen']).toEqual({ title: 'Before' });
    expect(host.calls('draft_clear')).toHaveLength(1);
    expect(subject.phase).toBe('rest');
    expect(kept).toHaveLength(1);
  });

  it('never waits longer than the draft time before the newest text is put away', async () => {
    const { clock, host, subject } = edit();
    for (let n = 0; n < 20; n += 1) {
      subject.type(`text ${n}`);
      await clock.pass(DRAFT_MS / 4);
    }
    expect(host.calls('draft_put').length).toBeGreaterThanOrEqual(4);
  });

  it('stores at once on leaving and nothing when nothing was changed', async () => {
    const { host, subject } = edit();
    await subject.leave();
    expect(sets(host)).toEqual([]);
    subject.type('After');
    expect(await subject.leave()).toBe(true);
    expect(sets(host)).toEqual([['title=After']]);
    await subject.leave();
    expect(sets(host)).toHaveLength(1);
  });

  it('keeps the typed text and says why when it is refused', async () => {
    const { host, subject } = edit();
    host.answer('edit', () => {
      throw new HostError({
        kind: 'refused',
        code: 'bad_value',
        params: {},
        hint: null,
        candidates: [],
        field: null,
        row: null,
      });
    });
    subject.type('Q5');
    expect(await subject.leave()).toBe(false);
    expect(subject.text).toBe('Q5');
    expect(subject.phase).toBe('refused');
    expect(subject.error).toMatchObject({ code: 'bad_value', field: 'title' });
    subject.type('Q4');
    expect(subject.error).toBeNull();
  });

  it('gives up to what was stored last, and takes the draft back', async () => {
    const { clock, host, subject } = edit();
    subject.type('One');
    await clock.pass(REST_MS);
    subject.type('Two');
    await clock.pass(DRAFT_MS);
    subject.drop();
    expect(subject.text).toBe('One');
    await clock.pass(REST_MS * 2);
    expect(sets(host)).toEqual([['title=One']]);
    expect(host.calls('draft_clear')).toHaveLength(2);
  });

  it('begins with the draft of an earlier run and stores it on leaving', async () => {
    const { host, subject } = edit('title', { draft: 'Half a sen' });
    expect(subject.text).toBe('Half a sen');
    expect(subject.phase).toBe('typing');
    await subject.leave();
    expect(sets(host)).toEqual([['title=Half a sen']]);
    expect(host.calls('draft_clear')).toHaveLength(1);
  });

  it('does not lose what is typed while an edit is on its way', async () => {
    const { host, subject } = edit();
    let answer: (value: unknown) => void = () => undefined;
    host.answer('edit', () => new Promise((done) => (answer = done)));
    subject.type('One');
    const first = subject.leave();
    await Promise.resolve();
    await Promise.resolve();
    subject.type('Two');
    answer({ txn: 't', record: row('activity', 'a') });
    expect(await first, 'the newer text is not stored yet').toBe(false);
    expect(subject.text).toBe('Two');
    expect(subject.phase).toBe('typing');
  });

  it('names the language where it is not the first one', async () => {
    const { host, subject } = edit('title', { language: 'fr', start: '' });
    subject.type('Titre');
    await subject.leave();
    expect(sets(host)).toEqual([['title.fr=Titre']]);
  });

  it('says back what was understood of a time, and forgets late answers', async () => {
    const { clock, subject } = edit('timeline', { start: '' });
    subject.type('Q1 2023');
    await clock.pass(100);
    expect(subject.reading).toMatchObject({ first: '2023-01-01', last: '2023-03-31', precision: 'quarter' });
    subject.type('');
    await clock.pass(100);
    expect(subject.reading).toBeNull();
  });

  const stored: [string, string, string][] = [
    ['timeline', ' Q1–Q2 2023 ', 'timeline=Q1–Q2 2023'],
    ['first', '17 May 2023', 'first=2023-05-17'],
    ['first', '2023-05', 'first=2023-05'],
    ['first', 'soon', 'first=soon'],
    ['minutes', '1 200', 'minutes=1200'],
    ['start', '2023-05-17', 'start=2023-05-17'],
  ];
  it.each(stored)('sends %s "%s" as %s', async (name, typed, sent) => {
    const { host, subject } = edit(name, { start: '' });
    subject.type(typed);
    await subject.leave();
    expect(sets(host)).toEqual([[sent]]);
  });
});
