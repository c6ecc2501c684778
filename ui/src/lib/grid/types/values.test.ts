import { describe, expect, it } from 'vitest';
import type { Column } from '../column';
import { setting, settled, STATUSES } from '../list.fixture';
import { DateSession, moveDay, readDay } from './date.svelte';
import { IntegerSession, MoneySession, readAmount, readInteger } from './number.svelte';
import { columnTypes } from './registry';
import { VagueSession } from './vague.svelte';

const column = (part: Partial<Column<never>> = {}): Column<never> => ({
  key: 'field',
  label: 'Field',
  type: 'text',
  width: 100,
  of: () => null,
  ...part,
});

describe('figures', () => {
  it.each<[string, number | null]>([
    ['12', 12],
    [' 1,204 ', 1204],
    ['1 204', 1204],
    ['1.204.000', 1204000],
    ['-3', -3],
    ['−3', -3],
    ['٣٤', 34],
    ['1.5', null],
    ['12a', null],
    ['', null],
  ])('reads %j as %j', (text, number) => {
    expect(readInteger(text)).toBe(number);
  });

  it('refuses what is no integer or out of bounds, and says why', () => {
    const session = new IntegerSession({
      column: column({ least: 1, most: 23 }),
      value: null,
      text: '',
      setting,
    });
    const reasonFor = (text: string): string | null => {
      session.type(text);
      const reading = session.read();
      return reading.ok ? null : reading.reason;
    };
    expect(reasonFor('8')).toBeNull();
    expect(reasonFor('24')).toBe('grid-above 23');
    expect(reasonFor('0')).toBe('grid-below 1');
    expect(reasonFor('eight')).toBe('grid-not-integer eight');
    expect(reasonFor('')).toBeNull();
  });

  it.each<[string, { amount: string; currency: string | null } | null]>([
    ['USD 1,200,000', { amount: '1200000', currency: 'USD' }],
    ['1 200 000,50 EUR', { amount: '1200000.50', currency: 'EUR' }],
    ['1.234.567,8 eur', { amount: '1234567.8', currency: 'EUR' }],
    ['3.5', { amount: '3.5', currency: null }],
    ['1,200', { amount: '1200', currency: null }],
    ["1'200.00 CHF", { amount: '1200.00', currency: 'CHF' }],
    ['1,234.567', { amount: '1234.567', currency: null }],
    ['1234,567', { amount: '1234.567', currency: null }],
    ['0.125', { amount: '0.125', currency: null }],
    ['١٬٢٥٠٫٥', { amount: '1250.5', currency: null }],
    ['USD 5 EUR', null],
    ['a lot', null],
  ])('reads %j as an amount', (text, amount) => {
    expect(readAmount(text)).toEqual(amount);
  });

  it('keeps the currency that was there', () => {
    const session = new MoneySession({ column: column(), value: null, text: '', setting }, 'USD');
    session.type('5000');
    expect(session.read()).toMatchObject({ ok: true, value: '5000 USD' });
    session.type('5000 EUR');
    expect(session.read()).toMatchObject({ ok: true, value: '5000 EUR' });
  });
});

describe('days', () => {
  it.each<[string, string, string | null]>([
    ['2023-05-04', 'en', '2023-05-04'],
    ['4.5.2023', 'en', '2023-05-04'],
    ['04/05/2023', 'en', '2023-05-04'],
    ['4 May 2023', 'en', '2023-05-04'],
    ['4 mai 2023', 'fr', '2023-05-04'],
    ['1er août 2023', 'fr', '2023-08-01'],
    ['4 de mayo de 2023', 'es', '2023-05-04'],
    ['4 May 2023', 'fr', '2023-05-04'],
    ['31.2.2023', 'en', null],
    ['Q2 2023', 'en', null],
    ['', 'en', null],
  ])('reads %j in %s as %j', (text, lang, day) => {
    expect(readDay(text, lang)).toBe(day);
  });

  it('keeps the month when a day is moved by months', () => {
    expect(moveDay('2024-01-31', { months: 1 })).toBe('2024-02-29');
    expect(moveDay('2024-03-31', { months: -1 })).toBe('2024-02-29');
    expect(moveDay('2024-12-31', { days: 1 })).toBe('2025-01-01');
  });

  it('shows the month of what is typed and moves the day by keys', () => {
    const session = new DateSession({ column: column(), value: null, text: '', setting }, '');
    const press = (key: string): string => session.press({ key, mod: false, alt: false, shift: false });
    expect(session.month).toBe('March 2026');
    session.type('4.5.2023');
    expect(session.month).toBe('May 2023');
    expect(session.weeks.flat().filter(({ inMonth }) => inMonth)).toHaveLength(31);
    expect(session.weeks.flat().find(({ chosen }) => chosen)?.iso).toBe('2023-05-04');
    expect(press('ArrowDown')).toBe('yes');
    expect(press('PageUp')).toBe('yes');
    expect(session.day).toBe('2023-04-05');
    session.turn(-4);
    expect(session.month).toBe('December 2022');
    session.type('nonsense');
    expect(session.read()).toEqual({ ok: false, reason: 'grid-not-date nonsense' });
  });

  it.each(['en', 'fr', 'es', 'ar', 'ru', 'zh'])('reads in %s what it prints in it', (lang) => {
    const there = { ...setting, lang: () => lang };
    for (let month = 1; month <= 12; month += 1) {
      const iso = `2023-${String(month).padStart(2, '0')}-04`;
      const printed = columnTypes.date?.text(iso, column(), there) ?? '';
      expect(columnTypes.date?.parse(printed, column(), there), printed).toBe(iso);
    }
  });
});

describe('vague time', () => {
  it('keeps any text and says back what was understood of the newest', async () => {
    const answers = new Map<string, (head: string) => void>();
    const session = new VagueSession({
      column: column({
        understand: (text) => new Promise((done) => answers.set(text, (head) => done({ head, lines: [] }))),
      }),
      value: null,
      text: '2023',
      setting,
    });
    session.type('Q1 2023');
    answers.get('Q1 2023')?.('January to March');
    await settled();
    answers.get('2023')?.('the year');
    await settled();
    expect(session.understood?.head).toBe('January to March');
    expect(session.answered).toBe(true);
    expect(session.read()).toEqual({ ok: true, value: 'Q1 2023', text: 'Q1 2023' });
  });

  it('says that a text was not understood, and keeps it', async () => {
    const session = new VagueSession({
      column: column({ understand: async () => null }),
      value: null,
      text: '',
      setting,
    });
    expect(session.answered).toBe(false);
    session.type('on request');
    await settled();
    expect(session.understood).toBeNull();
    expect(session.answered).toBe(true);
    expect(session.read().ok).toBe(true);
  });
});

describe('pasted text', () => {
  const money = { amount: '1200000', currency: 'USD' };
  const cases: [string, string, string, Partial<Column<never>>][] = [
    ['code', 'In progress', 'in_progress', { choices: STATUSES }],
    ['code', 'in_progress', 'in_progress', { choices: STATUSES }],
    ['code', '  YET TO START ', 'yet_to_start', { choices: STATUSES }],
    ['code', 'paused', 'paused', { choices: STATUSES }],
    ['integer', '1,204', '1204', {}],
    ['integer', 'none', 'none', {}],
    ['money', 'USD 1,200', '1200 USD', {}],
    ['references', 'IOM; UNHCR', 'IOM,UNHCR', {}],
    ['plain', ' two\nlines ', 'two lines', {}],
    ['date', '4 May 2023', '2023-05-04', {}],
    ['flag', 'grid-yes', 'true', {}],
    ['mark', 'L', 'co_lead', { choices: [{ code: 'co_lead', label: 'Co-lead', letter: 'L' }] }],
  ];
  it.each(cases)('in a column of %s, %j is sent as %j', (type, text, value, part) => {
    expect(columnTypes[type]?.parse(text, column(part), setting)).toBe(value);
  });

  it('comes back in the form it was printed in', () => {
    const { money: type } = columnTypes;
    const printed = type?.text(money, column(), setting) ?? '';
    expect(printed).toBe('1,200,000 USD');
    expect(type?.parse(printed, column(), setting)).toBe(type?.value(money, column()));
  });
});
