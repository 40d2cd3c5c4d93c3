/** Pages that are hard on whatever is embedded in them: strict, hostile, early, swapping, foreign. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePage } from '../widget/loader/shop.ts';
import { findParcel } from './roads.ts';
import { openShop, type Shop, type Visit } from './shop.ts';
import type { Shopper } from './shopper.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const signedIn = () =>
  new SignJWT({ email: 'maya@example.com' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('maya')
    .setAudience(shop.app.shop.key)
    .setIssuedAt(shop.app.clock.now() / 1000)
    .setExpirationTime(shop.app.clock.now() / 1000 + 600)
    .sign(new TextEncoder().encode(shop.app.shop.identitySecret));

const COMPUTER: Visit = { viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false };

interface Watched {
  shopper: Shopper;
  /** What the console and the pages' policies complained of. */
  complaints: string[];
}

async function visitWatched(visit: Visit): Promise<Watched> {
  const shopper = await shop.visit(visit);
  const complaints: string[] = [];
  await shopper.context.exposeFunction('complain', (complaint: string) => void complaints.push(complaint));
  await shopper.context.addInitScript(() => {
    const { complain } = window as unknown as { complain(complaint: string): void };
    addEventListener('securitypolicyviolation', (event) => complain(`${event.violatedDirective}: ${event.blockedURI}`));
  });
  shopper.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  shopper.page.on('pageerror', (error) => complaints.push(String(error)));
  await shopper.page.reload();
  return { shopper, complaints };
}

it('a strict policy has nothing to complain of, from the launcher to a case', async () => {
  const { shopper, complaints } = await visitWatched({});
  await shopper.open();
  await findParcel(shopper, 'in_transit', '1002', 'lin@example.com');
  await shopper.caseCard.waitFor();
  await shopper.press('ui.menu');
  await shopper.panel.getByRole('dialog').waitFor();
  expect(complaints).toEqual([]);
  await shopper.leave();
});

it('a hostile page neither breaks the chat nor looks into it', async () => {
  const { shopper, complaints } = await visitWatched({ path: '/hostile' });
  await shopper.open();
  await shopper.say('my parcel says delivered but it is not here');
  await shopper.hears('bot:heard.fact.delivered');
  await shopper.find('1003', 'anna@example.com');
  await shopper.parcelCard.waitFor();
  expect(complaints).toEqual([]);
  const inReach = await shopper.page.evaluate(() => {
    let all = document.documentElement.outerHTML;
    for (const key of Object.keys(localStorage)) all += ` ${key}=${localStorage.getItem(key) ?? ''}`;
    return all;
  });
  expect(inReach).toContain('Northfold, hostile');
  for (const secret of ['it is not here', 'Mill Lane', (await shopper.row()).id]) expect(inReach).not.toContain(secret);
  await shopper.shut();
  await shopper.launcher.waitFor();
  await shopper.leave();
});

it('calls made before the script came are kept', async () => {
  const shopper = await shop.visit({ ...COMPUTER, language: 'es' });
  const { page, texts } = shopper;
  await page.route('**/assets/late.js', async (route) => {
    const script = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/javascript', body: script.replace('header.payload.signature', await signedIn()) });
  });
  // The page asks for the flow of missing items, in Spanish, on the other side, and hands an order in.
  await page.goto(`${shop.url}/late`);
  await shopper.hears('bot:heard.fact.missing');
  await shopper.hears('bot:identify.notFound');
  expect(await shopper.question.getByLabel(texts.label('prompt:find.order')).inputValue()).toBe('1001');
  expect((await shopper.launcher.boundingBox())?.x).toBeLessThan(640);
  for (const event of ['ready', 'open', 'message'])
    await page
      .getByText(new RegExp(`^${event}\\b`))
      .first()
      .waitFor();
  await page.getByText('tracewell:ready').waitFor();
  expect(await page.getByText(/^error/).count()).toBe(0);
  expect(await shopper.row()).toMatchObject({ locale: 'es', identity: { sub: 'maya' } });
  await shopper.leave();
});

it('a sign-in that can’t be confirmed is told, to the shopper and to the page', async () => {
  const shopper = await shop.visit({ ...COMPUTER, path: '/late', language: 'es' });
  await shopper.panel.getByText(shopper.texts.label('error:E_IDENTITY')).waitFor();
  await shopper.page.getByText('E_IDENTITY').waitFor();
  await shopper.leave();
});

it('a shop that swaps its whole body keeps the talk open and whole', async () => {
  const { shopper, complaints } = await visitWatched({ ...COMPUTER, path: '/spa/start' });
  const { page } = shopper;
  await shopper.open();
  await shopper.say('where is my parcel');
  await shopper.hears('bot:identify.ask');
  await shopper.composer.fill('not sent yet');
  for (const place of ['Goods', 'Start']) {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
    await page.waitForURL(new RegExp(`/spa/${place.toLowerCase()}`));
    await shopper.question.getByLabel(shopper.texts.label('prompt:find.order')).waitFor();
  }
  expect(await shopper.composer.inputValue()).toBe('not sent yet');
  await shopper.find('1001', 'jonas@example.com');
  await shopper.parcelCard.waitFor();
  expect(await page.locator('iframe').count()).toBe(1);
  expect(complaints).toEqual([]);
  await shopper.leave();
});

it('is there on the next page of the shop too', async () => {
  const shopper = await shop.visit();
  await shopper.open();
  await shopper.say('where is my parcel');
  await shopper.hears('bot:identify.ask');
  await shopper.page.goto(`${shop.url}/spa/goods`);
  await shopper.open();
  await shopper.log.getByText('where is my parcel', { exact: true }).waitFor();
  await shopper.leave();
});

it('a page that the shop does not name can’t show the panel', async () => {
  const snippet = `<script async src="${shop.app.url}/widget.js" data-store="${shop.app.shop.key}"></script>`;
  const foreign = await servePage(`<!doctype html><html lang="en"><title>Elsewhere</title>${snippet}`);
  const shopper = await shop.visit();
  const { page, texts } = shopper;
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('frame-ancestors')) refusals.push(message.text());
  });
  await page.clock.install();
  await page.goto(foreign.origin);
  await shopper.launcher.click();
  await expect.poll(() => refusals.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await shopper.composer.count()).toBe(0);
  // The loader waits for a panel that can't come, and then says so.
  await page.clock.fastForward(20_000);
  await page.getByRole('button', { name: `${texts.label('loader:name')}: ${texts.label('loader:retry')}` }).waitFor();
  await shopper.leave();
  foreign.close();
});
