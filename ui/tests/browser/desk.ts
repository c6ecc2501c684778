import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type PlaceName, PLACES } from '../../src/lib/desk/places';
import { bridge, type Bridge, type Start } from './bridge';

export { expect, PLACES };

interface Options {
  start: Start;
}
interface Fixtures {
  core: Bridge;
  desk: DeskPage;
}

/** The window, and how a test says what a reader does in it. */
export class DeskPage {
  constructor(
    readonly page: Page,
    readonly core: Bridge,
  ) {}

  /** Opens the window; what is in the address before the token goes into `query`. */
  async load(query = ''): Promise<void> {
    await this.page.goto(this.core.address.replace('/#', `/${query}#`));
    await expect(this.part('rail').or(this.part('first-start'))).toBeVisible();
  }

  /** Opens the window of a store, and leaves for later who the reader is. */
  async open(query = ''): Promise<void> {
    await this.load(query);
    if (await this.part('first-start').isVisible())
      await this.page.getByRole('button', { name: 'Later' }).click();
    await this.settled();
  }

  async go(place: PlaceName): Promise<void> {
    const item = this.page.locator(`.rail [data-place="${place}"]`);
    await item.click();
    await expect(item).toHaveAttribute('aria-current', 'page');
    await this.settled();
  }

  /** Switches to a view of the place. */
  async view(name: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name, exact: true });
    await radio.click();
    await expect(radio).toBeChecked();
    await this.settled();
  }

  /** Waits until the place has read what it shows. */
  async settled(): Promise<void> {
    await expect(this.page.locator('[data-part="place"]')).toBeVisible();
    await expect(
      this.page.locator('[aria-busy="true"], [data-part="loading"], [data-kind="blank"]:not([hidden])'),
    ).toHaveCount(0);
  }

  get part(): (name: string) => Locator {
    return (name) => this.page.locator(`[data-part="${name}"]`);
  }
  get grid(): Locator {
    return this.page.locator('[role="grid"], [role="treegrid"]').first();
  }
  /** Rows of records, in the order they stand in the window. */
  get rows(): Locator {
    return this.grid.locator('.gd-row[data-kind="row"]:not([hidden])');
  }
  get focused(): Locator {
    return this.grid.locator('.gd-cell[data-focus], .gd-group[data-focus]');
  }
  get entry(): Locator {
    return this.part('entry').first();
  }
  cell(id: string, key: string): Locator {
    return this.grid.locator(`.gd-row[data-id="${id}"]:not([hidden]) [data-key="${key}"]`);
  }
  /** Ids of the rows in view, from top to bottom. */
  async ids(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows
        .map((row) => ({
          id: (row as HTMLElement).dataset['id'] ?? '',
          top: row.getBoundingClientRect().top,
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ id }) => id),
    );
  }
  /** Types into the search of the top, and waits until it has answered. */
  async search(text: string): Promise<void> {
    await this.press('Control+k');
    await expect(this.part('search').getByRole('combobox')).toBeFocused();
    await this.page.keyboard.type(text);
    await expect(this.part('search').getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
  }
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}

export const test = base.extend<Fixtures & Options>({
  start: ['S', { option: true }],
  core: async ({ start }, use) => {
    const core = await bridge(start);
    await use(core);
    await core.end();
  },
  desk: async ({ page, core }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      // A refused command answers with 400, which the browser also writes down.
      const { url } = message.location();
      if (message.type() !== 'error' || message.text().includes('status of 400')) return;
      // The browser asks for a picture of the site, which a window has not.
      if (!url.endsWith('/favicon.ico')) faults.push(`${message.text()} ${url}`);
    });
    await use(new DeskPage(page, core));
    expect(faults, 'nothing breaks, and nothing is stopped by the content rules').toEqual([]);
  },
});
