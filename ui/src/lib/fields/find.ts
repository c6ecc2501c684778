import type { Client, Ref } from '../host/client';

/** A record that a text found. */
export interface Found extends Ref {
  /** The text around what matched, with the matched words in double square brackets. */
  snippet: string | null;
}

/** Kinds whose records people know by their numbers. */
export const NUMBERED = new Set(['objective', 'principle', 'mandate']);

/** Finds records of some kinds by acronym, alias, number or name in any language; without a text, the first ones. */
export async function findRecords(
  client: Client,
  targets: readonly string[],
  text: string,
  most: number,
): Promise<Found[]> {
  const listed = async (kinds: readonly string[], where: string[]): Promise<Found[]> => {
    const lists = await Promise.all(
      kinds.map((kind) => client.list({ kind, where, offset: 0, limit: most, columns: [] })),
    );
    return lists.flatMap(({ rows }) =>
      rows.map(({ id, table, label }) => ({ id, table, label, snippet: null })),
    );
  };
  if (text === '') return (await listed(targets, [])).slice(0, most);
  const numbered = /^\d+$/.test(text) ? targets.filter((kind) => NUMBERED.has(kind)) : [];
  const [first, { rows }] = await Promise.all([
    listed(numbered, [`number=${text}`]),
    client.search({ text, kinds: [...targets], limit: most }),
  ]);
  const known = new Set(first.map(({ id }) => id));
  const others = rows.filter(({ id }) => !known.has(id));
  return [...first, ...others.map(({ id, table, label, snippet }) => ({ id, table, label, snippet }))].slice(
    0,
    most,
  );
}
