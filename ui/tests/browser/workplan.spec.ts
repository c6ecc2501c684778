import type { Locator } from '@playwright/test';
import { type DeskPage, expect, test } from './desk';

/** The bar of the row with a title. */
const bar = ({ page }: DeskPage, title: string): Locator =>
  page.locator('.tl-row:not([hidden])', { hasText: title }).locator('[data-bar]');

const PRACTICES = 'Map promising practices';

/** Puts the keyboard on the row with a title. */
async function focusRow({ page }: DeskPage, title: string): Promise<void> {
  await page.locator('.tl-row:not([hidden])', { hasText: title }).locator('.tl-title').click();
  await expect(page.locator('[role="treegrid"]')).toBeFocused();
}

test('one filter, one selection and one record in all views', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.rows.filter({ hasText: PRACTICES }).locator('[data-key="timeline"]').click();
  await expect(desk.part('record')).toContainText(PRACTICES);
  for (const view of ['Timeline', 'Board', 'Calendar', 'Coverage']) {
    await desk.view(view);
    await expect(desk.part('record'), view).toContainText(PRACTICES);
  }
  await desk.view('Timeline');
  await expect(page.locator('.tl-row[data-open]')).toContainText(PRACTICES);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('tab', { name: 'Title' }).click();
  await page.getByRole('tabpanel').getByRole('textbox').fill('practices');
  await desk.press('Enter', 'Escape');
  await expect(desk.part('condition')).toHaveCount(1);
  await expect(
    page.locator('.tl-row[data-kind="row"]:not([hidden])', { hasNotText: /practices/i }),
  ).toHaveCount(0);
  await desk.view('Board');
  await expect(page.locator('.card', { hasNotText: /practices/i })).toHaveCount(0);
  await expect(desk.part('condition')).toHaveCount(1);
  // The view that was left is the view that is come back to.
  await desk.go('overview');
  await desk.go('workplan');
  await expect(page.getByRole('radio', { name: 'Board', exact: true })).toBeChecked();
});

test('what has no status is found with what is unknown, and flags are filtered by', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.go('workplan');
  const [first] = await desk.ids();
  await desk.cell(first!, 'status').click();
  await desk.press('Delete');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('tab', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: 'Unknown' }).check();
  await expect(desk.part('foot')).toContainText('35 ');
  await page.getByRole('checkbox', { name: 'Unknown' }).uncheck();
  await page.getByRole('tab', { name: 'Changed since adopted' }).click();
  await page.getByRole('checkbox', { name: 'Yes' }).check();
  await desk.press('Escape');
  await expect(desk.part('condition')).toHaveText('Changed since adopted: Yes');
  for (const view of ['Timeline', 'Board']) {
    await desk.view(view);
    await expect(desk.part('empty'), view).toContainText('Changed since adopted: Yes');
  }
});

test('a bar is moved and stretched by the keyboard, and undone to the letter', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Timeline');
  await focusRow(desk, PRACTICES);
  await expect(bar(desk, PRACTICES)).toHaveText('Q1-Q2 2023');
  await desk.press('ArrowRight');
  await expect(bar(desk, PRACTICES)).toHaveText('Q2-Q3 2023');
  await desk.press('Shift+ArrowRight');
  await expect(bar(desk, PRACTICES)).toHaveText('Q2-Q4 2023');
  await desk.press('Alt+ArrowLeft');
  await expect(bar(desk, PRACTICES)).toHaveText('Q1-Q4 2023');
  await desk.press('Control+z', 'Control+z', 'Control+z');
  await expect(bar(desk, PRACTICES)).toHaveText('Q1-Q2 2023');
  await page.getByRole('radio', { name: 'Months' }).click();
  await focusRow(desk, PRACTICES);
  await desk.press('ArrowRight');
  await expect(bar(desk, PRACTICES)).toHaveText('February 2023-July 2023');
});

test('another scale keeps the months in sight where they are', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Timeline');
  /** How far behind the names of the rows the year begins, in CSS pixels. */
  const at2023 = (): Promise<number> =>
    page.evaluate(() => {
      const year = [...document.querySelectorAll('.tl-year')].find((one) => one.textContent === '2023');
      const names = document.querySelector('[data-label-head]');
      return Math.round(
        (year?.getBoundingClientRect().left ?? 0) - (names?.getBoundingClientRect().right ?? 0),
      );
    });
  await page.getByRole('radio', { name: 'Months' }).click();
  // The scale begins with 2022: a year of months of 3.5 rem is scrolled away.
  await page.locator('[role="treegrid"]').evaluate((node) => (node.scrollLeft = 12 * 56));
  await expect.poll(at2023).toBe(0);
  for (const scale of ['Quarters', 'Months']) {
    await page.getByRole('radio', { name: scale }).click();
    await expect(page.getByRole('radio', { name: scale })).toBeChecked();
    await expect.poll(at2023, scale).toBe(0);
  }
});

test('the timeline opens at its bars, goes to today and back, and is found where it was left', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Timeline');
  const away = page.locator('.tl-row:not([hidden])', { hasText: PRACTICES }).locator('[data-away]');
  await expect(bar(desk, PRACTICES)).toBeVisible();
  await expect(away).toHaveCount(0);
  await desk.part('to-today').click();
  await expect(page.locator('.tl-today')).toBeInViewport();
  await expect(away).toBeVisible();
  await desk.view('Board');
  await desk.view('Timeline');
  await expect(away).toBeVisible();
  await desk.part('to-bars').click();
  await expect(away).toHaveCount(0);
});

test('a bar is dragged to the next quarter, and says why where it has no date', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Timeline');
  const box = await bar(desk, PRACTICES).boundingBox();
  if (!box) throw new Error('the bar is not drawn');
  const quarter = box.width / 2;
  await page.mouse.move(box.x + quarter, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + quarter * 1.5, box.y + 8, { steps: 4 });
  await page.mouse.move(box.x + quarter * 2, box.y + 8, { steps: 4 });
  await expect(bar(desk, PRACTICES)).toHaveText('Q2-Q3 2023');
  await page.mouse.up();
  await expect(page.getByRole('status').or(desk.part('toast')).first()).toContainText('Q2-Q3 2023');
  await expect(desk.part('record'), 'a drag opens nothing').toBeHidden();
  await desk.press('Control+z');
  await expect(bar(desk, PRACTICES)).toHaveText('Q1-Q2 2023');
  // Nothing is drawn of what has no date: it stands in a list below.
  await page.locator('.tl-undated-head').click();
  await expect(page.locator('.tl-undated-row').first()).toContainText('Not stated');
  await focusRow(desk, 'Commission further research');
  await desk.press('ArrowRight');
  await expect(desk.part('toast').first()).toContainText('cannot be moved');
});

test('what slipped since an earlier plan is counted and drawn', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Timeline');
  await focusRow(desk, PRACTICES);
  await desk.press('ArrowRight');
  await expect(bar(desk, PRACTICES)).toHaveText('Q2-Q3 2023');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('menuitemradio', { name: 'Planned on' }).click();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Planned on', { exact: true }).and(page.locator('input')).fill(yesterday);
  await expect(desk.part('slipped')).toContainText('1 later, 0 earlier');
  const row = page.locator('.tl-row:not([hidden])', { hasText: PRACTICES });
  await expect(row.locator('.tl-slip')).toHaveText('3 months later');
  await expect(row.locator('.tl-ghost')).toBeVisible();
});

test('a card of the board goes to the next status by the keyboard and by its digit', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Board');
  const lane = (status: string): Locator => page.locator(`[data-lane-of="${status}"]`);
  const card = lane('unknown').locator('.card', { hasText: PRACTICES });
  await card.click();
  await expect(desk.part('record')).toContainText(PRACTICES);
  await desk.press('Alt+ArrowRight');
  await expect(lane('yet_to_start').locator('.card')).toContainText(PRACTICES);
  await expect(page.locator('[role="listbox"][data-status="yet_to_start"]')).toBeFocused();
  await desk.press('4');
  await expect(lane('delayed').locator('.card')).toContainText(PRACTICES);
  await expect(lane('yet_to_start').locator('.card')).toHaveCount(0);
  await desk.press('Control+z', 'Control+z');
  await expect(lane('unknown').locator('.card', { hasText: PRACTICES })).toBeVisible();
});

test('board and calendar have the groups of the table, and fold them with it', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Board');
  const band = desk.part('band').filter({ hasText: 'Actionable recommendations' });
  await expect(band).toContainText('3');
  await band.focus();
  await desk.press('Enter');
  await expect(band).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('.card', { hasText: PRACTICES })).toHaveCount(0);
  await desk.view('Timeline');
  await expect(page.locator('.tl-row:not([hidden])', { hasText: PRACTICES })).toHaveCount(0);
  await desk.view('Calendar');
  await page.getByRole('button', { name: /The plan reaches/ }).click();
  await expect(desk.part('share').first()).toBeVisible();
  await desk.view('Board');
  await band.click();
  await expect(page.locator('.card', { hasText: PRACTICES })).toBeVisible();
  await page.getByRole('button', { name: /^Group/ }).click();
  await page.getByRole('menuitemradio', { name: 'Status' }).click();
  await expect(desk.part('band'), 'lanes are the groups of a status already').toHaveCount(0);
});

test('a card of the board is dragged to another status', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Board');
  const card = await page.locator('.card', { hasText: PRACTICES }).boundingBox();
  const to = await page.locator('[data-lane-of="completed"]').boundingBox();
  if (!card || !to) throw new Error('the board is not drawn');
  await page.mouse.move(card.x + 40, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 120, { steps: 6 });
  await expect(page.locator('[data-lane-of="completed"]')).toHaveAttribute('data-over', 'true');
  await page.mouse.up();
  await expect(page.locator('[data-lane-of="completed"] .card')).toContainText(PRACTICES);
});

test('the calendar goes by keys to what is due, and to where the plan is', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Calendar');
  await page.getByRole('button', { name: /The plan reaches December 2024/ }).click();
  await expect(page.getByRole('heading', { name: 'December 2024' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Known to the year/ })).toBeVisible();
  await expect(page.locator('.calendar-entry'), 'nothing vague stands on a day').toHaveCount(0);
  await page.locator('.calendar-day[tabindex="0"]').focus();
  await desk.press('PageUp', 'ArrowUp', 'Home');
  await expect(page.locator('.calendar-day[data-day="2024-11-18"]')).toBeFocused();
});

test('a cell of the coverage opens its activities as a list', async ({ desk, page }) => {
  await desk.open();
  await desk.go('workplan');
  await desk.view('Coverage');
  await expect(page.getByText('22 without any activity')).toBeVisible();
  await page
    .locator('.gd-row', { hasText: '8. Save lives' })
    .locator('.gd-cell', { hasText: /^\s*1\s*$/ })
    .first()
    .click();
  await expect(page.getByRole('radio', { name: 'Table', exact: true })).toBeChecked();
  await expect(desk.part('condition')).toHaveCount(2);
  await expect(desk.rows).toHaveCount(1);
});

test.describe('with 5,000 activities', () => {
  test.use({ start: 'M' });

  test('the timeline and the board draw as many rows as fit', async ({ desk, page }) => {
    await desk.open();
    await desk.go('workplan');
    await desk.view('Timeline');
    const rows = page.locator('.tl-row');
    const drawn = await rows.count();
    expect(drawn).toBeLessThan(60);
    await page.locator('[role="treegrid"]').focus();
    await desk.press('Control+End');
    await desk.settled();
    await expect(page.locator('.tl-row[data-focus]')).toBeVisible();
    expect(await rows.count()).toBe(drawn);
    await desk.view('Board');
    await expect(page.locator('[data-lane-of="completed"] .card').first()).toBeVisible();
    await page.locator('[data-lane-of="completed"] [role="listbox"]').focus();
    await desk.press('End');
    await desk.settled();
    await expect(page.locator('[data-lane-of="completed"] [aria-selected="true"]')).toBeVisible();
    expect(await page.locator('[data-lane-of="completed"] .card').count()).toBeLessThan(25);
  });
});
