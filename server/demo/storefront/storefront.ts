import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { homePage, latePage, hostilePage, spaPage, type DemoOrder, type Shop } from './pages.ts';

export interface StorefrontOptions {
  /** Where `widget.js` comes from: `http://localhost:3000`. */
  widgetOrigin: string;
  storeKey: string;
  /** The orders to try, told on the page. */
  orders: DemoOrder[];
}

/**
 * Northfold, a small shop that pastes the widget the way owners do, under a policy without `unsafe-*`.
 * `/hostile`, `/spa/…` and `/late` are the pages that are hard on an embedded script. `?locale=ar` sets `data-locale`.
 * Call `listen` on what is returned.
 */
export function createStorefront({ widgetOrigin, storeKey, orders }: StorefrontOptions): Server {
  const origin = widgetOrigin.replace(/\/$/, '');
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
    const shop: Shop = { widget: `${origin}/widget.js`, storeKey, orders, locale: searchParams.get('locale') };
    const page = pageAt(pathname, shop);
    if (page !== null) return answer(response, 200, 'text/html; charset=utf-8', page, policy(origin));
    void sendAsset(pathname, response);
  });
}

function pageAt(path: string, shop: Shop): string | null {
  if (path === '/') return homePage(shop);
  if (path === '/hostile') return hostilePage(shop);
  if (path === '/late') return latePage(shop);
  if (path === '/spa' || path.startsWith('/spa/')) return spaPage(shop, path);
  return null;
}

function policy(widgetOrigin: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${widgetOrigin}`,
    `frame-src ${widgetOrigin}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const ASSETS: Record<string, string> = {
  'shop.css': 'text/css; charset=utf-8',
  'hostile.css': 'text/css; charset=utf-8',
  'shop.js': 'text/javascript; charset=utf-8',
  'hostile.js': 'text/javascript; charset=utf-8',
  'spa.js': 'text/javascript; charset=utf-8',
  'late.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

async function sendAsset(path: string, response: ServerResponse): Promise<void> {
  const name = path.replace(/^\/assets\//, '');
  const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  if (type === undefined) return answer(response, 404, 'text/plain; charset=utf-8', 'Not here.');
  try {
    answer(response, 200, type, await readFile(new URL(`assets/${name}`, import.meta.url)));
  } catch {
    answer(response, 500, 'text/plain; charset=utf-8', 'Could not be read.');
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer, csp?: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(csp !== undefined && { 'content-security-policy': csp }),
  });
  response.end(body);
}
