import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type DeskPage, expect, PLACES, test } from './desk';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Says what WCAG 2.2 AA finds wrong on the page as it is. */
async function faults(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, any }) => `${where}: ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

/** Shows every place, and what lies over one, and looks at each. */
async function all(desk: DeskPage): Promise<string[]> {
  const { page } = desk;
  const found: string[] = [];
  const look = async (where: string): Promise<void> => {
    await desk.settled();
    found.push(...(await faults(page, where)));
  };
  for (const place of PLACES) {
    await desk.go(place);
    await look(place);
  }
  await desk.go('members');
  for (const view of ['Organisations', 'People']) {
    await page.getByRole('radio', { name: view }).click();
    await look(view);
  }
  await desk.go('workplan');
  for (const view of ['Timeline', 'Board', 'Calendar', 'Coverage', 'Table']) {
    await desk.view(view);
    await look(view);
  }
  await desk.rows.nth(1).locator('[data-key="timeline"]').click();
  await look('record');
  await desk.press('F2');
  await look('edit of a time');
  await desk.press('Escape', 'Tab', 'Enter');
  await look('edit of a status');
  await desk.press('Escape', 'Control+f');
  await look('filter');
  await desk.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).click();
  await look('menu');
  await desk.press('Escape');
  await desk.search('clim');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('search');
  await desk.press('Escape', 'F1');
  await look('keys');
  await desk.press('Escape');
  await page.locator('.rail-foot button').click();
  await look('settings');
  await desk.press('Escape');
  await desk.go('overview');
  await page.locator('.row-name').first().click();
  await look('workstream');
  return found;
}

for (const [name, colorScheme, query] of [
  ['light', 'light', ''],
  ['dark', 'dark', ''],
  ['right to left', 'light', '?dir=rtl'],
] as const) {
  test(`axe finds nothing: ${name}`, async ({ desk, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await desk.open(query);
    if (query) await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(await all(desk)).toEqual([]);
  });
}

test.describe('before the first start', () => {
  test.use({ start: 'none' });

  test('axe finds nothing: first start', async ({ desk, page }) => {
    await desk.load();
    expect(await faults(page, 'choose')).toEqual([]);
    await page.locator('[data-choice="published"]').click();
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    expect(await faults(page, 'who')).toEqual([]);
  });
});
