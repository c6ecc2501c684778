import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { run } from './bridge';
import { type DeskPage, expect, test } from './desk';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Another laptop, driven by the command line, that edits the same things as this window. */
class Elsewhere {
  readonly store: string;
  constructor(readonly folder: string) {
    this.store = join(folder, 'elsewhere.store');
    mkdirSync(join(folder, 'tray/in'), { recursive: true });
    mkdirSync(join(folder, 'tray/out'), { recursive: true });
    mkdirSync(join(folder, 'tray/shared'), { recursive: true });
  }
  async do(...words: string[]): Promise<string> {
    return run(['--store', this.store, ...words]);
  }
  /** Puts a file with everything where this window's dialog looks. */
  async send(): Promise<void> {
    await this.do('pack', join(this.folder, 'tray/in/from-ana.workstreams'));
  }
}

/** This window and Ana's laptop, which have edited three things apart. */
async function apart(desk: DeskPage): Promise<Elsewhere> {
  const ana = new Elsewhere(desk.core.folder);
  await ana.do('init', '--person', 'Ana Lima', '--organisation', 'IOM');
  await ana.do('set', 'organisation', 'IOM', 'website=https://ana.example.org');
  await ana.do(
    'set',
    'organisation',
    'UNHCR',
    'notes=The first draft went to all members. Comments are expected by mid July, later than planned.',
  );
  await ana.do('add', 'organisation', 'acronym=NEWO', 'name=New Organisation');
  await ana.send();
  const here = (...words: string[]) => run(['--store', desk.core.store, ...words]);
  await here('set', 'organisation', 'IOM', 'website=https://here.example.org');
  await here(
    'set',
    'organisation',
    'UNHCR',
    'notes=The first draft went to all members. Comments are expected by the end of June.',
  );
  await here('add', 'organisation', 'acronym=NEWO', 'name=New Organisation of ours');
  return ana;
}

test('a file is looked into, taken in, settled by keyboard, undone, and settled again', async ({
  desk,
  page,
}) => {
  await desk.open();
  await apart(desk);
  await desk.go('exchange');
  await expect(desk.part('own')).toHaveCount(3);
  await desk.part('take-in').click();
  const preview = desk.part('preview');
  await expect(preview).toContainText('Ana Lima');
  await expect(preview.locator('[data-result="merged"]')).toHaveCount(1);
  await expect(page.getByRole('radio', { name: /To settle/ })).not.toContainText('3');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await desk.part('take').click();
  await expect(desk.part('preview')).toHaveCount(0);
  await page.getByRole('radio', { name: /To settle/ }).click();
  const queue = desk.part('queue').getByRole('option');
  await expect(queue).toHaveCount(3);
  // The longer texts are told word by word.
  await queue.filter({ hasText: 'UNHCR' }).click();
  await expect(desk.part('diff').locator('ins')).not.toHaveCount(0);
  await queue.filter({ hasText: 'IOM' }).first().click();
  await expect(desk.part('side')).toHaveCount(2);
  await expect(desk.part('machine')).toHaveCount(2);
  await desk.press('t');
  await expect(queue).toHaveCount(2);
  await desk.press('Control+z');
  await expect(queue).toHaveCount(3);
  await queue.filter({ hasText: 'IOM' }).first().click();
  // Now this laptop wrote two of the sides: the number says which is meant.
  await page.locator('[data-choice="theirs"]').click();
  await expect(queue).toHaveCount(2);
  await queue.filter({ hasText: 'UNHCR' }).click();
  await desk.press('e');
  await expect(page.locator('#own-value')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Comments are expected in July.');
  await desk.press('Control+Enter');
  await expect(queue).toHaveCount(1);
  await desk.press('k');
  await expect(desk.part('empty')).toBeVisible();
  await desk.search('NEWO');
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('files that are dropped are looked into wherever one is, and put back by Cancel', async ({
  desk,
  page,
}) => {
  await desk.open();
  await apart(desk);
  desk.core.drag('hover');
  await expect(desk.part('dropping')).toContainText('Drop to look at 1 file');
  desk.core.drag('drop');
  await expect(desk.part('dropping')).toHaveCount(0);
  await expect(desk.part('preview')).toContainText('Ana Lima');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.part('preview')).toHaveCount(0);
  await page.reload();
  await desk.go('exchange');
  await expect(desk.part('preview')).toHaveCount(0);
});

test('what is wrong with a file is said, and the rest is taken', async ({ desk }) => {
  await desk.open();
  await apart(desk);
  const tray = join(desk.core.folder, 'tray/in');
  symlinkSync(join(tray, 'gone'), join(tray, 'lost.workstreams'));
  writeFileSync(join(tray, 'letter.docx'), 'Dear colleagues');
  copyFileSync(join(tray, 'from-ana.workstreams'), join(tray, 'second copy.workstreams'));
  await desk.go('exchange');
  await desk.part('take-in').click();
  await expect(desk.part('preview').locator('[data-result="refused"]')).toContainText('letter.docx');
  await expect(desk.part('preview').locator('[data-result="failed"]')).toContainText('No such file');
  await desk.part('take').click();
  await expect(desk.part('preview')).toHaveCount(0);
  await desk.page.getByRole('radio', { name: /Came in/ }).click();
  await expect(desk.part('merge')).toHaveCount(1);
  await desk.part('set-back').click();
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Set back' }).click();
  await expect(desk.part('set-back')).toHaveCount(0);
});

test('a file is given, and a shared folder keeps two laptops the same', async ({ desk, page }) => {
  await desk.open();
  const ana = await apart(desk);
  await desk.go('exchange');
  await desk.part('give').click();
  await page.getByLabel('Passphrase', { exact: false }).fill('open sesame');
  await page.getByRole('button', { name: 'Save the file' }).click();
  await expect(desk.part('give-form')).toHaveCount(0);
  await expect(desk.part('unshared')).toContainText('Nothing to share');
  await page.getByRole('radio', { name: /Came in/ }).click();
  await desk.part('choose-folder').click();
  await expect(desk.part('exchange-now')).toBeEnabled();
  await ana.do('sync', join(desk.core.folder, 'tray/shared'));
  await desk.part('exchange-now').click();
  await expect(desk.part('merge')).toHaveCount(1);
  await expect(desk.part('laptops')).toContainText('Ana Lima');
});

test('a folder is encrypted, and its passphrase is asked for by every program that opens it', async ({
  desk,
  page,
}) => {
  await desk.open();
  const ana = await apart(desk);
  await desk.go('exchange');
  await page.getByRole('radio', { name: /Came in/ }).click();
  await page.getByLabel('Passphrase', { exact: false }).fill('open sesame');
  await desk.part('choose-folder').click();
  await expect(desk.part('came-in')).toContainText('encrypted');
  await expect(desk.part('exchange-now')).toBeEnabled();
  const shared = join(desk.core.folder, 'tray/shared');
  await expect.poll(() => readdirSync(shared, { recursive: true }).length).toBeGreaterThan(0);
  const words = join(desk.core.folder, 'words');
  writeFileSync(words, 'open sesame');
  await ana.do('sync', shared, '--passphrase-file', words);
  await desk.part('exchange-now').click();
  await expect(desk.part('merge')).toHaveCount(1);
  await expect(desk.part('laptops')).toContainText('Ana Lima');
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});

test('two records are found to be one, joined with what is chosen, and taken apart', async ({
  desk,
  page,
}) => {
  await desk.open();
  const here = (...words: string[]) => run(['--store', desk.core.store, ...words]);
  await here('add', 'organisation', 'acronym=SIP', 'name=Sample Institute for Pathways', 'identifiers=ror:1');
  await here(
    'add',
    'organisation',
    'acronym=SIPA',
    'name=Sample Institute for Pathways',
    'identifiers=ror:2',
  );
  await desk.go('exchange');
  await page.getByRole('radio', { name: 'Duplicates' }).click();
  await desk
    .part('queue')
    .getByRole('option', { name: /SIP.*SIPA|SIPA.*SIP/ })
    .click();
  await expect(desk.part('reasons')).toContainText('same name');
  const row = page.locator('[data-field="acronym"]');
  await row.getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  const kept = await row.locator('td').last().innerText();
  const several = page.locator('[data-field="identifiers"]');
  await expect(several.locator('[value="both"]')).toBeChecked();
  await several.locator('[value="a"]').check();
  const identifier = (await several.locator('td').first().innerText()).trim();
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.locator('[data-choice="join"]').click();
  await expect(desk.part('toast').first()).toContainText('Joined');
  await expect(desk.part('queue').getByRole('option', { name: /SIP.*SIPA|SIPA.*SIP/ })).toHaveCount(0);
  await desk.search('Sample Institute for Pathways');
  await expect(page.getByRole('option').first()).toContainText(kept.trim());
  await desk.press('Enter');
  await expect(desk.part('joined')).toBeVisible();
  await expect(desk.part('record')).toContainText(identifier);
  await expect(desk.part('record')).not.toContainText(identifier === 'ror:1' ? 'ror:2' : 'ror:1');
  await desk.part('unjoin').click();
  await expect(desk.part('joined')).toHaveCount(0);
});

test('one goes back to a backup, and on as a new laptop', async ({ desk, page }) => {
  await desk.open();
  await desk.go('exchange');
  await page.getByRole('radio', { name: 'Backups' }).click();
  await expect(desk.part('backup')).toHaveCount(1);
  await expect(desk.part('backup')).toContainText('Daily');
  await run(['--store', desk.core.store, 'add', 'organisation', 'acronym=NEWO', 'name=New Organisation']);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await desk.part('recover').click();
  await expect(page.getByRole('alertdialog')).toContainText('goes on as a new one');
  await page.getByRole('button', { name: 'Go back to the backup', exact: true }).click();
  await expect(desk.part('toast').first()).toContainText('again');
  await desk.search('NEWO');
  await expect(desk.part('search')).toContainText('Nothing fits');
});
