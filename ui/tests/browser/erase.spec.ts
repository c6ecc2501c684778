import AxeBuilder from '@axe-core/playwright';
import { run } from './bridge';
import { expect, test } from './desk';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('contact details are erased from the menu of a person, with the keyboard alone', async ({
  desk,
  page,
}) => {
  await desk.open();
  const here = (...words: string[]) => run(['--store', desk.core.store, ...words]);
  await here('add', 'person', 'name=Ana Gone', 'email=ana.gone@example.org');
  await here('add', 'activity', 'title=Interviews', 'progress_note=Ana Gone has the list.');
  await desk.search('Ana Gone');
  await expect(page.getByRole('option').first()).toContainText('Ana Gone');
  await desk.press('Enter');
  const record = desk.part('record');
  await expect(record).toContainText('ana.gone@example.org');

  await record.getByRole('button', { name: 'More', exact: true }).focus();
  await desk.press('Enter');
  await desk.press('e');
  await expect(page.getByRole('menuitem', { name: 'Erase contact details…' })).toBeFocused();
  await desk.press('Enter');
  const dialog = desk.part('dialog');
  await expect(dialog).toContainText('cannot be recalled');
  await expect(dialog.getByRole('button', { name: /Interviews/ })).toContainText('Progress note');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await dialog.getByRole('button', { name: 'Erase for good' }).focus();
  await desk.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(desk.part('toast').first()).toContainText('Contact details erased');
  await expect(desk.part('erased')).toBeVisible();
  await expect(record).not.toContainText('ana.gone@example.org');

  // The menu no longer offers it, and undoing says that it stays so.
  await record.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Erase contact details…' })).toHaveCount(0);
  await desk.press('Escape');
  await desk.go('history');
  const rows = desk.part('transaction');
  await rows.first().getByRole('button', { name: 'Undo' }).click();
  await expect(desk.part('kept')).toContainText('cannot be brought back');
});
