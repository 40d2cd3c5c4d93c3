/** Every route of the registry with everybody who could ask it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, ROLES, ROUTE_RIGHTS, type ConsoleRoute, type Role } from '../../../protocol/rights.ts';
import { newLink } from '../../../server/people/new-link.ts';
import { createShop } from '../../../server/shops/create.ts';
import type { ShopRow } from '../../../server/store/port.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { addPerson } from '../../support/people.ts';
import { caseOpen, type Talk } from '../road/talks.ts';
import { ask, type AskOptions } from './console.ts';

let app: TestApp;
let foreign: ShopRow;
let talk: Talk['of'];
beforeAll(async () => {
  app = await startApp();
  let n = 0;
  const made = createShop(
    { name: 'Elsewhere', origins: [] },
    { newId: () => `elsewhere-${(n += 1)}`, newSecret: () => 's'.repeat(43), clock: app.clock },
  );
  foreign = made.ok ? made.shop : expect.fail('no shop');
  await app.store.addShop(foreign);
  const one = await caseOpen(app);
  talk = one.of;
  one.close();
});
afterAll(() => app.close());

const wording = { letter: 'closed', locale: 'en', subject: 'Closed', body: 'It is closed: {{outcome}}' };

/** There is a wording of the owner's own; its version. */
async function written(): Promise<number> {
  const at = app.clock.now();
  await app.store.saveLetterText(
    app.shop.id,
    null,
    { letter: 'closed', locale: 'en', subject: 'Closed', body: '{{outcome}}', updatedAt: at },
    { at, actor: 'x', action: 'letter.changed', detail: {} },
  );
  return (await app.store.letterText(app.shop.id, 'closed', 'en'))?.updatedAt ?? 0;
}

const routes = Object.entries(ROUTE_RIGHTS) as [ConsoleRoute, Role | null][];
/** What changes something for somebody who is signed in. */
const guarded = routes.filter(([route, least]) => least !== null && !route.startsWith('GET '));
const withId = routes.filter(([route]) => route.includes('/:'));

/** A request that would do, from somebody who may. */
async function good(route: ConsoleRoute): Promise<{ route: string; body?: unknown }> {
  const person = (await addPerson(app.store, app.shop.id, { name: 'Target', role: 'agent' }, app.clock.now())).row;
  const { link } = newLink(
    { kind: 'invite', storeId: app.shop.id, role: 'agent', email: `${person.id.toLowerCase()}@invited.example` },
    { newId: () => `invite-${person.id}`, now: app.clock.now(), lifeMs: DAY },
  );
  await app.store.addLink(link);
  const settings = await app.store.shopById(app.shop.id);
  const bodies: Partial<Record<ConsoleRoute, unknown>> = {
    'POST /api/console/sign-in': { email: `${person.id}@nobody.example`, password: 'x' },
    'POST /api/console/link': { token: 'x'.repeat(43) },
    'POST /api/console/join': { token: 'x'.repeat(43), password: 'long enough for it' },
    'POST /api/console/password': { old: 'x', new: 'long enough for it' },
    'POST /api/console/people/invite': { email: `new-${person.id.toLowerCase()}@example.com`, role: 'agent' },
    'PATCH /api/console/people/:id': { name: 'Another Name' },
    'PUT /api/console/tracking/secret': { name: 'afterShip.key', value: 'a-key-of-the-shop' },
    'PUT /api/console/settings': { version: settings?.updatedAt, settings: settings?.settings },
    'POST /api/console/letters/preview': { ...wording, bare: false },
    'PUT /api/console/letters': { ...wording, version: (await app.store.letterText(app.shop.id, 'closed', 'en'))?.updatedAt ?? null },
    'POST /api/console/letters/put-back': { letter: 'closed', locale: 'en', version: await written() },
  };
  const id = route.includes('/invites/') ? link.id : person.id;
  const named = route.replace(':id', id).replace(':conversation', talk.conversation).replace(':letter', 'postOffice');
  return { route: named, ...(bodies[route] !== undefined && { body: bodies[route] }) };
}

async function codeOf(route: ConsoleRoute, options: AskOptions): Promise<string | null> {
  const request = await good(route);
  const { body } = await ask(app, request.route, { ...options, ...(request.body !== undefined && { body: request.body }) });
  return body.code ?? null;
}

/** What each says where nothing stands in the way but what they name themselves. */
const BEYOND: Partial<Record<ConsoleRoute, string>> = {
  'POST /api/console/sign-in': 'E_SIGN_IN',
  'POST /api/console/link': 'E_LINK',
  'POST /api/console/join': 'E_LINK',
  'POST /api/console/password': 'E_SIGN_IN',
  'GET /api/console/photos/:id': 'E_NOT_FOUND',
};

describe.each(routes)('%s', (route, least) => {
  it('nobody', async () => {
    expect(await codeOf(route, {})).toBe(least === null ? BEYOND[route] : 'E_SIGNED_OUT');
  });

  it.each(ROLES)('%s', async (role) => {
    const as = await addPerson(app.store, app.shop.id, { name: role, role }, app.clock.now());
    const expected = least === null || may(role, least) ? (BEYOND[route] ?? null) : 'E_NOT_ALLOWED';
    expect(await codeOf(route, { as })).toBe(expected);
  });

  it('an owner who is disabled', async () => {
    const as = await addPerson(app.store, app.shop.id, { name: 'Gone', role: 'owner', disabled: true }, app.clock.now());
    expect(await codeOf(route, { as })).toBe(least === null ? BEYOND[route] : 'E_SIGNED_OUT');
  });

  it('an owner whose time is over', async () => {
    const as = await addPerson(app.store, app.shop.id, { name: 'Late', role: 'owner' }, app.clock.now() - DAY);
    expect(await codeOf(route, { as })).toBe(least === null ? BEYOND[route] : 'E_SIGNED_OUT');
  });
});

describe.each(guarded)('%s', (route) => {
  it.each(ROLES)('%s without the token of the session', async (role) => {
    const { cookie } = await addPerson(app.store, app.shop.id, { name: 'Tokenless', role }, app.clock.now());
    expect(await codeOf(route, { headers: { cookie } })).toBe('E_CSRF');
  });
});

describe.each(withId)('%s of another shop', (route) => {
  it('is answered like one that is not there', async () => {
    const as = await addPerson(app.store, foreign.id, { name: 'Foreign', role: 'owner' }, app.clock.now());
    const theirs = await good(route);
    const foreignAnswer = await ask(app, theirs.route, { as, body: theirs.body });
    const unknown = route.replace(/:(id|conversation)/, 'unknown-id-1234').replace(':letter', 'postOffice');
    const unknownAnswer = await ask(app, unknown, { as, body: theirs.body });
    expect(foreignAnswer).toMatchObject({ status: 404, body: { code: 'E_NOT_FOUND' } });
    expect(foreignAnswer.body).toEqual(unknownAnswer.body);
  });
});

it('another shop’s owner sees and changes their own', async () => {
  const as = await addPerson(app.store, foreign.id, { name: 'Foreign', role: 'owner' }, app.clock.now());
  const { body } = await ask(app, 'GET /api/console/people', { as });
  const names = (body['people'] as { name: string }[]).map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(['Foreign']));
  expect((await ask(app, 'GET /api/console/settings', { as })).body).toMatchObject({ key: foreign.key, settings: { name: 'Elsewhere' } });
  expect((await ask(app, 'GET /api/console/audit', { as })).body['entries']).toEqual([]);
});
