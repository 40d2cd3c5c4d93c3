import axe from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStorefront } from '../../../server/demo/storefront/storefront.ts';
import { openShop, type TestShop, type Visit } from './shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('pastes the widget like an owner, under a policy without unsafe sources', async () => {
  const answer = await fetch(shop.shop);
  expect(await answer.text()).toContain(`\n<script async src="${shop.ours}/widget.js" data-store="northfold"></script>\n`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", `script-src 'self' ${shop.ours}`, `frame-src ${shop.ours}`, "style-src 'self'"]),
  );
  expect(policy).not.toContain('unsafe');
});

it.each(['/assets/../storefront.ts', '/assets/constructor', '/nowhere', '/assets/'])('has nothing at %s', async (path) => {
  expect((await fetch(shop.shop + path)).status).toBe(404);
});

it('writes an order’s words as words', async () => {
  const server = createStorefront({
    widgetOrigin: 'http://localhost:3000/',
    storeKey: 'key"><script>',
    orders: [{ number: '1"onclick="', email: '<i>@x', title: '<img src=x>', story: 'a & b' }],
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const html = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  server.close();
  expect(html).toContain('data-order="1&quot;onclick=&quot;"');
  expect(html).toContain('&lt;img src=x&gt;');
  expect(html).toContain('src="http://localhost:3000/widget.js" data-store="key&quot;&gt;&lt;script&gt;"');
  expect(html).not.toContain('<img');
});

const VISITS: [string, Visit][] = [
  ['a computer', {}],
  ['a phone of 320 px', { viewport: { width: 320, height: 640 } }],
  ['the dark', { colorScheme: 'dark' }],
];

it.each(VISITS)('has no fault that axe finds, shop and launcher with news, on %s', async (_where, options) => {
  const { page, panel, tell, close } = await shop.visit('/', options);
  await page.getByRole('button', { name: 'Parcel help' }).hover();
  await panel();
  await tell({ tw: 'words', panel: 'Parcel help chat', hide: 'Hide this line', unread: 'Parcel help, 1 new message' });
  await tell({ tw: 'unread', count: 1, news: { from: 'Nadia', initials: 'NK', text: 'I found the packing video.' } });
  await page.getByRole('button', { name: 'Hide this line' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ exclude: ['iframe'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
  expect(faults).toEqual([]);
  await close();
});
