/**
 * Every screen in a language that is longer by two fifths, on the narrowest phone and on a computer: nothing is cut, nothing
 * sticks out, nothing has to be scrolled sideways. With SCREENSHOTS=<folder> the screens are kept there, for eyes.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResources } from '../../server/words/resources.ts';
import { openConsole, type OpenedConsole } from '../console/console.ts';
import { sticksOut } from '../console/gallery-page.ts';
import { pseudo, pseudoTexts } from '../support/pseudo.ts';
import { openShop, type Shop } from './shop.ts';
import { textsOf } from './texts.ts';
import { tour, tourRemedies } from './tour.ts';

const ROOMS: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  computer: { viewport: { width: 1280, height: 860 }, hasTouch: false, isMobile: false },
};
const words = { ...readResources(), en: pseudoTexts(readResources()['en'] ?? {}) };
const texts = textsOf('en', pseudo);
const shots = process.env['SCREENSHOTS'];

describe.each(Object.entries(ROOMS))('the chat on a %s', (room, options) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({ words });
  });
  afterAll(() => shop?.close());

  it.each([
    ['all kinds of questions', tour],
    ['the remedies', tourRemedies],
  ])('holds the words: %s', async (_what, walk) => {
    const shopper = await shop.visit({ ...options, texts, prepare: speakPseudo });
    const found: Record<string, string[]> = {};
    await walk(shopper, async (screen) => {
      const frame = shopper.frame();
      const [out, wide] = [await sticksOut(frame), await frame.evaluate(scrollsSideways)];
      if (out.length > 0 || wide.length > 0) found[screen] = [...out, ...wide];
      await shoot(shopper.page, `chat ${room} ${screen}`);
    });
    expect(found).toEqual({});
    await shopper.leave();
  });
});

describe('the console', () => {
  let console: OpenedConsole;
  let owner: Awaited<ReturnType<OpenedConsole['person']>>;
  beforeAll(async () => {
    console = await openConsole({ words });
    owner = await console.person('Olga', 'owner');
  });
  afterAll(() => console?.close());

  const PLACES = ['', '#/store', '#/letters', '#/people', '#/audit', '#/me'];
  describe.each(Object.entries(ROOMS))('on a %s', (room, options) => {
    it.each(PLACES)('holds the words at "%s"', async (at) => {
      const context: BrowserContextOptions = options;
      const { page, leave } = await console.visit({ at, who: owner, ...context, prepare: speakPseudo });
      await page.locator('h1, h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect({ out: await sticksOut(page), wide: await page.evaluate(scrollsSideways) }).toEqual({ out: [], wide: [] });
      await shoot(page, `console ${room} ${at.replace(/\W/g, '') || 'inbox'}`);
      await leave();
    });
  });

  it.each(Object.entries(ROOMS))('holds them where one signs in, on a %s', async (room, options) => {
    const { page, leave } = await console.visit({ ...options, prepare: speakPseudo });
    await page.locator('form').first().waitFor();
    expect({ out: await sticksOut(page), wide: await page.evaluate(scrollsSideways) }).toEqual({ out: [], wide: [] });
    await shoot(page, `console ${room} sign-in`);
    await leave();
  });
});

/** The few words that come with the panel and the console travel in files of their own. */
async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route(/\/en\.(widget|console)-[\w-]+\.js$/, async (route) => {
    const answer = await route.fetch();
    const { default: own } = (await import(`data:text/javascript,${encodeURIComponent(await answer.text())}`)) as { default: object };
    await route.fulfill({ response: answer, body: `export default ${JSON.stringify(pseudoTexts(own))}` });
  });
}

/** The page itself, and whatever in it scrolls though nobody would think so. */
function scrollsSideways(): string[] {
  const page = document.scrollingElement;
  const wide = page && page.scrollWidth > page.clientWidth + 1 ? [`the page: ${page.scrollWidth} of ${page.clientWidth}`] : [];
  const parts = [...document.querySelectorAll<HTMLElement>('#app *')].filter((el) => {
    const { overflowX, textOverflow } = getComputedStyle(el);
    // A strip of tabs or a table may; words that end in three dots say that there is more.
    return (
      el.clientWidth > 1 &&
      el.scrollWidth > el.clientWidth + 1 &&
      overflowX === 'hidden' &&
      textOverflow !== 'ellipsis' &&
      !el.closest('.sr')
    );
  });
  return [...wide, ...parts.map((el) => `${el.tagName}.${el.className} ${el.textContent?.slice(0, 50) ?? ''}`)];
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name.replace(/[^\w-]+/g, '-')}.png`) });
}
