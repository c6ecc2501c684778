import type { Desk } from '../desk/desk.svelte';
import type { Aggregate, Group, Query, RowSource } from '../grid/rows.svelte';
import { asRef } from '../fields/value';
import type { GroupCount, Row } from '../host/client';
import { sayCounts, totalOf } from '../parts/counts';
import { FACTS } from './columns';
import { sayFlag } from './conditions';
import type { Preset } from './presets';

const SCAN = 500;
const SCAN_AT_MOST = 5000;
/** More than there are countries and areas. */
const MOST_FACTS = 300;

/** The condition that finds the rows of a group. */
export function groupWhere(desk: Desk, preset: Preset, by: string, key: string | null): string {
  if (key === null) return `${by}=`;
  const points = (desk.fieldOf(preset.kind, by)?.targets.length ?? 0) > 0;
  return points ? `${by}=id:${key}` : `${by}=${key}`;
}

/** Names a group of rows in the reader's language. */
export function groupLabel(desk: Desk, kind: string, by: string, { key, label }: GroupCount): string {
  if (key === null) return desk.m.first([`group-none-${by}`, 'group-none']);
  const { m } = desk;
  const field = desk.fieldOf(kind, by);
  if (field?.vocabulary) return m.codeOf(field, key);
  if (by === 'provenance') return m.code('standing', key);
  if (field?.type === 'flag') return sayFlag(m, key);
  if (field?.type === 'date' || field?.type === 'moment') return m.fullMoment(key);
  return label;
}

/** Reads the rows of a list from the core, as far as they are looked at. */
export function rowSource(desk: Desk, preset: Preset, columns: () => string[]): RowSource<Row> {
  const { client, m } = desk;
  const sortOf = (query: Query): string[] => (query.sort.length > 0 ? [...query.sort] : preset.order);

  async function rows(query: Query, group: Group | null, offset: number, limit: number) {
    const by = query.groupBy;
    const where = [...preset.where, ...query.where];
    if (by !== null && group) where.push(groupWhere(desk, preset, by, group.key));
    const asked = { kind: preset.kind, where, sort: sortOf(query), columns: columns(), offset, limit };
    if (preset.facts) {
      const [page, known] = await Promise.all([
        client.list(asked),
        client.list({ kind: 'country_facts', columns: ['place', ...FACTS], offset: 0, limit: MOST_FACTS }),
      ]);
      const facts = new Map(known.rows.map((row) => [asRef(row['place'])?.id, row]));
      return {
        ...page,
        rows: page.rows.map((row) => {
          const of = facts.get(row.id);
          return of ? { ...row, ...Object.fromEntries(FACTS.map((name) => [name, of[name]])) } : row;
        }),
      };
    }
    if (!preset.addsUp) return client.list(asked);
    const [page, sums] = await Promise.all([client.list(asked), client.overview()]);
    const byGroup = new Map(sums.rows.map((row) => [row.group.id, row]));
    return {
      ...page,
      rows: page.rows.map((row) => {
        const sum = byGroup.get(row.id);
        if (!sum) return row;
        return { ...row, co_leads: sum.co_leads, members: sum.members, activities: totalOf(sum.activities) };
      }),
    };
  }

  async function groups(query: Query): Promise<Group[]> {
    const by = query.groupBy;
    if (by === null) return [];
    const counted = (await client.groups({ kind: preset.kind, by, where: [...preset.where, ...query.where] }))
      .rows;
    const numbers = new Map<string, number>();
    const isWorkplan = preset.kind === 'activity' && by === 'group';
    if (isWorkplan) {
      const workstreams = await client.list({
        kind: 'group',
        where: ['kind=workstream'],
        sort: ['number'],
        columns: ['number'],
        offset: 0,
        limit: 200,
      });
      const met = new Set(counted.map(({ key }) => key));
      for (const { id, label, number } of workstreams.rows) {
        if (typeof number === 'number') numbers.set(id, number);
        // A workstream without activities is shown too, unless a filter left it empty.
        if (!met.has(id) && query.where.length === 0) counted.push({ key: id, label, count: 0, counts: {} });
      }
    }
    if (numbers.size > 0) {
      // As the workplan prints them: the numbered ones first, the rest by name, what has no workstream last.
      const rank = ({ key }: GroupCount): number =>
        key === null ? Infinity : (numbers.get(key) ?? Number.MAX_SAFE_INTEGER);
      counted.sort((a, b) => {
        const [one, other] = [rank(a), rank(b)];
        return one === other ? a.label.localeCompare(b.label, m.language) : one < other ? -1 : 1;
      });
    }
    // Under a filter only groups with something in them are worth a line.
    return counted
      .filter(({ count }) => count > 0 || query.where.length === 0)
      .map((one) => {
        const cells: Record<string, Aggregate> = {};
        if (totalOf(one.counts) > 0 && by !== 'status') {
          cells['status'] = { kind: 'distribution', counts: one.counts, label: sayCounts(m, one.counts) };
        }
        const number = one.key === null ? undefined : numbers.get(one.key);
        if (number !== undefined) cells['order_label'] = { kind: 'text', text: String(number) };
        else if (isWorkplan && one.key !== null)
          cells['order_label'] = { kind: 'text', text: '–', quiet: true };
        return { key: one.key, label: groupLabel(desk, preset.kind, by, one), count: one.count, cells };
      });
  }

  return {
    rows: ({ query, group, offset, limit }) => rows(query, group, offset, limit),
    groups,
    async isGone(id) {
      const { record } = await client.show({ kind: preset.kind, id });
      return record.life === 'deleted';
    },
    async locate(id, query) {
      const of = query.groupBy === null ? [null] : await groups(query);
      let scanned = 0;
      for (const group of of) {
        for (let offset = 0; scanned < SCAN_AT_MOST; offset += SCAN) {
          const page = await rows(query, group, offset, SCAN);
          const at = page.rows.findIndex((row) => row.id === id);
          if (at >= 0) return { group: group?.key ?? null, offset: offset + at };
          scanned += page.rows.length;
          if (offset + page.rows.length >= page.total) break;
        }
      }
      return null;
    },
  };
}
