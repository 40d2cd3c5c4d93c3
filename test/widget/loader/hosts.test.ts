import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, servePage, type TestShop } from './shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('works on a page that resets, patches and overrides everything', async () => {
  const { page, hears, tell, complaints, close } = await shop.visit('/hostile');
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  expect(await launcher.boundingBox()).toMatchObject({ width: 60, height: 60, x: 1280 - 80, y: 800 - 80 });
  expect(await launcher.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(32, 85, 143)');
  await launcher.click();
  await hears('shown');
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 400, height: 680 });
  expect(await hears('boot')).toMatchObject({ context: {}, page: { url: `${shop.shop}/hostile` } });
  await tell({ tw: 'close' });
  await tell({ tw: 'words', panel: 'Parcel help chat', hide: 'Hide this line', unread: 'Parcel help, 2 new messages' });
  await tell({ tw: 'unread', count: 2, news: { from: 'Parcel bot', text: 'It moved.' } });
  await page.getByRole('button', { name: 'Parcel help, 2 new messages' }).waitFor();
  // The page's own handler was left in place: it hears the panel too.
  expect(Number(await page.locator('html').getAttribute('data-messages'))).toBeGreaterThanOrEqual(3);
  expect(complaints).toEqual([]);
  await close();
});

it('stays through swapped bodies with its panel untouched, and tells where the shopper is', async () => {
  const { page, hears, panel, complaints, close } = await shop.visit('/spa');
  await page.getByRole('button', { name: 'Parcel help' }).click();
  await hears('shown');
  await (await panel()).locator('input').fill('half a sentence');
  await page.getByRole('link', { name: 'Goods' }).last().click();
  expect(await hears('page')).toEqual({ tw: 'page', page: { url: `${shop.shop}/spa/goods`, title: 'Northfold, goods' } });
  await page.goBack();
  await (await panel()).waitForFunction(() => window.heard.filter((message) => message.tw === 'page').length === 2);
  expect(await (await panel()).locator('input').inputValue()).toBe('half a sentence');
  expect(await page.locator('iframe').count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

it('comes back where somebody cleared it away', async () => {
  const { page, hears, close } = await shop.visit();
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  await launcher.click();
  await hears('shown');
  await page.evaluate(() => document.documentElement.lastElementChild?.remove());
  await launcher.waitFor();
  await hears('shown');
  await page.evaluate(() => {
    const next = document.createElement('html');
    next.append(document.createElement('body'));
    document.replaceChild(next, document.documentElement);
  });
  await launcher.waitFor();
  await close();
});

it('draws itself once, however often it is included', async () => {
  const { page, ours, close } = { ...(await shop.visit()), ours: shop.ours };
  await page.evaluate(async (src) => {
    const again = document.createElement('script');
    again.src = src;
    again.dataset.store = 'another';
    document.body.append(again);
    await new Promise((resolve) => (again.onload = resolve));
  }, `${ours}/widget.js`);
  expect(await page.getByRole('button', { name: 'Parcel help' }).count()).toBe(1);
  await close();
});

it('obeys nobody but its own panel', async () => {
  const { page, hears, close } = await shop.visit();
  await page.getByRole('button', { name: 'Parcel help' }).click();
  await hears('shown');
  const closed = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const launcher = document.documentElement.lastElementChild?.shadowRoot;
        const frame = launcher?.querySelector('iframe');
        let closes = 0;
        window.Tracewell?.('on', 'close', () => (closes += 1));
        // From the page itself; in the frame's name with another origin; with our origin in another's name.
        window.postMessage({ tw: 'close' }, '*');
        window.dispatchEvent(
          new MessageEvent('message', { data: { tw: 'close' }, origin: 'https://evil.example', source: frame?.contentWindow ?? null }),
        );
        window.dispatchEvent(
          new MessageEvent('message', { data: { tw: 'close' }, origin: new URL(frame?.src ?? '').origin, source: window }),
        );
        window.dispatchEvent(new MessageEvent('message', { data: { tw: 'close' }, origin: new URL(frame?.src ?? '').origin }));
        window.addEventListener('message', () => setTimeout(() => resolve(closes > 0)), { once: true });
        window.postMessage('last', '*');
      }),
  );
  expect(closed).toBe(false);
  await close();
});

it('tells a stranger in the panel’s frame nothing', async () => {
  const stranger = await servePage(`<script>heard = []; onmessage = (event) => heard.push(event.data)</script>`);
  const { origin } = stranger;
  const { page, close } = await shop.visit('/', { bypassCSP: true });
  await page.route(`${shop.ours}/panel*`, (route) => route.fulfill({ status: 302, headers: { location: origin } }));
  await page.evaluate(() => {
    window.Tracewell?.('setContext', { email: 'maya@example.com' });
  });
  const refused = page.waitForEvent('console', (message) => message.text().includes('postMessage'));
  await page.getByRole('button', { name: 'Parcel help' }).click();
  await refused;
  const frame = page.frames().find((one) => one.url().startsWith(origin));
  expect(await frame?.evaluate(() => window.heard)).toEqual([]);
  await close();
  stranger.close();
});

it.each(['constructed', 'style element'])('passes a policy of nonces alone, with a %s sheet', async (kind) => {
  const host = await servePage(
    `<!doctype html><html lang="en"><title>Nonces</title><link rel="icon" href="data:,"><script nonce="n0nce" async src="${shop.ours}/widget.js" data-store="northfold"></script>`,
    {
      'content-security-policy': `default-src 'none'; img-src data:; script-src 'nonce-n0nce'; style-src 'nonce-n0nce'; frame-src ${shop.ours}`,
    },
  );
  const before = kind === 'constructed' ? () => {} : () => void Reflect.deleteProperty(window, 'CSSStyleSheet');
  const { page, complaints, hears, close } = await shop.visit(host.origin, { before });
  const launcher = page.getByRole('button', { name: 'Parcel help' });
  expect(await launcher.boundingBox()).toMatchObject({ width: 60, height: 60 });
  await launcher.click();
  await hears('shown');
  expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 400, height: 680 });
  expect(complaints).toEqual([]);
  await close();
  host.close();
});

it('works where storage is blocked', async () => {
  const { page, hears, tell, complaints, close } = await shop.visit('/', {
    before: () => {
      if (window === parent)
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
    },
  });
  await page.getByRole('button', { name: 'Parcel help' }).click();
  await hears('shown');
  await tell({ tw: 'active', active: true });
  await tell({ tw: 'unread', count: 0 });
  expect(complaints).toEqual([]);
  await close();
});
