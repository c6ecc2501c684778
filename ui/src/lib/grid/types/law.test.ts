import { describe, expect, it } from 'vitest';
import { momentType } from '../../lists/types';
import { loadMessages } from '../../i18n/load';
import { Messages } from '../../i18n/messages.svelte';
import { numbers, pick } from '../chance.fixture';
import type { Choice, Column } from '../column';
import { setting, STATUSES } from '../list.fixture';
import { parseTsv, printTsv } from '../tsv';
import { joinNames } from './reference.svelte';
import { columnTypes, type TypeRegistry } from './registry';

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh'];

const WORDS = [
  'Q1–Q2 2023',
  'as soon as possible',
  'الربع الأول من عام 2023',
  'خريطة الهجرة',
  '"quoted"',
  'He said "no"',
  'a\tb',
  'one\ntwo',
  '=1+1',
  'état des lieux',
  '从2024年起',
  "d'ici à 2025",
  '2023',
  '-',
];
const NAMES = ['IOM', 'UNHCR', 'Women, Youth and Migration Forum', 'منتدى الهجرة', 'Platform: Coast', '5'];
const ROLES = [null, 'lead', 'implementing'];
const LETTERS: Choice[] = [
  { code: 'co_lead', label: 'Co-lead', letter: 'L' },
  { code: 'member', label: 'Member', letter: 'M' },
];

interface Case {
  column: Partial<Column<never>>;
  /** Makes any value of the type. */
  any(next: () => number): unknown;
  /** What the core is to be sent; the value itself where that is not told. */
  sent?(value: never): string;
}

const list = <T>(next: () => number, from: readonly T[]): T[] =>
  Array.from({ length: Math.floor(next() * 4) }, () => pick(next, from)).filter(
    (one, at, all) => all.indexOf(one) === at,
  );
const digits = (next: () => number, most: number): string =>
  String(Math.floor(next() * 10 ** Math.ceil(next() * most)));

interface Named {
  label: string;
  role: string | null;
}
const byName = (value: Named[]): string =>
  joinNames(value.map(({ label, role }) => (role ? `${label}:${role}` : label)));

const CASES: Record<string, Case> = {
  text: { column: {}, any: (next) => ({ text: list(next, WORDS).join(' ') }) },
  plain: {
    column: {},
    any: (next) =>
      list(next, WORDS)
        .join(' ')
        .replace(/[\t\n]/g, ' '),
  },
  words: {
    column: {},
    any: (next) =>
      list(next, NAMES).map((text) => (next() < 0.5 ? text : { text, role: pick(next, ROLES) ?? '' })),
  },
  integer: {
    column: {},
    any: (next) => (next() < 0.1 ? null : Number(digits(next, 9)) * (next() < 0.3 ? -1 : 1)),
  },
  money: {
    column: {},
    any: (next) => {
      const whole = `${next() < 0.2 ? '-' : ''}${digits(next, 15)}`;
      const part = digits(next, 6).replace(/0+$/, '');
      const amount =
        next() < 0.5 || part === '' || whole === '-0' ? whole.replace('-0', '0') : `${whole}.${part}`;
      return { amount, currency: pick(next, ['USD', 'CHF', null]) };
    },
    // How many noughts stand at the end says nothing.
    sent: ({ amount, currency }: { amount: string; currency: string | null }) =>
      currency ? `${amount} ${currency}` : amount,
  },
  code: {
    column: { choices: STATUSES },
    any: (next) => pick(next, [...STATUSES.map(({ code }) => code), null]),
  },
  mark: {
    column: { choices: LETTERS },
    any: (next) => pick(next, [{ code: 'member' }, { code: 'co_lead' }, null]),
  },
  // A reference that comes from outside is known by its name, which the core looks up.
  reference: {
    column: {},
    any: (next) => ({ id: 'x', label: pick(next, NAMES) }),
    sent: ({ label }: { label: string }) => label,
  },
  references: {
    column: {},
    any: (next) => list(next, NAMES).map((label) => ({ id: label, label, role: pick(next, ROLES) })),
    sent: byName,
  },
  vague: { column: {}, any: (next) => ({ text: list(next, WORDS).join(', ').trim() }) },
  date: {
    column: {},
    any: (next) =>
      new Date(
        Date.UTC(1000 + Math.floor(next() * 8999), Math.floor(next() * 12), 1 + Math.floor(next() * 28)),
      )
        .toISOString()
        .slice(0, 10)
        .slice(0, pick(next, [10, 10, 7, 4])),
  },
  moment: {
    column: {},
    any: (next) => {
      const at = new Date(Math.floor(next() * 4e12));
      at.setSeconds(0, 0);
      return next() < 0.3 ? at.toISOString().slice(0, 10) : at.toISOString().replace('.000Z', 'Z');
    },
  },
  flag: { column: {}, any: (next) => pick(next, [true, false, null]) },
};

/** Types whose cells are never written in. */
const SHOWN = ['position', 'standing', 'check'];

describe('paste(copy(x)) = x', () => {
  it('is tried on every type that is written in', () => {
    expect([...Object.keys(CASES), ...SHOWN].sort()).toEqual(Object.keys(columnTypes).sort());
  });

  it.each(LANGUAGES)('in %s, for every type, through a spreadsheet', async (lang) => {
    const messages = new Messages(loadMessages, () => new Date(2023, 4, 17));
    await messages.use('en');
    const types: TypeRegistry = { ...columnTypes, moment: momentType(messages) };
    const there = { ...setting, lang: () => lang };
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = numbers(seed);
      const cells = Object.entries(CASES).map(([name, { column: part, any, sent }]) => {
        const type = types[name]!;
        const column: Column<never> = {
          key: name,
          label: name,
          type: name,
          width: 1,
          of: () => null,
          ...part,
        };
        const value = any(next);
        const text = type.copy?.(value, column, there) ?? type.text(value, column, there);
        return { name, type, column, text, sent: sent?.(value as never) ?? type.value(value, column) };
      });
      // A single row would be told by other rules of breaks and quotes than several.
      const [pasted] = parseTsv(printTsv([cells.map(({ text }) => text), cells.map(() => '')]));
      cells.forEach(({ name, type, column, text, sent }, at) => {
        const read = type.parse(pasted?.[at] ?? '', column, there);
        const meant =
          name === 'money' ? read.replace(/(\.\d*?)0+(?= |$)/, '$1').replace(/\.(?= |$)/, '') : read;
        expect(meant, `seed ${seed}, ${name}: ${JSON.stringify(text)}`).toBe(sent);
      });
    }
  });
});
