import { run } from './bridge';
import { expect, test } from './desk';

test.beforeEach(async ({ desk }) => desk.open());

test('the search finds a record from anywhere, opens it beside its list, and gives the focus back', async ({
  desk,
  page,
}) => {
  await desk.go('pledges');
  await desk.search('climate change gcm');
  await expect(page.getByRole('option').first()).toContainText('Climate change');
  await desk.press('Enter');
  await expect(desk.part('record').locator('[data-part="record-title"]')).toContainText('Climate change');
  await expect(page.locator('.rail [data-place="workstreams"]')).toHaveAttribute('aria-current', 'page');
  await desk.press('Control+k', 'Escape');
  await expect(desk.part('search')).toHaveCount(0);
});

test('the language changes while the window is open', async ({ desk, page }) => {
  for (const [language, place, html] of [
    ['Français', 'Plan de travail', 'fr'],
    ['Español', 'Plan de trabajo', 'es'],
    ['English', 'Workplan', 'en'],
  ] as const) {
    await page.locator('.rail-foot button').click();
    await page.getByRole('radio', { name: language }).click();
    await desk.press('Escape');
    await expect(page.locator('.rail [data-place="workplan"]')).toContainText(place);
    await expect(page.locator('html')).toHaveAttribute('lang', html);
  }
});

test('where the window was is where it is after a new start', async ({ desk, page }) => {
  await desk.go('workplan');
  const [first] = await desk.ids();
  await desk.cell(first!, 'title').click();
  const title = await desk.part('record-title').innerText();
  await page.reload();
  await expect(desk.part('record-title')).toHaveText(title);
  await expect(page.locator('.rail [data-place="workplan"]')).toHaveAttribute('aria-current', 'page');
});

test('a transaction is undone from History', async ({ desk, page }) => {
  await desk.go('workplan');
  const [first] = await desk.ids();
  await desk.cell(first!, 'status').click();
  await desk.press('2');
  await expect(desk.cell(first!, 'status')).toContainText('In progress');
  await desk.go('history');
  await page.locator('[data-part="undo-this"]').first().click();
  await expect(page.locator('.log-item.is-undone')).toHaveCount(1);
  await desk.go('workplan');
  await expect(desk.cell(first!, 'status')).toContainText('Unknown');
});

test.describe('with many members', () => {
  test.use({ start: 'M' });

  test('their roles stand whole on the page of a workstream', async ({ desk, page }) => {
    await page.locator('.row-name').first().click();
    await desk.settled();
    const roles = page.locator('[data-section="members"] [data-type="code"]');
    await expect(roles.first()).toBeVisible();
    const cut = await roles.evaluateAll(
      (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
    );
    expect(cut).toBe(0);
  });
});

test('a row that is deleted under a filter leaves the list at once', async ({ desk, page }) => {
  await desk.go('workplan');
  await desk.search('peer learning');
  await page.getByRole('option', { name: /Filter the list/ }).click();
  await expect(desk.part('foot')).toContainText('fit');
  await expect(desk.rows).toHaveCount(5);
  const row = desk.rows.filter({ hasText: 'Consolidate the peer learning' });
  const first = await row.getAttribute('data-id');
  await desk.cell(first!, 'status').click();
  await desk.press('2');
  await expect(desk.cell(first!, 'status')).toContainText('In progress');
  await run(['--store', desk.core.store, 'delete', 'activity', `id:${first}`]);
  await expect(desk.cell(first!, 'status')).toHaveCount(0);
});
