import { FluentResource } from '@fluent/bundle';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOW } from '../../../tests/support/desk';
import { LANGUAGES, type Language } from './language';
import { loadMessages } from './load';
import { Messages } from './messages.svelte';

const SOURCES = import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!/src/**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const OWN = import.meta.glob<string>('../../../../assets/messages/*/ui.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The variables a message is given, wherever in it they stand. */
function variables(pattern: unknown): string[] {
  const found = JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g);
  return [...new Set([...found].map(([, name]) => name ?? ''))].sort();
}

function read(texts: string[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const text of texts) {
    for (const { id, value } of new FluentResource(text).body) out.set(id, variables(value));
  }
  return out;
}

const all: Record<string, Map<string, string[]>> = {};
beforeAll(async () => {
  for (const language of LANGUAGES) all[language] = read(await loadMessages(language));
});

describe('the message files', () => {
  it.each(['fr', 'es'] as Language[])(
    'say in %s what they say in English, with the same variables',
    (language) => {
      const english = all['en'] ?? new Map<string, string[]>();
      const other = all[language] ?? new Map<string, string[]>();
      expect([...other.keys()].filter((id) => !english.has(id))).toEqual([]);
      expect([...english.keys()].filter((id) => !other.has(id))).toEqual([]);
      for (const [id, names] of english) expect(other.get(id), `variables of ${id}`).toEqual(names);
    },
  );

  it('have every message that the pages name', () => {
    const missing: string[] = [];
    const literal = /(?:\bt|\bhas|\bfirst)\(\[?\s*'([a-z][\w-]*)'|(?:message|keys|does): '([a-z]+-[\w-]+)'/g;
    for (const [path, text] of Object.entries(SOURCES)) {
      for (const [, inCall, inObject] of text.matchAll(literal)) {
        const id = (inCall ?? inObject ?? '').replaceAll('_', '-');
        if (!all['en']?.has(id)) missing.push(`${path}: ${id}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('have no message that nothing names', () => {
    const text = Object.values(SOURCES).join('\n');
    const literals = new Set(
      [...text.matchAll(/'([a-z][\w-]*)'/g)].map(([, id]) => (id ?? '').replaceAll('_', '-')),
    );
    const templates = [...text.matchAll(/`([a-z][\w-]*-)\$\{[^}]*\}([\w-]*)(\$\{[^}]*\})?([\w-]*)`/g)].map(
      ([, start, middle, second, end]) =>
        new RegExp(`^${start}[\\w-]+${middle}${second ? '[\\w-]+' : ''}${end}$`),
    );
    const starts = [...text.matchAll(/`\$\{[^}]*\}(-[\w-]+)`/g)].map(
      ([, end]) => new RegExp(`^[\\w-]+${end}$`),
    );
    const own = read(
      Object.entries(OWN)
        .filter(([path]) => path.includes('/en/'))
        .map(([, ftl]) => ftl),
    );
    const unused = [...own.keys()].filter(
      (id) => !literals.has(id) && ![...templates, ...starts].some((pattern) => pattern.test(id)),
    );
    expect(unused).toEqual([]);
  });
});

async function messages(language: Language): Promise<Messages> {
  const m = new Messages(loadMessages, () => NOW);
  await m.use(language);
  return m;
}

describe('the words of the pages', () => {
  it('show the id of a message that does not exist, and a code that has no name', async () => {
    const m = await messages('en');
    expect(m.t('no-such-message')).toBe('no-such-message');
    expect(m.code('plan_state', 'second_reading')).toBe('second_reading');
  });

  it('name kinds, fields and codes whatever their underscores', async () => {
    const m = await messages('en');
    expect(m.kind('joint_action')).toBe('Joint action');
    expect(m.field('activity', 'progress_note')).toBe('Progress note');
    expect(m.field('activity', 'progress_note.fr')).toMatch(/^Progress note .*fr/);
    expect(m.code('status', 'in_progress')).toBe('In progress');
    expect(m.column('activity', 'objectives')).toBe('Obj.');
  });

  it('change with the language', async () => {
    const m = await messages('fr');
    expect(m.t('place-workplan')).toBe('Plan de travail');
    await m.use('es');
    expect(m.t('place-workplan')).toBe('Plan de trabajo');
  });

  it('choose the text of the reader, then English, then any, and say which', async () => {
    const m = await messages('fr');
    expect(m.text({ en: 'Name', fr: 'Nom' })).toEqual({ text: 'Nom', language: 'fr', fallback: false });
    expect(m.text({ en: 'Name', es: 'Nombre' })).toEqual({ text: 'Name', language: 'en', fallback: true });
    expect(m.text({ ar: 'اسم' })).toEqual({ text: 'اسم', language: 'ar', fallback: true });
    expect(m.text({})).toBeNull();
    expect(m.text(null)).toBeNull();
  });

  const dates: [string, string][] = [
    ['2023-05-24', '24 May'],
    ['2024-05-24', '24 May 2024'],
    ['2023-05', 'May 2023'],
    ['2023', '2023'],
    ['soon', 'soon'],
    ['', ''],
  ];
  it.each(dates)('print the date %s as exact as it is: %s', async (iso, expected) => {
    expect((await messages('en')).date(iso)).toBe(expected);
  });

  it('print a point in time by how far away it is', async () => {
    const m = await messages('en');
    const at = (day: number, hour: number): string => new Date(2023, 4, day, hour, 5).toISOString();
    expect(m.moment(at(17, 9))).toBe('09:05');
    expect(m.moment(at(16, 9))).toBe('Tue');
    expect(m.moment(at(2, 9))).toBe('2 May');
    expect(m.moment('2022-05-17')).toBe('17 May 2022');
    expect(m.moment(null)).toBe('');
  });

  it('print amounts with their currency, and without one as figures', async () => {
    const m = await messages('en');
    expect(m.money(1250000, 'USD').replaceAll('\u00a0', ' ')).toBe('USD 1,250,000');
    expect(m.money(1250000, 'Swiss francs')).toBe('1,250,000');
  });
});
