/**
 * Reads and writes blocks of cells the way spreadsheets put them on the clipboard.
 *
 * A field is quoted when it holds a tab or a line break, or begins with a quote; inside it quotes are
 * doubled. Several rows end with a line break each, a single row does not: so a copied cell can be put
 * into a line of prose without bringing a break along.
 */
import { OWN_TABLE } from './table';

/** Rows of cells, all of the same length. */
export type Block = string[][];

const MUST_QUOTE = /[\t\n\r]|^"/;

/** Prints a block as tab separated text. */
export function printTsv(block: Block): string {
  const lines = block.map((row) => row.map(printField).join('\t'));
  return lines.length > 1 ? `${lines.join('\n')}\n` : (lines[0] ?? '');
}

function printField(text: string): string {
  return MUST_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads tab separated text into a block; short rows are filled up with empty cells.
 *
 * Never fails: a quote that is not closed as a quoted field should be is taken to the letter, because
 * people paste prose too.
 */
export function parseTsv(text: string): Block {
  const rows: Block = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const field = readField(text, at);
    row.push(field.text);
    at = field.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
}

function readField(text: string, start: number): { text: string; end: number } {
  return (text[start] === '"' && readQuoted(text, start)) || readPlain(text, start);
}

function readPlain(text: string, start: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return { text: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): { text: string; end: number } | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end < text.length && !isBreak(text[end])) return null;
    return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end };
  }
}

function isBreak(char: string | undefined): boolean {
  return char === '\t' || char === '\n' || char === '\r';
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}

/**
 * Prints a block as an HTML table for the clipboard.
 *
 * Cells are marked as text, so that a spreadsheet keeps "1-2" and "=x" as they stand instead of making
 * a date or a formula of them.
 */
export function printHtml(block: Block): string {
  const rows = block.map((row) => {
    const cells = row.map((text) => {
      const lines = escapeHtml(text).replaceAll(/\r\n|\r|\n/g, '<br>');
      return `<td style="mso-number-format:'\\@'">${lines}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table ${OWN_TABLE}>${rows.join('')}</table>`;
}
