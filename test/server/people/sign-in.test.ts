import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionToken } from '../../../server/identity/session.ts';
import { hashToken } from '../../../server/identity/tokens.ts';
import { createPasswords } from '../../../server/people/passwords.ts';
import { SESSION_MS } from '../../../server/people/sessions.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { addPerson, addSession } from '../../support/people.ts';
import { ask, signedInBy, type Answer } from './console.ts';

const PASSWORD = 'correct horse battery';
const COST = { memory: 8, passes: 1, parallelism: 1 };

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ passwords: createPasswords(COST), config: { trustProxy: true } });
});
afterAll(() => app.close());

let lastAddress = 0;
/** From an address of its own, so that no test waits for another's misses. */
function elsewhere(): string {
  lastAddress += 1;
  return `203.0.113.${lastAddress}`;
}

function signIn(email: string, password: string, from: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(app, 'POST /api/console/sign-in', { body: { email, password }, headers: { 'x-forwarded-for': from, ...headers } });
}

function person(more: Partial<Parameters<typeof addPerson>[2]> = {}) {
  return addPerson(app.store, app.shop.id, { name: 'Ida Berg', role: 'agent', password: PASSWORD, ...more }, app.clock.now());
}

describe('signing in', () => {
  it('answers who I am, with a cookie that scripts and other sites never see', async () => {
    const { row } = await person({ name: 'Ida Berg' });
    const answer = await signIn(`  ${row.email.toUpperCase()} `, PASSWORD, elsewhere());
    expect(answer.body).toMatchObject({
      ok: true,
      agent: { id: row.id, name: 'Ida Berg', email: row.email, initials: 'IB', role: 'agent', available: true },
      store: { key: app.shop.key, name: 'Northfold', color: '#20558f' },
      locales: expect.arrayContaining(['en']) as unknown,
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [cookie, ...attributes] = (answer.setCookie ?? '').split('; ');
    expect(cookie).toMatch(/^__Host-tracewell=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', `Max-Age=${SESSION_MS / 1000}`, 'Path=/', 'SameSite=Strict', 'Secure']);
    expect(SESSION_MS).toBe(14 * DAY);

    const me = await ask(app, 'GET /api/console/me', { as: signedInBy(answer) });
    expect(me.body).toEqual(answer.body);
  });

  it('lasts 14 days, however much it is used', async () => {
    const own = await startApp({ passwords: createPasswords(COST) });
    const { row } = await addPerson(own.store, own.shop.id, { name: 'Ida', role: 'agent', password: PASSWORD }, own.clock.now());
    const as = signedInBy(await ask(own, 'POST /api/console/sign-in', { body: { email: row.email, password: PASSWORD } }));
    own.clock.advance(14 * DAY - 1);
    expect((await ask(own, 'GET /api/console/me', { as })).status).toBe(200);
    own.clock.advance(1);
    expect((await ask(own, 'GET /api/console/me', { as })).body.code).toBe('E_SIGNED_OUT');
    await own.close();
  });

  it('begins a new session each time, and the one that the browser came with is dead: nothing can be planted', async () => {
    const [victim, attacker] = [await person(), await person()];
    const planted = await addSession(app.store, attacker.row, app.clock.now());
    const answer = await signIn(victim.row.email, PASSWORD, elsewhere(), { cookie: planted.cookie });
    expect(signedInBy(answer).cookie).not.toBe(planted.cookie);
    expect((await ask(app, 'GET /api/console/me', { as: planted })).body.code).toBe('E_SIGNED_OUT');

    const made = { cookie: '__Host-tracewell=planted-by-somebody-planted-by-somebody-1234' };
    const second = await signIn(victim.row.email, PASSWORD, elsewhere(), made);
    expect(signedInBy(second).cookie).not.toBe(made.cookie);
    expect((await ask(app, 'GET /api/console/me', { headers: made })).body.code).toBe('E_SIGNED_OUT');
  });

  it('keeps the session as a hash, and the password as argon2id', async () => {
    const { row } = await person();
    const token = sessionToken(signedInBy(await signIn(row.email, PASSWORD, elsewhere())).cookie) ?? '';
    expect(await app.store.agentBySession(token, app.clock.now())).toBeNull();
    expect((await app.store.agentBySession(hashToken(token), app.clock.now()))?.id).toBe(row.id);
    expect((await app.store.agentByEmail(row.email))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/);
  });

  it('hashes a password anew that was made with other costs, and leaves one of ours alone', async () => {
    const old = await createPasswords({ memory: 16, passes: 2, parallelism: 1 }).hash(PASSWORD);
    const { row } = await person();
    await app.store.savePassword(row.storeId, row.id, old);
    expect((await signIn(row.email, PASSWORD, elsewhere())).status).toBe(200);
    const anew = (await app.store.agentByEmail(row.email))?.passwordHash;
    expect(anew).toMatch(/m=8,t=1,p=1/);
    expect((await signIn(row.email, PASSWORD, elsewhere())).status).toBe(200);
    expect((await app.store.agentByEmail(row.email))?.passwordHash).toBe(anew);
  });
});

describe('signing out', () => {
  it('ends this session, takes the cookie away, and leaves the other browsers alone', async () => {
    const { row, cookie, csrf } = await person();
    const other = await addSession(app.store, row, app.clock.now());
    const answer = await ask(app, 'POST /api/console/sign-out', { as: { cookie, csrf } });
    expect(answer.setCookie).toMatch(/^__Host-tracewell=; Max-Age=0; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect((await ask(app, 'GET /api/console/me', { as: { cookie, csrf } })).body.code).toBe('E_SIGNED_OUT');
    expect((await ask(app, 'GET /api/console/me', { as: other })).status).toBe(200);
  });
});

describe('a refusal tells nothing of the account', () => {
  it('an unknown address, a wrong password, one who is disabled, one without a password: the same in every byte', async () => {
    const [known, disabled] = [await person(), await person({ disabled: true })];
    const invited = await addPerson(app.store, app.shop.id, { name: 'New', role: 'agent' }, app.clock.now());
    const answers = await Promise.all([
      signIn('nobody@example.com', PASSWORD, elsewhere()),
      signIn(known.row.email, 'wrong horse battery', elsewhere()),
      signIn(disabled.row.email, PASSWORD, elsewhere()),
      signIn(invited.row.email, PASSWORD, elsewhere()),
      signIn('not an address', '', elsewhere()),
    ]);
    const seen = answers.map(({ status, body, setCookie, headers }) => ({
      status,
      body,
      setCookie,
      length: headers.get('content-length'),
    }));
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ status: 401, body: { ok: false, code: 'E_SIGN_IN' }, setCookie: null });
  });

  it('is worded in the reader’s language', async () => {
    const answer = await signIn('nobody@example.com', 'x', elsewhere(), { 'accept-language': 'tlh, en;q=0.5' });
    expect(answer.body['text']).toBe('The e-mail address or the password is not right. Check both and try again.');
  });

  it('costs the same work: each hashes once, with our costs', async () => {
    const counted: string[] = [];
    const real = createPasswords(COST);
    const own = await startApp({
      passwords: {
        hash: real.hash,
        check: (given, stored) => (counted.push(stored === null ? 'nobody' : 'somebody'), real.check(given, stored)),
      },
    });
    await addPerson(own.store, own.shop.id, { name: 'Ida', role: 'agent', email: 'ida@example.com', password: PASSWORD }, own.clock.now());
    for (const email of ['nobody@example.com', 'ida@example.com'])
      await ask(own, 'POST /api/console/sign-in', { body: { email, password: 'wrong' } });
    expect(counted).toEqual(['nobody', 'somebody']);
    await own.close();
  });
});

describe('guessing', () => {
  /** 100 wrong passwords, each as soon as it may be tried: what was answered and how long each refusal asked to wait. */
  async function guess(email: string, from: string): Promise<{ answers: Answer[]; waits: number[] }> {
    const [answers, waits]: [Answer[], number[]] = [[], []];
    for (let tries = 0; tries < 100;) {
      const answer = await signIn(email, `wrong ${tries}`, from);
      if (answer.body.code === 'E_RATE') {
        waits.push(Number(answer.body['retryAfterMs']));
        app.clock.advance(Number(answer.body['retryAfterMs']));
      } else {
        answers.push(answer);
        tries += 1;
      }
    }
    return { answers, waits };
  }

  it('100 wrong passwords: answers alike, waits that grow, and the right password right after the wait works', async () => {
    const { row } = await person();
    const from = elsewhere();
    const { answers, waits } = await guess(row.email, from);
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256].map((s) => s * 1000));
    expect(waits.slice(9).every((wait) => wait === 5 * MINUTE)).toBe(true);
    expect(waits).toHaveLength(95);

    const early = await signIn(row.email, PASSWORD, from);
    expect(early).toMatchObject({ status: 429, body: { code: 'E_RATE' } });
    expect(Number(early.headers.get('retry-after'))).toBe(Number(early.body['retryAfterMs']) / 1000);
    app.clock.advance(Number(early.body['retryAfterMs']));
    expect((await signIn(row.email, PASSWORD, from)).status).toBe(200);
    // And nothing is held against them after.
    expect((await signIn(row.email, 'wrong', from)).body.code).toBe('E_SIGN_IN');
    expect((await signIn(row.email, PASSWORD, from)).status).toBe(200);
  });

  it('an account that is not there behaves the same to the millisecond', async () => {
    const { row } = await person();
    const [there, nobody] = [await guess(row.email, elsewhere()), await guess('nobody-at-all@example.com', elsewhere())];
    expect(nobody.waits).toEqual(there.waits);
    const shape = ({ answers }: typeof there) => [...new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))];
    expect(shape(nobody)).toEqual(shape(there));
  });

  it('many at once are as many misses', async () => {
    const { row } = await person();
    const from = elsewhere();
    const codes = (await Promise.all(Array.from({ length: 20 }, (_, n) => signIn(row.email, `wrong ${n}`, from)))).map(
      ({ body }) => body.code,
    );
    expect(codes.filter((code) => code === 'E_SIGN_IN')).toHaveLength(5);
    expect(codes.filter((code) => code === 'E_RATE')).toHaveLength(15);
  });

  it('nobody is locked out from elsewhere: who signed in from here before comes in while others guess', async () => {
    const { row } = await person();
    const home = elsewhere();
    expect((await signIn(row.email, PASSWORD, home)).status).toBe(200);
    for (let n = 0; n < 30; n += 1) await signIn(row.email, `wrong ${n}`, `198.51.100.${n}`);
    // All addresses together have to wait by now, a short while; home has not.
    expect((await signIn(row.email, 'wrong', '198.51.100.99')).body.code).toBe('E_RATE');
    expect((await signIn(row.email, PASSWORD, home)).status).toBe(200);
    app.clock.advance(15_000);
    expect((await signIn(row.email, PASSWORD, '198.51.100.100')).status).toBe(200);
  });

  it('one address that tries many accounts is slowed down, known or not', async () => {
    const from = elsewhere();
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 25; n += 1) codes.push((await signIn(`spray-${n}@example.com`, 'Summer2026!', from)).body.code);
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'E_SIGN_IN'));
    expect(codes.slice(20)).toEqual(Array.from({ length: 5 }, () => 'E_RATE'));
  });

  it('a stolen session can not guess the password either', async () => {
    const { cookie, csrf } = await person();
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 7; n += 1) {
      const body = { old: `wrong ${n}`, new: 'a new long password' };
      codes.push(
        (await ask(app, 'POST /api/console/password', { as: { cookie, csrf }, body, headers: { 'x-forwarded-for': '192.0.2.7' } })).body
          .code,
      );
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'E_SIGN_IN'), 'E_RATE', 'E_RATE']);
  });
});

describe('changing the password', () => {
  it('ends all other sessions, keeps this one, and the old password is dead', async () => {
    const { row, cookie, csrf } = await person();
    const other = await addSession(app.store, row, app.clock.now());
    const body = { old: PASSWORD, new: 'another long password' };
    const headers = { 'x-forwarded-for': elsewhere() };
    expect((await ask(app, 'POST /api/console/password', { as: { cookie, csrf }, body, headers })).body).toEqual({ ok: true });
    expect((await ask(app, 'GET /api/console/me', { as: other })).body.code).toBe('E_SIGNED_OUT');
    expect((await ask(app, 'GET /api/console/me', { as: { cookie, csrf } })).status).toBe(200);
    expect((await signIn(row.email, PASSWORD, elsewhere())).body.code).toBe('E_SIGN_IN');
    expect((await signIn(row.email, 'another long password', elsewhere())).status).toBe(200);
  });

  it('wants ten characters and no more than that', async () => {
    const { cookie, csrf } = await person();
    for (const [password, status] of [
      ['123456789', 400],
      ['aaaaaaaaaa', 200],
    ] as const) {
      const body = { old: PASSWORD, new: password };
      expect((await ask(app, 'POST /api/console/password', { as: { cookie, csrf }, body })).status).toBe(status);
    }
  });
});

describe('another site', () => {
  it.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['no origin at all, as “null”', { origin: 'null' }],
    ['ours as a prefix', { origin: 'http://127.0.0.1.evil.example' }],
  ])('is refused by %s, even with cookie and token', async (_name, headers) => {
    const { cookie, csrf } = await person();
    const answer = await ask(app, 'POST /api/console/sign-out', { as: { cookie, csrf }, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'E_CSRF' } });
    expect((await ask(app, 'GET /api/console/me', { as: { cookie, csrf } })).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'can’t send a form as %s',
    async (type) => {
      const { row } = await person();
      const body = JSON.stringify({ email: row.email, password: PASSWORD });
      const answer = await ask(app, 'POST /api/console/sign-in', {
        body,
        headers: { 'content-type': type, 'x-forwarded-for': elsewhere() },
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'E_BAD_PAYLOAD' }, setCookie: null });
    },
  );

  it.each([
    ['no token', {}],
    ['another session’s token', { 'x-csrf-token': createHash('sha256').update('csrf:x').digest('base64url') }],
    ['the token, one letter off', null],
  ])('a request with the cookie and %s is refused', async (_name, headers) => {
    const { cookie, csrf } = await person();
    const given = headers ?? { 'x-csrf-token': `${csrf.startsWith('A') ? 'B' : 'A'}${csrf.slice(1)}` };
    const answer = await ask(app, 'POST /api/console/sign-out', { headers: { cookie, ...given } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'E_CSRF' } });
  });
});

it('a body that is no JSON, too long, or has a field too many is refused in words', async () => {
  for (const body of [
    '{',
    '[]',
    '{"__proto__":{"x":1}}',
    JSON.stringify({ email: 'a@b', password: 'x', more: 1 }),
    `"${'x'.repeat(70_000)}"`,
  ]) {
    const answer = await ask(app, 'POST /api/console/sign-in', { body });
    expect(answer).toMatchObject({ status: 400, body: { ok: false, code: 'E_BAD_PAYLOAD' } });
  }
});

it('nothing of it stands in the log', () => {
  const log = app.log.join('');
  for (const secret of [PASSWORD, 'another long password', '@example.com', '__Host-']) expect(log).not.toContain(secret);
});
