/** Several tabs of one shopper, and a person of the shop's team in the same talk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgent, type TestAgent } from '../support/agent.ts';
import { freshId } from '../support/shopper.ts';
import { findParcel } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';

let shop: Shop;
let mei: TestAgent;
beforeAll(async () => {
  shop = await openShop();
  const { app } = shop;
  mei = await openAgent(app.url, app.store, app.shop.id, 'Mei Chen', app.clock.now());
});
afterAll(async () => {
  mei.close();
  await shop.close();
});

const of = async (shopper: Shopper) => ({ conversation: (await shopper.row()).id });
const says = async (shopper: Shopper, text: string) => {
  expect(await mei.emit('say', { ...(await of(shopper)), id: freshId(), text })).toMatchObject({ ok: true });
};
const times = (shopper: Shopper, text: string) => shopper.log.getByText(text, { exact: true }).count();

describe('two tabs', () => {
  it('show one talk as it goes on, each message once', async () => {
    const one = await shop.visit();
    await one.open();
    const two = await one.anotherTab();
    await two.open();

    await one.say('my parcel says delivered but it is not here');
    await two.log.getByText('my parcel says delivered but it is not here', { exact: true }).waitFor();
    await two.find('1003', 'anna@example.com');
    await one.parcelCard.waitFor();
    await one.tap('checkPlaces');
    await two.hears('bot:delivered.household');
    await two.tap('asked');
    await one.hears('bot:delivered.safePlace');

    expect((await one.row()).id).toBe((await two.row()).id);
    for (const tab of [one, two]) {
      expect(await times(tab, 'my parcel says delivered but it is not here')).toBe(1);
      expect(await tab.log.getByText(tab.texts.pattern('bot:delivered.household')).count()).toBe(1);
    }
    expect(await one.log.innerText()).toBe(await two.log.innerText());
    await one.leave();
  });

  it('begun at the same moment are one talk', async () => {
    const one = await shop.visit();
    const two = await one.anotherTab();
    await Promise.all([one.open(), two.open()]);
    await one.tap('customs');
    await two.hears('bot:heard.fact.customs');
    expect((await one.row()).id).toBe((await two.row()).id);
    await one.leave();
  });

  it('count what is unread on the launchers of the closed ones, until one of them is opened', async () => {
    const one = await shop.visit();
    await one.open();
    await one.tap('customs');
    await one.hears('bot:identify.ask');
    const two = await one.anotherTab();
    await one.shut();
    expect(await mei.emit('take', await of(one))).toMatchObject({ ok: true });
    await says(one, 'I have read it all.');
    for (const tab of [one, two]) {
      const badge = tab.launcher.locator('span');
      await expect.poll(() => badge.innerText(), { timeout: 10_000 }).toMatch(/^[12]$/);
      await expect.poll(() => tab.launcher.getAttribute('aria-label')).toMatch(tab.texts.pattern('widget:frame.unread'));
    }
    await two.open();
    await two.log.getByText('I have read it all.', { exact: true }).waitFor();
    for (const tab of [one, two]) await expect.poll(() => tab.launcher.locator('span').isVisible(), { timeout: 10_000 }).toBe(false);
    await one.leave();
  });
});

describe('a person', () => {
  it('joins, has the floor, and gives back at a step', async () => {
    const anna = await shop.visit();
    await anna.open();
    await findParcel(anna, 'delivered', '1003', 'anna@example.com');
    const bar = anna.panel.getByRole('banner');
    await bar.getByRole('heading', { name: 'Northfold' }).waitFor();

    expect(await mei.emit('take', await of(anna))).toMatchObject({ ok: true });
    await bar.getByRole('heading', { name: 'Mei Chen' }).waitFor();
    const face = bar.getByText('MC', { exact: true });
    expect(await face.evaluate((element) => getComputedStyle(element).borderRadius)).toMatch(/50%|999/);
    await anna.hears('line:joined');
    expect(await anna.question.count()).toBe(0);

    const { seq } = (await anna.stored()).at(-1) ?? { seq: 0 };
    await anna.say('is somebody there?');
    await says(anna, 'Hi Anna, I have read it all.');
    await anna.log.getByText('Hi Anna, I have read it all.', { exact: true }).waitFor();
    await shop.app.app.idle();
    expect((await anna.stored()).filter((message) => message.seq > seq && message.from === 'bot')).toEqual([]);

    expect(await mei.emit('giveBack', { ...(await of(anna)), step: 'checks' })).toMatchObject({ ok: true });
    await bar.getByRole('heading', { name: 'Northfold' }).waitFor();
    await anna.hears('line:gaveBack');
    await anna.tap('asked');
    await anna.hears('bot:delivered.safePlace');
    await anna.leave();
  });

  it('is seen writing, and says when the shopper’s words were read', async () => {
    const anna = await shop.visit();
    await anna.open();
    await anna.say('I want to talk to a person');
    await anna.hears('bot:person.joining');
    const where = await of(anna);
    await mei.emit('open', { ...where, after: 0 });
    await mei.emit('take', where);
    await anna.panel.getByRole('heading', { name: 'Mei Chen' }).waitFor();
    await mei.emit('typing', { ...where, on: true });
    await anna.panel.getByText(anna.texts.label('widget:ui.writing', { name: 'Mei Chen' })).waitFor();
    await anna.say('thank you for coming');
    const { lastSeq } = await anna.row();
    await mei.emit('seen', { ...where, seq: lastSeq });
    await anna.log.getByText(anna.texts.pattern('widget:ui.seen')).last().waitFor();
    await anna.leave();
  });

  it('asks for a photo again, and the shopper can give it', async () => {
    const lucia = await shop.visit();
    await lucia.open();
    await findParcel(lucia, 'missing', '1010', 'lucia@example.com');
    await mei.emit('take', await of(lucia));
    await mei.emit('askAgain', { ...(await of(lucia)), item: 'label', reason: 'The number is hidden by a fold.' });
    await lucia.question.getByText('The number is hidden by a fold.').waitFor();
    await lucia.leave();
  });
});
