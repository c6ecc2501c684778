import { expect, test } from './desk';

test.use({ start: 'none' });

test('the published network opens, and knows whose laptop it is after a new start', async ({
  desk,
  page,
}) => {
  await desk.load();
  await page.locator('[data-choice="published"]').click();
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Ana Reader');
  await page.getByRole('combobox', { name: 'Organisation' }).click();
  await page.keyboard.type('UNICEF');
  await page.getByRole('option').first().click();
  await page.locator('form .btn-main').click();

  await expect(page.locator('.rail-foot')).toContainText('Ana Reader');
  await expect(page.locator('.glance tbody tr')).toHaveCount(14);
  await expect(desk.part('figures')).toContainText('35activities');

  await page.reload();
  await expect(page.locator('.rail-foot')).toContainText('Ana Reader');
});

test('an empty network says in every place that nothing is there, and what to do', async ({ desk, page }) => {
  await desk.load();
  await page.locator('[data-choice="empty"]').click();
  await page.getByRole('button', { name: 'Later' }).click();
  for (const place of [
    'overview',
    'workstreams',
    'workplan',
    'joint_actions',
    'members',
    'meetings',
    'pledges',
  ] as const) {
    await desk.go(place);
    await expect(desk.part('empty').getByRole('button')).toBeVisible();
  }
});

// That the core leaves nothing behind is a test of its own, in commands/shapes.rs. Here its making is held back,
// for a quick machine is done before anybody could stop it.
test('the practice network is not made where it is stopped', async ({ desk, page }) => {
  await page.route('**/api/first_start', async (route) => {
    await page.waitForResponse('**/api/cancel');
    await route.fulfill({
      status: 400,
      json: { kind: 'refused', code: 'cancelled', params: {}, candidates: [] },
    });
  });
  await desk.load();
  await page.locator('[data-choice="practise"]').click();
  await desk.part('stop').click();
  await expect(page.locator('[data-choice="practise"]')).toHaveAttribute('aria-busy', 'false');
  await expect(desk.part('first-start')).toHaveAttribute('data-step', 'choose');
});

test('the practice network says so all the time and can be left', async ({ desk, page }) => {
  test.slow();
  await desk.load();
  await page.locator('[data-choice="practise"]').click();
  const later = page.getByRole('button', { name: 'Later' });
  await expect(later.or(desk.part('rail'))).toBeVisible({ timeout: 60_000 });
  if (await later.isVisible()) await later.click();
  await expect(desk.part('practice')).toBeVisible();
  await page.getByRole('button', { name: 'Leave the practice network' }).click();
  await expect(desk.part('first-start')).toBeVisible();
});
