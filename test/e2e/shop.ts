/** The whole product as a shopper meets it: the shop's page on one origin, the server on another, a real browser. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { demoStories } from '../../server/demo/demo.ts';
import type { Resources } from '../../server/words/resources.ts';
import { createStorefront } from '../../server/demo/storefront/storefront.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtFolder } from '../support/built.ts';
import { testClock } from '../support/clock.ts';
import { enterShop, type Shopper } from './shopper.ts';
import { type Texts, textsOf } from './texts.ts';

export interface Shop {
  app: TestApp;
  browser: Browser;
  /** Origin of the shop's pages. */
  url: string;
  /** A new visitor with a device of their own. */
  visit(visit?: Visit): Promise<Shopper>;
  close(): Promise<void>;
}

export interface Visit extends BrowserContextOptions {
  path?: string;
  /** Whose texts the shopper will read. */
  language?: string;
  texts?: Texts;
  /** Before the first page is opened. */
  prepare?(context: BrowserContext): Promise<void>;
}

/** A small phone of today, held by somebody in London. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
};

/** `words`: in place of the texts of `locales/`. */
export async function openShop({ words }: { words?: Resources } = {}): Promise<Shop> {
  // The server must know the shop's origin, and the shop's pages the server's: so the shop listens before it has pages.
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const clock = testClock();
  const app = await startApp({ dist: builtFolder(), origins: [url], clock, ...(words && { words }) });
  const storefront = createStorefront({ widgetOrigin: app.url, storeKey: app.shop.key, orders: demoStories(clock.now()) });
  listener.on('request', (request, response) => storefront.emit('request', request, response));
  const browser = await launchBrowser();

  return {
    app,
    browser,
    url,
    async visit({ path = '/', language = 'en', texts = textsOf(language), prepare, ...options } = {}) {
      const context = await browser.newContext({ ...PHONE, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      await prepare?.(context);
      return enterShop({ app, context, url: new URL(path, url).href, texts });
    },
    async close() {
      await browser.close();
      listener.close();
      listener.closeAllConnections();
      await app.close();
    },
  };
}

/** The machine may be busy with others; nothing here is measured. */
const PATIENCE_MS = 45_000;
