/** A stretch of a text in which something was found. */
export interface Piece {
  text: string;
  matched: boolean;
}

/** Cuts a text at the double square brackets that mark what matched. */
export function pieces(snippet: string): Piece[] {
  const out: Piece[] = [];
  for (const [at, part] of snippet.split(/\[\[|\]\]/).entries()) {
    if (part !== '') out.push({ text: part, matched: at % 2 === 1 });
  }
  return out;
}

/** Whether a snippet tells more than the label beside it does. */
export function tellsMore(snippet: string, label: string): boolean {
  const text = snippet.replaceAll(/\[\[|\]\]/g, '').trim();
  return text !== '' && !label.includes(text);
}
