import { expect, test } from './desk';

test.beforeEach(async ({ desk }) => desk.open());

test('a round is opened, answered, closed and opened again', async ({ desk, page }) => {
  await desk.go('rounds');
  await expect(desk.part('empty')).toBeVisible();
  await page.locator('[data-part="open-round"]').click();
  await page.getByLabel('Title').fill('Spring');
  await page.getByLabel('Closes').fill('2020-01-01');
  await expect(page.locator('[data-part="store-round"]')).toBeDisabled();
  await page.getByLabel('Closes').fill('2099-12-31');
  await page.locator('[data-part="store-round"]').click();
  const round = desk.part('round');
  await expect(round.getByRole('heading')).toContainText('Spring');
  await expect(round).toContainText('0 of');

  const row = round.locator('tbody tr').first();
  await row.locator('[data-part="answer"]').click();
  const form = desk.part('answer-form');
  await form.getByLabel('Status').selectOption('in_progress');
  await form.getByLabel('Progress').fill('Begun in earnest');
  await page.locator('[data-part="store-answer"]').click();
  await expect(row).toContainText('Begun in earnest');
  await expect(round).toContainText('1 of');
  await row.locator('[data-part="ref"]').first().click();
  await expect(desk.part('record')).toContainText('Begun in earnest');
  await desk.part('close-record').click();

  await page.locator('[data-part="remind"]').click();
  await page.getByRole('radio', { name: 'Français' }).click();
  await expect(desk.part('reminder').locator('textarea')).toHaveValue(/tour d’actualisation/);
  await desk.press('Escape');

  await page.locator('[data-part="close-round"]').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await expect(round).toContainText('when it was closed');
  await expect(round.locator('[data-part="answer"]')).toHaveCount(0);
  await page.locator('[data-part="reopen"]').click();
  await expect(round.locator('[data-part="answer"]').first()).toBeVisible();
});

test('findings of one rule are folded, and said to be meant so, with a reason, and undone', async ({
  desk,
  page,
}) => {
  await desk.go('checks');
  const open = page.getByRole('radio', { name: /To look at/ });
  const rule = desk.part('rule');
  await expect(rule).toHaveText('35 activities have no lead');
  await expect(desk.part('dismiss')).toHaveCount(0);
  await rule.focus();
  await desk.press('ArrowRight');
  await expect(desk.part('dismiss')).toHaveCount(35);
  await desk.press('ArrowLeft', 'Enter');
  await expect(rule).toHaveAttribute('aria-expanded', 'true');
  await desk.part('dismiss').first().click();
  await expect(desk.part('say')).toBeDisabled();
  await page.getByLabel('Why').fill('Led by all of them');
  await desk.part('say').click();
  await expect(open).toHaveText(/34/);
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(1).check();
  await desk.part('dismiss-several').click();
  await page.getByLabel('Why').fill('As agreed in May');
  await desk.part('say').click();
  await expect(open).toHaveText(/32/);
  await page.getByRole('radio', { name: /Meant so/ }).click();
  await expect(page.locator('[data-part="place"]')).toContainText('Led by all of them');
  await desk.press('Control+z');
  await expect(open).toHaveText(/34/);
});

test('a record is commented on, answered and resolved', async ({ desk, page }) => {
  await desk.go('workplan');
  const [first] = await desk.ids();
  await desk.cell(first!, 'title').click();
  const comments = desk.part('comments');
  await comments.getByLabel('Comment').fill('Is this agreed?');
  await desk.press('Control+Enter');
  const comment = comments.locator('[data-comment]');
  await expect(comment).toContainText('Is this agreed?');
  await comment.getByRole('button', { name: 'Answer' }).click();
  await page.keyboard.type('It is');
  await desk.press('Control+Enter');
  await expect(comment.locator('.comment-answer')).toContainText('It is');
  await comment.locator('[data-part="resolve"]').click();
  await expect(comment).toContainText('Resolved');
});

test('what my organisation leads is mine to do', async ({ desk, page }) => {
  await desk.go('my_work');
  await desk.part('empty').getByRole('button', { name: 'Say who I am' }).click();
  await page.getByLabel('Name').fill('Ana Lima');
  await page.getByRole('dialog').getByRole('combobox').first().fill('IOM');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.locator('.place-sub')).toContainText('Ana Lima');
});
