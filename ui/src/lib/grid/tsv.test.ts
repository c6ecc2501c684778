import { describe, expect, it } from 'vitest';
import { numbers } from './chance.fixture';
import { type Block, parseTsv, printHtml, printTsv } from './tsv';

const PIECES = [
  '',
  'a',
  '"',
  '""',
  '\t',
  '\n',
  '\r\n',
  '\r',
  ' ',
  ',',
  'Q1–Q2 2023',
  'الهجرة',
  "'",
  '=1+1',
  '"x"',
  '😀',
];

function anyBlock(seed: number): Block {
  const next = numbers(seed);
  const pick = (n: number): number => Math.floor(next() * n);
  const width = 1 + pick(4);
  return Array.from({ length: 1 + pick(5) }, () =>
    Array.from({ length: width }, () =>
      Array.from({ length: pick(4) }, () => PIECES[pick(PIECES.length)] ?? '').join(''),
    ),
  );
}

describe('tab separated text', () => {
  it('gives back every block it prints', () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const block = anyBlock(seed);
      expect(parseTsv(printTsv(block)), `seed ${seed}`).toEqual(block);
    }
  });

  const read: [string, string, Block][] = [
    ['one cell', 'a', [['a']]],
    ['nothing', '', [['']]],
    ['a column as LibreOffice copies it', 'a\nb\n', [['a'], ['b']]],
    ['a column as Excel copies it', 'a\r\nb\r\n', [['a'], ['b']]],
    ['no break at the end', 'a\nb', [['a'], ['b']]],
    ['an empty row inside', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['an empty last row', 'a\n\n', [['a'], ['']]],
    ['a break in a cell', '"one\ntwo"\tb\n', [['one\ntwo', 'b']]],
    ['a quote in a cell', 'He said "no"\t"a ""b"""', [['He said "no"', 'a "b"']]],
    ['a quote that never closes', '"open\tb', [['"open', 'b']]],
    ['words after a closing quote', '"a" and b\tc', [['"a" and b', 'c']]],
    [
      'rows of different length',
      'a\tb\nc\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
  ];
  it.each(read)('reads %s', (_name, text, block) => {
    expect(parseTsv(text)).toEqual(block);
  });

  it('brings no line break along with one cell or one row', () => {
    expect(printTsv([['a']])).toBe('a');
    expect(printTsv([['a', 'b']])).toBe('a\tb');
  });
});

describe('html for the clipboard', () => {
  it('escapes markup and keeps line breaks', () => {
    const html = printHtml([['<b>&"x"', 'a\nb']]);
    expect(html).toContain('&lt;b&gt;&amp;&quot;x&quot;');
    expect(html).toContain('a<br>b');
    expect(html).not.toContain('<b>');
  });
});
