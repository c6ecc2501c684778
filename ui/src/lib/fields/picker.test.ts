import { describe, expect, it } from 'vitest';
import { Clock } from '../../../tests/support/clock';
import { row } from '../../../tests/support/desk';
import { Client } from '../host/client';
import { FakeHost } from '../host/fake';
import { Picker } from './picker.svelte';

function picker() {
  const clock = new Clock();
  const host = new FakeHost()
    .answer('list', ({ kind }) => ({ table: kind, total: 1, rows: [row(String(kind), `${String(kind)} 1`)] }))
    .answer('search', ({ text }) => ({
      rows: [
        {
          id: `id ${String(text)}`,
          table: 'person',
          label: String(text),
          field: 'name',
          snippet: '',
          rank: 0,
        },
      ],
    }));
  return { clock, host, subject: new Picker(new Client(host), clock.after, ['organisation', 'person']) };
}

describe('choosing a record by name', () => {
  it('offers records of every target before anything is typed', async () => {
    const { clock, subject } = picker();
    subject.show();
    await clock.pass(1);
    expect(subject.options.map(({ id }) => id)).toEqual(['organisation 1', 'person 1']);
  });

  it('finds what people know by its number', async () => {
    const { clock, host } = picker();
    const subject = new Picker(new Client(host), clock.after, ['objective', 'person']);
    subject.type('8');
    await clock.pass(100);
    expect(host.calls('list')).toMatchObject([{ kind: 'objective', where: ['number=8'] }]);
    expect(subject.options.map(({ id }) => id)).toEqual(['objective 1', 'id 8']);
  });

  it('asks once when the typing pauses, for the targets only', async () => {
    const { clock, host, subject } = picker();
    for (const text of ['a', 'an', 'ana']) {
      subject.type(text);
      await clock.pass(10);
    }
    await clock.pass(100);
    expect(host.calls('search')).toEqual([{ text: 'ana', kinds: ['organisation', 'person'], limit: 30 }]);
    expect(subject.options[0]?.label).toBe('ana');
  });

  it('forgets an answer that comes after a newer question', async () => {
    const { clock, host, subject } = picker();
    const answers: ((value: unknown) => void)[] = [];
    host.answer('search', () => new Promise((done) => answers.push(done)));
    subject.type('a');
    await clock.pass(100);
    subject.type('b');
    await clock.pass(100);
    const hit = (label: string) => ({
      rows: [{ id: label, table: 'person', label, field: 'name', snippet: '', rank: 0 }],
    });
    answers[1]?.(hit('newer'));
    await clock.pass(1);
    answers[0]?.(hit('older'));
    await clock.pass(1);
    expect(subject.options.map(({ label }) => label)).toEqual(['newer']);
  });

  it('says that nothing fits only when the newest question was answered so', async () => {
    const { clock, host, subject } = picker();
    host.answer('search', () => ({ rows: [] }));
    subject.type('zzz');
    expect(subject.nothing).toBe(false);
    await clock.pass(100);
    expect(subject.nothing).toBe(true);
  });

  it('moves round the ends, over the lines that stand after the found ones', async () => {
    const { clock, subject } = picker();
    subject.show();
    await clock.pass(1);
    subject.move(-1, 1);
    expect(subject.active).toBe(2);
    subject.move(1, 1);
    expect(subject.active).toBe(0);
  });
});
