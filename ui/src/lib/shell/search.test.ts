import { describe, expect, it } from 'vitest';
import { testDesk } from '../../../tests/support/desk';
import { fits } from './commands';
import { DeskSearch } from './search.svelte';

const hit = {
  id: 'o',
  table: 'organisation',
  label: 'UNICEF',
  field: 'name',
  snippet: '[[UNICEF]]',
  rank: 0,
};

async function search() {
  const test = await testDesk({ answers: (host) => host.answer('search', () => ({ rows: [hit] })) });
  return { ...test, subject: new DeskSearch(test.desk) };
}

describe('the search at the top', () => {
  it('offers every place and every act before anything is typed', async () => {
    const { subject } = await search();
    const lines = subject.lines.map(({ id }) => id);
    expect(lines.filter((id) => id.startsWith('go '))).toHaveLength(9);
    expect(lines).toContain('add activity');
    expect(lines).toContain('language fr');
    expect(lines, 'the language in use is not offered').not.toContain('language en');
  });

  it('finds places and acts by the beginnings of words, records through the core', async () => {
    const { subject, clock, host } = await search();
    subject.type('countr');
    expect(subject.lines.map(({ id }) => id)).toEqual(['go places']);
    subject.type('unicef');
    await clock.pass(100);
    expect(host.calls('search')).toEqual([{ text: 'unicef', limit: 12 }]);
    expect(subject.lines.map(({ id }) => id)).toEqual(['o']);
  });

  it('opens a record beside its list, or its page', async () => {
    for (const page of [false, true]) {
      const { subject, clock, desk } = await search();
      desk.overlay = 'search';
      subject.type('unicef');
      await clock.pass(100);
      subject.take(0, page);
      expect(desk.overlay).toBeNull();
      expect(subject.taken).toBe(true);
      expect(desk.router.at.place).toBe('members');
      expect(desk.router.at[page ? 'page' : 'record']).toEqual({ kind: 'organisation', id: 'o' });
    }
  });

  it('filters the list that is shown, where there is one', async () => {
    const { subject, desk, clock, host } = await search();
    host.answer('search', () => ({ rows: [] }));
    subject.type('climate');
    await clock.pass(100);
    expect(subject.nothing).toBe(true);
    const filtered: string[] = [];
    desk.filterHere = (text) => filtered.push(text);
    expect(subject.nothing).toBe(false);
    subject.take(0, false);
    expect(filtered).toEqual(['climate']);
    expect(subject.taken, 'a filter leaves the focus where it was').toBe(false);
  });

  it('offers nothing that changes a store that is only read', async () => {
    const { desk } = await testDesk({ state: { store: 'read_only' } });
    const lines = new DeskSearch(desk).lines.map(({ id }) => id);
    expect(lines).not.toContain('add activity');
    expect(lines).not.toContain('undo');
    expect(lines).toContain('go workplan');
  });
});

describe('fitting', () => {
  const cases: [string, string, boolean][] = [
    ['Countries and regions', 'reg', true],
    ['Countries and regions', 'c r', true],
    ['Countries and regions', 'ount', false],
    ['Panorama de México', 'mexico', true],
  ];
  it.each(cases)('"%s" for "%s": %s', (label, query, expected) => expect(fits(label, query)).toBe(expected));
});
