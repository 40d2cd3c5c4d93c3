/** Without a pointer: keys alone, with the focus always to be seen. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A narrow window on a machine with a keyboard. */
const enter = () => shop.visit({ hasTouch: false, isMobile: false });

const MOST_TABS = 80;

/** Tabs until that element has the focus. */
async function reach({ page }: Shopper, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let i = 0; i < MOST_TABS; i++) {
    if (await hasFocus(target)) return expectSeen(target);
    await page.keyboard.press(key);
  }
  throw new Error(`the focus does not come to ${target.toString()}`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element && document.hasFocus());
}

/** Something about the element, or what stands for it, shows that it has the focus. */
async function expectSeen(target: Locator): Promise<void> {
  const seen = await target.evaluate((element) => {
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter((one) => one instanceof Element);
    const next = element.nextElementSibling;
    return [...around, ...(next ? [next] : [])].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  });
  expect(seen, `the focus on ${target.toString()} can be seen`).toBe(true);
}

const button = (shopper: Shopper, key: string) =>
  shopper.question.getByRole('button', { name: new RegExp(`^${shopper.texts.label(key).replace(/[.?]/g, '\\$&')}`) });

async function openByKeys(shopper: Shopper): Promise<void> {
  await reach(shopper, shopper.launcher);
  await shopper.page.keyboard.press('Enter');
  await shopper.composer.waitFor();
}

async function findByKeys(shopper: Shopper, order: string, contact: string): Promise<void> {
  const { page, question, texts } = shopper;
  await reach(shopper, question.getByLabel(texts.label('prompt:find.order')));
  await page.keyboard.type(order);
  await page.keyboard.press('Tab');
  await page.keyboard.type(contact);
  await page.keyboard.press('Enter');
  await shopper.parcelCard.waitFor();
}

it('goes from the launcher to a case, and back to the page', async () => {
  const anna = await enter();
  const { page } = anna;
  await openByKeys(anna);
  await reach(anna, button(anna, 'choice:delivered'));
  await page.keyboard.press('Enter');
  await findByKeys(anna, '1003', 'anna@example.com');
  for (const [choice, key] of [
    ['checkPlaces', 'Enter'],
    ['asked', 'Space'],
    ['looked', 'Enter'],
    ['addressRight', 'Space'],
  ] as const) {
    await reach(anna, button(anna, `choice:${choice}`));
    await page.keyboard.press(key);
  }
  await anna.caseCard.waitFor();
  expect(await anna.caseNumber()).toMatch(/^TW-/);

  await reach(anna, anna.composer);
  await page.keyboard.type('thank you');
  await page.keyboard.press('Enter');
  await anna.hears('bot:welcome.thanks');
  expect(await hasFocus(anna.composer)).toBe(true);

  await page.keyboard.press('Escape');
  await anna.log.waitFor({ state: 'hidden' });
  await expect.poll(() => hasFocus(anna.launcher)).toBe(true);
  await page.keyboard.press('Space');
  await anna.caseCard.waitFor();
  await anna.leave();
});

it('an answer brings the focus to the next question, so the first answer is one Tab away', async () => {
  const anna = await enter();
  const { page } = anna;
  await openByKeys(anna);
  await reach(anna, button(anna, 'choice:delivered'));
  await page.keyboard.press('Enter');
  await findByKeys(anna, '1003', 'anna@example.com');
  await reach(anna, button(anna, 'choice:checkPlaces'));
  await page.keyboard.press('Enter');
  await button(anna, 'choice:asked').waitFor();
  await expect.poll(() => hasFocus(anna.question)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await hasFocus(button(anna, 'choice:asked'))).toBe(true);
  await anna.leave();
});

it('chooses a remedy by arrows', async () => {
  const sanne = await enter();
  const { page, question, texts } = sanne;
  await openByKeys(sanne);
  await reach(sanne, button(sanne, 'choice:in_transit'));
  await page.keyboard.press('Enter');
  await findByKeys(sanne, '1009', 'sanne@example.com');
  const resend = question.getByRole('radio', { name: new RegExp(texts.label('prompt:remedy.resend.label')) });
  const refund = question.getByRole('radio', { name: new RegExp(texts.label('prompt:remedy.refund.label')) });
  await reach(sanne, resend);
  expect(await resend.isChecked()).toBe(false);
  await page.keyboard.press('ArrowDown');
  expect(await refund.isChecked()).toBe(true);
  await page.keyboard.press('ArrowUp');
  expect(await resend.isChecked()).toBe(true);
  await page.keyboard.press('ArrowDown');
  await reach(sanne, button(sanne, 'prompt:remedy.submit'));
  await page.keyboard.press('Enter');
  await sanne.hears('bot:remedy.refund');
  await sanne.leave();
});

it('picks items, says why a photo can’t be had, and takes the menu', async () => {
  const lucia = await enter();
  const { page, panel, question, texts } = lucia;
  await openByKeys(lucia);
  await reach(lucia, button(lucia, 'choice:missing'));
  await page.keyboard.press('Enter');
  await findByKeys(lucia, '1010', 'lucia@example.com');
  const mug = question.getByRole('checkbox', { name: /Stoneware mug/ });
  await reach(lucia, mug);
  await page.keyboard.press('Space');
  await reach(lucia, question.getByRole('button', { name: texts.label('widget:ui.more'), exact: true }));
  await page.keyboard.press('Enter');
  await question.getByText(texts.label('widget:ui.countOf', { done: 2, of: 2 })).waitFor();
  await reach(lucia, button(lucia, 'prompt:items.submit'));
  await page.keyboard.press('Enter');

  await reach(lucia, lucia.slot('one'));
  await reach(lucia, button(lucia, 'prompt:evidence.cant'));
  await page.keyboard.press('Enter');
  const dialog = panel.getByRole('dialog');
  await reach(lucia, dialog.getByRole('button', { name: texts.label('prompt:evidence.reason.no_camera') }));
  await page.keyboard.press('Enter');
  await lucia.hears('bot:evidence.without');

  const menu = panel.getByRole('button', { name: texts.label('widget:ui.menu'), exact: true });
  await reach(lucia, menu, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus(menu)).toBe(true);
  await lucia.composer.waitFor();
  await lucia.leave();
});
