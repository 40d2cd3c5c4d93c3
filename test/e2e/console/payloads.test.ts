/** Whatever shoppers, carriers and colleagues write is text on the desk: a corpus in every field, in a real browser. */
import { SignJWT } from 'jose';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Order } from '../../../protocol/order.ts';
import type { Parcel } from '../../../protocol/parcel.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { builtFolder } from '../../support/built.ts';
import { DAY } from '../../support/clock.ts';
import { PAYLOADS } from '../../support/payloads.ts';
import { addPerson, type NewPerson } from '../../support/people.ts';
import { freshId, openShopper, type TestShopper } from '../../support/shopper.ts';
import { textsOf } from '../texts.ts';
import { PATIENT } from './desk.ts';
import { keepSession } from './session.ts';

let test: TestApp;
let browser: Browser;
let orders: string[];
let claims: string[];

beforeAll(async () => {
  test = await startApp({ dist: builtFolder(), tracking: { track: (_store, { number }) => Promise.resolve(parcel(number)) } });
  await test.store.putOrders(test.shop.id, PAYLOADS.map(order));
  for (const index of PAYLOADS.keys()) await addPerson(test.store, test.shop.id, named(index), test.clock.now());
  orders = [];
  claims = [];
  for (const index of PAYLOADS.keys()) {
    orders.push(await orderTalk(index));
    claims.push(await claimTalk(index));
  }
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
  await expect.poll(() => new Set(ran).size, PATIENT).toBeGreaterThanOrEqual(8);
  await page.close();
});

it('none runs on the desk of an agent, in any field', async () => {
  const { page, ran, refused } = await desk('agent');
  const side = page.getByRole('complementary');
  for (const index of PAYLOADS.keys()) {
    await page.goto(`${test.url}/console/#/inbox/all/${claims[index] ?? ''}`);
    await page.getByRole('log').getByText(visible(index)).first().waitFor();
    await page.goto(`${test.url}/console/#/inbox/all/${orders[index] ?? ''}`);
    // What the shopper said, and what shop and carrier say of the order, are there to be read, as text.
    await page.getByRole('log').getByText(visible(index)).first().waitFor();
    await page
      .getByRole('heading', { level: 2, name: visible(index) })
      .first()
      .waitFor();
    await side.getByText(visible(index)).first().waitFor();
    await side.getByRole('button', { name: textsOf('en').pattern('console:side.pieces') }).click();
    await side
      .getByRole('listitem')
      .filter({ hasText: '2 ×' })
      .filter({ hasText: visible(index) })
      .waitFor();
  }
  expect(ran).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
}, 400_000);

it('none runs in what lies above the desk: colleagues, letters, the map, what is found', async () => {
  const { page, ran, refused } = await desk('agent');
  const { label, pattern } = textsOf('en');
  await page.goto(`${test.url}/console/#/inbox/all/${orders[8] ?? ''}`);
  await page.getByRole('button', { name: /^Take/ }).click();
  await page.getByRole('textbox', { name: pattern('console:composer.replyField') }).waitFor();
  await page.getByRole('log').getByText(pattern('line:joined')).last().click();
  const dialog = page.getByRole('dialog');
  const open = async (key: string, there: Locator) => {
    await page.keyboard.press(key);
    await there.first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };
  await open('h', dialog.getByRole('radio', { name: visible(9) }));
  await open('l', dialog.getByRole('option'));
  await open('m', dialog.getByRole('listitem'));
  await page.keyboard.press('/');
  for (const index of [0, 7, 40]) {
    await dialog.getByRole('combobox', { name: label('console:shell.findWhat') }).fill(order('', index).number);
    await dialog
      .getByRole('option')
      .filter({ hasText: visible(index) })
      .waitFor();
  }
  expect(ran).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('none runs on the pages of the owner', async () => {
  const { page, ran, refused } = await desk('owner');
  await page.goto(`${test.url}/console/#/team`);
  for (const index of PAYLOADS.keys()) await page.getByRole('main').getByText(visible(index).slice(0, 60)).first().waitFor();
  await page.goto(`${test.url}/console/#/store`);
  const preview = page.frameLocator('iframe').frameLocator('iframe');
  await preview.getByRole('heading').first().waitFor();
  expect(ran).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
});

/** Signed in as somebody whose own name is a payload, with everything that ran and everything that the policy stopped. */
async function desk(role: 'agent' | 'owner'): Promise<{ page: Page; ran: number[]; refused: string[] }> {
  const person = await addPerson(test.store, test.shop.id, { ...named(7), role }, test.clock.now());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await keepSession(context, test.url, person.session);
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

/** The payload in all that shop and carrier say of the order, and in what the shopper writes. */
async function orderTalk(index: number): Promise<string> {
  const shopper = await openShopper(test.url, { store: test.shop.key });
  await shopper.say('two mugs are missing');
  const { id } = await shopper.prompt((prompt) => prompt.kind === 'find');
  await shopper.send({ kind: 'find', prompt: id, order: order('', index).number, contact: mail(index) });
  await test.app.idle();
  return ended(shopper, index);
}

/** The payload in all that a shopper may claim, and in what their page and their shop tell of them. */
async function claimTalk(index: number): Promise<string> {
  const claims = { sub: signed(index), email: `${signed(index).replace(/[\s@]/g, '')}@example.com`, aud: test.shop.key };
  const identity = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(test.clock.now() / 1000) + 600)
    .sign(new TextEncoder().encode(test.shop.identitySecret));
  const claim = { order: cut(index, 40), tracking: cut(index, 60) };
  const shopper = await openShopper(test.url, {
    store: test.shop.key,
    page: { url: `https://shop.example/${PAYLOADS[index] ?? ''}`.slice(0, 500), title: cut(index, 200) },
    context: { ...claim, email: cut(index, 254) },
    // Who is signed in is known by that; the others claim.
    ...(index % 2 === 0 && { identity }),
  });
  await shopper.say('two mugs are missing');
  const { prompt } = await shopper.until((view) => view.prompt !== null && view.prompt.kind !== 'topics');
  if (prompt?.kind === 'find') await shopper.send({ kind: 'find', prompt: prompt.id, ...claim, contact: cut(index, 254) });
  await test.app.idle();
  return ended(shopper, index);
}

async function ended(shopper: TestShopper, index: number): Promise<string> {
  const payload = PAYLOADS[index] ?? '';
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

function named(index: number): NewPerson {
  return { name: cut(index, 80), role: 'agent', email: `${freshId()}@example.com` };
}

const mail = (index: number): string => `p${index}@example.com`;

/** As much of it as passes in what a shop signs: no signs of control. */
const signed = (index: number): string => cut(index, 120).replace(/\p{Cc}/gu, '');

function cut(index: number, length: number): string {
  return (PAYLOADS[index] ?? '').slice(0, length);
}

/** As a page shows it: without the signs that have no width, blanks as one. */
function visible(index: number): string {
  const [longest = ''] = (PAYLOADS[index] ?? '').split(/[\p{Cc}\u202a-\u202e\ufeff*]+/u).sort((a, b) => b.length - a.length);
  return longest.trim();
}
