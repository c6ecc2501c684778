import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from './bridge';
import { expect, PLACES, test } from './desk';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
];
const FOLDER = join(TARGET, 'pictures');

/** Places that have more than one view, with the others. */
const VIEWS: Record<string, string[]> = {
  // The table comes last: what follows is done in it.
  workplan: ['Timeline', 'Board', 'Calendar', 'Coverage', 'Table'],
  members: ['Organisations', 'People'],
  exchange: ['Came in', 'To settle', 'Duplicates', 'Backups'],
};

/** The ways the window can look, with what the system says of the reader's wishes and what is in the address. */
const LOOKS = {
  light: { media: { colorScheme: 'light' }, query: '' },
  dark: { media: { colorScheme: 'dark' }, query: '' },
  rtl: { media: { colorScheme: 'light' }, query: '?dir=rtl' },
  more: { media: { colorScheme: 'light', contrast: 'more' }, query: '' },
  forced: { media: { colorScheme: 'dark', forcedColors: 'active' }, query: '' },
} as const;

for (const start of ['empty', 'S', 'M'] as const) {
  test.describe(start, () => {
    test.use({ start: start === 'empty' ? 'none' : start });

    for (const [scheme, { media, query }] of Object.entries(LOOKS)) {
      test(scheme, async ({ desk, page }) => {
        mkdirSync(FOLDER, { recursive: true });
        await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        const shoot = async (name: string): Promise<void> => {
          for (const size of SIZES) {
            await page.setViewportSize(size);
            await desk.settled();
            await page.screenshot({ path: join(FOLDER, `${name}.${start}.${scheme}.${size.width}.png`) });
          }
          await page.setViewportSize({ width: 1280, height: 800 });
        };
        if (start === 'empty') {
          await desk.load(query);
          await page.screenshot({ path: join(FOLDER, `first-start.${scheme}.png`) });
          await page.locator('[data-choice="empty"]').click();
          await page.getByRole('button', { name: 'Later' }).click();
        } else {
          await desk.open(query);
        }
        for (const place of PLACES) {
          await desk.go(place);
          await shoot(place);
          for (const view of VIEWS[place] ?? []) {
            await desk.view(view);
            await shoot(`${place}-${view.toLowerCase().replace(' ', '-')}`);
          }
        }
        if (start === 'empty') return;
        await desk.go('workplan');
        await desk.press('ArrowDown', 'ArrowDown');
        await desk.rows.nth(2).locator('[data-key="timeline"]').click();
        await expect(desk.part('record')).toBeVisible();
        await shoot('workplan-record');
        await page.keyboard.press('F2');
        await shoot('workplan-edit');
        await desk.press('Escape');
        await desk.search('climate');
        await expect(page.locator('[role="option"]').first()).toBeVisible();
        await shoot('search');
        await desk.press('Escape', 'F1');
        await shoot('keys');
        await desk.press('Escape');
        await desk.go('overview');
        await page.locator('.row-name').nth(1).click();
        await expect(desk.part('page')).toBeVisible();
        await shoot('workstream-page');
      });
    }
  });
}
