import type { Vague } from '../../src/lib/host/client';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const day = (y: number, m: number, d: number): string =>
  new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);

interface Span {
  first: string;
  last: string;
  edtf: string;
  precision: Vague['precision'];
}

function point(text: string, year: number | null): Span | null {
  let m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (m) return { first: text, last: text, edtf: text, precision: 'day' };
  m = /^(\d{1,2}) (\w{3,9}) (\d{4})$/.exec(text);
  if (m) {
    const month = MONTHS.indexOf(m[2]!.slice(0, 3).toLowerCase());
    if (month < 0) return null;
    const at = day(+m[3]!, month, +m[1]!);
    return { first: at, last: at, edtf: at, precision: 'day' };
  }
  m = /^(\d{4})-(\d{2})$/.exec(text);
  if (m)
    return {
      first: day(+m[1]!, +m[2]! - 1, 1),
      last: day(+m[1]!, +m[2]!, 0),
      edtf: text,
      precision: 'month',
    };
  m = /^Q([1-4])(?: (\d{4}))?$/i.exec(text);
  if (m && (m[2] || year)) {
    const y = +(m[2] ?? year!);
    const q = +m[1]!;
    return {
      first: day(y, q * 3 - 3, 1),
      last: day(y, q * 3, 0),
      edtf: `${y}-${32 + q}`,
      precision: 'quarter',
    };
  }
  m = /^(\d{4})$/.exec(text);
  if (m) return { first: `${m[1]}-01-01`, last: `${m[1]}-12-31`, edtf: m[1]!, precision: 'year' };
  return null;
}

/** Reads the few forms of vague time that the published workplan uses; the core's grammar knows more. */
export function readVague(text: string): Vague {
  const parts = text
    .trim()
    .split(/\s*(?:–|\bto\b|\band\b|-(?=Q|\d{4}\b(?!-)))\s*/i)
    .filter(Boolean);
  const tail = /(\d{4})$/.exec(text.trim());
  const read = parts.map((part) => point(part, tail ? +tail[1]! : null));
  const first = read[0];
  const last = read.at(-1);
  if (!first || !last || read.length > 2)
    return { text, edtf: null, first: null, last: null, precision: 'unknown' };
  return {
    text,
    edtf: first === last ? first.edtf : `${first.edtf}/${last.edtf}`,
    first: first.first,
    last: last.last,
    precision: last.precision,
  };
}
