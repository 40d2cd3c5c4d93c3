/** Whatever shoppers, carriers and colleagues write is text on the desk: a corpus in every field, in a real browser. */
import { SignJWT } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Order } from '../../../protocol/order.ts';
import type { Parcel } from '../../../protocol/parcel.ts';
import { SESSION_COOKIE } from '../../../server/identity/session.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { builtFolder } from '../../support/built.ts';
import { DAY } from '../../support/clock.ts';
import { PAYLOADS } from '../../support/payloads.ts';
import { addPerson } from '../../support/people.ts';
import { freshId, openShopper } from '../../support/shopper.ts';

let test: TestApp;
let browser: Browser;
let conversations: string[];

beforeAll(async () => {
  test = await startApp({ dist: builtFolder(), tracking: { track: (_store, { number }) => Promise.resolve(parcel(number)) } });
  await test.store.putOrders(test.shop.id, PAYLOADS.map(order));
  conversations = [];
  for (const index of PAYLOADS.keys()) conversations.push(await talk(index));
  await test.app.idle();
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await test.close();
});

it('the corpus is as large as promised', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(40);
});

it('runs where a page takes it for markup, so that a silence means something', async () => {
  const page = await browser.newPage();
  const ran: number[] = [];
  await page.exposeFunction('__ran', (index: number) => void ran.push(index));
  await page.setContent(PAYLOADS.join('\n'));
  await expect.poll(() => new Set(ran).size).toBeGreaterThanOrEqual(8);
  await page.close();
});

it('none runs on the desk of an agent, in any field', async () => {
  const { page, ran, refused } = await desk('agent');
  for (const [index, id] of conversations.entries()) {
    await page.goto(`${test.url}/console/#/inbox/all/${id}`);
    // The payload of the talk itself is there to be read, as text.
    await page.getByText(visible(index), { exact: false }).first().waitFor();
  }
  expect(ran).toEqual([]);
  expect(refused).toEqual([]);
}, 240_000);

it('none runs on the pages of the owner', async () => {
  const { page, ran, refused } = await desk('owner');
  for (const place of ['team', 'store']) {
    await page.goto(`${test.url}/console/#/${place}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  expect(ran).toEqual([]);
  expect(refused).toEqual([]);
});

/** Signed in as somebody whose own name is a payload, with everything that ran and everything that the policy stopped. */
async function desk(role: 'agent' | 'owner'): Promise<{ page: Page; ran: number[]; refused: string[] }> {
  const person = await addPerson(
    test.store,
    test.shop.id,
    { name: PAYLOADS[7] ?? '', role, email: `${freshId()}@example.com` },
    test.clock.now(),
  );
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addCookies([
    { name: SESSION_COOKIE, value: person.session, url: test.url, httpOnly: true, secure: true, sameSite: 'Strict' },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const ran: number[] = [];
  const refused: string[] = [];
  await page.exposeFunction('__ran', (index: number) => void ran.push(index));
  await page.exposeFunction('__refused', (what: string) => void refused.push(what));
  await page.addInitScript(() => {
    const told = window as unknown as { __refused(what: string): void };
    document.addEventListener('securitypolicyviolation', (event) => told.__refused(`${event.violatedDirective} ${event.blockedURI}`));
  });
  page.on('dialog', (dialog) => {
    ran.push(-1);
    void dialog.dismiss();
  });
  return { page, ran, refused };
}

/** One talk with the payload in all that a shopper may write, and in all that a shop and a carrier say of the order. */
async function talk(index: number): Promise<string> {
  const payload = PAYLOADS[index] ?? '';
  const claims = { sub: cut(index, 60), email: cut(index, 200), aud: test.shop.key };
  const expires = Math.floor(test.clock.now() / 1000) + 600;
  const identity = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(test.shop.identitySecret));
  const shopper = await openShopper(test.url, {
    store: test.shop.key,
    page: { url: `https://shop.example/${payload}`.slice(0, 500), title: cut(index, 200) },
    context: { order: cut(index, 40), tracking: cut(index, 60), email: cut(index, 254) },
    // Every second one: a signed person sees their own orders only by proof, the others claim.
    ...(index % 2 === 0 && { identity }),
  });
  await shopper.say('two mugs are missing');
  const find = await shopper.prompt((prompt) => prompt.kind === 'find');
  await shopper.trySend({ kind: 'find', prompt: find.id, order: cut(index, 40), contact: cut(index, 254), tracking: cut(index, 60) });
  await test.app.idle();
  const again = shopper.conversation().prompt;
  if (again?.kind === 'find')
    await shopper.trySend({ kind: 'find', prompt: again.id, order: order(payload, index).number, contact: mail(index) });
  await test.app.idle();
  await shopper.say(payload);
  await shopper.trySend({ kind: 'wantsPerson' });
  await test.app.idle();
  const { id } = shopper.conversation();
  await test.store.addNote({
    id: freshId(),
    storeId: test.shop.id,
    conversationId: id,
    at: test.clock.now(),
    agent: { id: freshId(), name: payload },
    text: payload,
    afterSeq: 1,
  });
  shopper.close();
  return id;
}

function order(payload: string, index: number): Order {
  return {
    number: `P-${1000 + index}`,
    email: mail(index),
    customerName: payload,
    placedAt: test.clock.now() - 20 * DAY,
    currency: 'GBP',
    total: 6400,
    items: [{ id: 'one', name: payload, variant: payload, quantity: 2, price: 3200 }],
    address: { line: payload, city: payload, postcode: 'LS1', country: 'GB' },
    parcels: [{ number: `LP${String(index).padStart(9, '0')}CN`, carrier: payload }],
    shippedAt: test.clock.now() - 18 * DAY,
  };
}

function parcel(number: string): Parcel | null {
  const index = Number(/^LP(\d{9})CN$/.exec(number)?.[1] ?? Number.NaN);
  const payload = PAYLOADS[index];
  if (payload === undefined) return null;
  const at = test.clock.now() - DAY;
  return {
    number,
    carrier: payload,
    lastMile: { number: payload, carrier: payload },
    state: 'delivered',
    events: [{ at, state: 'delivered', text: payload, place: { city: payload, country: 'GB' } }],
    origin: { city: payload, country: 'CN' },
    destination: { city: payload, country: 'GB' },
    shippedAt: at - 10 * DAY,
    deliveredAt: at,
    proof: { signedBy: payload, place: payload },
  };
}

const mail = (index: number): string => `p${index}@example.com`;

function cut(index: number, length: number): string {
  return (PAYLOADS[index] ?? '').slice(0, length);
}

/** As a page shows it: without the signs that have no width, blanks as one. */
function visible(index: number): string {
  const [longest = ''] = (PAYLOADS[index] ?? '').split(/[\u0000-\u001f\u202a-\u202e\ufeff*]+/).sort((a, b) => b.length - a.length);
  return longest.trim();
}
