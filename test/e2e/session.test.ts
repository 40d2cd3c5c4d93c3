/** What a real browser makes of our cookie and our policies; nothing but a browser can tell. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPasswords } from '../../server/people/passwords.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtFolder } from '../support/built.ts';
import { addPerson } from '../support/people.ts';

const PASSWORD = 'correct horse battery';

let browser: Browser;
let app: TestApp;
let email: string;
/** The cookies that came with each handshake. */
const handshakes: (string | undefined)[] = [];
beforeAll(async () => {
  [browser, app] = await Promise.all([
    launchBrowser(),
    startApp({ dist: builtFolder(), config: { host: '0.0.0.0' }, passwords: createPasswords({ memory: 8, passes: 1, parallelism: 1 }) }),
  ]);
  email = (await addPerson(app.store, app.shop.id, { name: 'Ida', role: 'owner', password: PASSWORD }, app.clock.now())).row.email;
  app.app.http.server.prependListener('upgrade', (request: { headers: { cookie?: string } }) => handshakes.push(request.headers.cookie));
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const on = (host: string) => app.url.replace('127.0.0.1', host);

async function open(url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  // Our own origin, and nothing of ours that would act by itself.
  await page.goto(`${url}/health`);
  return page;
}

function post(page: Page, path: string, body: object, headers: Record<string, string> = {}): Promise<{ status: number; csrf?: string }> {
  return page.evaluate(
    async ([to, given, more]) => {
      const answer = await fetch(`/api/console/${to}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...more },
        body: JSON.stringify(given),
      });
      return { status: answer.status, ...((await answer.json()) as { csrf?: string }) };
    },
    [path, body, headers] as const,
  );
}

const me = (page: Page) => page.evaluate(async () => (await fetch('/api/console/me')).status);

describe.each(['localhost', '127.0.0.1'])('at http://%s', (host) => {
  it('the cookie is kept, sent with requests and with the handshake, seen by no script, and gone after signing out', async () => {
    const page = await open(on(host));
    expect(await me(page)).toBe(401);
    const { status, csrf = '' } = await post(page, 'sign-in', { email, password: PASSWORD });
    expect(status).toBe(200);
    expect(await me(page)).toBe(200);
    expect(await page.evaluate(() => document.cookie)).toBe('');

    handshakes.length = 0;
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const socket = new WebSocket(`ws://${location.host}/socket.io/?EIO=4&transport=websocket`);
          socket.onopen = socket.onerror = () => resolve();
        }),
    );
    expect(handshakes).toEqual([expect.stringMatching(/^__Host-tracewell=[\w-]{43}$/)]);

    await page.reload();
    expect(await me(page)).toBe(200);
    expect((await post(page, 'sign-out', {}, { 'x-csrf-token': csrf })).status).toBe(200);
    expect(await me(page)).toBe(401);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});

it('another site can use the cookie for nothing: neither act blindly nor read', async () => {
  const page = await open(on('localhost'));
  await post(page, 'sign-in', { email, password: PASSWORD });
  // The same browser, another site.
  await page.goto(`${on('127.0.0.1')}/health`);
  const target = on('localhost');
  const status = await page.evaluate(async (to) => {
    const answer = await fetch(`${to}/api/console/sign-out`, { method: 'POST', mode: 'no-cors', credentials: 'include' });
    return answer.type;
  }, target);
  expect(status).toBe('opaque');
  const read = await page.evaluate(
    (to) =>
      fetch(`${to}/api/console/me`, { credentials: 'include' }).then(
        () => 'read',
        () => 'kept from it',
      ),
    target,
  );
  expect(read).toBe('kept from it');
  await page.goto(`${target}/health`);
  expect(await me(page)).toBe(200);
  await page.context().close();
});

it('the preview is the real widget, open, in the colour that is tried, and breaks no policy', async () => {
  const page = await open(app.url);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${app.url}/health`);
  // As the owner's page does it, from our own origin.
  await page.evaluate((key) => {
    const frame = document.createElement('iframe');
    frame.width = '420';
    frame.height = '700';
    frame.src = `/console/preview?store=${key}&color=%2314532d`;
    document.body.append(frame);
  }, app.shop.key);
  await expect
    .poll(
      () =>
        page
          .frames()
          .find((frame) => frame.url().includes('/panel'))
          ?.url(),
      { timeout: 20_000 },
    )
    .toContain(app.shop.key);
  const panel = page.frames().find((frame) => frame.url().includes('/panel'));
  await expect
    .poll(() => panel?.evaluate(() => document.documentElement.style.getPropertyValue('--store-accent')), { timeout: 20_000 })
    .toBe('#14532d');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('nobody but us frames the preview', async () => {
  const page = await open(on('localhost'));
  await page.goto(`${on('localhost')}/health`);
  const refused = new Promise<string>((resolve) => {
    page.on('console', (message) => message.text().includes('frame-ancestors') && resolve(message.text()));
  });
  await page.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    },
    `${on('127.0.0.1')}/console/preview?store=${app.shop.key}`,
  );
  expect(await refused).toContain("frame-ancestors 'self'");
  await page.context().close();
});
