import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, testDesk } from '../../../tests/support/desk';
import type { WorkRow } from '../../lib/host/client';
import { MyWorkState, SECTIONS } from './my_work.svelte';

const work = (id: string, status: string, more: Partial<WorkRow> = {}): WorkRow => ({
  activity: row('activity', id, { status }),
  part: 'lead',
  person: false,
  overdue: false,
  rounds: [],
  ...more,
});

const ROUND = { id: 'r', table: 'status_round', label: 'Spring' };

describe('my work', () => {
  it('tells what is to do first, and what is mine as a person', async () => {
    const rows = [
      work('asked', 'in_progress', { rounds: [ROUND], overdue: true }),
      work('helped', 'in_progress', { part: 'contributor', person: true }),
      work('over', 'completed'),
    ];
    const { desk, kept } = await testDesk({
      answers: (host) =>
        host.answer('my_work', () => ({
          person: { id: 'p', table: 'person', label: 'Ana' },
          organisation: null,
          rows,
          points: [],
        })),
    });
    const state = new MyWorkState(desk);
    await settled();
    const ids = () => SECTIONS.map((section) => state.of(section).map(({ activity }) => activity.id));
    expect(ids()).toEqual([['asked'], ['asked'], ['asked'], ['helped'], ['over']]);
    state.own = true;
    expect(ids()).toEqual([[], [], [], ['helped'], []]);
    expect(kept.get('my-work-own')).toBe(true);
  });
});
