/** Figures: integers and amounts of money, written in any of the usual ways. */
import type { EditField, Setting } from '../column';
import { type Reading, TextSession } from './session.svelte';

const SPACES = /[\s\u00a0\u202f'’]/g;

/** Gives the figures of any script as 0 to 9, with the separators of Arabic and without marks of direction. */
function westernDigits(text: string): string {
  const plain = text
    .replace(/[\u061c\u200e\u200f]/g, '')
    .replaceAll('\u066c', ',')
    .replaceAll('\u066b', '.');
  return plain.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Decimal digits stand in runs of ten, from 0 to 9; the zero is where the run begins.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

/** Reads an integer; null when the text is none. */
export function readInteger(text: string): number | null {
  const plain = westernDigits(text)
    .replace(SPACES, '')
    .replace(/^\u2212/, '-');
  const whole = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(plain) ? plain.replace(/[.,]/g, '') : plain;
  if (!/^[+-]?\d{1,15}$/.test(whole)) return null;
  return Number(whole);
}

/** An amount as digits with a point, and its currency code or null. */
export interface Amount {
  amount: string;
  currency: string | null;
}

/**
 * Reads an amount with or without a currency: "USD 1,200,000", "1 200 000,50 EUR", "3.5".
 *
 * The last separator is the decimal one unless three figures follow it, as behind thousands, or it stands
 * more than once. Behind thousands of another separator, behind more than three figures or a nought it is.
 */
export function readAmount(text: string): Amount | null {
  const found = /^([a-z]{3})?\s*([+-]?[\d.,]+)\s*([a-z]{3})?$/i.exec(
    westernDigits(text)
      .trim()
      .replace(/(\d)[\s\u00a0\u202f'’]+(?=\d)/g, '$1'),
  );
  const digits = found?.[2];
  if (!found || !digits || (found[1] && found[3])) return null;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const mark = digits[last];
  const decimals = digits.length - last - 1;
  const once = mark !== undefined && digits.indexOf(mark) === last;
  const before = digits.slice(0, Math.max(0, last)).replace(/^[+-]/, '');
  const plainly = /[.,]/.test(before) || before.length > 3 || before === '0';
  const split = last >= 0 && once && decimals > 0 && (decimals !== 3 || plainly);
  const whole = (split ? digits.slice(0, last) : digits).replace(/[.,]/g, '');
  const part = split ? digits.slice(last + 1) : '';
  if (!/^[+-]?\d{1,15}$/.test(whole) || !/^\d*$/.test(part)) return null;
  return {
    amount: `${BigInt(whole)}${part ? `.${part}` : ''}`,
    currency: (found[1] ?? found[3])?.toUpperCase() ?? null,
  };
}

/** Prints an amount, digits with a point, with the separators of the language; what is none is printed as it is. */
export function printAmount(amount: string, setting: Setting): string {
  const found = /^-?\d{1,15}(?:\.(\d+))?$/.exec(amount);
  if (!found) return amount;
  const decimals = found[1]?.length ?? 0;
  // Three decimals could be read again as thousands.
  const minimumFractionDigits = decimals === 3 ? 4 : decimals;
  const format = { minimumFractionDigits, maximumFractionDigits: Math.max(2, minimumFractionDigits) };
  return new Intl.NumberFormat(setting.lang(), format).format(amount as Intl.StringNumericLiteral);
}

/** Prints an integer with the separators of the language. */
export function printInteger(value: number, setting: Setting): string {
  return new Intl.NumberFormat(setting.lang(), { maximumFractionDigits: 0 }).format(value);
}

/** Editor of an integer. */
export class IntegerSession extends TextSession {
  constructor(field: EditField) {
    super(field);
  }

  override read(): Reading {
    const text = this.text.trim();
    if (text === '') return { ok: true, value: '', text: '' };
    const { least, most } = this.field.column;
    const number = readInteger(text);
    const { t } = this.field.setting;
    if (number === null) return { ok: false, reason: t('grid-not-integer', { text }) };
    if (least !== undefined && number < least) return { ok: false, reason: t('grid-below', { least }) };
    if (most !== undefined && number > most) return { ok: false, reason: t('grid-above', { most }) };
    return { ok: true, value: String(number), text: printInteger(number, this.field.setting) };
  }
}

/** Editor of an amount of money. */
export class MoneySession extends TextSession {
  readonly #currency: string | null;

  constructor(field: EditField, currency: string | null) {
    super(field);
    this.#currency = currency;
  }

  override read(): Reading {
    const text = this.text.trim();
    if (text === '') return { ok: true, value: '', text: '' };
    const amount = readAmount(text);
    if (!amount) return { ok: false, reason: this.field.setting.t('grid-not-money', { text }) };
    const currency = amount.currency ?? this.#currency;
    const value = currency ? `${amount.amount} ${currency}` : amount.amount;
    return { ok: true, value, text: value };
  }
}
