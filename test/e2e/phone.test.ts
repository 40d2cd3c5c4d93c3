/** One shopper with two devices: the talk on a desktop, its photos from the phone. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '../support/read-code.ts';
import { asked, boxFile, goOn, reachPhotos, SIDES } from './roads.ts';
import { openShop, PHONE, type Shop, type Visit } from './shop.ts';
import type { PhotoFile, Shopper } from './shopper.ts';
import { textsOf, type Texts } from './texts.ts';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false };
/** Where pictures for the eye go; none are taken without it. */
const PICTURES = process.env.PICTURES;

let shop: Shop;
let photo: PhotoFile;
let axe: string;
beforeAll(async () => {
  shop = await openShop();
  photo = await boxFile();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => shop.close());

const leaving: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
});

/** A desktop at the box with its six sides. */
async function atBox(options: Visit = {}): Promise<Shopper> {
  const lucia = await shop.visit({ ...DESKTOP, ...options });
  leaving.push(() => lucia.leave());
  await lucia.open();
  await reachPhotos(lucia);
  await lucia.photo('one', photo);
  await goOn(lucia);
  await asked(lucia, 'packaging');
  return lucia;
}

async function openSheet({ panel, texts }: Shopper): Promise<Locator> {
  await panel.getByRole('button', { name: texts.label('phone:offer'), exact: true }).click();
  const sheet = panel.getByRole('dialog', { name: texts.label('phone:title') });
  await sheet.getByRole('img', { name: texts.label('phone:code') }).waitFor();
  return sheet;
}

/** The same box from yet another side, so that no two photos are one. */
async function turned(n: number): Promise<PhotoFile> {
  const upright = sharp(photo.buffer).flop(n % 2 === 0);
  return { ...photo, buffer: await upright.rotate([90, 90, 180, 180, 270, 270][n] ?? 0).toBuffer() };
}

const addressIn = async (sheet: Locator) => (await sheet.locator('bdi').innerText()).replace(/[\u2066-\u2069]/g, '');

async function openOnPhone(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await shop.browser.newContext({ ...PHONE, ...options });
  context.setDefaultTimeout(20_000);
  leaving.push(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const title = (page: Page, texts: Texts, item: string) => page.getByRole('heading', { name: texts.label(`prompt:evidence.${item}.title`) });
const side = (page: Page, texts: Texts, name: string) =>
  page.locator(`.slot input[type=file][aria-label^="${texts.label(`prompt:evidence.slot.${name}`)}"]`);

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

describe('the phone', () => {
  it('opens the same step by the code, gives it its photos, and both go on', async () => {
    const lucia = await atBox();
    const { texts } = lucia;
    const sheet = await openSheet(lucia);
    const url = await addressIn(sheet);
    const code = sheet.getByRole('img', { name: texts.label('phone:code') });
    expect(await readCode(await code.screenshot())).toBe(url);
    await picture(lucia.page, 'desktop-code');

    const phone = await openOnPhone(url);
    await title(phone, texts, 'packaging').waitFor();
    expect(new URL(phone.url()).hash).toBe('');
    await picture(phone, 'phone-step');
    const camera = phone.locator('.evidence input[type=file]').first();
    expect(await camera.getAttribute('aria-label')).toBe(
      texts.label('widget:ui.takePhotoOf', { side: texts.label('prompt:evidence.slot.top') }),
    );
    expect(await camera.getAttribute('capture')).toBe('environment');
    const met = sheet.getByRole('status').filter({ hasText: texts.label('phone:connected') });
    await met.waitFor();
    await code.waitFor({ state: 'detached' });

    for (const [n, name] of SIDES.entries()) {
      await side(phone, texts, name).setInputFiles(await turned(n));
      await met.filter({ hasText: texts.label(n === 0 ? 'phone:sofar_one' : 'phone:sofar_other', { count: n + 1 }) }).waitFor();
      if (n === 2) {
        await picture(lucia.page, 'desktop-connected');
        await picture(phone, 'phone-photos');
      }
    }
    await sheet.getByRole('button', { name: texts.label('phone:close'), exact: true }).click();
    for (const name of SIDES) await lucia.filled(name).locator('img').waitFor();
    await picture(lucia.page, 'desktop-filled');

    await phone.getByRole('button', { name: texts.label('prompt:evidence.next'), exact: true }).click();
    await asked(lucia, 'label');
    await title(phone, texts, 'label').waitFor();
    await lucia.panel.getByText(texts.label('phone:connected')).waitFor();
    await phone.context().close();
    await lucia.panel.getByText(texts.label('phone:connected')).waitFor({ state: 'detached' });
  });

  it('goes on after a reload, without the link; and the same link lets it in again, but nobody else', async () => {
    const lucia = await atBox();
    const { texts } = lucia;
    const url = await addressIn(await openSheet(lucia));
    const phone = await openOnPhone(url);
    await title(phone, texts, 'packaging').waitFor();
    await phone.reload();
    await title(phone, texts, 'packaging').waitFor();
    await phone.goto('about:blank');
    await phone.goto(url);
    await title(phone, texts, 'packaging').waitFor();

    const stranger = await openOnPhone(url);
    await stranger.getByRole('alert').getByText(texts.label('error:talkLink')).waitFor();
    await picture(stranger, 'phone-used');
    expect(await stranger.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':token')))).toEqual([]);
    await stranger.getByRole('button', { name: texts.label('phone:begin'), exact: true }).click();
    await stranger.getByRole('textbox', { name: texts.label('widget:ui.message'), exact: true }).waitFor();
  });

  it('with a talk of its own keeps it where the link is no good, and takes the linked one where it is', async () => {
    const lucia = await atBox();
    const { texts } = lucia;
    const phone = await openOnPhone(`${shop.app.url}/panel?store=${shop.app.shop.key}`);
    const composer = phone.getByRole('textbox', { name: texts.label('widget:ui.message'), exact: true });
    await composer.fill('This is my own talk');
    await phone.getByRole('button', { name: texts.label('widget:ui.send'), exact: true }).click();
    await phone.getByRole('log').getByText('This is my own talk', { exact: true }).waitFor();
    const goTo = async (address: string) => {
      await phone.goto('about:blank');
      await phone.goto(address);
    };
    const url = await addressIn(await openSheet(lucia));
    await goTo(url.slice(0, -3));
    await phone.getByRole('alert').getByText(texts.label('phone:incomplete')).waitFor();
    await goTo(`${url.slice(0, -8)}AAAAAAAA`);
    await phone.getByRole('alert').getByText(texts.label('error:talkLink')).waitFor();
    await phone.getByRole('button', { name: texts.label('phone:goOn'), exact: true }).click();
    await phone.getByRole('log').getByText('This is my own talk', { exact: true }).waitFor();
    // What was written in the one and never sent is not said in the other by itself, and not lost.
    await phone.context().setOffline(true);
    await composer.fill('Not sent yet');
    await phone.getByRole('button', { name: texts.label('widget:ui.send'), exact: true }).click();
    await phone.getByText(texts.label('widget:ui.saved'), { exact: true }).waitFor();
    await phone.goto('about:blank');
    await phone.context().setOffline(false);
    await phone.goto(url);
    await title(phone, texts, 'packaging').waitFor();
    expect(await phone.getByText('This is my own talk', { exact: true }).count()).toBe(0);
    await phone.getByText(texts.label('phone:unsent')).waitFor();
    expect((await lucia.stored()).some(({ body }) => body.kind === 'text' && body.text === 'Not sent yet')).toBe(false);
  });
});

describe('the sheet', () => {
  it('takes the focus, keeps it, gives it back on Escape, and says when its code is over', async () => {
    const lucia = await atBox();
    const { texts, panel, page } = lucia;
    const sheet = await openSheet(lucia);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    const offer = panel.getByRole('button', { name: texts.label('phone:offer'), exact: true });
    expect(await offer.evaluate((el) => el === document.activeElement)).toBe(true);
    await asked(lucia, 'packaging');

    await page.clock.install();
    const first = await addressIn(await openSheet(lucia));
    await page.clock.fastForward('10:01');
    await sheet.getByText(texts.label('phone:over')).waitFor();
    await sheet.getByRole('button', { name: texts.label('phone:renew'), exact: true }).click();
    await sheet.getByRole('img', { name: texts.label('phone:code') }).waitFor();
    expect(await addressIn(sheet)).not.toBe(first);
  });

  it.each([
    ['by day', { colorScheme: 'light' }],
    ['by night, in Arabic', { colorScheme: 'dark', path: '/?locale=ar', language: 'ar' }],
    ['on a narrow screen, in Spanish', { viewport: { width: 320, height: 640 }, path: '/?locale=es', language: 'es' }],
  ] satisfies [string, Visit][])('has nothing for axe to find, and keeps inside its width: %s', async (name, options) => {
    const lucia = await atBox(options);
    await openSheet(lucia);
    await picture(lucia.page, `sheet ${name}`);
    const frame = lucia.frame();
    await frame.evaluate(axe);
    const found = await frame.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run(),
    );
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await frame.evaluate(() => document.querySelector('dialog')!.scrollWidth <= document.querySelector('dialog')!.clientWidth)).toBe(
      true,
    );
  });
});

it('a touch screen is not offered another', async () => {
  const lucia = await atBox(PHONE);
  expect(await lucia.panel.getByText(textsOf('en').label('phone:offer')).count()).toBe(0);
});
