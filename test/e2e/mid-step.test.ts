/** A question typed in the middle of a step: it is answered, and the step stands there as it was, ready to be finished. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prompt } from '../../protocol/prompt.ts';
import { asked, boxFile, findParcel, giveAllPhotos, goOn, labelFile, pickMugs, reachPhotos, SIDES } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function opened(): Promise<Shopper> {
  const shopper = await shop.visit();
  await shopper.open();
  return shopper;
}

/** The last two things that the bot said: the answer, and the line that leads back. */
async function answered(shopper: Shopper, question: string, answer: string, back: string): Promise<void> {
  await shopper.say(question);
  await shopper.hears(back);
  const said = (await shopper.log.innerText()).split(question).at(-1) ?? '';
  expect(said).toMatch(shopper.texts.pattern(answer));
  expect(said.search(shopper.texts.pattern(answer))).toBeLessThan(said.search(shopper.texts.pattern(back)));
  // The step is taller than the screen, and still the answer is what one sees.
  const bubble = shopper.log.getByText(shopper.texts.pattern(answer)).last();
  await expect.poll(() => bubble.evaluate((el) => el.getBoundingClientRect().top >= 0)).toBe(true);
}

async function promptOf(shopper: Shopper): Promise<Prompt<string> | null> {
  const { storeId, id } = await shopper.row();
  const loaded = await shop.app.store.conversation(storeId, id);
  return (loaded?.prompt ?? null) as Prompt<string> | null;
}

describe('“why do you need so many photos?”', () => {
  it('is answered in the middle of the photos, which stay, and are finished', async () => {
    const lucia = await opened();
    await reachPhotos(lucia);
    const photo = await boxFile();
    await lucia.photo('one', photo);
    await goOn(lucia);
    await asked(lucia, 'packaging');
    for (const side of ['top', 'left']) await lucia.photo(side, photo);

    const before = await promptOf(lucia);
    await answered(lucia, 'why do you need so many photos?', 'bot:faq.whyAll', 'bot:goOn.photos');
    expect(await promptOf(lucia)).toEqual(before);
    await asked(lucia, 'packaging');
    for (const side of ['top', 'left']) await lucia.filled(side).waitFor();

    for (const side of SIDES.slice(2)) await lucia.photo(side, photo);
    await goOn(lucia);
    await asked(lucia, 'label');
    const { storeId, id } = await lucia.row();
    const kept = await shop.app.store.photosOf(storeId, id);
    expect(kept.map(({ item, slot }) => `${item} ${slot}`).sort()).toEqual(
      ['group one', ...SIDES.map((side) => `packaging ${side}`)].sort(),
    );
    await lucia.photo('one', await labelFile());
    await goOn(lucia);
    await asked(lucia, 'scale');
    await lucia.leave();
  });
});

describe('“how long will this take?”', () => {
  it('is answered while items are picked, and what was picked stays picked', async () => {
    const lucia = await opened();
    await findParcel(lucia, 'missing', '1010', 'lucia@example.com');
    const plate = lucia.question.getByRole('checkbox', { name: /Stoneware plate/ });
    await plate.check();
    const before = await promptOf(lucia);
    await answered(lucia, 'how long will this take?', 'bot:answer.howLong.missing', 'bot:goOn.items');
    expect(await promptOf(lucia)).toEqual(before);
    expect(await plate.isChecked()).toBe(true);
    await plate.uncheck();
    await pickMugs(lucia);
    await giveAllPhotos(lucia);
    await lucia.leave();
  });
});

describe('“are you a bot?”', () => {
  it('is no answer to “is the address right?”', async () => {
    const anna = await opened();
    await findParcel(anna, 'delivered', '1003', 'anna@example.com');
    for (const choice of ['checkPlaces', 'asked', 'looked']) await anna.tap(choice);
    await anna.log.getByText('12 Mill Lane').last().waitFor();
    await answered(anna, 'are you a bot?', 'bot:answer.isBot', 'bot:goOn.address');
    expect(await anna.row()).toMatchObject({ status: 'bot', caseNumber: null });
    await anna.tap('addressRight');
    expect(await anna.caseNumber()).toMatch(/^TW-/);
    await anna.leave();
  });
});
