/** Who may come in at the desk, and how long they stay: sessions hold the sockets, on every node. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csrfToken, SESSION_COOKIE } from '../../../server/identity/session.ts';
import { hashToken } from '../../../server/identity/tokens.ts';
import { refusalOf, seat, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { addPerson, addSession, type TestPerson } from '../../support/people.ts';

let a: TestApp;
let b: TestApp;
beforeAll(async () => {
  a = await startApp();
  // A second server on the same storage, with no way to the first.
  b = await startApp({ clock: a.clock, store: () => ({ ...a.store, close: () => Promise.resolve() }) });
});
afterAll(async () => {
  await b.close();
  await a.close();
});

const person = (name = 'Mei', role: 'agent' | 'owner' = 'agent') => addPerson(a.store, a.shop.id, { name, role }, a.clock.now());

describe('a connection', () => {
  it('needs the cookie of a session and the token that goes with it', async () => {
    const mei = await person();
    await expect(refusalOf(a.url, { csrf: mei.csrf }, { cookie: mei.cookie })).resolves.toBeNull();
    await expect(refusalOf(a.url, { csrf: mei.csrf }, {})).resolves.toBe('E_SIGNED_OUT');
    await expect(refusalOf(a.url, {}, { cookie: mei.cookie })).resolves.toBe('E_CSRF');
    await expect(refusalOf(a.url, { csrf: `${mei.csrf.slice(0, -1)}_` }, { cookie: mei.cookie })).resolves.toBe('E_CSRF');
    await expect(refusalOf(a.url, { csrf: [mei.csrf] }, { cookie: mei.cookie })).resolves.toBe('E_CSRF');
    const other = await person('Ben');
    await expect(refusalOf(a.url, { csrf: other.csrf }, { cookie: mei.cookie })).resolves.toBe('E_CSRF');
  });

  it('is not made by the old way, by a session in the handshake', async () => {
    const mei = await person();
    await expect(refusalOf(a.url, { session: mei.session }, {})).resolves.toBe('E_SIGNED_OUT');
  });

  it('is not made from another origin, cookie or not', async () => {
    const mei = await person();
    for (const origin of ['https://evil.example', `${a.url}.evil.example`, a.url.replace(/:\d+$/, ':1'), 'null', a.url.toUpperCase()])
      await expect(refusalOf(a.url, { csrf: mei.csrf }, { cookie: mei.cookie, origin }), origin).resolves.not.toBeNull();
  });

  it('needs a session that is known, not over, and not of somebody disabled', async () => {
    const unknown = 'x'.repeat(43);
    const cookie = `${SESSION_COOKIE}=${unknown}`;
    await expect(refusalOf(a.url, { csrf: csrfToken(unknown) }, { cookie })).resolves.toBe('E_SIGNED_OUT');
    const gone = await addPerson(a.store, a.shop.id, { name: 'Gone', role: 'agent', disabled: true }, a.clock.now());
    await expect(refusalOf(a.url, { csrf: gone.csrf }, { cookie: gone.cookie })).resolves.toBe('E_SIGNED_OUT');
    const late = await addPerson(a.store, a.shop.id, { name: 'Late', role: 'agent' }, a.clock.now() - 2 * DAY);
    await expect(refusalOf(a.url, { csrf: late.csrf }, { cookie: late.cookie })).resolves.toBe('E_SIGNED_OUT');
  });
});

describe('whoever is signed out', () => {
  const bothSides = async (who: TestPerson): Promise<TestAgent[]> => [await seat(a.url, who), await seat(b.url, who)];
  // The promise is two seconds, so that is how long a test may wait.
  const out = async (...agents: TestAgent[]) => {
    for (const agent of agents) {
      await expect.poll(() => agent.socket.connected, { interval: 20, timeout: 2_000 }).toBe(false);
      expect(agent.heard().map(({ event }) => event)).toContain('signedOut');
    }
  };

  it('is out on both nodes within two seconds', async () => {
    const mei = await person();
    const seats = await bothSides(mei);
    const answer = await fetch(`${a.url}/api/console/sign-out`, {
      method: 'POST',
      headers: { cookie: mei.cookie, 'x-csrf-token': mei.csrf, origin: a.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    await out(...seats);
  });

  it('leaves the other sessions of the same person alone', async () => {
    const mei = await person();
    const other = await seat(a.url, { ...mei, ...(await addSession(a.store, mei.row, a.clock.now())) });
    const one = await seat(a.url, mei);
    await a.store.endSession(hashToken(mei.session));
    await out(one);
    expect(other.socket.connected).toBe(true);
    other.close();
  });

  it('is out when disabled, on both nodes', async () => {
    const owner = await person('Ona', 'owner');
    const mei = await person();
    const seats = await bothSides(mei);
    const answer = await fetch(`${a.url}/api/console/people/${mei.row.id}`, {
      method: 'PATCH',
      headers: { cookie: owner.cookie, 'x-csrf-token': owner.csrf, origin: a.url, 'content-type': 'application/json' },
      body: JSON.stringify({ disabled: true }),
    });
    expect(answer.status).toBe(200);
    await out(...seats);
  });

  it('is out when the session is over', async () => {
    const mei = await addPerson(a.store, a.shop.id, { name: 'Mei', role: 'agent' }, a.clock.now() - DAY + 60_000);
    const seats = await bothSides(mei);
    a.clock.advance(60_001);
    await out(...seats);
  });
});

it('a new name is taken over while they are connected', async () => {
  const mei = await person('Mei Lin');
  const seats = [await seat(a.url, mei), await seat(b.url, mei)];
  await a.store.saveAgent({ ...mei.row, name: 'Mei Chen' });
  for (const [n, node] of [a, b].entries()) {
    await node.app.tick();
    const { colleagues } = (await seats[n]?.emit('colleagues', {})) as unknown as { colleagues: { id: string; name: string }[] };
    expect(colleagues.find(({ id }) => id === mei.row.id)?.name).toBe('Mei Chen');
    await seats[n]?.hear('staff', ({ colleagues: all }) => all.some((one) => one.name === 'Mei Chen' && one.here));
    seats[n]?.close();
  }
});
