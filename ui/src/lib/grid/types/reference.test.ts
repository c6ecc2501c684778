import { describe, expect, it } from 'vitest';
import type { Column, Reference } from '../column';
import { setting, settled } from '../list.fixture';
import { printNames, ReferenceSession, splitNames } from './reference.svelte';

const ALL: Reference[] = [
  { id: '1', label: 'IOM', name: 'International Organization for Migration' },
  { id: '2', label: 'UNHCR' },
  { id: '3', label: 'Regional Office, Bangkok' },
];

const column = {
  key: 'leads',
  label: 'Led by',
  type: 'references',
  width: 90,
  of: () => null,
  suggest: async (text: string) =>
    ALL.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase())),
} satisfies Column<never>;

const open = (chosen: Reference[], several = true): ReferenceSession =>
  new ReferenceSession({ column, value: chosen, text: '', setting }, chosen, several);

describe('names in a line', () => {
  it.each([
    [['IOM']],
    [['IOM', 'UNHCR']],
    [['Regional Office, Bangkok']],
    [['IOM', 'Regional Office, Bangkok']],
    [[]],
  ])('%j is read as it was printed', (names: string[]) => {
    expect(splitNames(printNames(names))).toEqual(names);
  });
});

describe('writing references', () => {
  const read = (session: ReferenceSession): string | undefined => {
    const reading = session.read();
    return reading.ok ? reading.value : undefined;
  };

  it('keeps what is there when nothing is typed', () => {
    const [first, second, third] = ALL;
    expect(read(open([first!, third!]))).toBe('id:1,id:3');
    expect(read(open([second!], false))).toBe('id:2');
    expect(read(open([{ ...first!, role: 'lead' }]))).toBe('id:1:lead');
    expect(read(open([]))).toBe('');
  });

  it('completes the name being written and leaves room for the next', async () => {
    const session = open([ALL[0]!]);
    session.type('IOM, unh');
    await settled();
    expect(session.options.map(({ label }) => label)).toEqual(['UNHCR']);
    expect(session.active).toBe(0);
    expect(session.press({ key: 'Enter', mod: false, alt: false, shift: false })).toBe('yes');
    expect(session.text).toBe('IOM, UNHCR, ');
    expect(read(session)).toBe('id:1,id:2');
  });

  it('takes a chosen record out when it is chosen again', async () => {
    const session = open([ALL[0]!, ALL[1]!]);
    await settled();
    session.choose('1');
    expect(session.text).toBe('UNHCR, ');
    expect(read(session)).toBe('id:2');
  });

  it('finds a record by its full name', async () => {
    const session = open([]);
    await settled();
    session.type('international organization for migration');
    expect(read(session)).toBe('id:1');
  });

  it('points at one record only where one is asked for', async () => {
    const session = open([ALL[1]!], false);
    session.type('bangkok');
    await settled();
    session.choose('3');
    expect(session.text).toBe('Regional Office, Bangkok');
    expect(read(session)).toBe('id:3');
  });

  it('lets a late answer to an older text fall', async () => {
    const answers: ((found: Reference[]) => void)[] = [];
    const slow = new ReferenceSession(
      {
        column: { ...column, suggest: () => new Promise((done) => answers.push(done)) },
        value: [],
        text: '',
        setting,
      },
      [],
      true,
    );
    slow.type('i');
    slow.type('un');
    answers[2]?.([ALL[1]!]);
    await settled();
    answers[1]?.([ALL[0]!]);
    await settled();
    expect(slow.options.map(({ label }) => label)).toEqual(['UNHCR']);
  });
});
