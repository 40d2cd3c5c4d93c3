/**
 * Every screen in a language that is longer by two fifths, in a room of a given size: nothing is cut, nothing
 * sticks out, nothing has to be scrolled sideways. With SCREENSHOTS=<folder> the screens are kept there, for eyes.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResources } from '../../server/words/resources.ts';
import { caseOpen } from '../server/road/talks.ts';
import { openConsole, type OpenedConsole } from '../console/console.ts';
import { pseudo, pseudoTexts } from '../support/pseudo.ts';
import { openShop, type Shop } from './shop.ts';
import { textsOf } from './texts.ts';
import { tour, tourRemedies } from './tour.ts';

const words = { ...readResources(), en: pseudoTexts(readResources()['en'] ?? {}) };
const texts = textsOf('en', pseudo);
const shots = process.env['SCREENSHOTS'];

/** `room`: what it is called; `options`: how large it is. */
export function holdsLongerWords(room: string, options: BrowserContextOptions): void {
  describe(`the chat on a ${room}`, () => {
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
        const out = await frame.evaluate(misfits);
        if (out.length > 0) found[screen] = out;
        await shoot(shopper.page, `chat ${room} ${screen}`);
      });
      expect(found).toEqual({});
      await shopper.leave();
    });
  });

  describe(`the console on a ${room}`, () => {
    let console: OpenedConsole;
    let owner: Awaited<ReturnType<OpenedConsole['person']>>;
    let talk = '';
    beforeAll(async () => {
      console = await openConsole({ words });
      owner = await console.person('Olga', 'owner');
      const open = await caseOpen(console.app);
      talk = open.ref.conversationId;
      open.close();
    });
    afterAll(() => console?.close());

    const PLACES = ['#/inbox/all', '#/inbox/all/TALK', '#/store', '#/letters', '#/team'];
    it.each(PLACES)('holds the words at "%s"', async (at) => {
      const context: BrowserContextOptions = options;
      const { page, leave } = await console.visit({ at: at.replace('TALK', talk), who: owner, ...context, prepare: speakPseudo });
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(misfits)).toEqual([]);
      await shoot(page, `console ${room} ${at.replace(/\W/g, '')}`);
      await leave();
    });

    it('holds them where one signs in', async () => {
      const { page, leave } = await console.visit({ ...options, prepare: speakPseudo });
      await page.locator('form').first().waitFor();
      expect(await page.evaluate(misfits)).toEqual([]);
      await shoot(page, `console ${room} sign-in`);
      await leave();
    });
  });
}

/** The few words that come with the panel and the console travel in files of their own. */
async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route(/\/en\.(widget|console)-[\w-]+\.js$/, async (route) => {
    const answer = await route.fetch();
    // Our builds write every text as a template; nothing else in such a file is one.
    const body = (await answer.text()).replace(/`((?:[^`\\]|\\.)*)`/g, (_whole, text: string) => `\`${pseudo(text)}\``);
    await route.fulfill({ response: answer, body });
  });
}

/** Words that do not fit: beyond the screen, beyond the button or label they stand on, or cut off without three dots. */
function misfits(): string[] {
  const page = document.scrollingElement;
  const wide = page && page.scrollWidth > page.clientWidth + 1 ? [`the page: ${page.scrollWidth} of ${page.clientWidth}`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement;
    if (!own || !node.textContent?.trim() || own.closest('.sr, svg, option, title') || !own.checkVisibility({ opacityProperty: true }))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, width } = range.getBoundingClientRect();
    if (width < 2) continue;
    const bounds: { what: string; left: number; right: number }[] = [{ what: 'screen', left: 0, right: innerWidth }];
    for (let el: Element | null = own; el && el !== document.body; el = el.parentElement) {
      const style = getComputedStyle(el);
      if (/auto|scroll/.test(style.overflowX)) {
        // Whoever scrolls there sees it.
        if (el.scrollWidth > el.clientWidth + 1 && style.overflowX !== 'visible') bounds.length = 0;
        break;
      }
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') {
        bounds.length = 0;
        break;
      }
      const box = el.getBoundingClientRect();
      // Kept for those who hear the page alone.
      if (box.width <= 2) {
        bounds.length = 0;
        break;
      }
      if (el.matches('button, a, label, .tag, .pill, th, td') && style.display !== 'inline')
        bounds.push({ what: el.tagName, left: box.left, right: box.right });
      if (style.overflowX === 'hidden' || style.overflowX === 'clip')
        bounds.push({ what: `clip ${el.className}`, left: box.left, right: box.right });
    }
    const out = bounds.find((box) => left < box.left - 1 || right > box.right + 1);
    if (out)
      found.push(
        `${out.what}: ${own.tagName}.${own.className} ${node.textContent.slice(0, 50)} (${Math.round(left)} to ${Math.round(right)} in ${Math.round(out.left)} to ${Math.round(out.right)})`,
      );
  }
  return [...wide, ...found];
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name.replace(/[^\w-]+/g, '-')}.png`) });
}
