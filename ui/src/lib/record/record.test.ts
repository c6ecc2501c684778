import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { fieldOf, row, type TestDesk, testDesk } from '../../../tests/support/desk';
import type { Row, SourceRow } from '../host/client';
import { HostError } from '../host/host';
import { keptInMemory } from '../desk/kept';
import { CHILDREN } from './children';
import { RecordState } from './record.svelte';
import { PanelWidth } from './width.svelte';

const RECORD = row('activity', 'a', {
  title: { en: 'Map practices' },
  status: 'unknown',
  notes: { en: 'A note' },
  provenance: { address: null, retrieved: null, standing: 'published' },
  own: ['status'],
});

async function opened(
  record: Row = RECORD,
  sources: SourceRow[] = [],
  drafts: unknown[] = [],
): Promise<TestDesk & { state: RecordState }> {
  const test = await testDesk({
    answers: (host) =>
      host
        .answer('show', () => ({ record, rows: [], sources, links: [], joined: [] }))
        .answer('drafts', () => ({ rows: drafts })),
  });
  const state = new RecordState(test.desk, { kind: record.table, id: record.id });
  await settled();
  return { ...test, state };
}

describe('a record', () => {
  it('shows what one comes to read first, and keeps back what holds nothing', async () => {
    const { state } = await opened();
    expect(state.titleField?.name).toBe('title');
    const shown = state.fields.shown.map(({ name }) => name);
    expect(shown.slice(0, 3)).toEqual(['timeline', 'status', 'leads']);
    expect(shown, 'a field that holds something is never kept back').toContain('notes');
    expect(shown).not.toContain('title');
    expect(shown).not.toContain('position');
    expect(state.fields.empty.map(({ name }) => name)).toContain('depends_on');
  });

  it('says how sure each fact is: own, as its source says, or as the record does', async () => {
    const source = (field: string): SourceRow => ({
      field,
      address: null,
      retrieved: null,
      standing: 'inferred',
      note: 'From the report',
    });
    const { state } = await opened({ ...RECORD, timeline: { text: '2023' } }, [source('timeline')]);
    expect(state.standing(fieldOf('activity', 'status'))).toBe('own');
    expect(state.standing(fieldOf('activity', 'timeline'))).toBe('inferred');
    expect(state.note(fieldOf('activity', 'timeline'))).toBe('From the report');
    expect(state.standing(fieldOf('activity', 'notes'))).toBe('published');
    expect(state.standing(fieldOf('activity', 'leads')), 'nothing known is no fact').toBeNull();
  });

  it('cannot be edited where it is reference data, deleted, or the store is only read', async () => {
    const place = await opened(row('place', 'p', { name: { en: 'Chad' } }));
    expect(place.state.locked).toBe('locked-reference');
    place.state.begin('name');
    expect(place.state.editing).toBeNull();
    const gone = await opened({ ...RECORD, life: 'deleted' });
    expect(gone.state.locked).toBe('locked-deleted');
  });

  it('begins to edit a text in the language it is shown in', async () => {
    const { state, desk } = await opened();
    await desk.m.use('fr');
    state.begin('title');
    expect(state.editing).toEqual({ field: 'title', language: 'en' });
    state.begin('progress_note');
    expect(state.editing, 'an empty one in the reader’s').toEqual({ field: 'progress_note', language: 'fr' });
    state.begin('title', 'es');
    expect(state.editing?.language).toBe('es');
  });

  it('opens the editor again in which a text was being written when the program ended', async () => {
    const draft = { kind: 'activity', id: 'a', field: 'title.fr', text: 'Recenser', at: '' };
    const { state, desk } = await opened(RECORD, [], [draft]);
    state.resumeDraft();
    expect(state.editing).toEqual({ field: 'title', language: 'fr' });
    expect(state.draftOf(fieldOf('activity', 'title'), 'fr')?.text).toBe('Recenser');
    expect(state.draftOf(fieldOf('activity', 'title'), 'en')).toBeNull();
    desk.draftTaken(desk.drafts[0] ?? draft);
    expect(state.draftOf(fieldOf('activity', 'title'), 'fr')).toBeNull();
  });

  it('stores assignments, shows the answer at once, and says what is refused', async () => {
    const { state, host, desk } = await opened();
    host.answer('edit', () => ({ txn: 't', record: { ...RECORD, status: 'completed' } }));
    expect(await state.set(['status=completed'])).toBe(true);
    expect(state.record?.['status']).toBe('completed');
    host.answer('edit', () => {
      throw new HostError({
        kind: 'refused',
        code: 'bad_value',
        params: {},
        hint: null,
        candidates: [],
        field: null,
        row: null,
      });
    });
    expect(await state.set(['status=x'])).toBe(false);
    expect(desk.toasts.shown[0]?.bad).toBe(true);
    expect(state.record?.['status']).toBe('completed');
  });

  it('reads itself again on a change until it is closed', async () => {
    const { state, host, clock } = await opened();
    const before = host.calls('show').length;
    host.emit('changed', { kinds: ['membership'], ids: null, origin: 'import' });
    await clock.pass(100);
    expect(host.calls('show').length).toBe(before + 1);
    state.end();
    host.emit('changed', { kinds: ['activity'], ids: null, origin: 'import' });
    await clock.pass(100);
    expect(host.calls('show').length).toBe(before + 1);
  });
});

describe('what can be added to a record', () => {
  it('is a kind with a field that points back', async () => {
    const { desk } = await testDesk();
    for (const [parent, children] of Object.entries(CHILDREN)) {
      for (const { kind, field } of children) {
        if (!desk.kind(kind)) continue;
        expect(desk.fieldOf(kind, field)?.targets, `${kind}.${field}`).toContain(parent);
      }
    }
  });
});

describe('the width of the record', () => {
  it('stays within its bounds and is remembered', () => {
    expect(new PanelWidth(keptInMemory({ 'panel-width': 9999 })).px).toBe(560);
    expect(new PanelWidth(keptInMemory({ 'panel-width': 10 })).px).toBe(304);
    expect(new PanelWidth(keptInMemory({ 'panel-width': 'wide' })).px).toBe(328);
  });
});
