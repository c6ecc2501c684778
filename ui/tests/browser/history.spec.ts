import AxeBuilder from '@axe-core/playwright';
import { run } from './bridge';
import { expect, test } from './desk';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('history is filtered, a field is restored, and what an undo leaves is told', async ({ desk, page }) => {
  await desk.open();
  const here = (...words: string[]) => run(['--store', desk.core.store, ...words]);
  await here('add', 'organisation', 'acronym=HISTO', 'name=Told', 'website=https://one.example.org');
  await here('set', 'organisation', 'HISTO', 'website=https://two.example.org');
  await here('set', 'organisation', 'HISTO', 'website=https://three.example.org');
  await desk.go('history');
  await desk.part('history-filter').click();
  await page.getByLabel('Kind of record').selectOption('organisation');
  const rows = desk.part('transaction');
  await expect(rows.first()).toContainText('three.example.org');
  await page.getByLabel('How it came about').selectOption('import');
  await expect(desk.part('empty')).toBeVisible();
  await desk.part('history-widen').click();
  await expect(rows.nth(1)).toContainText('two.example.org');

  await rows.nth(1).getByRole('button', { name: 'Undo' }).click();
  await expect(desk.part('kept')).toContainText('Website');
  await expect(desk.part('kept')).toContainText('built on it');
  await rows.nth(1).locator('[data-part="restore-before"]').click();
  await expect(rows.first()).toContainText('one.example.org');
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(found.violations).toEqual([]);
});

test('of several leads one is taken out again from history, and a place in the tree is restored', async ({
  desk,
  page,
}) => {
  await desk.open();
  const here = (...words: string[]) => run(['--store', desk.core.store, ...words]);
  await here('add', 'activity', 'title=Above');
  await here('add', 'activity', 'title=Told of', 'leads=IOM,UNHCR');
  await here('set', 'activity', 'Told of', 'parent=Above');
  await here('set', 'activity', 'Told of', 'parent=');
  await desk.go('history');
  const rows = desk.part('transaction');
  await rows.nth(2).getByRole('button', { expanded: false }).click();
  await rows
    .nth(2)
    .getByRole('button', { name: /^Take IOM out of/ })
    .click();
  await expect(rows.first()).toContainText('IOM');
  await rows.nth(2).getByRole('button', { expanded: false }).click();
  await rows
    .nth(2)
    .getByRole('button', { name: /^Set .* of Told of to Above/ })
    .click();
  await expect(rows.first()).toContainText('Above');
  const told = JSON.parse(await here('--json', 'show', 'activity', 'Told of'));
  expect(told.record.leads.map(({ label }: { label: string }) => label)).toEqual(['UNHCR']);
  expect(told.record.parent.label).toBe('Above');
});

test('everything is shown as known on a day, read only, and back', async ({ desk, page }) => {
  await desk.open();
  await desk.go('history');
  await page.getByLabel('As known on').fill('2001-01-01');
  await page.keyboard.press('Enter');
  await expect(desk.part('known')).toContainText('read only');
  await expect(desk.part('transaction')).toHaveCount(0);
  await desk.go('workplan');
  await expect(desk.rows).toHaveCount(0);
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(found.violations).toEqual([]);
  await desk.part('known-back').click();
  await expect(desk.part('known')).toHaveCount(0);
  await expect(desk.rows.first()).toBeVisible();
});

test('two days are compared by workstream, and each line opens its record', async ({ desk, page }) => {
  await desk.open();
  await desk.go('history');
  await page.getByRole('radio', { name: 'Compare two days' }).click();
  await page.getByLabel('What was known on', { exact: true }).fill('2001-01-01');
  await desk.part('compare-go').click();
  await expect(desk.part('compare-counts')).toContainText('added');
  await expect(desk.part('difference').first()).toBeVisible();
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(found.violations).toEqual([]);
  await desk.part('difference').first().getByRole('button').click();
  await expect(desk.part('record')).toBeVisible();
});
