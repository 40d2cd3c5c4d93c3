/** Another thing is wrong with the same order: it is taken up with its own steps, and the first stands with its number and date. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromiseRow } from '../../server/store/port.ts';
import { findParcel, giveAllPhotos, pickMugs } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** Delivered by the tracking, nothing at the door: the case is open, and an answer of the carrier promised. */
async function nothingThere(): Promise<{ lucia: Shopper; number: string; owed: PromiseRow }> {
  const lucia = await shop.visit();
  await lucia.open();
  await findParcel(lucia, 'delivered', '1010', 'lucia@example.com');
  for (const choice of ['checkPlaces', 'asked', 'looked', 'addressRight']) await lucia.tap(choice);
  const number = await lucia.caseNumber();
  const [owed, ...others] = await promisesOf(lucia);
  expect([owed, others]).toMatchObject([{ kind: 'carrierAnswer', state: 'open' }, []]);
  if (!owed) throw new Error('nothing was promised');
  return { lucia, number, owed };
}

async function promisesOf(shopper: Shopper): Promise<PromiseRow[]> {
  const { storeId, id } = await shopper.row();
  return shop.app.store.promisesOf(storeId, id);
}

/** What was said after these words of the shopper. */
async function saidSince(shopper: Shopper, words: string): Promise<string> {
  return (await shopper.log.innerText()).split(words).at(-1) ?? '';
}

describe('something else is missing', () => {
  it('has steps of its own, under the same number, beside the first date', async () => {
    const { lucia, number, owed } = await nothingThere();
    const words = 'the box turned up at last, but two mugs are missing';
    await lucia.say(words);
    await lucia.hears('bot:second.taken');
    await lucia.hears('bot:missing.whichOneParcel');
    const { storeId, id } = await lucia.row();
    expect(await promisesOf(lucia)).toEqual([owed]);

    await pickMugs(lucia);
    expect(await saidSince(lucia, words)).toContain(number);
    await giveAllPhotos(lucia);
    await lucia.tap('collectedMe');
    await lucia.hears('bot:missing.case');
    expect(await lucia.caseNumber()).toBe(number);

    expect(await shop.app.store.casesOf(storeId, id)).toEqual([
      expect.objectContaining({ number, problem: 'missing', stage: 'warehouse', closedAt: null }),
    ]);
    const open = await promisesOf(lucia);
    expect(open).toHaveLength(2);
    expect(open).toContainEqual(owed);
    expect(open.find(({ kind }) => kind === 'warehouseAnswer')).toMatchObject({ state: 'open' });

    const since = await saidSince(lucia, words);
    for (const known of ['identify.ask', 'identify.askContact', 'delivered.household', 'delivered.address'])
      expect(since, known).not.toMatch(lucia.texts.pattern(`bot:${known}`));
    await lucia.leave();
  });
});

describe('something came damaged', () => {
  it('brings a person, and the first goes on', async () => {
    const { lucia, number, owed } = await nothingThere();
    const words = 'another thing: a plate of the same order is broken';
    await lucia.say(words);
    await lucia.hears('bot:damaged.tell');
    expect(await saidSince(lucia, words)).toMatch(lucia.texts.pattern('bot:second.taken'));
    expect(await lucia.row()).toMatchObject({ status: 'waiting', caseNumber: number });
    expect(await promisesOf(lucia)).toContainEqual(owed);
    const { storeId, id } = await lucia.row();
    expect(await shop.app.store.casesOf(storeId, id)).toEqual([expect.objectContaining({ number, problem: 'other', closedAt: null })]);
    await lucia.leave();
  });
});
