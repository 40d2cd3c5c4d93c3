/** A case over weeks, with the whole server: its dates are rows, its timers fire, and the shopper sees what became of each. */
import { afterEach, expect, it } from 'vitest';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, MINUTE, testClock } from '../../support/clock.ts';
import { caseOpen, type Talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
async function start(at?: number): Promise<void> {
  test = await startApp({ clock: testClock(at) });
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei Lin', test.clock.now());
}
afterEach(() => test.close());

const promisesOf = ({ of }: Talk) => test.store.promisesOf(test.shop.id, of.conversation);
/** To the moment when the next of these is due, and what the server does then. */
async function comes(dueAt: number | undefined): Promise<void> {
  test.clock.advance((dueAt ?? expect.fail('nothing is due')) - test.clock.now() + 1);
  await test.app.tick();
}

it('owns up to a missed date with the next one, and the ledger shows both', async () => {
  await start();
  const one = await caseOpen(test);
  const view = await one.shopper.until(({ promises }) => promises !== null);
  expect(view.promises).toMatchObject({ title: 'What we promised you', rows: [{ label: "The carrier's answer", state: 'open' }] });
  const [made] = await promisesOf(one);
  await comes(made?.dueAt);
  const late = await one.shopper.until(({ promises }) => promises?.rows.some(({ state }) => state === 'late') ?? false);
  // What is still to come stands before what became of the rest.
  expect(late.promises?.rows.map(({ state, label }) => [state, label])).toEqual([
    ['open', 'A person answers you'],
    ['open', "The carrier's answer"],
    ['late', "The carrier's answer"],
  ]);
  expect(one.shopper.texts().join('\n')).toContain('We missed that date');
  const renewed = (await promisesOf(one)).find(({ kind, state }) => kind === 'carrierAnswer' && state === 'open');
  expect(renewed?.dueAt).toBeGreaterThan(test.clock.now());

  // After so many days they sign in anew.
  const ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', test.clock.now());
  expect(await ben.emit('record', { ...one.of, finding: 'lost' })).toMatchObject({ ok: true });
  const kept = await one.shopper.until(({ promises }) => promises?.rows.some(({ state }) => state === 'kept') ?? false);
  expect(kept.promises?.rows.map(({ id, state }) => [id, state])).toEqual(
    expect.arrayContaining([
      [renewed?.id, 'kept'],
      [made?.id, 'late'],
    ]),
  );
  one.close();
});

it('keeps the date of the first trouble while a second is spoken of', async () => {
  await start();
  const one = await caseOpen(test);
  const [made] = await promisesOf(one);
  await one.shopper.say('and an item is missing from my box too');
  await one.shopper.until(({ case: opened }) => opened?.problem === 'missing' || one.shopper.conversation().prompt?.kind === 'items');
  expect((await promisesOf(one)).filter(({ state }) => state === 'open')).toEqual([made]);
  await comes(made?.dueAt);
  await one.shopper.until(() => one.shopper.texts().some((text) => text.includes('We missed that date')));
  const answers = (await promisesOf(one)).filter(({ kind }) => kind === 'carrierAnswer');
  expect(answers.map(({ state }) => state).sort()).toEqual(['late', 'open']);
  one.close();
});

it('takes a new end of the protection from an agent, tells it, counts down to it, and keeps it in the audit', async () => {
  await start();
  const one = await caseOpen(test);
  const until = test.clock.now() + 30 * DAY;
  for (const wrong of [test.clock.now() - DAY, test.clock.now(), test.clock.now() + 400 * DAY])
    expect(await mei.emit('extendProtection', { ...one.of, until: wrong })).toMatchObject({ ok: false, code: 'E_TIME' });
  expect(await mei.emit('extendProtection', { ...one.of, until })).toMatchObject({ ok: true });
  await one.shopper.until(() => one.shopper.texts().some((text) => text.includes('The platform shows a new date')));
  expect(await mei.emit('desk', one.of)).toMatchObject({ desk: { protectionEndsAt: until } });
  const audit = await test.store.auditOf(test.shop.id, null, 50);
  expect(audit.filter(({ action }) => action === 'agent.extendedProtection')).toMatchObject([
    { actor: mei.row.id, conversationId: one.of.conversation, detail: { until } },
  ]);

  const left = () => one.shopper.texts().filter((text) => text.startsWith('Your buyer protection ends on'));
  for (const told of [1, 2, 3]) {
    const timers = await test.store.timersOf(test.shop.id, one.of.conversation);
    await comes(timers.find(({ name }) => name === 'protection')?.dueAt);
    await one.shopper.until(() => left().length === told);
  }
  expect(left().map((text) => /\b(\d) days?\b/.exec(text)?.[1])).toEqual(['5', '3', '1']);
  expect(left().map((text) => text.includes('Open a dispute now'))).toEqual([false, true, true]);
  const timers = await test.store.timersOf(test.shop.id, one.of.conversation);
  expect(timers.map(({ name }) => name)).not.toContain('protection');
  one.close();
});

it('keeps a promise off the public holidays of the shop, from the owner’s change on', async () => {
  await start(Date.UTC(2026, 11, 22, 12));
  const before = await caseOpen(test);
  const [plain] = await promisesOf(before);
  const { settings } = test.shop;
  const holidays = { country: 'GB', region: 'ENG' };
  // What an owner changes holds on every node a few seconds later.
  test.clock.advance(MINUTE);
  await test.store.saveSettings(test.shop.id, { ...settings, policy: { ...settings.policy, holidays } }, test.clock.now());
  const after = await caseOpen(test);
  const [made] = await promisesOf(after);
  // Seven working days from a Tuesday: without holidays the Thursday of next week; Christmas, its Monday and New Year push it on.
  expect([plain, made].map((promise) => new Date(promise?.dueAt ?? 0).toISOString())).toEqual([
    '2026-12-31T18:00:00.000Z',
    '2027-01-05T18:00:00.000Z',
  ]);
  expect(await promisesOf(before)).toEqual([plain]);
  for (const one of [before, after]) one.close();
});
