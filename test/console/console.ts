/** The console as people open it: the whole server, and a real browser in front of it. */
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../protocol/rights.ts';
import { SESSION_COOKIE } from '../../server/identity/session.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtFolder } from '../support/built.ts';
import { testClock } from '../support/clock.ts';
import { addPerson, type TestPerson } from '../support/people.ts';

export interface OpenedConsole {
  app: TestApp;
  browser: Browser;
  /** Somebody with a password, not signed in in any browser. */
  person(name: string, role: Role): Promise<TestPerson & { password: string }>;
  /** A new browser profile at this place of the console, as `who`, or as nobody yet. */
  visit(visit?: Visit): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visit extends BrowserContextOptions {
  /** What stands behind the `#`. */
  at?: string;
  who?: TestPerson;
  /** Before the first page is opened. */
  prepare?(context: BrowserContext): Promise<void>;
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the page complained of: exceptions, refused content, failed assets. */
  troubles: string[];
  leave(): Promise<void>;
}

const PASSWORD = 'a quiet lamp by the door';
const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
};
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export async function openConsole(options: Parameters<typeof startApp>[0] = {}): Promise<OpenedConsole> {
  // The browser keeps the time of the machine, and so must the server here: cookies and countdowns are compared.
  const clock = testClock(Date.now());
  const [app, browser] = await Promise.all([startApp({ dist: builtFolder(), clock, ...options }), launchBrowser()]);
  // `__Host-` cookies need a secure origin; browsers take localhost for one.
  const url = app.url.replace('127.0.0.1', 'localhost');
  return {
    app,
    browser,
    async person(name, role) {
      const made = await addPerson(app.store, app.shop.id, { name, role, password: PASSWORD }, clock.now());
      return { ...made, password: PASSWORD };
    },
    async visit({ at = '', who, prepare, ...context } = {}) {
      const profile = await browser.newContext({ ...DESKTOP, ...context });
      profile.setDefaultTimeout(PATIENCE_MS);
      await prepare?.(profile);
      // Cookies know no ports, and a `__Host-` one is handed in only for a secure address.
      const cookie = { name: SESSION_COOKIE, url: 'https://localhost/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;
      if (who) await profile.addCookies([{ ...cookie, value: who.session }]);
      const page = await profile.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && !isRefusal(message.text()) && troubles.push(message.text()));
      await page.goto(`${url}/console/${at}`);
      return { page, context: profile, troubles, leave: () => profile.close() };
    },
    async close() {
      await browser.close();
      await app.close();
    },
  };
}

/** Browsers write every refused request into their console; refusals are answers. */
function isRefusal(text: string): boolean {
  return /status of (4\d\d|503)/.test(text);
}

/** What axe finds, by day and by night. */
export async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found: string[] = [];
  const theme = await page.evaluate(() => document.documentElement.dataset.theme ?? '');
  for (const one of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), one);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document, { iframes: false, rules: { 'label-content-name-mismatch': { enabled: true } } });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary?.slice(0, 200)}`).join(' | ')}`,
      );
    });
    found.push(...violations.map((violation) => `${one}: ${violation}`));
  }
  await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
  return found;
}

/** What reaches beyond the screen's edge sideways, whether it can be scrolled to or is cut off. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isHidden = (element: Element) => {
      const { clipPath, visibility } = getComputedStyle(element);
      return clipPath !== 'none' || visibility === 'hidden';
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        return own > 0 && (right > width + 1 || left < -1) && !isHidden(element) && element.closest('.sr') === null;
      })
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.getAttribute('class')} ${Math.round(element.getBoundingClientRect().right)}`,
      )
      .slice(0, 8);
  });
}

/** The machine may be busy with others; nothing here is measured. */
const PATIENCE_MS = 45_000;
