import { describe, expect, it } from 'vitest';
import { settled } from '../../../tests/support/clock';
import { row, type TestDesk, testDesk } from '../../../tests/support/desk';
import type { Precision, Row, Vague } from '../host/client';
import { HostError } from '../host/host';
import { ListState } from '../lists/list.svelte';
import { barOf, draggedBar, openingAt } from './bar';
import { TimelineChoice } from './choice.svelte';
import { linksOf } from './links';
import { saySlip, stepOf } from './moving';
import { monthsAt, placeIn, scaleOf, ticksOf } from './scale';
import { TimelineState } from './timeline.svelte';

function time(
  text: string,
  first: string | null,
  last: string | null,
  precision: Precision,
  edtf: string | null = null,
): Vague {
  return { text, edtf, first, last, precision };
}

const QUARTERS = time('Q1-Q2 2023', '2023-01-01', '2023-06-30', 'quarter', '2023-33/2023-34');

describe('a scale', () => {
  it('counts in months, a day being its part of one', () => {
    const scale = scaleOf('2022-05-01', '2024-12-31', '2023-05-17');
    expect(scale).toEqual({ year: 2022, years: 3 });
    expect(placeIn(scale, monthsAt('2023-01-01'))).toBe(12);
    expect(placeIn(scale, monthsAt('2023-06-30', true)), 'a last day is wholly in it').toBe(18);
    expect(placeIn(scale, monthsAt('2023-04-16'))).toBe(15.5);
  });

  it('holds today only where it is near, and fills the room there is', () => {
    expect(scaleOf('2020-01-01', '2021-12-31', '2023-05-17')).toEqual({ year: 2020, years: 4 });
    expect(scaleOf('2000-01-01', '2004-12-31', '2023-05-17')).toEqual({ year: 2000, years: 5 });
    expect(scaleOf(null, null, '2023-05-17', 50)).toEqual({ year: 2023, years: 5 });
  });

  it('names quarters or months under the years', () => {
    const scale = { year: 2022, years: 2 };
    expect(ticksOf(scale, 'years').parts).toEqual([]);
    expect(ticksOf(scale, 'quarters').parts.map(({ at }) => at)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
    expect(ticksOf(scale, 'months').parts).toHaveLength(24);
  });
});

describe('a bar', () => {
  it('has square ends to the quarter, soft ones to the year, and none where there is none', () => {
    expect(barOf(QUARTERS)).toEqual({
      from: 2023 * 12,
      to: 2023 * 12 + 6,
      start: 'hard',
      end: 'hard',
    });
    expect(barOf(time('2023', '2023-01-01', '2023-12-31', 'year'))).toMatchObject({
      start: 'soft',
      end: 'soft',
    });
    const from = barOf(time('from 2024', '2024-01-01', null, 'open', '2024/..'));
    expect(from).toMatchObject({ from: 2024 * 12, start: 'soft', end: 'open' });
    const until = barOf(time('until May 2024', null, '2024-05-31', 'open', '../2024-05'));
    expect(until).toMatchObject({ to: 2024 * 12 + 5, start: 'open', end: 'hard' });
  });

  it('is drawn nowhere for what has no day', () => {
    expect(barOf(time('on request', null, null, 'unknown'))).toBeNull();
    expect(barOf(null)).toBeNull();
  });

  it('is moved as a whole or by one end, and never turned around', () => {
    const bar = { from: 0, to: 6, start: 'hard', end: 'hard' } as const;
    expect(draggedBar(bar, 'both', 3)).toMatchObject({ from: 3, to: 9 });
    expect(draggedBar(bar, 'last', 3)).toMatchObject({ from: 0, to: 9 });
    expect(draggedBar(bar, 'last', -30)).toMatchObject({ from: 0, to: 0.5 });
    expect(draggedBar(bar, 'first', 30)).toMatchObject({ from: 5.5, to: 6 });
  });
});

describe('what is in sight first', () => {
  const year = (at: number) => ({ from: at * 12, to: at * 12 + 12 });

  it('is today, a third from the start, where enough bars are around it', () => {
    expect(openingAt([], 100, 30)).toBe(90);
    expect(openingAt([year(2022), year(2023), year(2026)], 2026 * 12, 36)).toBe(2026 * 12 - 12);
  });

  it('is the nearest place of the bars where today is out of their span', () => {
    const bars = [year(2022), year(2023), year(2024)];
    expect(openingAt(bars, 2030 * 12, 24), 'their end').toBe(2025 * 12 + 1 - 24);
    expect(openingAt(bars, 2010 * 12, 24), 'their start').toBe(2022 * 12 - 1);
  });

  it('is where most bars are, when only a few are around today', () => {
    const bars = [year(2022), year(2022), year(2022), year(2030)];
    expect(openingAt(bars, 2030 * 12, 24)).toBe(2022 * 12 - 1);
  });
});

describe('a link', () => {
  const placed = (id: string, line: number, from: number, to: number, needs: string[] = []) => ({
    id,
    line,
    needs,
    bar: { from, to, start: 'hard', end: 'hard' } as const,
  });

  it('runs from the end of a bar to the start of what depends on it', () => {
    expect(linksOf([placed('a', 2, 0, 3), placed('b', 5, 6, 9, ['a'])], 0, 9)).toEqual([
      { key: 'a b', from: 3, to: 6, top: 2, bottom: 5, up: false, early: false },
    ]);
  });

  it('says where what depends begins too early, and stands above', () => {
    expect(linksOf([placed('b', 1, 2, 9, ['a']), placed('a', 2, 0, 3)], 0, 9)).toMatchObject([
      { from: 2, to: 3, top: 1, bottom: 2, up: true, early: true },
    ]);
  });

  it('runs out of sight where one end lies there, and is not drawn where both do or one is not known', () => {
    const both = [placed('a', 2, 0, 3), placed('b', 50, 6, 9, ['a', 'x'])];
    expect(linksOf(both, 0, 9)).toMatchObject([{ top: 2, bottom: 50 }]);
    expect(linksOf(both, 45, 60)).toHaveLength(1);
    expect(linksOf(both, 10, 20)).toEqual([]);
  });
});

describe('an arrow', () => {
  const press = (key: string, more = {}) => ({ key, alt: false, shift: false, mod: false, ...more });

  it('moves by a quarter or a month, with Shift the end, with Alt the start', () => {
    expect(stepOf(press('ArrowRight'), 'quarters', false)).toEqual({ end: 'both', months: 3 });
    expect(stepOf(press('ArrowLeft'), 'months', false)).toEqual({ end: 'both', months: -1 });
    expect(stepOf(press('ArrowRight', { shift: true }), 'months', false)).toEqual({ end: 'last', months: 1 });
    expect(stepOf(press('ArrowLeft', { alt: true }), 'quarters', false)).toEqual({
      end: 'first',
      months: -3,
    });
  });

  it('goes with the direction of writing', () => {
    expect(stepOf(press('ArrowLeft'), 'quarters', true)).toEqual({ end: 'both', months: 3 });
  });

  it('leaves other keys alone', () => {
    expect(stepOf(press('ArrowUp'), 'quarters', false)).toBeNull();
    expect(stepOf(press('ArrowRight', { mod: true }), 'quarters', false)).toBeNull();
  });
});

const REFUSED = {
  kind: 'refused' as const,
  params: {},
  hint: null,
  candidates: [],
  field: null,
  row: null,
};

interface Tested extends TestDesk {
  state: TimelineState;
  choice: TimelineChoice;
  rows: Row[];
}

async function timeline(): Promise<Tested> {
  const rows = [
    row('activity', 'a', { title: { en: 'Map practices' }, timeline: QUARTERS, label: 'Map practices' }),
    row('activity', 'b', { title: { en: 'Help' }, timeline: time('on request', null, null, 'unknown') }),
  ];
  const moved: Record<string, Vague> = {
    'Q1-Q2 2023': time('Q2-Q3 2023', '2023-04-01', '2023-09-30', 'quarter'),
    'Q2-Q3 2023': time('Q3-Q4 2023', '2023-07-01', '2023-12-31', 'quarter'),
  };
  const test = await testDesk({
    kept: { 'list:workplan': { groupBy: null } },
    answers: (host) =>
      host
        .answer('list', ({ kind }) => ({
          table: kind,
          total: kind === 'activity' ? rows.length : 0,
          rows: kind === 'activity' ? rows : [],
        }))
        .answer('timeline', () => ({
          first: '2023-01-01',
          last: '2023-06-30',
          total: 2,
          undated: 1,
          spans: [],
        }))
        .answer('milestones', ({ of }) => ({
          rows:
            (of as string[] | undefined)?.includes('a') !== false
              ? [row('milestone', 'm', { of: { id: 'a', table: 'activity', label: '' } })]
              : [],
        }))
        .answer('planned', () => ({
          rows: [{ id: 'a', added: false, planned: null, days: 91 }],
          later: 1,
          earlier: 0,
          otherwise: 0,
          added: 0,
          kept: 1,
        }))
        .answer('moved_time', ({ text }) => {
          const to = moved[String(text)];
          if (!to) throw new HostError({ ...REFUSED, code: 'time_undated', params: { text: String(text) } });
          return to;
        })
        .answer('edit', ({ id, set }) => {
          const text = String((set as string[])[0]).slice('timeline='.length);
          const at = rows.findIndex((one) => one.id === id);
          const to = Object.values(moved).find((one) => one.text === text);
          rows[at] = { ...(rows[at] as Row), timeline: to };
          return { txn: 't', record: rows[at] };
        }),
  });
  const list = new ListState(test.desk, 'workplan');
  list.grid.measure(600, 24);
  const choice = new TimelineChoice(test.desk);
  const state = new TimelineState(test.desk, list, choice);
  await settled();
  await state.ask();
  return { ...test, state, choice, rows };
}

const first = ({ rows }: Tested): Row => rows[0] as Row;

describe('a timeline', () => {
  it('asks for what it shows whatever columns are in sight', async () => {
    const test = await timeline();
    const asked = test.host.calls('list').filter(({ kind }) => kind === 'activity');
    expect(asked.at(-1)?.['columns']).toEqual(expect.arrayContaining(['timeline', 'status']));
    expect(test.state.undated).toBe(1);
  });

  it('moves a bar as one edit of its text, having seen the one it moved', async () => {
    const test = await timeline();
    expect(await test.state.move('a', { end: 'both', months: 3 })).toContain('Q2-Q3 2023');
    expect(test.host.calls('edit')).toEqual([
      { kind: 'activity', id: 'a', set: ['timeline=Q2-Q3 2023'], seen: { timeline: 'Q1-Q2 2023' } },
    ]);
  });

  it('starts each of two quick steps from what the other left', async () => {
    const test = await timeline();
    await Promise.all([
      test.state.move('a', { end: 'both', months: 3 }),
      test.state.move('a', { end: 'both', months: 3 }),
    ]);
    expect(test.host.calls('edit').map(({ set }) => set)).toEqual([
      ['timeline=Q2-Q3 2023'],
      ['timeline=Q3-Q4 2023'],
    ]);
  });

  it('opens at the bars of the rows in sight, and is left where the reader left it', async () => {
    const { state, choice, desk } = await timeline();
    state.room = 24;
    expect(state.opening).toBe(monthsAt(state.today) - 8);
    expect(choice.begins).toBeNull();
    choice.begins = 2023 * 12;
    expect(new TimelineChoice(desk).begins).toBe(2023 * 12);
  });

  it('says why a time cannot be moved, and writes nothing', async () => {
    const test = await timeline();
    expect(await test.state.move('b', { end: 'both', months: 3 })).toBeNull();
    expect(test.host.calls('edit')).toEqual([]);
    expect(test.desk.toasts.shown.at(-1)?.args?.['text']).toContain('on request');
  });

  it('drags to the nearest step, and writes only where it is let go', async () => {
    const test = await timeline();
    test.state.take('a', 'both');
    await test.state.dragTo(first(test), 1.2);
    expect(test.state.dragging?.months).toBe(0);
    await test.state.dragTo(first(test), 2.1);
    expect(test.state.dragging).toMatchObject({ months: 3, text: 'Q2-Q3 2023' });
    expect(test.state.barOf(first(test))).toMatchObject({ from: 2023 * 12 + 3, to: 2023 * 12 + 9 });
    expect(test.host.calls('edit')).toEqual([]);
    await test.state.drop();
    expect(test.host.calls('edit')).toHaveLength(1);
    expect(test.state.dragging).toBeNull();
  });

  it('leaves a bar where it was when the drag is given up', async () => {
    const test = await timeline();
    test.state.take('a', 'last');
    await test.state.dragTo(first(test), 3);
    test.state.leave();
    await test.state.drop();
    expect(test.host.calls('edit')).toEqual([]);
    expect(test.state.barOf(first(test))).toEqual(barOf(QUARTERS));
  });

  it('moves nothing in what can only be read', async () => {
    const test = await timeline();
    test.state.list.grid.readOnly = true;
    test.state.take('a', 'both');
    expect(test.state.dragging).toBeNull();
    expect(await test.state.move('a', { end: 'both', months: 3 })).toBeNull();
  });

  it('asks for milestones once the window rests, and once each', async () => {
    const test = await timeline();
    test.state.inSight(['a']);
    test.state.inSight(['a', 'b']);
    await test.clock.pass(100);
    test.state.inSight(['a', 'b']);
    await test.clock.pass(100);
    expect(test.host.calls('milestones')).toEqual([{ of: ['a', 'b'] }]);
    expect(test.state.milestonesOf('a').map(({ id }) => id)).toEqual(['m']);
    expect(test.state.milestonesOf('b')).toEqual([]);
  });

  it('asks for the milestones of folded groups, and again when one was changed', async () => {
    const test = await timeline();
    test.state.list.setGroupBy('group');
    await settled();
    test.state.inSight([], ['g', null]);
    await test.clock.pass(100);
    expect(test.host.calls('milestones')).toEqual([{ where: ['group=id:g'] }, { where: ['group='] }]);
    expect(test.state.milestonesWithin('g').map(({ id }) => id)).toEqual(['m']);
    test.host.emit('changed', { kinds: ['milestone'], ids: ['m'], origin: 'typed' });
    await test.clock.pass(500);
    expect(test.host.calls('milestones')).toHaveLength(4);
  });

  it('says how far a comparison is that takes its time, and gives it up', async () => {
    const test = await timeline();
    let answer: (value: unknown) => void = () => undefined;
    test.host.answer('planned', () => new Promise((resolve) => (answer = resolve)));
    test.host.answer('cancel', () => ({}));
    test.choice.against = { day: '2023-01-01' };
    const asking = test.state.ask();
    await settled();
    expect(test.state.busy).toBeNull();
    test.host.emit('progress', { what: 'planned', done: 1, total: 4 });
    expect(test.state.busy).toEqual({ done: 1, total: 4 });
    test.state.stop();
    expect(test.host.calls('cancel')).toHaveLength(1);
    answer(Promise.reject(new HostError({ ...REFUSED, code: 'cancelled' })));
    await asking;
    expect([test.choice.against, test.state.busy, test.state.plannedError]).toEqual([null, null, null]);
  });

  it('compares with an earlier plan when one is chosen', async () => {
    const test = await timeline();
    expect(test.state.planned).toBeNull();
    test.choice.against = { day: '2023-01-01' };
    await test.state.ask();
    expect(test.host.calls('planned')).toEqual([{ where: [], day: '2023-01-01' }]);
    expect(test.state.plannedOf('a')?.days).toBe(91);
    test.choice.against = null;
    expect(test.state.plannedOf('a')).toBeNull();
  });

  it('offers the workplans that were adopted to be compared with', async () => {
    const test = await timeline();
    test.host.answer('list', () => ({
      table: 'workplan',
      total: 2,
      rows: [
        row('workplan', 'new', { adopted_at: null }),
        row('workplan', 'old', { adopted_at: { here: 12 } }),
      ],
    }));
    const choice = new TimelineChoice(test.desk);
    await settled();
    expect(choice.adopted.map(({ id }) => id)).toEqual(['old']);
    test.choice.against = { workplan: choice.adopted[0]! };
    await test.state.ask();
    expect(test.host.calls('planned')).toEqual([{ where: [], workplan: 'old' }]);
  });

  it('says how far something slipped', async () => {
    const { desk } = await timeline();
    expect(saySlip(desk.m, 91)).toBe('3 months later');
    expect(saySlip(desk.m, -1)).toBe('1 day earlier');
  });
});
