import { describe, expect, it } from 'vitest';
import {
  activities,
  activity,
  CHECK,
  columns,
  desk,
  type Desk,
  key,
  LEADS,
  NUMBER,
  settled,
  STATUS,
  TIMELINE,
  TITLE,
} from './list.fixture';

const LAST = columns.length - 1;

async function at(line: number, column: number, options: Parameters<typeof desk>[0] = {}): Promise<Desk> {
  const made = await desk(options);
  made.grid.focusCell({ line, column });
  return made;
}

const threeGroups = activities(30, (number) => ({ group: `g${Math.floor(number / 10)}` }));

describe('moving', () => {
  const moves: [keys: string, from: [number, number], to: string][] = [
    ['ArrowDown', [4, 2], '5:2'],
    ['ArrowUp', [4, 2], '3:2'],
    ['ArrowRight', [4, 2], '4:3'],
    ['ArrowLeft', [4, 2], '4:1'],
    ['ArrowLeft', [4, 0], '4:0'],
    ['ArrowRight', [4, LAST], `4:${LAST}`],
    ['ArrowDown', [49, 2], '49:2'],
    ['ArrowUp', [0, 2], '-1:2'],
    ['ArrowUp ArrowUp', [0, 2], '-1:2'],
    ['ArrowUp ArrowDown', [0, 2], '0:2'],
    ['Home', [4, 3], '4:0'],
    ['End', [4, 3], `4:${LAST}`],
    ['Mod+ArrowLeft', [4, 3], '4:0'],
    ['Mod+ArrowRight', [4, 3], `4:${LAST}`],
    ['Mod+ArrowDown', [4, 3], '49:3'],
    ['Mod+ArrowUp', [4, 3], '0:3'],
    ['Mod+Home', [4, 3], '0:0'],
    ['Mod+End', [4, 3], `49:${LAST}`],
    ['PageDown', [4, 3], '23:3'],
    ['PageDown PageDown PageDown', [4, 3], '49:3'],
    ['PageUp', [30, 3], '11:3'],
    ['PageUp PageUp', [30, 3], '0:3'],
    ['Tab', [4, 2], '4:3'],
    ['Shift+Tab', [4, 2], '4:1'],
    ['Shift+ArrowDown Shift+ArrowRight', [4, 2], '4:2..5:3'],
    ['Shift+ArrowUp Shift+ArrowLeft', [4, 2], '4:2..3:1'],
    ['Shift+ArrowUp', [0, 2], '0:2'],
    ['Shift+ArrowDown ArrowDown', [4, 2], '5:2'],
    ['Shift+PageDown', [4, 2], '4:2..23:2'],
    ['Shift+End', [4, 2], `4:2..4:${LAST}`],
    ['Shift+Home', [4, 2], '4:2..4:0'],
    ['Mod+Shift+ArrowDown', [4, 2], '4:2..49:2'],
    ['Mod+Shift+End', [4, 2], `4:2..49:${LAST}`],
    ['Mod+Shift+Home', [4, 2], '4:2..0:0'],
    ['Mod+a', [4, 2], `0:0..49:${LAST}`],
    ['Shift+Space', [4, 2], `4:0..4:${LAST}`],
    ['Mod+Space', [4, 2], '0:2..49:2'],
    ['Shift+ArrowDown Escape', [4, 2], '4:2'],
    ['Shift+ArrowDown Shift+Space', [4, 2], `4:0..5:${LAST}`],
    ['Shift+ArrowRight Mod+Space', [4, 2], '0:2..49:3'],
  ];
  it.each(moves)('%s from %j goes to %s', async (keys, [line, column], to) => {
    const { type, where } = await at(line, column);
    await type(...keys.split(' '));
    expect(where()).toBe(to);
  });

  it.each([
    ['ArrowRight', '4:1'],
    ['ArrowLeft', '4:3'],
    ['Mod+ArrowRight', '4:0'],
    ['Shift+ArrowLeft', '4:2..4:3'],
  ])('right to left, %s goes to %s', async (name, to) => {
    const { grid, type, where } = await at(4, 2);
    grid.rtl = true;
    await type(name);
    expect(where()).toBe(to);
  });

  it('lets Tab out at both ends of a row', async () => {
    const { grid } = await at(4, LAST);
    expect(grid.press(key('Tab'))).toBe(false);
    grid.focusCell({ line: 4, column: 0 });
    expect(grid.press(key('Shift+Tab'))).toBe(false);
  });

  it('brings the active cell into sight', async () => {
    const { type, scrolledTo } = await at(0, 2);
    await type('PageDown', 'ArrowDown');
    expect(scrolledTo.at(-1), 'line 20 is the first that did not fit').toBe(28);
    await type('Mod+End');
    expect(scrolledTo.at(-1)).toBe(50 * 28 - 560);
    await type('Mod+Home');
    expect(scrolledTo.at(-1)).toBe(0);
  });

  it('leaves keys it has no use for to the page', async () => {
    const { grid } = await at(4, 2);
    expect(grid.press(key('Escape')), 'nothing to leave: the page closes the record').toBe(false);
    expect(grid.press(key('Mod+k'))).toBe(false);
    expect(grid.press({ ...key('a'), composing: true })).toBe(false);
  });

  it('gives the first cell to whoever came before the rows did', async () => {
    const { grid, type, where } = await desk({ loaded: false });
    grid.enter();
    expect(where()).toBe('nowhere');
    await grid.load();
    expect(where()).toBe(`0:${NUMBER}`);
    await type('ArrowDown');
    expect(where()).toBe(`1:${NUMBER}`);
  });

  it('moves between groups by the edges of each', async () => {
    const { type, where } = await at(3, 2, { list: threeGroups, groupBy: 'group' });
    const path: string[] = [];
    for (const name of ['Mod+ArrowDown', 'Mod+ArrowDown', 'Mod+ArrowUp', 'Mod+ArrowUp', 'Mod+ArrowUp']) {
      await type(name);
      path.push(where());
    }
    expect(path).toEqual(['10:2', '21:2', '12:2', '1:2', '0:2']);
  });
});

describe('editing', () => {
  it.each([
    ['Enter', 'Enter'],
    ['F2', 'F2'],
  ])('%s opens the cell with its text', async (_name, name) => {
    const { type, where } = await at(4, TITLE);
    await type(name);
    expect(where()).toBe(`4:${TITLE} [Activity 4]`);
  });

  it('begins with the first character typed, in place of the text', async () => {
    const { type, where, told } = await at(4, TITLE);
    await type('N', 'e', 'w');
    expect(where()).toBe(`4:${TITLE} [New]`);
    await type('Enter');
    expect(where()).toBe(`5:${TITLE}`);
    expect(told.edits).toEqual([
      { id: 'a4', column: 'title', value: 'New', text: 'New', seen: 'Activity 4' },
    ]);
  });

  it('begins with a composition, which is never touched', async () => {
    const { grid, where } = await at(4, TITLE);
    expect(grid.press({ ...key('Process'), composing: true })).toBe(false);
    expect(grid.typed('')).toBe(true);
    expect(grid.edit?.origin).toBe('typed');
    grid.typed('に');
    expect(grid.press({ ...key('Enter'), composing: true }), 'Enter ends the composition, not the edit').toBe(
      false,
    );
    grid.typed('日本');
    expect(where()).toBe(`4:${TITLE} [日本]`);
    expect(grid.edit?.session.revision, 'the entry is not written to').toBe(0);
  });

  const onwards: [string, string][] = [
    ['Enter', `5:${TITLE}`],
    ['Shift+Enter', `3:${TITLE}`],
    ['Tab', `4:${TIMELINE}`],
    ['Shift+Tab', `4:${NUMBER}`],
    ['ArrowDown', `5:${TITLE}`],
    ['ArrowRight', `4:${TIMELINE}`],
  ];
  it.each(onwards)('%s keeps what was typed and goes on', async (name, to) => {
    const { type, where, told } = await at(4, TITLE);
    await type('X', name);
    expect(told.edits.map(({ value }) => value)).toEqual(['X']);
    expect(where()).toBe(to);
  });

  it('leaves arrow keys to a text that was opened', async () => {
    const { grid, type, where } = await at(4, TITLE);
    await type('F2');
    expect(grid.press(key('ArrowLeft'))).toBe(false);
    await type('Escape', 'X', 'F2');
    expect(grid.press(key('ArrowLeft')), 'F2 while typing turns to the text').toBe(false);
    expect(where()).toBe(`4:${TITLE} [X]`);
  });

  it('comes back to the column where Tab began', async () => {
    const { type, where } = await at(4, NUMBER);
    await type('7', 'Tab', 'X', 'Tab', 'Y', 'Enter');
    expect(where()).toBe(`5:${NUMBER}`);
  });

  it('goes on to the next row behind the last column, past marks and numbers', async () => {
    const { type, where } = await at(4, LEADS);
    await type('I', 'Tab');
    expect(where()).toBe(`5:${NUMBER}`);
    await type('7', 'Shift+Tab');
    expect(where()).toBe(`4:${LEADS}`);
  });

  it('steps over the head of the next group', async () => {
    const { type, where } = await at(10, TITLE, { list: threeGroups, groupBy: 'group' });
    await type('X', 'Enter');
    expect(where()).toBe(`12:${TITLE}`);
  });

  it('leaves with Escape and sends nothing', async () => {
    const { grid, type, where, told } = await at(4, TITLE);
    await type('X', 'Escape');
    expect(where()).toBe(`4:${TITLE}`);
    expect(told.edits).toEqual([]);
    expect(grid.slots[4]?.marks ?? null).toBeNull();
    expect(told.other.filter(([name]) => name === 'draft').at(-1)).toEqual(['draft', ['a4', 'title', null]]);
  });

  it('sends nothing when the text is the same', async () => {
    const { type, told } = await at(4, TITLE);
    await type('F2', 'Enter');
    expect(told.edits).toEqual([]);
  });

  it('shows what was kept before the answer comes', async () => {
    const { grid, source, type } = await at(4, TITLE);
    let open = (): void => undefined;
    source.gate = new Promise((done) => (open = done));
    await type('X', 'Enter');
    expect(grid.slots[4]?.marks?.get('title')).toMatchObject({ state: 'sent', text: 'X' });
    open();
    await settled();
    await settled();
    expect(grid.slots[4]?.marks).toBeNull();
    expect(grid.slots[4]?.row?.title).toBe('X');
  });

  it('keeps a refused text on the cell and the old value in force', async () => {
    const { grid, type, where } = await at(4, TIMELINE, {
      answer: () => ({ kept: false, reason: 'There is no Q5' }),
    });
    await type('Q', '5', 'Enter');
    expect(grid.slots[4]?.marks?.get('timeline')).toMatchObject({
      state: 'refused',
      text: 'Q5',
      reason: 'There is no Q5',
    });
    expect(grid.slots[4]?.row?.timeline?.text).toBe('Q1 2023');
    await type('ArrowUp');
    expect(grid.focusedMark?.reason).toBe('There is no Q5');
    await type('F2');
    expect(where()).toBe(`4:${TIMELINE} [Q5]`);
    expect(grid.edit?.session.reason).toBe('There is no Q5');
    await type('Escape');
    expect(grid.focusedMark).toBeNull();
  });

  it('says that nothing was stored when the host breaks', async () => {
    const { grid, type } = await at(4, TITLE, {
      answer: () => {
        throw new Error('gone');
      },
    });
    await type('X', 'Enter');
    expect(grid.slots[4]?.marks?.get('title')).toMatchObject({ state: 'refused', reason: 'grid-not-stored' });
  });

  it('stays in a cell whose text means nothing, and parks it when another is clicked', async () => {
    const { grid, type, where, told } = await at(4, NUMBER);
    await type('x', 'Enter');
    expect(where()).toBe(`4:${NUMBER} [x]`);
    expect(grid.edit?.session.reason).toBe('grid-not-integer x');
    grid.point({ line: 6, column: TITLE });
    expect(where()).toBe(`6:${TITLE}`);
    expect(told.edits).toEqual([]);
    expect(grid.slots[4]?.marks?.get('number')).toMatchObject({ state: 'refused', text: 'x' });
    await grid.focusCell({ line: 4, column: NUMBER });
    await type('Escape');
    expect(grid.slots[4]?.marks).toBeNull();
  });

  it('keeps a text when another cell is clicked', async () => {
    const { grid, type, told } = await at(4, TITLE);
    await type('X');
    grid.point({ line: 6, column: TITLE });
    expect(told.edits.map(({ value }) => value)).toEqual(['X']);
  });

  it('does not open what cannot be changed', async () => {
    const { grid, type, where, told } = await at(4, TITLE, {
      list: activities(10, (n) => ({ locked: n === 4 })),
    });
    await type('X', 'F2');
    expect(where()).toBe(`4:${TITLE}`);
    expect(told.other).toContainEqual(['notice', 'grid-locked']);
    grid.readOnly = true;
    grid.focusCell({ line: 5, column: TITLE });
    await type('X', 'Delete', 'Mod+d');
    expect(told.edits).toEqual([]);
    expect(grid.edit).toBeNull();
  });

  it('brings a draft back', async () => {
    const { grid, type, where } = await at(4, TITLE);
    grid.restoreDraft('a4', 'title', 'Half a sen');
    expect(grid.slots[4]?.marks?.get('title')?.state).toBe('draft');
    await type('Enter');
    expect(where()).toBe(`4:${TITLE} [Half a sen]`);
  });

  it('tells each stage of a text, so that it can be brought back', async () => {
    const { type, told } = await at(4, TITLE);
    await type('X', 'Y', 'Enter');
    const drafts = told.other.filter(([name]) => name === 'draft').map(([, args]) => (args as unknown[])[2]);
    expect(drafts).toEqual(['X', 'XY', null]);
  });

  it('deletes the content of a cell', async () => {
    const { type, told } = await at(4, TIMELINE);
    await type('Delete');
    expect(told.edits).toEqual([{ id: 'a4', column: 'timeline', value: '', text: '', seen: 'Q1 2023' }]);
  });
});

describe('closed lists', () => {
  it('takes a status by its digit', async () => {
    const { grid, type, where, told } = await at(4, STATUS);
    await type('2');
    expect(where()).toBe(`4:${STATUS}`);
    expect(told.edits).toEqual([
      { id: 'a4', column: 'status', value: 'in_progress', text: 'In progress', seen: 'delayed' },
    ]);
    grid.singleKeys = false;
    await type('3');
    expect(where(), 'switched off, a digit is a character like any other').toBe(`4:${STATUS} [3]`);
  });

  it('sets all selected cells of the list at once', async () => {
    const { type, told } = await at(4, STATUS);
    await type('Shift+ArrowDown', 'Shift+ArrowDown', '3');
    expect(told.blocks.map(({ by, cells }) => [by, cells.map(({ id, value }) => `${id}=${value}`)])).toEqual([
      ['key', ['a4=completed', 'a5=completed', 'a6=completed']],
    ]);
  });

  it('chooses with arrows, digit, Space, Enter or by typing', async () => {
    const scripts: [string, string][] = [
      ['Enter ArrowDown Enter', 'on_hold'],
      ['Enter ArrowUp ArrowUp Space', 'in_progress'],
      ['Enter 6', 'cancelled'],
      ['c o m Enter', 'completed'],
      ['y Tab', 'yet_to_start'],
      ['h o l d Enter', 'on_hold'],
    ];
    for (const [keys, code] of scripts) {
      const { type, told } = await at(4, STATUS);
      await type(...keys.split(' '));
      expect(
        told.edits.map(({ value }) => value),
        keys,
      ).toEqual([code]);
    }
  });

  it('refuses what is not in the list', async () => {
    const { grid, type } = await at(4, STATUS);
    await type('z', 'z', 'Enter');
    expect(grid.edit?.session.reason).toBe('grid-no-choice zz');
  });

  it('sets marks of a matrix by letter and opens the list on a second click', async () => {
    const roles = [
      { code: 'co_lead', label: 'Co-lead', letter: 'L', key: 'L' },
      { code: 'member', label: 'Member', letter: 'M', key: 'M' },
    ];
    const matrix = columns.map((column) =>
      column.key === 'status' ? { ...column, type: 'mark', choices: roles, of: () => null } : column,
    );
    const { grid, type, told, where } = await at(4, STATUS, { columns: matrix, tint: true });
    expect(grid.columns.shown.map(({ tinted }) => tinted).indexOf(true)).toBe(STATUS);
    await type('l', 'M');
    expect(told.edits.map(({ value, text }) => [value, text])).toEqual([
      ['co_lead', 'L'],
      ['member', 'M'],
    ]);
    grid.point({ line: 4, column: STATUS });
    expect(where()).toBe(`4:${STATUS} []`);
  });
});

describe('references', () => {
  it('completes names and sends ids', async () => {
    const { grid, type, told } = await at(4, LEADS);
    await type('u', 'n', 'i');
    await settled();
    await type('Enter');
    expect(grid.edit?.session.text).toBe('UNICEF, ');
    await type('i', 'o', 'm');
    await type('Enter', 'Enter');
    expect(told.edits).toEqual([
      { id: 'a4', column: 'leads', value: 'id:o3,id:o1', text: 'UNICEF, IOM', seen: '' },
    ]);
  });

  it('passes on a name it does not know', async () => {
    const { type, told } = await at(4, LEADS);
    await type('X', 'Y', 'Z', 'Enter');
    expect(told.edits.map(({ value }) => value)).toEqual(['XYZ']);
  });
});

describe('blocks', () => {
  it('copies the range as text and as a table, without group heads', async () => {
    const { grid } = await at(9, TITLE, { list: threeGroups, groupBy: 'group' });
    grid.focusCell({ line: 12, column: TIMELINE }, { extend: true });
    expect(grid.copy()?.text).toBe('Activity 8\tQ1 2023\nActivity 9\tQ2 2023\nActivity 10\tQ3 2023\n');
    expect(grid.copy()?.html).toContain('<td');
    grid.focusCell({ line: 0, column: TITLE });
    expect(grid.copy(), 'a group head is no row').toBeNull();
  });

  it('copies rows that have not been read, when it is given time', async () => {
    const { grid, type } = await at(0, TITLE, { list: activities(450) });
    await type('Mod+Shift+ArrowDown');
    grid.scrolled(0);
    const copied = grid.copy() ?? (await grid.copyLater());
    expect(copied?.text.trim().split('\n')).toHaveLength(450);
  });

  it('pastes a column of twenty cells as one action', async () => {
    const { grid, told, where } = await at(5, TITLE);
    const text = Array.from({ length: 20 }, (_, index) => `Pasted ${index}`).join('\n');
    await grid.paste(`${text}\n`);
    expect(told.blocks).toHaveLength(1);
    expect(told.blocks[0]).toMatchObject({ by: 'paste', beyond: 0, leftOut: [] });
    expect(told.blocks[0]?.cells).toHaveLength(20);
    expect(told.blocks[0]?.cells[19]).toEqual({
      id: 'a24',
      column: 'title',
      value: 'Pasted 19',
      text: 'Pasted 19',
    });
    expect(where(), 'what was pasted is selected').toBe(`5:${TITLE}..24:${TITLE}`);
    expect(grid.rows.rowsNow(5, 6)?.[0]?.title).toBe('Pasted 0');
  });

  it('pastes a block of several columns in the form each column is sent in', async () => {
    const { grid, told } = await at(5, TIMELINE);
    await grid.paste('2023\tcompleted\tUNHCR; IOM\n2024\tIn progress\tIOM\n');
    expect(told.blocks[0]?.cells.map(({ id, column, value }) => `${id} ${column} ${value}`)).toEqual([
      'a5 timeline 2023',
      'a5 status completed',
      'a5 leads UNHCR,IOM',
      'a6 timeline 2024',
      'a6 status in_progress',
      'a6 leads IOM',
    ]);
  });

  it('pastes one cell as an edit of it', async () => {
    const { grid, told } = await at(5, TITLE);
    await grid.paste('One');
    expect(told.edits).toEqual([
      { id: 'a5', column: 'title', value: 'One', text: 'One', seen: 'Activity 5' },
    ]);
  });

  it('fills a range that is a multiple of what is pasted', async () => {
    const { grid, type, told } = await at(5, TITLE);
    await type('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await grid.paste('A\nB');
    expect(told.blocks[0]?.cells.map(({ value }) => value)).toEqual(['A', 'B', 'A', 'B']);
  });

  it('says how many rows of a block found no place', async () => {
    const { grid, told } = await at(48, TITLE);
    await grid.paste('A\nB\nC\nD');
    expect(told.blocks[0]).toMatchObject({ beyond: 2 });
    expect(told.blocks[0]?.cells.map(({ id }) => id)).toEqual(['a48', 'a49']);
  });

  it('steps over group heads and folded groups', async () => {
    const { grid, told } = await at(9, TITLE, { list: threeGroups, groupBy: 'group' });
    await grid.fold(11, true);
    grid.focusCell({ line: 9, column: TITLE });
    await grid.paste('A\nB\nC');
    expect(told.blocks[0]?.cells.map(({ id }) => id)).toEqual(['a8', 'a9', 'a20']);
  });

  it('leaves out what cannot be changed and says so', async () => {
    const { grid, told } = await at(3, TITLE, { list: activities(10, (n) => ({ locked: n === 4 })) });
    await grid.paste('A\nB\nC');
    expect(told.blocks[0]?.cells.map(({ id }) => id)).toEqual(['a3', 'a5']);
    expect(told.blocks[0]?.leftOut).toEqual([
      { id: 'a4', column: 'title', value: 'B', text: 'B', why: 'locked' },
    ]);
  });

  it('marks the cells of a block that were refused', async () => {
    const { grid } = await at(3, TITLE, {
      answerBlock: () => ({ refused: [{ id: 'a4', column: 'title', reason: 'Too long' }] }),
    });
    await grid.paste('A\nB\nC');
    expect(grid.slots[4]?.marks?.get('title')).toMatchObject({
      state: 'refused',
      text: 'B',
      reason: 'Too long',
    });
    expect(grid.slots[3]?.marks).toBeNull();
    expect(grid.slots[3]?.row?.title).toBe('A');
    expect(grid.slots[4]?.row?.title).toBe('Activity 4');
  });

  it('gives back what it copied', async () => {
    const { grid, told } = await at(3, TITLE);
    grid.focusCell({ line: 8, column: LEADS }, { extend: true });
    await grid.paste(grid.copy()?.text ?? '');
    expect(told.blocks, 'nothing differs, so nothing is sent').toEqual([]);
  });

  it('fills down from above, and over a range from its first row', async () => {
    const one = await at(5, TITLE);
    await one.type('Mod+d');
    expect(one.told.edits.map(({ id, value }) => `${id} ${value}`)).toEqual(['a5 Activity 4']);
    const many = await at(5, TITLE);
    await many.type('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Mod+d');
    expect(many.told.blocks[0]?.cells.map(({ id, column, value }) => `${id} ${column} ${value}`)).toEqual([
      'a6 title Activity 5',
      'a6 timeline Q2 2023',
      'a7 title Activity 5',
      'a7 timeline Q2 2023',
    ]);
    const first = await at(0, TITLE);
    await first.type('Mod+d');
    expect(first.told.edits, 'nothing stands above the first row').toEqual([]);
  });

  it('writes one text into all selected cells', async () => {
    const { type, told } = await at(5, TITLE);
    await type('Shift+ArrowDown', 'Shift+ArrowDown', 'X', 'Mod+Enter');
    expect(told.edits).toEqual([]);
    expect(told.blocks.map(({ cells }) => cells.map(({ id, value }) => `${id} ${value}`))).toEqual([
      ['a5 X', 'a6 X', 'a7 X'],
    ]);
  });

  it('puts down what was copied here by its values, whatever its text would mean', async () => {
    const twins = [
      { id: 'o8', label: 'APRRN' },
      { id: 'o9', label: 'APRRN' },
    ];
    const { grid, told } = await at(3, TITLE, {
      list: activities(9, (n) => ({
        title: n === 3 ? '"quoted"' : `Activity ${n}\n\tof two lines`,
        leads: n === 3 ? [{ ...twins[0]!, role: 'lead' }] : n === 5 ? [twins[1]!] : [],
      })),
    });
    grid.focusCell({ line: 4, column: LEADS }, { extend: true });
    const copied = grid.copy()?.text ?? '';
    grid.focusCell({ line: 5, column: TITLE });
    await grid.paste(copied.replaceAll('\n', '\r\n'));
    expect(told.blocks[0]?.cells.map(({ id, column, value }) => `${id} ${column} ${value}`)).toEqual([
      'a5 title "quoted"',
      'a5 timeline Q4 2023',
      'a5 status completed',
      'a5 leads id:o8:lead',
      'a6 title Activity 4\n\tof two lines',
      'a6 timeline Q1 2023',
      'a6 status delayed',
    ]);
  });

  it('takes the table of a spreadsheet before its text, which knows less', async () => {
    const { grid, told } = await at(3, TITLE);
    await grid.paste('One two\t2024\nThree\t2025\n', [
      ['One\ntwo', '2024'],
      ['Three', '2025'],
    ]);
    expect(told.blocks[0]?.cells.map(({ value }) => value)).toEqual(['One\ntwo', '2024', 'Three', '2025']);
  });

  it('asks what becomes of the rows that have no place, and adds them with the rest', async () => {
    const asked: number[] = [];
    const pasting = async (beyond: 'add' | 'leave' | 'stop'): Promise<Desk> => {
      const made = await at(48, TITLE, {
        beyond: (count) => {
          asked.push(count);
          return beyond;
        },
        answerBlock: ({ added }) => ({
          refused: [],
          added: added.map((_row, number) => ({
            id: number === 0 ? 'new' : null,
            refused:
              number === 0 ? [{ column: 'timeline', reason: 'No' }] : [{ column: 'title', reason: 'Why' }],
          })),
        }),
      });
      await made.grid.paste('A\t2024\nB\t2025\nC\tX\n\t\nD\t');
      return made;
    };
    expect((await pasting('stop')).told.blocks).toEqual([]);
    expect((await pasting('leave')).told.blocks[0]).toMatchObject({ beyond: 3, added: [] });
    const { grid, told } = await pasting('add');
    expect(asked).toEqual([3, 3, 3]);
    expect(told.blocks[0]?.beyond).toBe(0);
    expect(told.blocks[0]?.added, 'a row that is empty is none').toEqual([
      {
        cells: [
          { column: 'title', value: 'C', text: 'C' },
          { column: 'timeline', value: 'X', text: 'X' },
        ],
      },
      { cells: [{ column: 'title', value: 'D', text: 'D' }] },
    ]);
    expect(grid.refusals).toEqual([
      { id: 'new', column: 'timeline', row: 'grid-new-row 1', text: 'X', reason: 'No' },
      { id: null, column: 'title', row: 'grid-new-row 2', text: 'D', reason: 'Why' },
    ]);
    grid.dropRefusals();
    expect(grid.refusals).toEqual([]);
  });

  it('says of each cell that was left whose it is and why, until it is touched', async () => {
    const { grid, type, where } = await at(3, TITLE, {
      list: activities(10, (n) => ({ locked: n === 4 })),
      answerBlock: ({ cells }) => ({
        refused: cells
          .filter(({ value }) => value === 'bad')
          .map(({ id, column }) => ({ id, column, reason: 'Not like that' })),
      }),
    });
    await grid.paste('A\t2024\nB\tbad\nbad\t2026');
    expect(grid.refusals).toEqual([
      { id: 'a4', column: 'timeline', row: 'Activity 4', text: 'bad', reason: 'Not like that' },
      { id: 'a4', column: 'title', row: 'Activity 4', text: 'B', reason: 'The workplan is closed' },
      { id: 'a5', column: 'title', row: 'Activity 5', text: 'bad', reason: 'Not like that' },
    ]);
    const places: string[] = [];
    for (const name of ['F8', 'F8', 'F8', 'F8', 'Shift+F8']) {
      await type(name);
      places.push(where());
    }
    expect(places).toEqual([`4:${TIMELINE}`, `4:${TITLE}`, `5:${TITLE}`, `4:${TIMELINE}`, `5:${TITLE}`]);
    await type('F2');
    expect(grid.edit?.session.text, 'it is corrected from what was to stand there').toBe('bad');
    grid.typed('good');
    await type('Enter');
    expect(grid.refusals.map(({ id, column }) => `${id} ${column}`)).toEqual(['a4 timeline', 'a4 title']);
    grid.focusCell({ line: 4, column: TITLE });
    expect(grid.focusedMark?.reason).toBe('The workplan is closed');
    await type('Escape');
    expect(grid.refusals).toHaveLength(1);
  });

  it('fills to the end of the row from the first column, or from the one before', async () => {
    const years = { list: activities(9, (n) => ({ title: `20${10 + n}` })) };
    const one = await at(5, TIMELINE, years);
    await one.type('Mod+r');
    expect(one.told.edits.map(({ id, column, value }) => `${id} ${column} ${value}`)).toEqual([
      'a5 timeline 2015',
    ]);
    const many = await at(5, TITLE, years);
    await many.type('Shift+ArrowDown', 'Shift+ArrowRight', 'Mod+r');
    expect(many.told.blocks[0]?.cells.map(({ id, column, value }) => `${id} ${column} ${value}`)).toEqual([
      'a5 timeline 2015',
      'a6 timeline 2016',
    ]);
  });

  it.each([
    ['down', { line: 8, column: TIMELINE }, ['a6 X0', 'a7 X1', 'a8 X0'], `4:${TITLE}..8:${TITLE}`],
    ['up', { line: 1, column: TITLE }, ['a1 X1', 'a2 X0', 'a3 X1'], `1:${TITLE}..5:${TITLE}`],
    ['nowhere', { line: 5, column: TITLE }, [], `4:${TITLE}..5:${TITLE}`],
  ])('repeats the selected cells %s where the handle is dragged', async (_way, to, filled, selected) => {
    const { grid, type, told, where } = await at(4, TITLE, {
      list: activities(12, (n) => ({ title: n === 4 ? 'X0' : n === 5 ? 'X1' : `Activity ${n}` })),
    });
    await type('Shift+ArrowDown');
    expect(grid.slots[5]?.cursor?.handle).toBe(TITLE);
    expect(grid.slots[4]?.cursor?.handle).toBe(-1);
    grid.fillTowards(to);
    await grid.fillHere();
    expect(told.blocks.flatMap(({ cells }) => cells.map(({ id, value }) => `${id} ${value}`))).toEqual(
      filled,
    );
    expect(where()).toBe(selected);
  });

  it('counts rows and columns of what is selected, heads of groups not', async () => {
    const { grid, type } = await at(9, TITLE, { list: threeGroups, groupBy: 'group' });
    expect(grid.selected).toBeNull();
    grid.focusCell({ line: 12, column: TIMELINE }, { extend: true });
    expect(grid.selected).toEqual({ rows: 3, columns: 2 });
    grid.focusCell({ line: 11, column: TITLE }, { extend: true });
    expect(grid.slots[10]?.cursor?.handle, 'the head of a group has no handle').toBe(TITLE);
    grid.focusCell({ line: 12, column: TIMELINE }, { extend: true });
    await type('Mod+a');
    expect(grid.selected).toEqual({ rows: 30, columns: columns.length });
  });

  it('writes one value into all selected cells from the menu', async () => {
    const { grid, type, told } = await at(5, TITLE);
    await type('Shift+ArrowDown');
    grid.editAll();
    grid.typed('Same');
    await type('Enter');
    expect(told.blocks[0]?.cells.map(({ id, value }) => `${id} ${value}`)).toEqual(['a5 Same', 'a6 Same']);
  });

  it('clears a range as one action', async () => {
    const { type, told } = await at(5, TIMELINE);
    await type('Shift+ArrowDown', 'Delete');
    expect(told.blocks[0]).toMatchObject({ by: 'clear' });
    expect(told.blocks[0]?.cells.map(({ id, value }) => `${id}=${value}`)).toEqual(['a5=', 'a6=']);
  });
});

describe('what goes to the page', () => {
  const acts: [keys: string, cell: [number, number], told: [string, unknown]][] = [
    ['Mod+z', [4, 2], ['undo', undefined]],
    ['Mod+y', [4, 2], ['redo', undefined]],
    ['Mod+Shift+z', [4, 2], ['redo', undefined]],
    ['Mod++', [4, 2], ['add', 'a4']],
    ['Shift+ArrowDown Mod+-', [4, 2], ['remove', ['a4', 'a5']]],
    ['ContextMenu', [4, 2], ['menu', { row: 'a4', column: 'title', ids: ['a4'] }]],
    ['Shift+F10', [4, 3], ['menu', { row: 'a4', column: 'timeline', ids: ['a4'] }]],
    ['Shift+F10', [-1, 3], ['head menu', 'timeline']],
    ['Space', [4, 2], ['open', ['a4', 'now']]],
    ['Enter', [-1, 3], ['sort', ['timeline']]],
    ['Enter Enter', [-1, 3], ['sort', ['-timeline']]],
    ['Enter Enter Enter', [-1, 3], ['sort', []]],
    ['Enter ArrowLeft Shift+Enter', [-1, 3], ['sort', ['timeline', 'title']]],
    ['Alt+Shift+ArrowRight', [-1, 3], ['layout', undefined]],
    ['Alt+ArrowLeft', [-1, 3], ['layout', undefined]],
  ];
  it.each(acts)('%s at %j', async (keys, [line, column], expected) => {
    const { type, told } = await at(line, column);
    await type(...keys.split(' '));
    expect(told.other).toContainEqual(expected);
  });

  it('lets the record follow a focus that stays', async () => {
    const { type, clock, told, grid } = await at(4, 2);
    clock.pass(120);
    expect(told.other).toEqual([['open', ['a4', 'follow']]]);
    await type('ArrowDown');
    clock.pass(119);
    await type('ArrowDown');
    clock.pass(119);
    expect(told.other).toHaveLength(1);
    clock.pass(1);
    expect(told.other.at(-1)).toEqual(['open', ['a6', 'follow']]);
    grid.openId = 'a6';
    await type('ArrowRight');
    clock.pass(120);
    expect(told.other, 'the same row is not opened twice').toHaveLength(2);
  });

  it('checks rows by click, by Space, and all of them', async () => {
    const { grid, type } = await at(4, CHECK);
    await type('Space');
    grid.point({ line: 6, column: CHECK });
    expect([...grid.checked]).toEqual(['a4', 'a6']);
    expect(grid.slots[6]?.checked).toBe(true);
    await grid.checkAll();
    expect(grid.checked.size).toBe(0);
    await grid.checkAll();
    expect(grid.checked.size).toBe(50);
  });
});

describe('moving rows', () => {
  // a0, a1 (a2 (a3), a4), a5
  const depths = [0, 0, 1, 2, 1, 0];
  const list = activities(6, (n) => ({
    depth: depths[n] ?? 0,
    hasChildren: (depths[n + 1] ?? 0) > (depths[n] ?? 0),
  }));
  const moves: [string, number, { parent: string | null; after: string | null } | null][] = [
    ['Alt+ArrowUp', 5, { parent: null, after: 'a0' }],
    ['Alt+ArrowUp', 1, { parent: null, after: null }],
    ['Alt+ArrowUp', 0, null],
    ['Alt+ArrowUp', 2, null],
    ['Alt+ArrowUp', 4, { parent: 'a1', after: null }],
    ['Alt+ArrowDown', 1, { parent: null, after: 'a5' }],
    ['Alt+ArrowDown', 2, { parent: 'a1', after: 'a4' }],
    ['Alt+ArrowDown', 4, null],
    ['Alt+ArrowDown', 5, null],
    ['Alt+Shift+ArrowRight', 5, { parent: 'a1', after: 'a4' }],
    ['Alt+Shift+ArrowRight', 4, { parent: 'a2', after: 'a3' }],
    ['Alt+Shift+ArrowRight', 1, { parent: 'a0', after: null }],
    ['Alt+Shift+ArrowRight', 2, null],
    ['Alt+Shift+ArrowLeft', 3, { parent: 'a1', after: 'a2' }],
    ['Alt+Shift+ArrowLeft', 4, { parent: null, after: 'a1' }],
    ['Alt+Shift+ArrowLeft', 0, null],
  ];
  it.each(moves)('%s on a%i', async (keys, line, expected) => {
    const { type, told } = await at(line, TITLE, { list });
    await type(keys);
    const found = told.other.filter(([name]) => name === 'move').map(([, move]) => move);
    expect(found).toEqual(expected ? [{ id: `a${line}`, ...expected }] : []);
  });

  it('does not move rows of a sorted list, and says why', async () => {
    const { type, told } = await at(3, TITLE, { list, sort: ['title'] });
    await type('Alt+ArrowUp');
    expect(told.other).toEqual([['notice', 'grid-move-sorted']]);
  });
});

describe('folding', () => {
  it('folds and unfolds a group on its line', async () => {
    const { grid, type, where } = await at(0, TITLE, { list: threeGroups, groupBy: 'group' });
    expect(grid.rows.flat.size).toBe(33);
    await type('ArrowLeft');
    expect(grid.rows.flat.size).toBe(23);
    expect(grid.slots[0]).toMatchObject({ kind: 'group', folded: true });
    await type('ArrowRight');
    expect(grid.rows.flat.size).toBe(33);
    await type('Enter', 'Space', 'Alt+ArrowLeft');
    expect(grid.rows.flat.size).toBe(23);
    expect(where()).toBe(`0:${TITLE}`);
    grid.foldAll(true);
    expect(grid.rows.flat.size).toBe(3);
    grid.foldAll(false);
    expect(grid.rows.flat.size).toBe(33);
  });

  it('goes to the head when the group of the active cell is folded', async () => {
    const { grid, where } = await at(15, TITLE, { list: threeGroups, groupBy: 'group' });
    await grid.fold(11);
    expect(where()).toBe(`11:${TITLE}`);
    await grid.fold(0);
    expect(where(), 'the same head on another line').toBe(`1:${TITLE}`);
  });

  it('folds what stands under a row, however long it is', async () => {
    const list = activities(400, (n) => ({ depth: n === 0 || n > 350 ? 0 : 1, hasChildren: n === 0 }));
    const { grid, type } = await at(0, TITLE, { list });
    await type('Alt+ArrowLeft');
    expect(grid.rows.flat.size).toBe(50);
    expect(grid.slots[0]).toMatchObject({ folded: true });
    expect((await grid.rows.rowsOn(0, 3)).map(({ id }) => id)).toEqual(['a0', 'a351', 'a352']);
    await grid.invalidate();
    expect(grid.rows.flat.size, 'it stays folded when the list is read again').toBe(50);
    await type('Alt+ArrowRight');
    expect(grid.rows.flat.size).toBe(400);
  });

  it('remembers a folded row when rows come in above it', async () => {
    const list = activities(20, (n) => ({ depth: n % 5 === 0 ? 0 : 1, hasChildren: n % 5 === 0 }));
    const { grid, source } = await at(5, TITLE, { list });
    await grid.fold(5);
    expect(grid.rows.flat.size).toBe(16);
    source.list = [activity(100), activity(101), ...source.list];
    await grid.invalidate();
    expect(grid.rows.flat.size).toBe(18);
    expect(grid.rows.isRowFolded('a5')).toBe(true);
    expect(grid.focusedRow?.id).toBe('a5');
  });
});

describe('a list of 5,000', () => {
  const many = (): ReturnType<typeof desk> => desk({ list: activities(5000) });

  it('draws a constant number of rows and reads only what is in sight', async () => {
    const { grid, source, clock } = await many();
    const { slots } = grid;
    expect(slots).toHaveLength(33);
    for (let top = 0; top <= 5000 * 28 - 560; top += 1400) {
      grid.scrolled(top);
      const shown = new Set(grid.slots.map(({ line }) => line));
      for (let line = top / 28; line < top / 28 + 20; line += 1)
        expect(shown.has(line), `line ${line}`).toBe(true);
      clock.pass(80);
      await settled();
      const lines = grid.slots.map(({ line }) => line).sort((a, b) => a - b);
      expect(lines[0]).toBe(Math.max(0, Math.min(Math.floor(top / 28) - 6, 5000 - 33)));
      expect(lines[32]).toBe((lines[0] ?? 0) + 32);
      expect(grid.slots, 'the same rows are drawn again and again').toBe(slots);
    }
    expect(source.asked.length, 'each page is asked for once').toBeLessThanOrEqual(50);
  });

  it('shows a line in the slot it had, so that scrolling by one row changes one row', async () => {
    const { grid, clock } = await many();
    grid.scrolled(2800);
    clock.pass(80);
    await settled();
    const before = new Map(grid.slots.map((slot) => [slot.number, slot.line]));
    grid.scrolled(2828);
    expect(grid.slots.filter((slot) => before.get(slot.number) !== slot.line)).toHaveLength(1);
  });

  it('asks for the end of a long way only', async () => {
    const { grid, source } = await many();
    const asked = source.asked.length;
    let open = (): void => undefined;
    source.gate = new Promise((done) => (open = done));
    for (let top = 0; top < 120_000; top += 700) grid.scrolled(top);
    open();
    for (let turn = 0; turn < 6; turn += 1) await settled();
    expect(source.asked.length - asked).toBeLessThanOrEqual(6);
    expect(grid.slots.every(({ kind }) => kind === 'row')).toBe(true);
  });

  it('shows outlines only after 200 milliseconds', async () => {
    const { grid, source, clock } = await many();
    let open = (): void => undefined;
    source.gate = new Promise((done) => (open = done));
    grid.scrolled(28_000);
    expect(grid.slots.some(({ kind }) => kind === 'blank')).toBe(true);
    clock.pass(199);
    expect(grid.slow).toBe(false);
    clock.pass(1);
    expect(grid.slow).toBe(true);
    open();
    await settled();
    await settled();
    expect(grid.slow).toBe(false);
  });

  it('finds a row that was never read', async () => {
    const { grid } = await many();
    expect(await grid.focusRow('a4321')).toBe(true);
    expect(grid.focusedRow?.id).toBe('a4321');
    expect(await grid.focusRow('nobody')).toBe(false);
  });

  it('says when the list cannot be read, and asks again', async () => {
    const { grid, source } = await many();
    source.error = new Error('the store is closed');
    grid.scrolled(70_000);
    await settled();
    expect(grid.rows.failed).toBe(source.error);
    source.error = null;
    await grid.retry();
    await settled();
    expect(grid.rows.failed).toBeNull();
    expect(grid.slots.every(({ kind }) => kind === 'row')).toBe(true);
  });
});

describe('changes from elsewhere', () => {
  const onScreen = ({ grid, scrolledTo }: Desk): number =>
    (grid.focus?.line ?? 0) * 28 - (scrolledTo.at(-1) ?? 0);

  it('keeps the active cell on its row and the row on its place', async () => {
    const made = await desk({ list: activities(5000) });
    const { grid, source } = made;
    grid.scrolled(28_000);
    made.scrolledTo.push(28_000);
    await settled();
    grid.focusCell({ line: 1010, column: TITLE });
    grid.focusCell({ line: 1013, column: TIMELINE }, { extend: true });
    const before = onScreen(made);
    source.list = [...activities(3, (n) => ({ id: `new${n}` })), ...source.list];
    await grid.invalidate();
    expect(grid.focusedRow?.id).toBe('a1010');
    expect(made.where()).toBe(`1013:${TITLE}..1016:${TIMELINE}`);
    expect(onScreen(made), 'nothing moved on the screen').toBe(before);
    expect(grid.copy()?.text.split('\n')).toHaveLength(5);
  });

  it('keeps the first row in sight when the active cell is out of sight', async () => {
    const { grid, source, scrolledTo } = await desk({ list: activities(5000) });
    grid.focusCell({ line: 0, column: TITLE });
    grid.scrolled(28_000);
    await settled();
    source.list = [activity(9000), ...source.list];
    await grid.invalidate();
    expect(scrolledTo.at(-1)).toBe(28_028);
    expect(grid.focusedRow?.id).toBe('a0');
  });

  it('goes to the neighbour when the row is gone', async () => {
    const { grid, source } = await at(4, TITLE);
    source.list = source.list.filter(({ id }) => id !== 'a4');
    await grid.invalidate();
    expect(grid.focusedRow?.id).toBe('a5');
    source.list = source.list.slice(0, 2);
    await grid.invalidate();
    expect(grid.focusedRow?.id).toBe('a1');
  });

  it('keeps an edited row that the filter leaves out until it is left, but not one that was deleted', async () => {
    const { grid, source, type } = await at(4, TITLE);
    await grid.setWhere(['Activity']);
    const id = grid.focusedRow?.id ?? '';
    await type('F2', 'X');
    grid.keep('stay');
    await settled();
    source.change(id, { title: 'Other' });
    await grid.invalidate();
    expect(grid.waiting).toBe(true);
    source.list = source.list.filter((row) => row.id !== id);
    await grid.invalidate();
    expect(grid.waiting).toBe(false);
    expect(grid.rows.lineOfRow(id)).toBe(-1);
  });

  it('follows a row into another group', async () => {
    const { grid, source } = await at(3, TITLE, { list: threeGroups, groupBy: 'group' });
    expect(grid.focusedRow?.id).toBe('a2');
    source.change('a2', { group: 'g2' });
    await grid.invalidate();
    expect(grid.focusedRow?.id).toBe('a2');
    expect(grid.focus?.line).toBe(22);
  });

  it('never touches a text being written, and says what stood there when it was begun', async () => {
    const { grid, source, type, told, where } = await at(4, TITLE);
    await type('X');
    source.change('a4', { title: 'From elsewhere' });
    source.list = [activity(100), ...source.list];
    await grid.invalidate();
    expect(where()).toBe(`4:${TITLE} [X]`);
    expect(grid.waiting).toBe(true);
    await type('Enter');
    expect(told.edits).toEqual([{ id: 'a4', column: 'title', value: 'X', text: 'X', seen: 'Activity 4' }]);
    await settled();
    expect(grid.waiting).toBe(false);
    expect(grid.rows.flat.size).toBe(51);
  });

  it('renews the other rows while one is edited', async () => {
    const { grid, source, type } = await at(4, TITLE);
    await type('X');
    source.change('a7', { title: 'From elsewhere' });
    await grid.invalidate();
    expect(grid.slots[7]?.row?.title).toBe('From elsewhere');
  });

  it('sorts a row to its new place only when it is left', async () => {
    const { grid, type, where } = await at(2, TITLE, { sort: ['title'] });
    expect(grid.focusedRow?.id).toBe('a2');
    await type('F2');
    grid.typed('Zebra');
    await type('Tab');
    await settled();
    expect(where(), 'still in the row').toBe(`2:${TIMELINE}`);
    expect(grid.slots[2]?.row?.title).toBe('Zebra');
    await type('ArrowDown');
    await settled();
    expect(grid.slots[2]?.row?.id).toBe('a3');
    expect(grid.focusedRow?.id).toBe('a3');
  });

  it('marks rows that came in until they are looked at', async () => {
    const { grid, type } = await at(4, TITLE);
    await grid.invalidate({ ids: ['a5', 'a9'], elsewhere: true });
    expect(grid.slots.filter(({ fresh }) => fresh).map(({ line }) => line)).toEqual([5, 9]);
    await type('ArrowDown');
    expect(grid.slots.filter(({ fresh }) => fresh).map(({ line }) => line)).toEqual([9]);
  });

  it('takes many changes at once in two readings', async () => {
    const { grid, source } = await at(4, TITLE);
    const asked = source.asked.length;
    await Promise.all(Array.from({ length: 20 }, () => grid.invalidate()));
    expect(source.asked.length - asked).toBeLessThanOrEqual(2);
  });

  it('filters and groups without losing the place', async () => {
    const { grid } = await at(4, TITLE, { list: threeGroups });
    await grid.setWhere(['Activity 1']);
    expect(grid.rows.flat.size).toBe(11);
    expect(grid.focus).toEqual({ line: 4, column: TITLE });
    await grid.setWhere([]);
    await grid.setGroupBy('group');
    expect(grid.rows.flat.size).toBe(33);
    expect(grid.rows.line(0)).toMatchObject({ kind: 'group' });
  });
});

describe('columns', () => {
  it('hides, moves and widens, and keeps it for another language', async () => {
    const { grid } = await at(4, TIMELINE);
    grid.showColumn('number', false);
    expect(grid.focusedColumn?.key).toBe('timeline');
    grid.moveColumn('leads', 'title');
    grid.resizeColumn('title', 10);
    const layout = grid.columns.layout();
    grid.setColumns(columns.map((column) => ({ ...column, label: `${column.label} fr` })));
    expect(grid.columns.layout()).toEqual(layout);
    expect(grid.columns.shown.map(({ key: name }) => name)).toEqual([
      'check',
      'leads',
      'title',
      'timeline',
      'status',
      'standing',
    ]);
    expect(grid.columns.get('title')).toMatchObject({ width: 24, grows: false });
    const other = (await desk()).grid;
    other.columns.restore(layout);
    expect(other.columns.layout()).toEqual(layout);
  });

  it('freezes the columns up to one, keeps the active cell in its column, and remembers it', async () => {
    const { grid, told } = await at(4, STATUS);
    grid.moveColumn('leads', 'title');
    grid.freezeColumns('leads');
    const frozen = (of = grid): string[] =>
      of.columns.shown.filter((column) => column.frozen).map(({ key: name }) => name);
    expect(frozen()).toEqual(['check', 'number', 'leads']);
    expect(grid.columns.stops).toEqual([0, 2, 5]);
    expect(grid.focusedColumn?.key).toBe('status');
    expect(told.other.at(-1)?.[0]).toBe('layout');
    grid.focusCell({ line: -1, column: 2 });
    grid.press(key('Alt+ArrowRight'));
    expect(frozen(), 'no column is moved over the edge by keys').toEqual(['check', 'number', 'leads']);
    const other = (await desk()).grid;
    other.columns.restore(grid.columns.layout());
    expect(frozen(other)).toEqual(['check', 'number', 'leads']);
    other.freezeColumns('standing');
    expect(frozen(other), 'there is room left to scroll the others in').toHaveLength(6);
    other.freezeColumns(null);
    expect(frozen(other)).toEqual([]);
  });

  it('sorts within what is sorted already, and says which comes first', async () => {
    const { grid } = await at(-1, TITLE);
    await grid.sortBy('title');
    expect(grid.sortRank('title'), 'a single one needs no number').toBeNull();
    await grid.sortBy('timeline', true);
    await grid.sortBy('timeline', true);
    expect(grid.rows.query.sort).toEqual(['title', '-timeline']);
    expect([grid.sortRank('title'), grid.sortRank('timeline'), grid.sortRank('number')]).toEqual([
      1,
      2,
      null,
    ]);
    await grid.sortBy('title', true);
    await grid.sortBy('title', true);
    expect(grid.rows.query.sort).toEqual(['-timeline']);
  });
});
