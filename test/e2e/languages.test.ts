/** The same roads in other languages, and from one language to another in the middle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findParcel, giveAllPhotos, reachPhotos } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';
import { textsOf } from './texts.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function opened(language: string): Promise<Shopper> {
  const shopper = await shop.visit({ path: `/?locale=${language}`, language });
  await shopper.open();
  return shopper;
}

/** All that the bot said, as it stands on the screen. */
async function sentences(shopper: Shopper): Promise<string[]> {
  return shopper.log.locator('.msg.bot p, .line').allInnerTexts();
}

/** Everything the bot said is a text of that language. */
async function expectSpoken(shopper: Shopper, language: string): Promise<void> {
  const { patterns } = textsOf(language);
  const known = [...patterns('bot'), ...patterns('line')];
  const said = await sentences(shopper);
  expect(said.length).toBeGreaterThan(2);
  expect(said.filter((text) => !known.some((pattern) => pattern.test(text.trim())))).toEqual([]);
}

/** Latin words on the screen that are not names, addresses or codes of the order. */
function foreignWords(text: string, own: RegExp): string[] {
  return (text.replace(own, ' ').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !/^(TW|VAT)$/.test(word));
}

describe.each(['ar', 'es', 'zh-CN'])('in %s', (language) => {
  it('goes from the launcher to a case, every word in that language', async () => {
    const anna = await opened(language);
    await findParcel(anna, 'delivered', '1003', 'anna@example.com');
    for (const answer of ['checkPlaces', 'asked', 'looked', 'addressRight']) await anna.tap(answer);
    await anna.caseCard.waitFor();
    expect(await anna.caseNumber()).toMatch(/^TW-/);
    expect(await anna.caseCard.innerText()).toMatch(anna.texts.pattern('card:guard.until'));
    await expectSpoken(anna, language);
    await anna.leave();
  });
});

describe('in Arabic', () => {
  it('the page runs from right to left, and so does the road; codes stay as they are', async () => {
    const claire = await opened('ar');
    expect(await claire.frame().evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    const road = claire.parcelCard.getByRole('img');
    expect(await road.evaluate((drawing) => getComputedStyle(drawing).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    const [start, home] = await claire.parcelCard.locator('.stops li').evaluateAll((stops) => {
      const lefts = stops.map((stop) => stop.getBoundingClientRect().left);
      return [lefts[0] ?? 0, lefts.at(-1) ?? 0];
    });
    expect(start).toBeGreaterThan(home ?? 0);

    const code = claire.parcelCard.getByRole('button', { name: /LX\d+/ }).locator('bdi');
    expect(await code.getAttribute('dir')).toBe('ltr');
    await claire.tap('paid');
    await claire.caseCard.waitFor();
    expect(await claire.caseCard.locator('.number bdi').getAttribute('dir')).toBe('ltr');
    await claire.leave();
  });

  it('a copied number holds nothing that is not in the number', async () => {
    const claire = await shop.visit({ path: '/?locale=ar', language: 'ar', permissions: ['clipboard-read', 'clipboard-write'] });
    await claire.open();
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    await claire.tap('paid');
    for (const card of [claire.parcelCard, claire.caseCard]) {
      await card.getByRole('button', { name: /[A-Z]{2}/ }).click();
      await claire.composer.fill('');
      await claire.composer.press('ControlOrMeta+V');
      expect(await claire.composer.inputValue()).toMatch(/^[A-Z0-9-]+$/);
    }
    await claire.leave();
  });

  it('no Latin word stands anywhere but names, addresses and codes', async () => {
    const lucia = await opened('ar');
    await reachPhotos(lucia);
    await giveAllPhotos(lucia);
    await lucia.tap('collectedOther');
    await lucia.tap('wasWhole');
    await lucia.caseCard.waitFor();
    await expectSpoken(lucia, 'ar');
    const bot = (await lucia.log.locator('.msg.bot p, .line, article').allInnerTexts()).join('\n');
    expect(foreignWords(bot, /Stoneware mug|Madrid|Shenzhen|Leeds|Correos|Luc\u00eda|[A-Z]{2,}\d+[A-Z]*|TW-\w+/g)).toEqual([]);
    const around = await lucia.panel.locator('header.bar, form.composer, section').allInnerTexts();
    expect(foreignWords(around.join('\n'), /Northfold/g)).toEqual([]);
    await lucia.leave();
  });

  it('understands typed Arabic', async () => {
    const anna = await opened('ar');
    await anna.say('مكتوب أنه تم التسليم لكن لم أستلم شيئا');
    await anna.hears('bot:heard.fact.delivered');
    await anna.find('1003', 'anna@example.com');
    await anna.tap('checkPlaces');
    await anna.say(anna.texts.label('choice:asked'));
    await anna.hears('bot:delivered.safePlace');
    await anna.leave();
  });
});

describe('a switch of the language', () => {
  it('in the menu rewords the whole talk, and the rest goes on in it', async () => {
    const anna = await opened('en');
    await findParcel(anna, 'delivered', '1003', 'anna@example.com');
    await anna.tap('checkPlaces');
    await anna.hears('bot:delivered.household');
    await anna.say('I asked everybody in the house');
    const before = await anna.log.getByText('I asked everybody in the house', { exact: true }).count();
    await expectSpoken(anna, 'en');

    await anna.press('ui.menu');
    const menu = anna.panel.getByRole('dialog');
    await menu.getByRole('button', { name: anna.texts.label('widget:ui.language') }).click();
    await menu.locator('[lang=ar]').click();
    await anna.panel.getByText(textsOf('ar').pattern('bot:delivered.household')).last().waitFor();
    await expectSpoken(anna, 'ar');
    expect(await anna.frame().evaluate(() => document.documentElement.dir)).toBe('rtl');
    // What people wrote stays as they wrote it.
    expect(await anna.log.getByText('I asked everybody in the house', { exact: true }).count()).toBe(before);
    await anna.leave();
  });

  it('comes with the first words in another language: all of the talk, the direction and what follows; and stays', async () => {
    const anna = await opened('en');
    await findParcel(anna, 'delivered', '1003', 'anna@example.com');
    await anna.tap('checkPlaces');
    await anna.hears('bot:delivered.household');
    await anna.say('سألت كل من في البيت ولم يستلم أحد الطرد');
    await anna.panel.getByText(textsOf('ar').pattern('line:language')).waitFor();
    await anna.panel.getByText(textsOf('ar').pattern('bot:delivered.household')).last().waitFor();
    await expectSpoken(anna, 'ar');
    expect(await anna.frame().evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
    await anna.page.reload();
    await anna.launcher.click();
    await anna.panel.getByText(textsOf('ar').pattern('line:language')).waitFor();
    await expectSpoken(anna, 'ar');
    await anna.leave();
  });

  it('on the first screen is one tap', async () => {
    const shopper = await opened('en');
    await shopper.question.locator('button[lang=es]').click();
    await shopper.panel.getByRole('heading', { name: textsOf('es').label('prompt:welcome.title') }).waitFor();
    await shopper.page.reload();
    await shopper.launcher.click();
    await shopper.panel.getByRole('heading', { name: textsOf('es').label('prompt:welcome.title') }).waitFor();
    await shopper.leave();
  });
});
