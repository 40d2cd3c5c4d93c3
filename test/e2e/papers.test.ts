/** What opens beside the talk, in a tab of its own: the packing video that an agent added, and the letter for the post office. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgent } from '../support/agent.ts';
import { giveAllPhotos, reachPhotos } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';

const VIDEO = 'https://video.example.com/packing/1010?from=12&to=40#box';

let shop: Shop;
let lucia: Shopper;
beforeAll(async () => {
  shop = await openShop();
  lucia = await shop.visit();
  await lucia.open();
  await reachPhotos(lucia);
  await giveAllPhotos(lucia);
  await lucia.tap('collectedMe');
  await lucia.hears('bot:missing.case');
  const { app } = shop;
  const mei = await openAgent(app.url, app.store, app.shop.id, 'Mei', app.clock.now());
  const { id: conversation } = await lucia.row();
  const recorded = await mei.emit('record', { conversation, finding: 'packed', video: VIDEO });
  if (!recorded.ok) throw new Error(recorded.code);
  mei.close();
});
afterAll(() => shop.close());

describe('the packing video', () => {
  it('is a link to that very address, which learns nothing of the talk', async () => {
    const link = lucia.log.getByRole('link', { name: lucia.texts.label('card:document.watch') });
    await link.waitFor();
    const attribute = (name: string) => link.getAttribute(name);
    expect([await attribute('href'), await attribute('target')]).toEqual([VIDEO, '_blank']);
    expect((await attribute('rel'))?.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
  });
});

describe('the letter for the post office', () => {
  it('opens in a tab of its own, in the office’s language and in English, and leaves a link to it', async () => {
    const print = lucia.texts.label('card:document.print');
    const opens = lucia.context.waitForEvent('page');
    await lucia.log.getByRole('button', { name: print }).click();
    const page = await opens;
    await page.waitForLoadState();
    expect(page.url()).toMatch(new RegExp(`^${shop.app.url}/print/[\\w-]{43}$`));
    expect(await page.locator('article').evaluateAll((all) => all.map((one) => (one as HTMLElement).lang))).toEqual(['es', 'en']);
    expect(await page.locator('article').last().innerText()).toMatch(/this was not in it: .*Stoneware mug/);
    expect(await page.evaluate(() => [window.opener === null, document.referrer])).toEqual([true, '']);
    await page.close();
    const link = lucia.log.getByRole('link', { name: print });
    expect(await link.getAttribute('href')).toMatch(/\/print\//);
    expect((await link.getAttribute('rel'))?.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
  });
});
