import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import type { FromPanel, ToPanel } from '../../../protocol/frame.ts';
import { createStorefront } from '../../../server/demo/storefront/storefront.ts';
// Brings `window.Tracewell` along.
import type {} from '../../../widget/loader/core.ts';
import { loaderConfig } from '../../../vite.config.ts';
import { launchBrowser } from '../../support/browser.ts';

export interface TestShop {
  browser: Browser;
  /** Folder of `widget.js` and its assets. */
  dist: string;
  /** Origin of the shop's pages, and ours. */
  shop: string;
  ours: string;
  /** A fresh visitor at a path of the shop, or at another address. `complaints` collects what the console and the page's policy said. */
  visit(path?: string, options?: Visit): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visit extends BrowserContextOptions {
  /** Runs in every page and frame before anything else. */
  before?: () => void;
}

export interface Visitor {
  page: Page;
  complaints: string[];
  /** Paths that were asked of us. */
  asked: string[];
  /** The panel's frame, once it has heard a `boot`. */
  panel(): Promise<Frame>;
  /** What the panel heard so far. */
  heard(): Promise<ToPanel[]>;
  /** Waits until the panel has heard such a message, and answers the last of them. */
  hears<T extends ToPanel['tw']>(tw: T): Promise<Extract<ToPanel, { tw: T }>>;
  tell(message: FromPanel): Promise<void>;
  close(): Promise<void>;
}

const ORDERS = [
  { number: '1001', email: 'maya@example.com', title: 'Sand ceramic lamp', story: 'Says delivered yesterday, but nobody has it.' },
  { number: '1002', email: 'tom@example.com', title: 'Slate teapot', story: 'No scan for three weeks.' },
  { number: '1003', email: 'ines@example.com', title: 'Moor wool blanket', story: 'Held at the border; import VAT is due.' },
];

/** The built loader, a shop that embeds it, and a panel that only keeps what it hears and says what the test wants. */
export async function openShop(): Promise<TestShop> {
  const outDir = await mkdtemp(join(tmpdir(), 'tracewell-loader-'));
  await build({ ...loaderConfig({ outDir, mode: 'production' }), configFile: false });
  const dist = join(outDir, 'widget');
  const asked: { path: string; referer: string }[] = [];
  const ourServer = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, referer: request.headers.referer ?? '' });
    void (async () => {
      if (path.startsWith('/panel')) {
        response.setHeader('content-type', 'text/html').end(path.includes('store=mute') ? '<title>Mute</title>' : PANEL);
      } else {
        const file = await readFile(join(dist, path.replace(/\?.*/, ''))).catch(() => null);
        response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(file ?? '');
      }
    })();
  });
  const ours = await listen(ourServer);
  const shopServer = createStorefront({ widgetOrigin: ours, storeKey: 'northfold', orders: ORDERS });
  const shop = await listen(shopServer);
  const browser = await launchBrowser();

  return {
    browser,
    dist,
    shop,
    ours,
    visit: (path = '/', options = {}) => visit(browser, new URL(path, shop).href, ours, options),
    async close() {
      await browser.close();
      for (const server of [ourServer, shopServer]) {
        server.close();
        server.closeAllConnections();
      }
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, url: string, ours: string, { before, ...options }: Visit): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.url().startsWith(ours)) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(url);

  const panel = async () => {
    for (;;) {
      const frame = page.frames().find((one) => one.url().startsWith(`${ours}/panel`));
      if (frame) {
        await frame.waitForFunction(() => window.heard?.some((message) => message.tw === 'boot'));
        return frame;
      }
      await page.waitForEvent('framenavigated');
    }
  };
  return {
    page,
    complaints,
    asked,
    panel,
    heard: async () => (await panel()).evaluate(() => window.heard),
    async hears(tw) {
      const frame = await panel();
      await frame.waitForFunction((wanted) => window.heard.some((message) => message.tw === wanted), tw);
      return frame.evaluate((wanted) => window.heard.findLast((message) => message.tw === wanted), tw) as never;
    },
    async tell(message) {
      await (await panel()).evaluate((said) => window.tell(said), message);
    },
    close: () => context.close(),
  };
}

/** One page at its own origin. */
export async function servePage(html: string, headers: Record<string, string> = {}): Promise<{ origin: string; close(): void }> {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html));
  const origin = await listen(server);
  return {
    origin,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

declare global {
  interface Window {
    /** The panel's side: all it heard, and how a test lets it speak. */
    heard: ToPanel[];
    tell(message: FromPanel): void;
  }
}

const PANEL = `<!doctype html><meta name="color-scheme" content="light dark"><title>Panel</title><body>
<input aria-label="Write a message">
<script>
  heard = [];
  let shop = '';
  tell = (message) => parent.postMessage(message, shop);
  addEventListener('message', (event) => {
    if (event.source !== parent) return;
    heard.push(event.data);
    shop = event.origin;
    if (event.data.tw === 'boot') tell({ tw: 'ready' });
    if (event.data.tw === 'shown') document.querySelector('input').focus();
  });
  addEventListener('keydown', (event) => { if (event.key === 'Escape') tell({ tw: 'close' }); });
</script>`;
