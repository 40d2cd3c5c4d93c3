import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from './shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('opens with the keyboard, moves the focus into the panel and back', async () => {
  const { page, heard, hears, panel, close } = await shop.visit();
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  await launcher.focus();
  await page.keyboard.press('Enter');
  await hears('shown');
  expect(await hears('boot')).toEqual({
    tw: 'boot',
    locale: 'en',
    lang: 'en',
    context: {},
    page: { url: `${shop.shop}/`, title: 'Northfold, things for quiet rooms' },
    phone: false,
  });
  expect(await launcher.getAttribute('aria-expanded')).toBe('true');
  const frame = await panel();
  await frame.waitForFunction(() => document.hasFocus() && document.activeElement?.tagName === 'INPUT');
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 400, height: 680, x: 1280 - 420 });
  await page.keyboard.press('Escape');
  await hears('hidden');
  expect(await launcher.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
  expect(await page.locator('iframe').isVisible()).toBe(false);
  expect((await heard()).map((message) => message.tw)).not.toContain('locale');
  await close();
});

it('keeps all that was called before it came', async () => {
  const { page, hears, tell, complaints, close } = await shop.visit('/late');
  expect(await hears('boot')).toMatchObject({
    locale: 'es',
    color: '#f2c12e',
    flow: 'missing-items',
    context: { order: '1001', email: 'maya@example.com' },
    identity: 'header.payload.signature',
  });
  await hears('shown');
  await tell({ tw: 'message', from: 'bot', seq: 2 });
  await tell({ tw: 'caseOpened', number: 'TW 4827' });
  await tell({ tw: 'caseClosed', number: 'TW 4827' });
  await tell({ tw: 'unread', count: 1 });
  await tell({ tw: 'error', code: 'E_RATE' });
  await tell({ tw: 'close' });
  await page.getByText('close', { exact: true }).waitFor();
  expect(await page.locator('#heard li').allTextContents()).toEqual([
    'ready',
    'open',
    'tracewell:ready',
    'message {"from":"bot","seq":2}',
    'caseOpened {"number":"TW 4827"}',
    'caseClosed {"number":"TW 4827"}',
    'unread {"count":1}',
    'error {"code":"E_RATE"}',
    'close',
  ]);
  expect(complaints).toEqual([]);
  await close();
});

it('tells the panel what changes while it is there', async () => {
  const { page, hears, close } = await shop.visit();
  await page.getByRole('button', { name: /Sand ceramic lamp/ }).click();
  await hears('shown');
  expect(await hears('boot')).toMatchObject({ context: { order: '1001', email: 'maya@example.com' } });
  await page.evaluate(() => {
    const { Tracewell } = window;
    // What can't be posted and what nobody asked for stays on the page.
    Tracewell?.('setContext', { order: 1003, card: '4111', email: () => 'x' });
    Tracewell?.('setLocale', 'ar');
    Tracewell?.('identify', () => Promise.resolve('fresh.token'));
    Tracewell?.('startFlow', 'customs');
  });
  expect(await hears('context')).toEqual({ tw: 'context', context: { order: '1003' } });
  expect(await hears('locale')).toEqual({ tw: 'locale', locale: 'ar' });
  expect(await hears('identity')).toEqual({ tw: 'identity', identity: 'fresh.token' });
  expect(await hears('flow')).toEqual({ tw: 'flow', flow: 'customs' });
  await close();
});

it('says so when an identity can’t be fetched, and opens all the same', async () => {
  const { page, hears, close } = await shop.visit();
  await page.evaluate(() => {
    window.Tracewell?.('on', 'error', (detail: unknown) => document.body.setAttribute('data-error', (detail as { code: string }).code));
    window.Tracewell?.('identify', () => Promise.reject(new Error('signed out')));
    window.Tracewell?.('open');
  });
  await hears('shown');
  expect(await page.locator('body').getAttribute('data-error')).toBe('E_IDENTITY');
  await close();
});

it('shows, hides, opens, closes and toggles', async () => {
  const { page, hears, close } = await shop.visit();
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  const card = page.locator('iframe');
  const call = (verb: string) => page.evaluate((name) => window.Tracewell?.(name), verb);
  await call('hide');
  expect(await launcher.isVisible()).toBe(false);
  await page.locator('.name').focus();
  await call('open');
  await hears('shown');
  expect(await card.isVisible()).toBe(true);
  expect(await launcher.isVisible()).toBe(false);
  await call('close');
  expect(await card.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('name');
  await call('show');
  expect(await launcher.isVisible()).toBe(true);
  await call('toggle');
  expect(await card.isVisible()).toBe(true);
  await call('toggle');
  expect(await card.isVisible()).toBe(false);
  await call('constructor');
  await call('no such verb');
  await close();
});

it('lets go of handlers, and survives those that fail', async () => {
  const { page, close } = await shop.visit();
  const heard = await page.evaluate(() => {
    const lines: string[] = [];
    const { Tracewell } = window;
    if (!Tracewell) return lines;
    const named = () => lines.push('named');
    const leave = Tracewell('on', 'open', () => lines.push('kept')) as () => void;
    Tracewell('on', 'open', () => {
      throw new Error('the page’s own mistake');
    });
    Tracewell('on', 'open', named);
    Tracewell('on', 'ready', () => lines.push('ready at once'));
    Tracewell('toggle');
    Tracewell('close');
    leave();
    Tracewell('off', 'open', named);
    Tracewell('open');
    return lines;
  });
  expect(heard).toEqual(['ready at once', 'kept', 'named']);
  await close();
});

it('leaves the page as it was, and may come again', async () => {
  const { page, hears, close } = await shop.visit('/', { viewport: { width: 390, height: 800 } });
  const picture = () => page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate(() => {
    document.documentElement.setAttribute('style', 'scroll-behavior: smooth;  --x:1');
    window.Tracewell?.('shutdown');
  });
  const before = await picture();
  await page.evaluate(() => {
    window.Tracewell?.('boot');
    window.Tracewell?.('setContext', { order: '1002' });
    scrollTo({ top: 300, behavior: 'instant' });
    window.Tracewell?.('open');
  });
  await hears('shown');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('hidden');
  await page.evaluate(() => window.Tracewell?.('shutdown'));
  expect(await picture()).toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await page.evaluate(() => window.Tracewell?.('boot'));
  await page.getByRole('button', { name: 'Parcel help' }).click();
  await hears('shown');
  expect(await hears('boot')).toMatchObject({ context: {} });
  await close();
});

it('remembers a conversation under way only after the shopper opened it, and connects at once on the next page', async () => {
  const { page, asked, panel, tell, hears, close } = await shop.visit();
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  await launcher.hover();
  await panel();
  await tell({ tw: 'active', active: true });
  await tell({ tw: 'words', panel: 'Parcel help chat', hide: 'Hide this line', unread: 'Parcel help, 1 new message' });
  await tell({ tw: 'unread', count: 1 });
  await page.getByRole('button', { name: 'Parcel help, 1 new message' }).waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await launcher.click();
  await hears('shown');
  asked.length = 0;
  await page.reload();
  await panel();
  expect(asked).toContain('/panel');
  expect(await page.locator('iframe').isVisible()).toBe(false);
  await tell({ tw: 'active', active: false });
  await page.waitForFunction(() => localStorage.length === 0);
  await close();
});

it('fills a phone, holds the page still and gives both back exactly', async () => {
  const { page, hears, tell, close } = await shop.visit('/', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await page.evaluate(() => scrollTo(0, 240));
  await page.getByRole('button', { name: 'Parcel help' }).tap();
  await hears('shown');
  expect(await hears('boot')).toMatchObject({ phone: true });
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 800 });
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  expect(await launcher.isVisible()).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('hidden');
  await tell({ tw: 'close' });
  await launcher.waitFor();
  expect(await page.evaluate(() => [document.documentElement.getAttribute('style'), scrollY])).toEqual([null, 240]);
  await close();
});
