/** What tracking services send, and what others send in their name. */
import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SecretName } from '../../../protocol/tracking.ts';
import { demoOrders } from '../../../server/demo/demo.ts';
import { createShop } from '../../../server/shops/create.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { type Store, StorageError } from '../../../server/store/port.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { afterShip, track17 } from '../parcels/payloads.ts';
import { caseOpen, type Talk } from '../road/talks.ts';

const SECRETS = { aftership: 'webhook-secret-of-the-shop', '17track': 'seventeen-key-of-the-shop' } as const;
type Path = keyof typeof SECRETS;
const PATHS = ['aftership', '17track'] as const;

let test: TestApp;
let talk: Talk;
let number: string;
/** What the storage does when a step is written. */
let failing: boolean;
beforeEach(async () => {
  failing = false;
  const wrap = (store: Store): Store => ({
    ...store,
    commit: (change) => (failing ? Promise.reject(new StorageError('disk is full')) : store.commit(change)),
  });
  test = await startApp({ store: (dir) => wrap(openSqliteStore({ path: `${dir}/tracewell.db` })) });
  await setSecrets(test.shop.id);
  talk = await caseOpen(test);
  number = demoOrders(test.clock.now()).find((order) => order.number === '1003')?.parcels[0]?.number ?? '';
});
afterEach(async () => {
  talk.close();
  await test.close();
});

async function setSecrets(storeId: string, more = ''): Promise<void> {
  const set = (name: SecretName, value: string) =>
    test.store.putSecret(storeId, name, value, { at: test.clock.now(), actor: 'test', action: 'secret.set', detail: { name } });
  await set('afterShip.webhookSecret', SECRETS.aftership + more);
  await set('seventeenTrack.key', SECRETS['17track'] + more);
}

const later = () => new Date(test.clock.now() + MINUTE).toISOString();

/** News of a parcel that is on its way back, as each service sends it. */
function event(path: Path, more: Record<string, unknown> = {}, of = number): string {
  if (path === '17track') {
    const record = track17('Exception', 'Exception_Returning', [{ text: 'Returning to sender', utc: later() }]);
    return JSON.stringify({ event: 'TRACKING_UPDATED', data: { ...record, number: of }, ...more });
  }
  const msg = afterShip('Exception', 'Exception_010', [{ text: 'Returning to sender', time: later() }]);
  return JSON.stringify({
    event: 'tracking_update',
    event_id: 'event-1',
    ts: test.clock.now() / 1_000,
    msg: { ...msg, tracking_number: of },
    ...more,
  });
}

function signature(path: Path, body: string, secret: string = SECRETS[path]): Record<string, string> {
  return path === 'aftership'
    ? { 'aftership-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64') }
    : { sign: createHash('sha256').update(`${body}/${secret}`).digest('hex') };
}

async function post(path: Path, body: string, headers: Record<string, string>, store = test.shop.key) {
  const answer = await fetch(`${test.url}/api/webhooks/${path}/${store}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}
const send = (path: Path, body: string, store?: string) => post(path, body, signature(path, body), store);
const version = async () => (await test.store.conversation(talk.ref.storeId, talk.ref.conversationId))?.version ?? 0;
const seen = async () => (await test.store.watchesOf(talk.ref.storeId, talk.ref.conversationId))[0]?.seen;

describe.each(PATHS)('%s', (path) => {
  it('brings its news to the talk that follows the parcel, before it is answered', async () => {
    expect(await seen()).toMatch(/^delivered/);
    const before = await version();
    expect(await send(path, event(path))).toEqual({ status: 200, text: '{"ok":true}' });
    expect(await seen()).toMatch(/^returning/);
    expect(await version()).toBe(before + 1);
  });

  it('is heard once, however often it says the same, and also where two copies come at once', async () => {
    const before = await version();
    const body = event(path);
    const answers = await Promise.all([send(path, body), send(path, body)]);
    expect([...answers, await send(path, body)].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await version()).toBe(before + 1);
  });

  it('tells nothing new where it is late with what is older', async () => {
    await send(path, event(path));
    const before = await version();
    const old = test.clock.now() - 40 * DAY;
    test.clock.advance(MINUTE);
    const time = new Date(old).toISOString();
    const data = { ...track17('InTransit', null, [{ text: 'Departed', utc: time }]), number };
    const msg = { ...afterShip('InTransit', null, [{ text: 'Departed', time }]), tracking_number: number };
    expect((await send(path, event(path, path === '17track' ? { data } : { event_id: 'event-0', msg }))).status).toBe(200);
    expect(await version()).toBe(before);
  });

  it('is thanked for news of a parcel that nobody follows', async () => {
    const before = await version();
    expect((await send(path, event(path, {}, 'LX999999999FR'))).status).toBe(200);
    expect(await version()).toBe(before);
  });

  it('is asked to send again where its news could not be kept, and is heard then', async () => {
    const body = event(path);
    failing = true;
    expect((await send(path, body)).status).toBe(503);
    failing = false;
    expect((await send(path, body)).status).toBe(200);
    expect(await seen()).toMatch(/^returning/);
  });

  const wrong = { status: 401, text: '{"ok":false}' };
  it.each<[string, (body: string) => Record<string, string>]>([
    ['without a signature', () => ({})],
    ['with an empty one', () => Object.fromEntries(Object.keys(signature(path, '')).map((name) => [name, '']))],
    ['with that of another body', () => signature(path, event(path, { more: 1 }))],
    ['with another key', (body) => signature(path, body, 'another-key')],
    ['with no key at all', (body) => signature(path, body, '')],
    ['with the other service’s way', (body) => signature(path === 'aftership' ? '17track' : 'aftership', body, SECRETS[path])],
  ])('%s is refused', async (_what, headers) => {
    const before = await version();
    const body = event(path);
    expect(await post(path, body, headers(body))).toEqual(wrong);
    expect(await version()).toBe(before);
  });

  it('with one byte changed anywhere is refused', async () => {
    const body = event(path);
    const headers = signature(path, body);
    for (let at = 0; at < body.length; at += Math.ceil(body.length / 40)) {
      const altered = `${body.slice(0, at)}${body[at] === 'x' ? 'y' : 'x'}${body.slice(at + 1)}`;
      expect(await post(path, altered, headers), `byte ${at}`).toEqual(wrong);
    }
    expect(await post(path, `${body} `, headers)).toEqual(wrong);
  });

  it('of an unknown shop, of one without a key, and with another shop’s key get the answer for a wrong signature', async () => {
    const made = createShop(
      { name: 'Elsewhere', origins: [] },
      { newId: () => 'elsewhere', newSecret: () => 's'.repeat(43), clock: test.clock },
    );
    const foreign = made.ok ? made.shop : expect.fail('no shop');
    await test.store.addShop(foreign);
    const body = event(path);
    expect(await send(path, body, 'nobody')).toEqual(wrong);
    expect(await send(path, body, foreign.key)).toEqual(wrong);
    await setSecrets(foreign.id, '-of-theirs');
    expect(await send(path, body, foreign.key)).toEqual(wrong);
    expect(await post(path, body, signature(path, body, `${SECRETS[path]}-of-theirs`))).toEqual(wrong);
    // Theirs, rightly signed: it reaches no talk of ours.
    const before = await version();
    expect((await post(path, body, signature(path, body, `${SECRETS[path]}-of-theirs`), foreign.key)).status).toBe(200);
    expect(await version()).toBe(before);
  });

  it('is refused where it is huge or no JSON', async () => {
    const huge = event(path, { padding: 'x'.repeat(600 * 1024) });
    expect((await send(path, huge)).status).toBe(413);
    expect((await send(path, '{"event":')).status).toBe(400);
    expect((await send(path, event(path, { padding: 'x'.repeat(500 * 1024) }))).status).toBe(200);
  });

  it('is read as what it is, whatever it is said to be', async () => {
    const body = event(path);
    expect((await post(path, body, { ...signature(path, body), 'content-type': 'text/plain' })).status).toBe(200);
  });
});

describe('the time', () => {
  it.each([
    ['old', -8 * DAY, 401],
    ['from the future', DAY, 401],
    ['sent again for the last time', -6 * DAY, 200],
  ])('of an event that is %s', async (_what, off, status) => {
    expect((await send('aftership', event('aftership', { ts: (test.clock.now() + off) / 1_000 }))).status).toBe(status);
  });

  it('an event is remembered outlasts that in which it is taken in', async () => {
    await send('aftership', event('aftership'));
    test.clock.advance(8 * DAY);
    await test.app.sweep();
    expect(await test.store.hasTakenIn(test.shop.id, 'afterShip', 'event-1')).toBe(true);
    test.clock.advance(30 * DAY);
    await test.app.sweep();
    expect(await test.store.hasTakenIn(test.shop.id, 'afterShip', 'event-1')).toBe(false);
  });
});

describe('a flood', () => {
  it('from one address is held off, and what is not signed uses nothing of the shop’s up', async () => {
    const small = await startApp({
      rules: { webhookByAddress: { burst: 3, refillMs: 60_000 }, webhookByStore: { burst: 1, refillMs: 60_000 } },
    });
    const at = (headers: Record<string, string>, body: string) =>
      fetch(`${small.url}/api/webhooks/aftership/${small.shop.key}`, { method: 'POST', headers, body }).then(({ status }) => status);
    await small.store.putSecret(small.shop.id, 'afterShip.webhookSecret', SECRETS.aftership, {
      at: 0,
      actor: 'test',
      action: 'secret.set',
      detail: {},
    });
    const body = JSON.stringify({ event_id: 'a', ts: small.clock.now() / 1_000 });
    expect(await at({}, body)).toBe(401);
    expect(await at(signature('aftership', body), body)).toBe(200);
    expect(await at(signature('aftership', body), body)).toBe(429);
    expect(await at({}, body)).toBe(429);
    await small.close();
  });
});

it('nothing of what was sent, and no key, is in the log', async () => {
  for (const path of PATHS) {
    await send(path, event(path));
    await post(path, event(path), { sign: 'x' });
  }
  expect(test.log.join('\n')).not.toMatch(new RegExp(`Returning to sender|${Object.values(SECRETS).join('|')}`));
});
