/** Reads the table that a spreadsheet puts on the clipboard beside the text. */
import type { Block } from './tsv';

/** Above this the form is that of no spreadsheet anyone copies from. */
const MOST_SPAN = 1000;
/** Marks our own tables: the text beside them says the same, to the letter. */
export const OWN_TABLE = 'data-workstreams';

/**
 * Reads the only table of an HTML text into a block; null where there is none, several, or words around it.
 *
 * The text beside it is the poorer form: LibreOffice writes a blank for each break of a line in it, and
 * Excel leaves quotes as they are, so that they cannot be told from those around a field. Nothing of it
 * is ever put into the page.
 */
export function readTable(html: string): Block | null {
  if (!/<table/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(plainly(html), 'text/html');
  const tables = body.querySelectorAll('table');
  const [table] = tables;
  if (!table || tables.length > 1 || table.hasAttribute(OWN_TABLE)) return null;
  const rows = rowsOf(table);
  table.remove();
  return rows.length === 0 || textOf(body) !== '' ? null : rows;
}

/** Takes out how it looks: the content rules of the window let no style be read, and would say so each time. */
function plainly(html: string): string {
  const bare = html.replace(/<style[\s\S]*?<\/style>/gi, '');
  return bare.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
  );
}

function rowsOf(table: HTMLTableElement): Block {
  const rows: string[][] = Array.from(table.rows, () => []);
  Array.from(table.rows).forEach((row, line) => {
    let at = 0;
    for (const cell of row.cells) {
      // A cell that reaches into this row from above has its place already.
      while (rows[line]?.[at] !== undefined) at += 1;
      for (let down = 0; down < Math.min(cell.rowSpan, MOST_SPAN); down += 1) {
        for (let across = 0; across < Math.min(cell.colSpan, MOST_SPAN); across += 1) {
          const there = rows[line + down];
          if (there) there[at + across] = down + across === 0 ? textOf(cell) : '';
        }
      }
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/** What is no content: comments as LibreOffice writes them, and what is never seen. */
const UNSEEN = new Set(['COMMENT', 'STYLE', 'SCRIPT', 'TITLE', 'META']);
const LINES = new Set(['P', 'DIV', 'LI', 'TR']);

/** The text of an element: breaks are kept, other white space is one blank, as a browser shows it. */
function textOf(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/[ \t\n\r]+/g, ' ');
    if (!(node instanceof Element) || UNSEEN.has(node.tagName)) return;
    if (node.tagName === 'BR') text += '\n';
    if (LINES.has(node.tagName) && text.trim() !== '' && !text.endsWith('\n')) text += '\n';
    node.childNodes.forEach(walk);
  };
  element.childNodes.forEach(walk);
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
