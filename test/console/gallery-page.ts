/** A state of the console's gallery in a browser, and what every state is held to. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openGallery } from './gallery-site.ts';

export interface Room extends BrowserContextOptions {
  dir?: 'rtl';
  /** What the page's clock shows; its timers run on. */
  now?: number;
}

export const SMALL: Room = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true };

export type WithEntry = (entry: string, room: Room, use: (page: Page, troubles: string[]) => Promise<void>) => Promise<void>;

/** Builds and serves the gallery for the tests of one file. */
export function gallery(): WithEntry {
  let browser: Browser | undefined;
  let site: Awaited<ReturnType<typeof openGallery>> | undefined;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), openGallery()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return async (entry, { dir, now, ...options }, use) => {
    if (!browser || !site) throw new Error('The gallery is not open.');
    const viewport = { width: 1000, height: 900 };
    const zone = { locale: 'en-GB', timezoneId: 'Europe/London' };
    const context = await browser.newContext({ viewport, ...zone, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const troubles: string[] = [];
    // A photo that is gone is one of the states.
    page.on('console', (message) => message.type() === 'error' && !/status of 404/.test(message.text()) && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      addEventListener('tw-action', (event) => {
        const { name, args } = (event as CustomEvent<{ name: string; args: unknown[] }>).detail;
        told.push([name, ...args]);
      });
    });
    if (now !== undefined) await page.clock.setFixedTime(now);
    await page.goto(`${site.url}?${new URLSearchParams({ entry, ...(dir && { dir }) })}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    try {
      await use(page, troubles);
    } finally {
      await context.close();
    }
  };
}

/** What the part wanted of its surroundings, `ask` among it. */
export function told(page: Page): Promise<unknown[][]> {
  return page.evaluate(() => (window as unknown as { told: unknown[][] }).told);
}

/** Name of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const named = document.getElementById(at?.getAttribute('aria-labelledby') ?? '')?.textContent;
    const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0]?.textContent : null;
    return (at?.getAttribute('aria-label') ?? named ?? label ?? at?.textContent ?? '').trim().replace(/\s+/g, ' ');
  });
}

/** By day and by night; the policy of the console was kept, and nothing was thrown. */
export async function expectClean(page: Page, troubles: string[]): Promise<void> {
  expect(await violations(page)).toEqual([]);
  await page.evaluate(async () => {
    document.documentElement.dataset.theme = 'dark';
    // Colours that are still on their way are nobody's to judge.
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished));
  });
  expect(await violations(page)).toEqual([]);
  expect(troubles).toEqual([]);
}

let axe: Promise<string> | undefined;

async function violations(page: Page): Promise<string[]> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Under the policy a script tag would be refused; an evaluation by the driver is not.
  await page.evaluate(await axe);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const found = await run.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}

/** What lies outside the window, and words that stick out of what they stand in. */
export function sticksOut(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (el: Element) => !el.closest('.sr, .stage') && el.checkVisibility({ opacityProperty: true });
    const says = (el: Element) => `${el.tagName}.${el.getAttribute('class') ?? ''} ${el.textContent?.slice(0, 50) ?? ''}`;
    const html = [...document.querySelectorAll('#app *')].filter((el) => !(el instanceof SVGElement) && isShown(el));
    const outside = html.filter((el) => {
      const { left, right, width } = el.getBoundingClientRect();
      return width > 1 && (right > innerWidth + 1 || left < -1);
    });
    const boxes = html.filter((el) => el.matches('button, label, .node, .tag, .due, p, dd, dt, h2, h3, h4'));
    const cut = boxes.filter((el) => el.clientWidth > 1 && el.scrollWidth > el.clientWidth + 1);
    return [...outside, ...cut].map(says);
  });
}

/** For fingers: 44 px high and 40 wide. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#app :is(button, [role="option"], label:has(input), select, textarea, input:not(label input))')].flatMap(
      (el) => {
        const { width, height } = el.getBoundingClientRect();
        if (width === 0 || el.closest('.sr')) return [];
        return height < 43.5 || width < 40 ? [`${Math.round(width)} × ${Math.round(height)} ${el.outerHTML.slice(0, 80)}`] : [];
      },
    ),
  );
}

/** Every word two fifths longer, as German makes them. */
export async function stretchWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#app')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('kbd, svg')) continue;
      node.nodeValue = (node.nodeValue ?? '').replace(
        /\p{L}{3,}/gu,
        (letters) => letters + 'ungen'.slice(0, Math.ceil(letters.length * 0.4)).padEnd(Math.ceil(letters.length * 0.4), 'heit'),
      );
    }
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
