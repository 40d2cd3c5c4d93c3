import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPeople } from '../../../server/people/people.ts';
import { createSessions, type SessionsEnded } from '../../../server/people/sessions.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { addPerson, type TestPerson } from '../../support/people.ts';
import { ask } from './console.ts';

let app: TestApp;
let owner: TestPerson;
beforeEach(async () => {
  app = await startApp();
  owner = await person('owner', 'Olga Owner');
});
afterEach(() => app.close());

function person(role: 'agent' | 'lead' | 'owner', name: string): Promise<TestPerson> {
  return addPerson(app.store, app.shop.id, { name, role, password: 'correct horse battery' }, app.clock.now());
}

function change(who: TestPerson, body: object, as = owner) {
  return ask(app, `PATCH /api/console/people/${who.row.id}`, { as, body });
}

const me = async (as: TestPerson) => (await ask(app, 'GET /api/console/me', { as })).body.code ?? 'in';

describe('the list', () => {
  it('shows who is there, who is connected now, and no secret', async () => {
    const ida = await person('agent', 'Ida Berg');
    await app.store.markAgentsHere([ida.row.id], app.clock.now());
    const { body } = await ask(app, 'GET /api/console/people', { as: owner });
    const { id, email } = ida.row;
    const seenAt = app.clock.now();
    expect(body['people']).toEqual([
      { id, email, name: 'Ida Berg', initials: 'IB', role: 'agent', disabled: false, here: true, seenAt },
      {
        id: owner.row.id,
        email: owner.row.email,
        name: 'Olga Owner',
        initials: 'OO',
        role: 'owner',
        disabled: false,
        here: false,
        seenAt: null,
      },
    ]);
    app.clock.advance(46_000);
    const later = await ask(app, 'GET /api/console/people', { as: owner });
    expect(later.body['people']).toMatchObject([{ here: false, seenAt }, { here: false }]);
  });
});

describe('a change', () => {
  it('of the name leaves them signed in', async () => {
    const ida = await person('agent', 'Ida');
    expect((await change(ida, { name: '  Ida Berg ' })).body).toMatchObject({ ok: true, person: { name: 'Ida Berg', initials: 'IB' } });
    expect(await me(ida)).toBe('in');
  });

  it('of the role, or being disabled, ends their sessions; enabled again they sign in anew', async () => {
    const [ida, jan] = [await person('lead', 'Ida'), await person('agent', 'Jan')];
    await change(ida, { role: 'agent' });
    await change(jan, { disabled: true });
    expect([await me(ida), await me(jan)]).toEqual(['E_SIGNED_OUT', 'E_SIGNED_OUT']);
    await change(jan, { disabled: false });
    expect(await me(jan)).toBe('E_SIGNED_OUT');
    const body = { email: jan.row.email, password: 'correct horse battery' };
    expect((await ask(app, 'POST /api/console/sign-in', { body })).status).toBe(200);
  });

  it.each([{ name: ' ' }, { role: 'admin' }, { email: 'x@example.com' }, { disabled: 'yes' }])('%j is refused', async (body) => {
    expect((await change(await person('agent', 'Ida'), body)).body.code).toBe('E_BAD_PAYLOAD');
  });
});

describe('the last owner who may sign in', () => {
  it.each([{ disabled: true }, { role: 'lead' }])('stays: %j', async (body) => {
    await addPerson(
      app.store,
      app.shop.id,
      { name: 'Gone', role: 'owner', disabled: true, password: 'correct horse battery' },
      app.clock.now(),
    );
    await addPerson(app.store, app.shop.id, { name: 'Has no password', role: 'owner' }, app.clock.now());
    expect(await change(owner, body)).toMatchObject({ status: 409, body: { code: 'E_LAST_OWNER' } });
    expect(await app.store.agent(app.shop.id, owner.row.id)).toMatchObject({ role: 'owner', disabled: false });
    expect(await me(owner)).toBe('in');
  });

  it('may go when there is another', async () => {
    const second = await person('owner', 'Second');
    expect((await change(owner, { role: 'agent' })).status).toBe(200);
    expect(await change(second, { disabled: true }, second)).toMatchObject({ body: { code: 'E_LAST_OWNER' } });
  });

  it('is not lost where two step down at the same moment', async () => {
    for (let round = 0; round < 20; round += 1) {
      const second = await person('owner', `Second ${round}`);
      await Promise.all([change(owner, { role: 'lead' }, owner), change(second, { role: 'lead' }, second)]);
      const owners = (await app.store.agentsOf(app.shop.id)).filter(({ role, disabled }) => role === 'owner' && !disabled);
      expect(owners.length).toBeGreaterThanOrEqual(1);
      for (const { id } of await app.store.agentsOf(app.shop.id))
        await app.store.saveAgent({ ...owner.row, id, email: `${id}@example.com`, role: 'lead' });
      owner = await person('owner', 'Next');
    }
  });
});

describe('the audit', () => {
  it('says who did what to whom, by ids, without an address', async () => {
    const ida = await person('agent', 'Ida');
    await change(ida, { name: 'Ida Berg', role: 'lead' });
    await change(ida, { disabled: true });
    await ask(app, 'POST /api/console/people/invite', { as: owner, body: { email: 'new@example.com', role: 'agent' } });
    await ask(app, `POST /api/console/people/${ida.row.id}/reset`, { as: owner });
    const rows = await app.store.auditOf(app.shop.id, null, 50);
    expect(rows.map(({ action }) => action)).toEqual([
      'password.linkMade',
      'person.invited',
      'person.disabled',
      'person.role',
      'person.renamed',
    ]);
    expect(rows.every(({ actor, at }) => actor === owner.row.id && at === app.clock.now())).toBe(true);
    expect(rows[3]?.detail).toEqual({ person: ida.row.id, from: 'agent', to: 'lead' });
    expect(JSON.stringify(rows)).not.toContain('@');

    const { body } = await ask(app, 'GET /api/console/audit', { as: owner });
    expect(body).toMatchObject({ ok: true, before: null });
    expect((body['entries'] as object[])[3]).toEqual({
      at: app.clock.now(),
      actor: 'Olga Owner',
      action: 'person.role',
      conversation: null,
      detail: { person: 'Ida Berg', from: 'agent', to: 'lead' },
    });
  });

  it('is read page by page, newest first', async () => {
    for (let n = 0; n < 120; n += 1) await app.store.addAudit(app.shop.id, { at: n, actor: owner.row.id, action: 'tried', detail: { n } });
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const { body } = await ask(app, `GET /api/console/audit${before === null ? '' : `?before=${before}`}`, { as: owner });
      seen.push(...(body['entries'] as { at: number }[]).map(({ at }) => at));
      before = body['before'] as number | null;
    } while (before !== null);
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => 119 - n));
    for (const bad of ['0', 'x', '1e3x', '-1'])
      expect((await ask(app, `GET /api/console/audit?before=${bad}`, { as: owner })).status).toBe(400);
  });
});

it('whose sessions end is told at once, so that their sockets can be closed', async () => {
  const told: Parameters<SessionsEnded>[0][] = [];
  const { store, clock } = app;
  const sessions = createSessions({ store, clock, ended: (what) => void told.push(what) });
  const people = createPeople({ store, clock, sessions, newId: () => 'some-id-1234' });
  const ida = await person('agent', 'Ida');
  await people.change(owner.row, ida.row.id, { name: 'Ida B' });
  expect(told).toEqual([]);
  await people.change(owner.row, ida.row.id, { role: 'lead' });
  await people.change(owner.row, ida.row.id, { disabled: true });
  await sessions.endAll(ida.row, 'kept');
  await sessions.end('one');
  const agentId = ida.row.id;
  expect(told).toEqual([{ agentId }, { agentId }, { agentId, except: 'kept' }, { tokenHash: 'one' }]);
});

it('a handshake needs the cookie and its token', async () => {
  const { store, clock } = app;
  const sessions = createSessions({ store, clock, ended: () => undefined });
  const ida = await person('agent', 'Ida');
  expect(await sessions.signedIn(ida.cookie, ida.csrf)).toMatchObject({ agent: { id: ida.row.id } });
  for (const [cookie, csrf] of [
    [undefined, ida.csrf],
    [ida.cookie, undefined],
    [ida.cookie, owner.csrf],
    [owner.cookie, ida.csrf],
    [ida.cookie, [ida.csrf]],
    [ida.cookie.replace('__Host-', ''), ida.csrf],
  ] as const)
    expect(await sessions.signedIn(cookie, csrf)).toBeNull();
  clock.advance(DAY);
  expect(await sessions.signedIn(ida.cookie, ida.csrf)).toBeNull();
});
