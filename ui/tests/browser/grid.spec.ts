import { run } from './bridge';
import { type DeskPage, expect, test } from './desk';

/** Shows the workplan without groups and puts the focus on the first row's cell of a column. */
async function flatWorkplan(desk: DeskPage, key: string): Promise<string[]> {
  await desk.go('workplan');
  await desk.page.getByRole('button', { name: /^Group/ }).click();
  await desk.page.getByRole('menuitemradio', { name: 'No groups' }).click();
  await expect(desk.grid.locator('.gd-row[data-kind="group"]:not([hidden])')).toHaveCount(0);
  await desk.settled();
  const ids = await desk.ids();
  await desk.cell(ids[0]!, key).click();
  await expect(desk.part('record')).toBeVisible();
  await desk.settled();
  return ids;
}

/** Pastes a text into the grid as a spreadsheet would have left it in the clipboard. */
async function paste(desk: DeskPage, text: string, html = ''): Promise<void> {
  await desk.entry.evaluate(
    (entry, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted.text);
      if (pasted.html !== '') clipboardData.setData('text/html', pasted.html);
      entry.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { text, html },
  );
}

/** Pastes a block as LibreOffice puts it on the clipboard: a table that keeps breaks, and a text that does not. */
async function pasteFromLibreOffice(desk: DeskPage, block: string[][]): Promise<void> {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  const rows = block.map(
    (row) =>
      `\t<tr>\n${row.map((text) => `\t\t<td height="17" align="left" valign=middle><font face="Arial">${escaped(text)}</font></td>\n`).join('')}\t</tr>\n`,
  );
  const html = `<!DOCTYPE html>
<html>
<head>
\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
\t<title></title>
\t<meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/>
\t<style type="text/css">
\t\tbody,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
\t</style>
</head>
<body>
<table cellspacing="0" border="0">
\t<colgroup width="85"></colgroup>
${rows.join('')}</table>
</body>
</html>`;
  const text = block.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')).join('\t')).join('\n');
  await paste(desk, `${text}\n`, html);
}

test.beforeEach(async ({ desk }) => desk.open());

test('a block of 20 x 6 from LibreOffice is pasted, corrected and undone, with the keyboard alone', async ({
  desk,
  page,
}) => {
  const keys = ['order_label', 'title', 'timeline', 'status', 'leads', 'objectives'];
  const block = Array.from({ length: 20 }, (_, at) => [
    String(at + 1),
    at === 3 ? 'Agree on "terms",\nthen write <them>' : `Planned step ${at + 1}`,
    `Q${(at % 4) + 1} 2031`,
    at === 5 ? 'Finished' : ['In progress', 'completed', 'Yet to start'][at % 3]!,
    at === 7 ? 'No such body' : 'IOM; UNHCR',
    `${(at % 23) + 1}, 23`,
  ]);
  await desk.press('Control+3', 'F6', 'F6');
  await expect(desk.entry).toBeFocused();
  await desk.settled();
  await desk.press('Control+Home', 'ArrowDown');
  const shown = (): Promise<string[][]> =>
    desk.rows.evaluateAll(
      (rows, columns) =>
        rows
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .slice(0, 20)
          .map((row) =>
            columns.map((key) => row.querySelector(`[data-key="${key}"] [data-text]`)?.textContent ?? ''),
          ),
      keys,
    );
  const before = await shown();
  expect(before.length).toBe(20);

  await pasteFromLibreOffice(desk, block);
  const toast = page.locator('.toast').last();
  await expect(toast).toContainText('118 cells changed, 2 left as they were');
  await expect(desk.part('selected')).toHaveText('20 rows × 6 columns selected');
  await expect.poll(async () => (await shown())[3]![1]).toBe(block[3]![1]);
  await expect.poll(async () => (await shown()).map((row) => row[2])).toEqual(block.map((row) => row[2]));

  await test.step('what was refused is gone to, read and corrected', async () => {
    await desk.press('F8');
    await expect(desk.focused).toHaveAttribute('data-key', 'status');
    await expect(desk.focused).toHaveAttribute('aria-invalid', 'true');
    await expect(desk.part('edit-panel')).toContainText('Finished');
    await desk.press('F2', 'Control+a');
    await page.keyboard.type('Compl');
    await desk.press('Enter');
    await expect.poll(async () => (await shown())[5]![3]).toBe('Completed');
    await expect(desk.part('left')).toHaveText('One cell left as it was');
    await desk.press('F8');
    await expect(desk.focused).toHaveAttribute('data-key', 'leads');
    await desk.press('Escape');
    await expect(desk.part('left')).toHaveCount(0);
  });

  await test.step('one undo takes back the correction, one more the whole block', async () => {
    await desk.press('Control+z', 'Control+z');
    await expect.poll(shown).toEqual(before);
  });
});

test('a block that is longer than the list adds its rows, as one action', async ({ desk, page }) => {
  const ids = await flatWorkplan(desk, 'title');
  await desk.press('Control+End', 'Home', 'ArrowRight');
  const foot = desk.part('foot');
  await pasteFromLibreOffice(desk, [
    ['Last but one', '2032'],
    ['A new one', 'Q1 2033'],
    ['Another one', 'Q2 2033'],
  ]);
  await expect(page.getByRole('alertdialog')).toContainText('2 rows more than the list has');
  await page.getByRole('button', { name: 'Add 2 rows' }).press('Enter');
  await expect(foot).toContainText('37 records');
  await expect(desk.grid.locator('[data-key="title"]', { hasText: 'Another one' })).toBeVisible();
  await expect(desk.entry, 'the keyboard is where it was').toBeFocused();
  await desk.press('Control+z');
  await expect(foot).toContainText('35 records');
  await expect(desk.grid.locator('[data-key="title"]', { hasText: 'Last but one' })).toHaveCount(0);
  expect(ids.length).toBeGreaterThan(10);
});

test('cells are selected by dragging and filled by their handle', async ({ desk, page }) => {
  const [first, second, third, fourth] = await flatWorkplan(desk, 'timeline');
  await page.keyboard.type('Q1 2031');
  await desk.press('Enter');
  await page.keyboard.type('Q2 2031');
  await desk.press('Enter');
  await expect(desk.cell(second!, 'timeline')).toHaveText('Q2 2031');
  await desk.cell(first!, 'timeline').hover();
  await page.mouse.down();
  await desk.cell(second!, 'timeline').hover();
  await page.mouse.up();
  await expect(desk.part('foot')).toContainText('2 rows × one column selected');
  await desk.cell(second!, 'timeline').locator('[data-handle]').hover();
  await page.mouse.down();
  await desk.cell(fourth!, 'timeline').hover();
  await expect(desk.cell(third!, 'timeline')).toHaveAttribute('data-fill', 'true');
  await page.mouse.up();
  await expect(desk.cell(third!, 'timeline')).toHaveText('Q1 2031');
  await expect(desk.cell(fourth!, 'timeline')).toHaveText('Q2 2031');
  await desk.press('Control+z');
  await expect(desk.cell(fourth!, 'timeline')).not.toHaveText('Q2 2031');

  await test.step('the menu writes one value into all of them', async () => {
    await desk.cell(first!, 'timeline').click();
    await desk.press('Shift+ArrowDown', 'Shift+F10');
    await page.getByRole('menuitem', { name: 'Write into 2 cells' }).click();
    await expect(desk.entry).toHaveAttribute('data-editing', 'true');
    await desk.press('Control+a');
    await page.keyboard.type('2035');
    await desk.press('Enter');
    await expect(desk.cell(first!, 'timeline')).toHaveText('2035');
    await expect(desk.cell(second!, 'timeline')).toHaveText('2035');
  });
});

test('the keyboard of a spreadsheet', async ({ desk, page }) => {
  const [first, second, third] = await flatWorkplan(desk, 'timeline');
  const timeline = (id = ''): ReturnType<DeskPage['cell']> => desk.cell(id, 'timeline');
  const before = await timeline(first).innerText();

  await test.step('typing begins in place of the text, Escape leaves everything as it was', async () => {
    await page.keyboard.type('2031');
    await expect(desk.entry).toHaveAttribute('data-editing', 'true');
    await expect(desk.entry).toHaveValue('2031');
    await desk.press('Escape');
    await expect(timeline(first)).toHaveText(before);
    await expect(desk.entry).toBeFocused();
  });

  await test.step('what is typed is read while typing; Enter keeps it and goes down', async () => {
    await page.keyboard.type('Q3 2031');
    await expect(desk.part('edit-panel')).toContainText('1 Jul 2031');
    await desk.press('Enter');
    await expect(timeline(first)).toHaveText('Q3 2031');
    await expect(timeline(second)).toHaveAttribute('data-focus', 'true');
  });

  await test.step('arrows move, and the record beside follows', async () => {
    await desk.press('ArrowDown', 'ArrowUp', 'ArrowUp');
    await expect(timeline(first)).toHaveAttribute('data-focus', 'true');
    await expect(desk.part('record').locator('[data-field="timeline"]').first()).toContainText('Q3 2031');
  });

  await test.step('F2 opens the text itself, Tab keeps it and goes on', async () => {
    await desk.press('F2');
    await expect(desk.entry).toHaveValue('Q3 2031');
    await desk.press('End');
    await page.keyboard.type('-Q4 2031');
    await desk.press('Tab');
    await expect(timeline(first)).toHaveText('Q3 2031-Q4 2031');
    await expect(desk.cell(first!, 'status')).toHaveAttribute('data-focus', 'true');
  });

  await test.step('a figure sets a status, Enter opens the choice', async () => {
    await desk.press('3');
    await expect(desk.cell(first!, 'status')).toContainText('Completed');
    await desk.press('Enter');
    await expect(page.getByRole('listbox')).toBeVisible();
    await desk.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
  });

  await test.step('Ctrl+D fills the range from its first cell as one action', async () => {
    await desk.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    for (const id of [first, second, third])
      await expect(desk.cell(id!, 'status')).toContainText('Completed');
    await desk.press('Control+z');
    await expect(desk.cell(second!, 'status')).toContainText('Unknown');
    await expect(desk.cell(first!, 'status')).toContainText('Completed');
    await desk.press('Control+Shift+z');
    await expect(desk.cell(third!, 'status')).toContainText('Completed');
  });

  await test.step('? shows the keys; Escape gives the focus back, then closes the record', async () => {
    await desk.press('?');
    await expect(desk.part('keymap')).toBeVisible();
    await desk.press('Escape');
    await expect(desk.part('keymap')).toHaveCount(0);
    await expect(desk.entry).toBeFocused();
    // The first one gives up the range.
    await desk.press('Escape', 'Escape');
    await expect(desk.part('record')).toHaveCount(0);
    await expect(desk.entry).toBeFocused();
  });
});

test('a column of twenty cells is pasted and undone as one action', async ({ desk }) => {
  const ids = (await flatWorkplan(desk, 'timeline')).slice(0, 20);
  const texts = (): Promise<string[]> => Promise.all(ids.map((id) => desk.cell(id, 'timeline').innerText()));
  const before = await texts();
  const pasted = ids.map((_id, at) => `Q${(at % 4) + 1} ${2030 + at}`);
  await paste(desk, pasted.join('\n'));
  await expect.poll(texts).toEqual(pasted);
  await desk.press('Control+z');
  await expect.poll(texts).toEqual(before);
  await desk.press('Control+Shift+z');
  await expect.poll(texts).toEqual(pasted);
});

test('what is copied is what a spreadsheet takes', async ({ desk }) => {
  await flatWorkplan(desk, 'timeline');
  await desk.press('Shift+ArrowDown', 'Shift+ArrowRight');
  const copied = await desk.entry.evaluate((entry) => {
    const clipboardData = new DataTransfer();
    entry.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied.trimEnd().split('\n')).toHaveLength(2);
  expect(copied).toContain('\tUnknown');
});

test('a text that is no value stays, with the reason, and the old value stays in force', async ({
  desk,
  page,
}) => {
  const [first] = await flatWorkplan(desk, 'status');
  await page.keyboard.type('nonsense');
  await desk.press('Enter');
  await expect(desk.part('edit-panel')).toContainText('nonsense');
  await desk.press('Escape');
  await expect(desk.cell(first!, 'status')).toContainText('Unknown');
});

test('a filter narrows the list, says so, and can be taken away', async ({ desk, page }) => {
  const [first] = await flatWorkplan(desk, 'status');
  await desk.press('2');
  await expect(desk.cell(first!, 'status')).toContainText('In progress');
  await desk.press('Control+f');
  await page.getByRole('tab', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: 'In progress' }).check();
  await desk.press('Escape');
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.part('condition')).toContainText('Status: In progress');
  await desk.part('condition').getByRole('button').click();
  await expect(desk.part('foot')).toContainText('35');
  expect((await desk.ids()).length).toBeGreaterThan(10);
});

test('groups fold and unfold by key and by pointer', async ({ desk, page }) => {
  await desk.go('workplan');
  const group = desk.grid.locator('.gd-row[data-kind="group"]:not([hidden])').first();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  const ids = await desk.ids();
  await group.locator('[data-fold]').click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await expect(desk.cell(ids[0]!, 'title')).toHaveCount(0);
  await group.locator('[data-fold]').click();
  await expect(desk.cell(ids[0]!, 'title')).toBeVisible();

  await desk.cell(ids[0]!, 'title').click();
  await desk.press('Control+ArrowUp', 'Control+ArrowUp', 'Alt+ArrowLeft');
  await expect(group).toHaveAttribute('aria-expanded', 'false');

  await page.getByRole('button', { name: /^Group/ }).click();
  await page.getByRole('menuitemradio', { name: 'Status' }).click();
  await expect(desk.grid.locator('.gd-row[data-kind="group"]:not([hidden])')).toHaveCount(1);
});

test('a new activity stands in the workstream of the row it was added from, ready to be named', async ({
  desk,
  page,
}) => {
  await desk.go('workplan');
  const [first] = await desk.ids();
  await desk.cell(first!, 'timeline').click();
  await desk.part('new').click();
  await expect(desk.entry).toHaveAttribute('data-editing', 'true');
  await page.keyboard.type('Agree on terms');
  await desk.press('Tab');
  await expect(desk.part('record-title')).toContainText('Agree on terms');
  await expect(desk.part('record').locator('dd', { hasText: 'Measuring progress' })).toBeVisible();
  await desk.press('Control+z', 'Control+z');
  await expect(desk.part('foot')).toContainText('35 records');
});

test('a part in the matrix is set by a key and undone', async ({ desk, page }) => {
  await desk.go('members');
  const row = desk.rows.first();
  const cell = row.locator('[data-draw="mark"]').first();
  await cell.click();
  await desk.press('l');
  await expect(cell).toContainText('L');
  await desk.press('ArrowRight', 'm');
  await expect(row.locator('[data-draw="mark"]').nth(1)).toContainText('M');
  await page.locator('[data-part="undo"]').click();
  await page.locator('[data-part="undo"]').click();
  await expect(cell).not.toContainText('L');
});

test('an edit by the command line appears in the open page', async ({ desk, core }) => {
  const [first] = await flatWorkplan(desk, 'status');
  await run(['--store', core.store, 'set', 'activity', first!, 'status=delayed']);
  await expect(desk.cell(first!, 'status')).toContainText('Delayed');
});

test('what is shown is saved as a view, comes back by its name, and travels as a record', async ({
  desk,
  page,
  core,
}) => {
  await flatWorkplan(desk, 'status');
  await desk.press('2');
  await desk.press('ArrowDown', '4');
  await expect(desk.rows.nth(1).locator('[data-key="status"]')).toContainText('Delayed');
  const menu = page.getByRole('button', { name: /^View/ });
  const choose = async (name: string): Promise<void> => {
    await menu.click();
    await desk.part('menu-item').filter({ hasText: name }).click();
  };
  await page.getByRole('button', { name: /^Group/ }).click();
  await page.getByRole('menuitemradio', { name: 'Status' }).click();
  await desk.press('Control+f');
  await page.getByRole('tab', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: 'Delayed' }).check();
  await desk.press('Escape');
  await expect(desk.rows).toHaveCount(1);

  await choose('Save as a new view');
  await page.getByLabel('Name of the view').fill('Late ones');
  await desk.press('Enter');
  await expect(menu).toContainText('View: Late ones');
  const [saved] = JSON.parse(await run(['--store', core.store, '--json', 'list', 'saved_view'])).rows as {
    name: { en: string };
    definition: string;
  }[];
  expect(saved?.name.en).toBe('Late ones');
  expect(JSON.parse(saved?.definition ?? '')).toMatchObject({
    view: 'table',
    where: ['status=delayed'],
    group: 'status',
  });

  await choose('The list as it comes');
  await expect(menu).toHaveText('View');
  await expect(desk.part('foot')).toContainText('35 records');
  await choose('Late ones');
  await expect(desk.rows).toHaveCount(1);
  await desk.part('condition').getByRole('button').click();
  await expect(menu).toContainText('(changed)');
  await choose('Save the changes in');
  await expect(menu).not.toContainText('(changed)');
  await choose('Delete “Late ones”');
  await expect(menu).toHaveText('View');
  await page.locator('[data-part="undo"]').click();
  await menu.click();
  await expect(page.getByRole('menuitemradio', { name: 'Late ones' })).toBeVisible();
});

test('columns are frozen and sorted by from their heads, with the keyboard', async ({ desk }) => {
  await flatWorkplan(desk, 'status');
  await desk.press('Control+Home', 'ArrowUp', 'ArrowRight', 'Shift+F10');
  await expect(desk.page.getByRole('menuitem', { name: 'Freeze up to this column' })).toBeVisible();
  await desk.press('f', 'Enter');
  const head = (key: string): ReturnType<DeskPage['cell']> =>
    desk.grid.locator(`.gd-headcell[data-key="${key}"]`);
  await expect(head('title')).toHaveAttribute('data-stop', '1');
  await expect(desk.entry).toBeFocused();
  await desk.press('ArrowRight', 'ArrowRight', 'Enter');
  await expect(head('status')).toHaveAttribute('aria-sort', 'ascending');
  await desk.press('ArrowLeft', 'Shift+Enter');
  await expect(head('timeline')).toContainText('number 2 of the order');
  await desk.press('Alt+ArrowRight');
  await expect(head('timeline')).toHaveAttribute('aria-colindex', '4');
});

test('a selection that is dragged to an edge goes on there until it is let go', async ({ desk, page }) => {
  await desk.go('workplan');
  const scroller = desk.part('scroll').first();
  const top = (): Promise<number> => scroller.evaluate((node) => node.scrollTop);
  const from = await desk.rows.nth(1).locator('[data-key="timeline"]').boundingBox();
  const room = await scroller.boundingBox();
  if (!from || !room) throw new Error('the grid is not drawn');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, room.y + room.height + 30, { steps: 4 });
  const end = await scroller.evaluate((node) => node.scrollHeight - node.clientHeight);
  expect(end).toBeGreaterThan(200);
  await expect.poll(top).toBe(end);
  await expect(desk.part('foot')).toContainText(/3\d rows/);
  await page.mouse.up();
  await page.mouse.move(from.x + 20, room.y + 30, { steps: 4 });
  expect(await top(), 'nothing is held any more').toBe(end);
});
