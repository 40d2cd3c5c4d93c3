/** The registry of rights against the served events: each line with each role, on one's own conversation, on another's, on a foreign shop's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_RIGHTS, may, ROLES, type Role } from '../../../protocol/rights.ts';
import { assertComplete, type EventName, type Table } from '../../../server/sockets/agent/served.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { freshId } from '../../support/shopper.ts';
import { caseOpen, type Talk } from './talks.ts';

const EVENTS = Object.keys(EVENT_RIGHTS) as EventName[];

let test: TestApp;
let ben: TestAgent;
let eve: TestAgent;
const byRole = {} as Record<Role, TestAgent>;
beforeAll(async () => {
  test = await startApp({ mail: { send: () => Promise.resolve() } });
  const now = test.clock.now();
  for (const role of ROLES) byRole[role] = await openAgent(test.url, test.store, test.shop.id, `Mei ${role}`, now, { role });
  ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', now);
  const other = { ...test.shop, id: freshId(), key: `other-${freshId()}` };
  await test.store.addShop(other);
  eve = await openAgent(test.url, test.store, other.id, 'Eve', now, { role: 'owner' });
});
afterAll(() => test.close());

interface Good {
  payload: (of: { conversation: string }, context: { promise: string }) => object;
  /** What must be so before, beside that somebody has the chat. */
  first?: 'note' | 'closed' | 'claim' | 'refusal';
  /** Asks for no conversation. */
  free?: true;
  /** Refused on a chat that another agent has: to all, or to all but leads. */
  othersChat?: 'refused' | 'leads';
}

const GOOD: Record<EventName, Good> = {
  inbox: { payload: () => ({ filter: 'all', limit: 10 }), free: true },
  inboxItems: { payload: ({ conversation }) => ({ ids: [conversation] }), free: true },
  find: { payload: () => ({ text: 'TW-AAAAA' }), free: true },
  colleagues: { payload: () => ({}), free: true },
  available: { payload: () => ({ on: true }), free: true },
  open: { payload: (of) => ({ ...of, after: 0 }) },
  leave: { payload: (of) => of },
  desk: { payload: (of) => of },
  flowMap: { payload: (of) => of },
  original: { payload: (of) => ({ ...of, seq: 1 }) },
  letters: { payload: (of) => of },
  seen: { payload: (of) => ({ ...of, seq: 1 }) },
  note: { payload: (of) => ({ ...of, id: freshId(), text: 'x' }) },
  removeNote: { payload: (of) => ({ ...of, id: 'note-of-mine' }), first: 'note' },
  take: { payload: (of) => of, othersChat: 'refused' },
  giveBack: { payload: (of) => ({ ...of, step: 'resume' }), othersChat: 'refused' },
  transfer: { payload: (of) => ({ ...of, to: byRole.owner.row.id }), othersChat: 'leads' },
  release: { payload: (of) => of, othersChat: 'leads' },
  say: { payload: (of) => ({ ...of, id: freshId(), text: 'x' }), othersChat: 'refused' },
  askAgain: { payload: (of) => ({ ...of, item: 'label', reason: 'x' }), othersChat: 'refused' },
  record: { payload: (of) => ({ ...of, finding: 'lost' }), othersChat: 'refused' },
  settleRemedy: { payload: (of) => ({ ...of, remedy: 'refund', asked: 'either' }), othersChat: 'refused' },
  promise: { payload: (of) => ({ ...of, id: freshId(), text: 'x', dueAt: test.clock.now() + DAY }), othersChat: 'refused' },
  settlePromise: { payload: (of, { promise }) => ({ ...of, promise, state: 'kept' }), othersChat: 'refused' },
  extendProtection: { payload: (of) => ({ ...of, until: test.clock.now() + 90 * DAY }), othersChat: 'refused' },
  sendLetter: { payload: (of) => ({ ...of, id: freshId(), letter: 'signedNotReceived' }), othersChat: 'refused' },
  close: { payload: (of) => ({ ...of, outcome: 'solved' }), othersChat: 'refused' },
  reopen: { payload: (of) => of, first: 'closed', othersChat: 'refused' },
  typing: { payload: (of) => ({ ...of, on: true }), othersChat: 'refused' },
  claimLine: { payload: (of) => ({ ...of, version: 0, line: 'platform', kind: 'lost' }), othersChat: 'refused' },
  claimFile: { payload: (of) => ({ ...of, version: 0, ...complaint(), at: test.clock.now() }), othersChat: 'refused' },
  claimAnswer: {
    payload: (of) => ({ ...of, version: 1, outcome: 'accepted', amount: 100, at: test.clock.now() }),
    first: 'claim',
    othersChat: 'refused',
  },
  claimAppeal: { payload: (of) => ({ ...of, version: 2, at: test.clock.now() }), first: 'refusal', othersChat: 'refused' },
  claimGoods: { payload: (of) => ({ ...of, version: 0, goods: GOODS }), othersChat: 'refused' },
  claimUndo: { payload: (of) => ({ ...of, version: 1 }), first: 'claim', othersChat: 'refused' },
};

const complaint = () => ({ line: 'platform', kind: 'lost' });
const GOODS = {
  goods: 'declared',
  pieces: 1,
  grams: 1_200,
  postage: 5_000,
  declared: 30_000,
  loss: null,
  box: 'unknown',
  scale: 'unknown',
  certificate: false,
};

/** A chat with an open case and a promise, which `who` has. */
async function heldBy(who: TestAgent): Promise<{ one: Talk; promise: string }> {
  const one = await caseOpen(test);
  const [promise] = await test.store.promisesOf(test.shop.id, one.of.conversation);
  expect(await who.emit('take', one.of)).toMatchObject({ ok: true });
  return { one, promise: promise?.id ?? '' };
}

describe.each(ROLES)('a %s', (role) => {
  it.each(EVENTS)('on one’s own conversation: %s', async (event) => {
    const mei = byRole[role];
    const { one, promise } = await heldBy(mei);
    const { first, payload } = GOOD[event];
    if (first === 'note') await mei.emit('note', { ...one.of, id: 'note-of-mine', text: 'x' });
    if (first === 'closed') await mei.emit('close', { ...one.of, outcome: 'solved' });
    const at = test.clock.now();
    if (first === 'claim' || first === 'refusal') await mei.emit('claimFile', { ...one.of, version: 0, ...complaint(), at });
    if (first === 'refusal') await mei.emit('claimAnswer', { ...one.of, version: 1, outcome: 'refused', amount: null, at });
    const answer = await mei.emit(event, payload(one.of, { promise }));
    if (may(role, EVENT_RIGHTS[event])) expect(answer).toMatchObject({ ok: true });
    else expect(answer).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    one.close();
  });

  const shared = EVENTS.filter((event) => GOOD[event].othersChat !== undefined);
  it.each(shared)('on another agent’s conversation: %s', async (event) => {
    const mei = byRole[role];
    const { one, promise } = await heldBy(ben);
    const before = await test.store.conversation(test.shop.id, one.of.conversation);
    const answer = await mei.emit(event, GOOD[event].payload(one.of, { promise }));
    if (GOOD[event].othersChat === 'leads' && may(role, 'lead')) expect(answer).toMatchObject({ ok: true });
    else {
      const code = event === 'take' ? 'E_TAKEN' : 'E_NOT_ALLOWED';
      expect(answer).toMatchObject({ ok: false, code, text: 'Ben has this conversation.' });
      expect(await test.store.conversation(test.shop.id, one.of.conversation)).toEqual(before);
    }
    one.close();
  });
});

describe('a foreign shop’s conversation', () => {
  it.each(EVENTS.filter((event) => !GOOD[event].free))('is answered like one that is unknown: %s', async (event) => {
    const { one, promise } = await heldBy(ben);
    const before = await test.store.conversation(test.shop.id, one.of.conversation);
    const { payload } = GOOD[event];
    const answer = await eve.emit(event, payload(one.of, { promise }));
    expect(answer).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
    expect(await eve.emit(event, payload({ conversation: freshId() }, { promise }))).toEqual(answer);
    expect(await test.store.conversation(test.shop.id, one.of.conversation)).toEqual(before);
    one.close();
  });

  it('is in no list, is not found, and nobody of it is a colleague', async () => {
    const { one } = await heldBy(ben);
    const number = one.shopper.conversation().case?.number;
    expect(await eve.emit('inbox', { filter: 'all', limit: 100 })).toMatchObject({ ok: true, items: [], counts: { all: 0 }, viewing: [] });
    expect(await eve.emit('inboxItems', { ids: [one.of.conversation] })).toMatchObject({ ok: true, items: [] });
    expect(await eve.emit('find', { text: number })).toMatchObject({ ok: true, items: [] });
    expect(await eve.emit('colleagues', {})).toMatchObject({ colleagues: [{ name: 'Eve' }] });
    expect(await ben.emit('transfer', { ...one.of, to: eve.row.id })).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
    one.close();
  });
});

describe('a bad payload', () => {
  it.each(EVENTS)('is refused and changes nothing: %s', async (event) => {
    const good = GOOD[event].payload({ conversation: freshId() }, { promise: freshId() });
    const bad: unknown[] = [null, 1, 'x', [], { ...good, more: 1 }];
    for (const key of Object.keys(good)) {
      bad.push({ ...good, [key]: { $ne: null } }, { ...good, [key]: undefined });
      if (typeof (good as Record<string, unknown>)[key] === 'string')
        bad.push({ ...good, [key]: '' }, { ...good, [key]: 'x'.repeat(5_000) });
    }
    for (const payload of bad)
      expect(await ben.emit(event, payload), JSON.stringify(payload)).toMatchObject({ ok: false, code: 'E_BAD_PAYLOAD' });
  });

  it('is also a place in the list that is none of ours', async () => {
    const places = ['x', Buffer.from('3.1').toString('base64url'), Buffer.from("3.1.' OR 1=1").toString('base64url'), '__proto__'];
    for (const after of places)
      expect(await ben.emit('inbox', { filter: 'all', after, limit: 10 }), after).toMatchObject({ ok: false, code: 'E_BAD_PAYLOAD' });
  });
});

it('a server does not start where an event has no handler, or a handler no line', () => {
  const whole = Object.fromEntries(EVENTS.map((event) => [event, {}])) as unknown as Table;
  expect(() => assertComplete(whole)).not.toThrow();
  const { note: _note, ...less } = whole;
  expect(() => assertComplete(less as Table)).toThrow('without a handler: note');
  expect(() => assertComplete({ ...whole, erase: {} } as unknown as Table)).toThrow('without a line: erase');
});
