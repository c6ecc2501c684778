import { Desk } from '../../src/lib/desk/desk.svelte';
import { keptInMemory, type Kept } from '../../src/lib/desk/kept';
import { FakeHost } from '../../src/lib/host/fake';
import type { AppState, FieldDescription, Row } from '../../src/lib/host/client';
import { loadMessages } from '../../src/lib/i18n/load';
import { Messages } from '../../src/lib/i18n/messages.svelte';
import { DESCRIPTION } from './kinds';
import { readVague } from './vague';
import { Clock } from './clock';

export const STATE: AppState = {
  store: 'open',
  practice: false,
  network: 'test',
  person: null,
  organisation: null,
  role: null,
  site: 'here',
  asked: true,
  language: 'en',
  unshared: 0,
  toSettle: 0,
  undo: null,
  redo: null,
  readOnly: null,
  noBackup: null,
  known: null,
};

/** A day to write tests about. */
export const NOW = new Date(2023, 4, 17, 12, 0, 0);

export interface TestDesk {
  desk: Desk;
  host: FakeHost;
  clock: Clock;
  kept: Kept;
}

/** A desk with the core's description of the kinds, answers for what every start asks, and a standing clock. */
export async function testDesk(
  options: {
    state?: Partial<AppState>;
    kept?: Record<string, unknown>;
    answers?: (host: FakeHost) => void;
  } = {},
): Promise<TestDesk> {
  const host = new FakeHost()
    .answer('app_state', () => ({ ...STATE, ...options.state }))
    .answer('describe', () => DESCRIPTION)
    .answer('drafts', () => ({ rows: [] }))
    .answer('draft_put', () => ({}))
    .answer('draft_clear', () => ({}))
    .answer('read_vague', ({ text }) => readVague(String(text)));
  options.answers?.(host);
  const clock = new Clock();
  const kept = keptInMemory(options.kept);
  const messages = new Messages(loadMessages, () => NOW);
  const desk = new Desk({ host, messages, kept, after: clock.after, now: () => NOW });
  await desk.start();
  return { desk, host, clock, kept };
}

/** A record with nothing in it but what is given. */
export function row(table: string, id: string, fields: Record<string, unknown> = {}): Row {
  return { id, table, life: 'live', label: id, provenance: null, contested: [], own: [], ...fields };
}

/** The description of a field that must exist. */
export function fieldOf(kind: string, name: string): FieldDescription {
  const field = DESCRIPTION.kinds.find((one) => one.name === kind)?.fields.find((one) => one.name === name);
  if (!field) throw new Error(`${kind} has no field ${name}`);
  return field;
}
