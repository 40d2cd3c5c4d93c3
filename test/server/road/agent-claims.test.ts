/** The shop's claim on the carrier, as agents enter it, and that no shopper hears of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentClientEvents } from '../../../protocol/agent-events.ts';
import type { ClaimView } from '../../../protocol/claim.ts';
import type { DeskView } from '../../../protocol/desk.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { openShopper } from '../../support/shopper.ts';
import { caseOpen, talk, type Talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
beforeAll(async () => {
  test = await startApp();
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei Lin', test.clock.now());
});
afterAll(() => test.close());

const claimOf = async ({ of }: Talk): Promise<ClaimView> => {
  const { claim } = ((await mei.emit('desk', of)) as unknown as { desk: DeskView }).desk;
  if (!claim) throw new Error('no claim');
  return claim;
};
const complaint = { line: 'platform', kind: 'lost' } as const;
const enter = async (one: Talk, event: keyof AgentClientEvents, about: object, version?: number) =>
  mei.emit(event, { ...one.of, version: version ?? (await claimOf(one)).version, ...about });
const done = { ok: true };

describe('a claim', () => {
  it('is guessed from the parcel until an agent chooses, and is there with the case alone', async () => {
    const one = await caseOpen(test);
    expect(await claimOf(one)).toMatchObject({ version: 0, tries: [], used: 0, may: { undo: false } });
    expect(await enter(one, 'claimLine', { line: 'chinaEms', kind: 'missing' })).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({ version: 1, kind: 'missing', line: { id: 'chinaEms', chosen: true, currency: 'CNY' } });

    const two = await talk(test);
    expect(((await mei.emit('desk', two.of)) as unknown as { desk: DeskView }).desk.claim).toBeNull();
    expect(await mei.emit('claimLine', { ...two.of, version: 0, ...complaint })).toMatchObject({
      ok: false,
      code: 'E_NOT_ALLOWED',
      text: 'There is no case yet, so there is nothing to claim.',
    });
    one.close();
    two.close();
  });

  it('goes from the complaint over its answer and the appeal to the money, with each deed in the record', async () => {
    const one = await caseOpen(test);
    const at = test.clock.now();
    expect(await enter(one, 'claimFile', { ...complaint, at: at - 4 * DAY, note: 'Type: not received' })).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({ used: 1, clock: { what: 'answer', dueAt: at + 6 * DAY }, line: { mostTries: 2 } });
    expect(await enter(one, 'claimAnswer', { outcome: 'refused', amount: null, at: at - DAY })).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({ clock: { what: 'appeal', dueAt: at + 14 * DAY }, may: { appeal: true, file: true } });
    expect(await enter(one, 'claimAppeal', { at })).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({ clock: { what: 'decision' }, may: { appeal: false, file: false, answer: true } });
    expect(await enter(one, 'claimAnswer', { outcome: 'accepted', amount: 31_000, at })).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({
      clock: null,
      tries: [{ note: 'Type: not received', answer: { outcome: 'refused' }, appeal: { answer: { outcome: 'accepted', amount: 31_000 } } }],
    });
    const mine = (await test.store.auditOf(test.shop.id, null, 1_000)).filter((row) => row.conversationId === one.of.conversation);
    const deeds = mine.filter(({ action }) => action.startsWith('claim.'));
    expect(deeds.map(({ action }) => action).reverse()).toEqual(['claim.filed', 'claim.answered', 'claim.appealed', 'claim.answered']);
    // What an agent wrote can be taken back; the record can't, so it holds no words.
    expect(JSON.stringify(deeds)).not.toContain('not received');
    expect(new Set(deeds.map(({ actor }) => actor))).toEqual(new Set([mei.row.id]));
    one.close();
  });

  it('is complained about twice with the platform, and not a third time', async () => {
    const one = await caseOpen(test);
    const at = test.clock.now();
    for (const _ of [1, 2]) {
      expect(await enter(one, 'claimFile', { ...complaint, at })).toMatchObject(done);
      expect(await enter(one, 'claimAnswer', { outcome: 'refused', amount: null, at })).toMatchObject(done);
    }
    expect(await claimOf(one)).toMatchObject({ used: 2, may: { file: false } });
    expect(await enter(one, 'claimFile', { ...complaint, at })).toMatchObject({
      ok: false,
      code: 'E_NOT_ALLOWED',
      text: expect.stringContaining('all of them were used') as string,
    });
    expect((await claimOf(one)).tries).toHaveLength(2);
    one.close();
  });

  it('is worked out from weight and values', async () => {
    const one = await caseOpen(test);
    await enter(one, 'claimLine', { line: 'chinaEms', kind: 'damaged' });
    const goods = { goods: 'declared', pieces: 1, grams: 1_200, postage: 9_000, declared: 80_000, loss: 70_000, box: 'opened', scale: 'lighter', certificate: false }; // prettier-ignore
    expect(await enter(one, 'claimGoods', { goods })).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({
      goods,
      expected: { state: 'sum', rule: 'part', goods: 62_000, postage: 9_000, total: 71_000, cap: { amount: 62_000, kg: 2 } },
      needs: ['photos'],
    });
    one.close();
  });

  it('takes back what was entered last', async () => {
    const one = await caseOpen(test);
    const at = test.clock.now();
    await enter(one, 'claimFile', { ...complaint, at });
    expect(await enter(one, 'claimUndo', {})).toMatchObject(done);
    expect(await claimOf(one)).toMatchObject({ version: 2, tries: [], used: 0 });
    expect(await enter(one, 'claimUndo', {})).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    one.close();
  });
});

describe('refused is', () => {
  it('what was entered against an older state: nothing is written over', async () => {
    const one = await caseOpen(test);
    const at = test.clock.now();
    const both = await Promise.all([enter(one, 'claimFile', { ...complaint, at }, 0), enter(one, 'claimFile', { ...complaint, at }, 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'E_CHANGED' });
    for (const version of [0, 2]) expect(await enter(one, 'claimUndo', {}, version)).toMatchObject({ ok: false, code: 'E_CHANGED' });
    expect((await claimOf(one)).tries).toHaveLength(1);
    one.close();
  });

  it('a day that is still to come, or before what it follows', async () => {
    const one = await caseOpen(test);
    const at = test.clock.now();
    expect(await enter(one, 'claimFile', { ...complaint, at: at + 60_000 })).toMatchObject({ ok: false, code: 'E_TIME' });
    await enter(one, 'claimFile', { ...complaint, at });
    expect(await enter(one, 'claimAnswer', { outcome: 'refused', amount: null, at: at - 1 })).toMatchObject({
      ok: false,
      code: 'E_TIME',
      text: expect.stringContaining('lies before what you entered last') as string,
    });
    one.close();
  });

  it('an appeal where nothing was refused, and an answer where nothing was asked', async () => {
    const one = await caseOpen(test);
    const at = test.clock.now();
    expect(await enter(one, 'claimAppeal', { at })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    expect(await enter(one, 'claimAnswer', { outcome: 'none', amount: null, at })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    await enter(one, 'claimFile', { ...complaint, at });
    expect(await enter(one, 'claimAppeal', { at })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    one.close();
  });
});

it('nothing of a claim is in any packet to the shopper', async () => {
  const one = await caseOpen(test);
  const packets: unknown[] = [];
  one.shopper.socket.onAny((...args: unknown[]) => void packets.push(args));
  const { lastSeq } = one.shopper.conversation();
  const at = test.clock.now();
  await enter(one, 'claimFile', { ...complaint, at, note: 'For colleagues: marmalade' });
  await enter(one, 'claimAnswer', { outcome: 'accepted', amount: 7_654_321, at });
  await mei.emit('take', one.of);
  await one.shopper.until(({ status }) => status === 'agent');
  const again = await openShopper(test.url, { store: test.shop.key, token: one.shopper.token });
  packets.push(await one.shopper.emit('catchUp', { after: 0 }), await one.shopper.emit('setLocale', { locale: 'es' }));
  packets.push([...again.messages.values()], again.conversation());
  const told = JSON.stringify(packets);
  expect(told.length).toBeGreaterThan(500);
  expect(told).not.toMatch(/marmalade|7654321|claim|platform|chinaEms|uspsDomestic/);
  // Entering it says nothing in the talk: what came is the agent who joined.
  expect(again.conversation().lastSeq - lastSeq).toBe(1);
  again.close();
  one.close();
});
