import { expect, test } from './desk';

test.use({ start: 'M' });

test('five thousand rows scroll with a constant number of rows in the page', async ({ desk }) => {
  await desk.open();
  await desk.go('workplan');
  await expect(desk.part('foot')).toContainText('5,000');
  const drawn = (): Promise<number> => desk.grid.locator('.gd-row').count();
  const atStart = await drawn();
  expect(atStart).toBeLessThan(80);
  const scroller = desk.part('scroll').first();
  const height = await scroller.evaluate((node) => node.scrollHeight);
  expect(height).toBeGreaterThan(5000 * 28);
  for (let step = 1; step <= 20; step += 1) {
    await scroller.evaluate((node, to) => node.scrollTo(0, to), (height * step) / 20);
    await desk.settled();
    expect(await drawn()).toBe(atStart);
    await expect.poll(() => desk.rows.count()).toBeGreaterThan(5);
  }
  await desk.entry.focus();
  await desk.press('Control+Home', 'Control+End');
  await desk.settled();
  await expect(desk.focused).toBeInViewport();
  expect(await drawn()).toBe(atStart);
  expect(await scroller.evaluate((node) => node.scrollTop)).toBeGreaterThan(height / 2);
});
