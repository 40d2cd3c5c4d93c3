import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newLink } from '../../../server/people/new-link.ts';
import { INVITE_MS, RESET_MS } from '../../../server/people/people.ts';
import { setUpToken } from '../../../server/people/set-up.ts';
import { createPasswords } from '../../../server/people/passwords.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { addPerson, addSession, type TestPerson } from '../../support/people.ts';
import { ask, signedInBy } from './console.ts';

const PASSWORD = 'correct horse battery';

let app: TestApp;
beforeEach(async () => {
  app = await startApp({ passwords: createPasswords({ memory: 8, passes: 1, parallelism: 1 }) });
});
afterEach(() => app.close());

let n = 0;
const newId = () => `made-here-${(n += 1)}`;
const owner = () => addPerson(app.store, app.shop.id, { name: 'Olga Owner', role: 'owner', password: PASSWORD }, app.clock.now());
const read = (token: string) => ask(app, 'POST /api/console/link', { body: { token } });
const join = (body: object) => ask(app, 'POST /api/console/join', { body });

function tokenOf(url: unknown): string {
  const [, address, token] = /^(.*)\/console\/#join=([A-Za-z0-9_-]{43})$/.exec(String(url)) ?? [];
  expect(address).toBe(app.url);
  return token ?? '';
}

async function invited(by: TestPerson, body: object): Promise<string> {
  const { body: made } = await ask(app, 'POST /api/console/people/invite', { as: by, body });
  return tokenOf(made['url']);
}

describe('an invitation', () => {
  it('tells what it is for, makes the account, signs in, and is used up', async () => {
    const token = await invited(await owner(), { email: 'New@Example.com', name: 'Nia New', role: 'lead' });
    expect((await read(token)).body).toEqual({
      ok: true,
      kind: 'invite',
      shop: 'Northfold',
      email: 'new@example.com',
      name: 'Nia New',
      role: 'lead',
    });
    expect((await read(token)).status).toBe(200);

    const joined = await join({ token, password: PASSWORD });
    expect(joined.body).toMatchObject({ ok: true, agent: { name: 'Nia New', email: 'new@example.com', role: 'lead' } });
    expect((await ask(app, 'GET /api/console/me', { as: signedInBy(joined) })).status).toBe(200);
    expect((await ask(app, 'POST /api/console/sign-in', { body: { email: 'new@example.com', password: PASSWORD } })).status).toBe(200);

    for (const again of [await read(token), await join({ token, password: PASSWORD })])
      expect(again).toMatchObject({ status: 410, body: { code: 'E_LINK' }, setCookie: null });
  });

  it('is taken up by one of two who use it at the same moment', async () => {
    const token = await invited(await owner(), { email: 'new@example.com', role: 'agent' });
    const codes = (await Promise.all(['A', 'B'].map((name) => join({ token, name, password: PASSWORD })))).map(
      ({ body }) => body.code ?? 'in',
    );
    expect(codes.sort()).toEqual(['E_LINK', 'in']);
    expect((await app.store.agentsOf(app.shop.id)).filter(({ email }) => email === 'new@example.com')).toHaveLength(1);
  });

  it('gives the role and the address it was made for, whatever is asked', async () => {
    const token = await invited(await owner(), { email: 'new@example.com', role: 'agent' });
    const body = { token, name: 'Mallory', email: 'other@example.com', password: PASSWORD };
    expect((await join(body)).body).toMatchObject({ agent: { email: 'new@example.com', role: 'agent' } });
    expect((await join({ ...body, role: 'owner' })).body.code).toBe('E_BAD_PAYLOAD');
  });

  it('needs a name where it brought none', async () => {
    const token = await invited(await owner(), { email: 'new@example.com', role: 'agent' });
    expect((await join({ token, password: PASSWORD })).body).toMatchObject({ code: 'E_INVALID', problems: [{ path: 'name' }] });
    expect((await join({ token, name: 'Nia', password: PASSWORD })).status).toBe(200);
  });

  it('ends after a week, when it is removed, and when there is a newer one', async () => {
    const as = await owner();
    const first = await invited(as, { email: 'new@example.com', name: 'Nia', role: 'agent' });
    const second = await invited(as, { email: 'new@example.com', name: 'Nia', role: 'agent' });
    expect([(await read(first)).body.code, (await read(second)).body.code]).toEqual(['E_LINK', undefined]);
    const { body } = await ask(app, 'GET /api/console/people', { as });
    const [invite] = body['invites'] as { id: string; email: string; expiresAt: number }[];
    expect(body['invites']).toEqual([
      { id: invite?.id, email: 'new@example.com', name: 'Nia', role: 'agent', expiresAt: app.clock.now() + INVITE_MS },
    ]);
    expect((await ask(app, `DELETE /api/console/people/invites/${invite?.id}`, { as })).status).toBe(200);
    expect((await read(second)).body.code).toBe('E_LINK');
    expect((await ask(app, `DELETE /api/console/people/invites/${invite?.id}`, { as })).status).toBe(404);

    const third = await invited(as, { email: 'new@example.com', name: 'Nia', role: 'agent' });
    app.clock.advance(7 * DAY);
    for (const late of [await read(third), await join({ token: third, password: PASSWORD })]) expect(late.body.code).toBe('E_LINK');
  });

  it('is not made for an address that has an account, nor taken up when it got one meanwhile', async () => {
    const as = await owner();
    const answer = await ask(app, 'POST /api/console/people/invite', { as, body: { email: as.row.email.toUpperCase(), role: 'agent' } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'E_EXISTS' } });

    const token = await invited(as, { email: 'new@example.com', name: 'Nia', role: 'agent' });
    await addPerson(app.store, app.shop.id, { name: 'Quick', role: 'agent', email: 'new@example.com' }, app.clock.now());
    expect((await join({ token, password: PASSWORD })).body.code).toBe('E_EXISTS');
  });
});

describe('a new password', () => {
  it('is set by a link from the owner; every session from before is over', async () => {
    const [as, ida] = [
      await owner(),
      await addPerson(app.store, app.shop.id, { name: 'Ida', role: 'agent', password: PASSWORD }, app.clock.now()),
    ];
    const other = await addSession(app.store, ida.row, app.clock.now());
    const made = await ask(app, `POST /api/console/people/${ida.row.id}/reset`, { as });
    expect(made.body['expiresAt']).toBe(app.clock.now() + RESET_MS);
    const token = tokenOf(made.body['url']);
    expect((await read(token)).body).toMatchObject({ kind: 'password', shop: 'Northfold', email: ida.row.email, name: 'Ida' });
    expect((await ask(app, 'GET /api/console/me', { as: ida })).status).toBe(200);

    const joined = await join({ token, password: 'another long password' });
    expect(joined.body).toMatchObject({ ok: true, agent: { id: ida.row.id, role: 'agent' } });
    for (const before of [ida, other]) expect((await ask(app, 'GET /api/console/me', { as: before })).body.code).toBe('E_SIGNED_OUT');
    expect((await ask(app, 'POST /api/console/sign-in', { body: { email: ida.row.email, password: PASSWORD } })).body.code).toBe(
      'E_SIGN_IN',
    );
    expect((await join({ token, password: PASSWORD })).body.code).toBe('E_LINK');
  });

  it('does not bring back somebody who was disabled since', async () => {
    const [as, ida] = [
      await owner(),
      await addPerson(app.store, app.shop.id, { name: 'Ida', role: 'agent', password: PASSWORD }, app.clock.now()),
    ];
    const token = tokenOf((await ask(app, `POST /api/console/people/${ida.row.id}/reset`, { as })).body['url']);
    await ask(app, `PATCH /api/console/people/${ida.row.id}`, { as, body: { disabled: true } });
    for (const late of [await read(token), await join({ token, password: PASSWORD })]) expect(late.body.code).toBe('E_LINK');
  });

  it('lets somebody in at once who was locked out by misses', async () => {
    const [as, ida] = [
      await owner(),
      await addPerson(app.store, app.shop.id, { name: 'Ida', role: 'agent', password: PASSWORD }, app.clock.now()),
    ];
    const signIn = (password: string) => ask(app, 'POST /api/console/sign-in', { body: { email: ida.row.email, password } });
    for (let tries = 0; tries < 6; tries += 1) await signIn('wrong');
    expect((await signIn(PASSWORD)).body.code).toBe('E_RATE');
    const token = tokenOf((await ask(app, `POST /api/console/people/${ida.row.id}/reset`, { as })).body['url']);
    expect((await join({ token, password: 'another long password' })).status).toBe(200);
    expect((await signIn('another long password')).status).toBe(200);
  });
});

describe('the first owner', () => {
  const first = { name: 'Olga', email: 'olga@example.com', password: PASSWORD };

  it('comes by the set-up link alone, once, and it is made once', async () => {
    const token = (await setUpToken(app.store, app.shop.id, { newId, now: app.clock.now() })) ?? '';
    expect(token).toHaveLength(43);
    expect(await setUpToken(app.store, app.shop.id, { newId, now: app.clock.now() })).toBeNull();
    app.clock.advance(365 * DAY);
    expect((await read(token)).body).toEqual({ ok: true, kind: 'setUp', shop: 'Northfold', email: null, name: null, role: 'owner' });
    expect((await join({ token, password: PASSWORD })).body).toMatchObject({
      code: 'E_INVALID',
      problems: [{ path: 'name' }, { path: 'email' }],
    });
    expect((await join({ ...first, token })).body).toMatchObject({ ok: true, agent: { role: 'owner', email: 'olga@example.com' } });
    expect((await join({ ...first, token, email: 'second@example.com' })).body.code).toBe('E_LINK');
    expect(await setUpToken(app.store, app.shop.id, { newId, now: app.clock.now() })).toBeNull();
  });

  it('makes the shop with it where there is none', async () => {
    const token = (await setUpToken(app.store, null, { newId, now: app.clock.now() })) ?? '';
    expect((await read(token)).body).toMatchObject({ kind: 'setUp', shop: null });
    expect((await join({ ...first, token })).body).toMatchObject({ code: 'E_INVALID', problems: [{ path: 'shop' }] });
    expect((await join({ ...first, token, shop: { name: 'Mine', origin: 'shop.example' } })).body).toMatchObject({
      code: 'E_INVALID',
      problems: [{ path: 'shop.origin', text: 'shop.example must start with https://' }],
    });
    const joined = await join({ ...first, token, shop: { name: 'Mine', origin: 'https://shop.example' } });
    expect(joined.body).toMatchObject({ ok: true, store: { name: 'Mine' } });
    const { body } = await ask(app, 'GET /api/console/settings', { as: signedInBy(joined) });
    expect(body).toMatchObject({ settings: { name: 'Mine', origins: ['https://shop.example'] } });
    expect(await app.store.shopByKey(String(body['key']))).toMatchObject({ settings: { name: 'Mine' } });
  });

  it('can not be a second one: a link that nobody used is dead once there is an owner by another way', async () => {
    const token = (await setUpToken(app.store, app.shop.id, { newId, now: app.clock.now() })) ?? '';
    await owner();
    for (const late of [await read(token), await join({ ...first, token })]) expect(late.body.code).toBe('E_LINK');
  });

  it('is nobody without it', async () => {
    await setUpToken(app.store, app.shop.id, { newId, now: app.clock.now() });
    for (const token of ['set-up was shown and here is more', 'x'.repeat(43), '0'.repeat(64)])
      expect((await join({ ...first, token })).body.code).toBe('E_LINK');
    expect(await app.store.agentsOf(app.shop.id)).toEqual([]);
  });
});

it('a single letter off opens nothing', async () => {
  const { token, link } = newLink(
    { kind: 'invite', storeId: app.shop.id, role: 'owner', email: 'x@example.com' },
    { newId, now: app.clock.now(), lifeMs: DAY },
  );
  await app.store.addLink(link);
  expect((await read(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).body.code).toBe('E_LINK');
  expect((await read(link.tokenHash)).body.code).toBe('E_LINK');
  expect((await read(token)).status).toBe(200);
});

it('no token and no password ever stands in the log', async () => {
  const token = await invited(await owner(), { email: 'new@example.com', name: 'Nia', role: 'agent' });
  app.store.takeLink = () => Promise.reject(new Error(`could not take ${token} for new@example.com`));
  expect((await join({ token, password: PASSWORD })).body.code).toBe('E_INTERNAL');
  const log = app.log.join('');
  expect(log).toContain('console.failed');
  for (const secret of [token, PASSWORD, 'new@example.com']) expect(log).not.toContain(secret);
});
