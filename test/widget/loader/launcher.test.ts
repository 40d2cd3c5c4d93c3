import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from './shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('weighs at most 3 KB', async () => {
  expect(gzipSync(await readFile(join(shop.dist, 'widget.js')), { level: 9 }).length).toBeLessThanOrEqual(3 * 1024);
});

it('is a real button with a name, drawn before anything else is fetched', async () => {
  const { page, asked, complaints, close } = await shop.visit();
  const button = page.getByRole('button', { name: 'Parcel help', exact: true });
  await button.waitFor();
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  const box = await button.boundingBox();
  expect(box).toMatchObject({ width: 60, height: 60, x: 1280 - 80, y: 800 - 80 });
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual(['/widget.js']);
  expect(complaints).toEqual([]);
  await close();
});

it('leaves one global, no cookie and nothing stored', async () => {
  const bare = await shop.visit('/assets/icon.svg');
  const names = await bare.page.evaluate(() => Object.getOwnPropertyNames(window));
  await bare.close();
  const { page, panel, close } = await shop.visit();
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  expect(await page.evaluate((known) => Object.getOwnPropertyNames(window).filter((name) => !known.includes(name)), names)).toEqual([
    'Tracewell',
  ]);
  await launcher.hover();
  await panel();
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  await close();
});

it.each(['hover', 'focus'] as const)('fetches dock and panel on %s, hidden', async (intent) => {
  const { page, asked, panel, heard, close } = await shop.visit();
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  await launcher[intent]();
  await panel();
  expect(asked).toEqual(['/widget.js', expect.stringMatching(/^\/assets\/dock-[\w-]+\.js$/), '/panel']);
  expect(await page.locator('iframe').isVisible()).toBe(false);
  expect((await heard()).some((message) => message.tw === 'shown')).toBe(false);
  await close();
});

it('takes colour, side and language from the attributes', async () => {
  const { page, close } = await shop.visit('/?locale=ar');
  const launcher = page.getByRole('button', { name: 'مساعدة الطرود' });
  expect(await launcher.boundingBox()).toMatchObject({ x: 20 });
  await page.evaluate(() => window.Tracewell?.('update', { color: '#f2c12e', position: 'start', locale: 'es-MX' }));
  const spanish = page.getByRole('button', { name: 'Ayuda' });
  expect(await spanish.boundingBox()).toMatchObject({ x: 20 });
  expect(await spanish.evaluate((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).color])).toEqual([
    'rgb(242, 193, 46)',
    'rgb(0, 0, 0)',
  ]);
  await close();
});

it('tells unread messages by number, name and one line of news that can be hidden', async () => {
  const { page, panel, tell, close } = await shop.visit();
  await page.getByRole('button', { name: 'Parcel help' }).hover();
  await panel();
  const news = {
    from: 'Nadia from Northfold',
    initials: 'NK',
    text: 'I found the packing video. The shade isn’t in it, so I asked the warehouse to look again.',
  };
  const words = (unread: string, hide = 'Hide this line') => tell({ tw: 'words', panel: 'Parcel help chat', hide, unread });
  await words('Parcel help, 1 new message');
  await tell({ tw: 'unread', count: 1, news });
  await page.getByRole('button', { name: 'Parcel help, 1 new message', exact: true }).waitFor();
  await tell({ tw: 'unread', count: 2, news });
  await words('Parcel help, 2 new messages');
  await page.getByRole('button', { name: 'Parcel help, 2 new messages', exact: true }).waitFor();
  expect(await page.getByRole('status').textContent()).toContain('I found the packing video.');
  await page.getByRole('button', { name: 'Hide this line' }).click();
  expect(await page.getByRole('status').textContent()).toBe('');
  await page.evaluate(() => window.Tracewell?.('setLocale', 'ar'));
  await words('مساعدة الطرود، رسالتان جديدتان', 'أخفِ هذا السطر');
  await page.getByRole('button', { name: 'مساعدة الطرود، رسالتان جديدتان' }).waitFor();
  await tell({ tw: 'unread', count: 3, news: { from: 'بوت الطرود', text: 'وصل الطرد إلى الحدود.' } });
  await page.getByRole('button', { name: 'بوت الطرود' }).click();
  expect(await page.locator('iframe').isVisible()).toBe(true);
  await close();
});

it('offers to try again when the panel does not come in time', async () => {
  const { page, complaints, close } = await shop.visit();
  await page.clock.install();
  await page.reload();
  await page.evaluate(() => {
    window.Tracewell?.('boot', { store: 'mute' });
    window.Tracewell?.('on', 'error', (detail: unknown) => document.body.setAttribute('data-error', (detail as { code: string }).code));
  });
  await page.getByRole('button', { name: 'Parcel help' }).click();
  await page.frameLocator('iframe').locator('html').waitFor({ state: 'attached' });
  await page.clock.fastForward(16_000);
  const retry = page.getByRole('button', { name: 'Parcel help: try again' });
  await retry.waitFor();
  expect(await page.locator('body').getAttribute('data-error')).toBe('E_PANEL');
  expect(await retry.getAttribute('aria-expanded')).toBe('false');
  expect(await page.locator('iframe').count()).toBe(0);
  await retry.click();
  await page.locator('iframe').waitFor();
  expect(complaints).toEqual([]);
  await close();
});
