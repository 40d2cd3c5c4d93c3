/** The list over the wire: what is in it, in which order, how it is read while it moves. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InboxCounts, type InboxItem, RANKS } from '../../../protocol/inbox.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { freshId, openShopper } from '../../support/shopper.ts';
import type { ShopRow } from '../../../server/store/port.ts';
import { caseOpen, photosAsked, talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
/** A shop of the test's own, so that nothing else stands in its list. */
let shop: ShopRow;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  shop = { ...test.shop, id: freshId(), key: `shop-${freshId()}` };
  await test.store.addShop(shop);
  mei = await openAgent(test.url, test.store, shop.id, 'Mei', test.clock.now());
  return () => mei.close();
});

interface Listed {
  items: InboxItem[];
  next: string | null;
  counts: InboxCounts;
}
const list = async (filter = 'all', more: object = {}, agent = mei): Promise<Listed> => {
  const answer = await agent.emit('inbox', { filter, limit: 100, ...more });
  if (!answer.ok) throw new Error(answer.code);
  return answer as unknown as Listed;
};
const itemOf = async (id: string, agent = mei): Promise<InboxItem | undefined> =>
  ((await agent.emit('inboxItems', { ids: [id] })) as unknown as { items: InboxItem[] }).items[0];
const said = async (words: string) => {
  const shopper = await openShopper(test.url, { store: shop.key });
  await shopper.say(words);
  return { shopper, id: shopper.conversation().id };
};

describe('a conversation', () => {
  it('enters with the shopper’s first words, not before', async () => {
    const shopper = await openShopper(test.url, { store: shop.key });
    expect((await list()).items).toEqual([]);
    mei.mark();
    await shopper.say('my parcel is lost');
    const { id } = shopper.conversation();
    const hint = await mei.hear('inboxChanged', ({ ids }) => ids.includes(id));
    expect(hint.ids).toEqual([id]);
    const { items, counts } = await list();
    expect(items).toMatchObject([
      {
        id,
        rank: RANKS.quiet,
        chipAt: null,
        status: 'bot',
        locale: 'en',
        language: 'English',
        problem: 'lost',
        preview: { from: 'shopper', text: 'my parcel is lost' },
        unread: 1,
        agent: null,
      },
    ]);
    expect(counts).toEqual({ all: 1, waiting: 0, mine: 0, bot: 1, closed: 0 });
    shopper.close();
  });

  it('goes through the filters as it goes through hands', async () => {
    const { shopper, id } = await said('my parcel is lost');
    const ids = async (filter: string) => (await list(filter)).items.map((item) => item.id);
    expect([await ids('bot'), await ids('waiting'), await ids('mine'), await ids('closed')]).toEqual([[id], [], [], []]);
    await shopper.send({ kind: 'wantsPerson' });
    const wanted = (await list('waiting')).items[0];
    expect(wanted).toMatchObject({ id, status: 'waiting', rank: RANKS.person });
    expect(wanted?.chipAt).toBeGreaterThan(0);
    await mei.emit('take', { conversation: id });
    await shopper.say('are you there?');
    expect((await list('mine')).items).toMatchObject([{ id, rank: RANKS.waiting, agent: { name: 'Mei' } }]);
    await mei.emit('say', { conversation: id, id: freshId(), text: 'yes' });
    expect((await list('mine')).items[0]?.rank).not.toBe(RANKS.waiting);
    await mei.emit('close', { conversation: id, outcome: 'solved' });
    expect((await list('closed')).items).toMatchObject([{ id, rank: RANKS.closed, chipAt: test.clock.now() }]);
    expect((await list()).counts).toEqual({ all: 0, waiting: 0, mine: 0, bot: 0, closed: 1 });
    shopper.close();
  });

  it('counts what no agent has seen, and forgets it when one has', async () => {
    const { shopper, id } = await said('my parcel is lost');
    for (let n = 0; n < 11; n += 1) await shopper.say(`word ${n}`);
    expect((await itemOf(id))?.unread).toBe(10);
    mei.mark();
    await mei.emit('seen', { conversation: id, seq: shopper.conversation().lastSeq });
    await mei.hear('inboxChanged', ({ ids }) => ids.includes(id));
    expect((await itemOf(id))?.unread).toBe(0);
    shopper.close();
  });

  it('shows a long message by its beginning, a choice in the reader’s words, hostile text as text', async () => {
    const { shopper, id } = await said(`<img src=x onerror=alert(1)> ${'a'.repeat(500)}`);
    const { preview } = (await itemOf(id)) ?? {};
    expect(preview?.text.startsWith('<img src=x onerror=alert(1)>')).toBe(true);
    expect(preview?.text.length).toBeLessThan(200);
    await shopper.send({ kind: 'wantsPerson' });
    expect((await itemOf(id))?.preview).toEqual({ from: 'shopper', text: 'Talk to a person' });
    shopper.close();
  });

  it('of an agent who reads Spanish names languages in Spanish', async () => {
    const { shopper, id } = await said('my parcel is lost');
    const ana = await openAgent(test.url, test.store, shop.id, 'Ana', test.clock.now(), { locale: 'es' });
    expect((await itemOf(id, ana))?.language).toBe('inglés');
    ana.close();
    shopper.close();
  });
});

describe('what is due', () => {
  it('rises by the clock alone, is said when it does, and rests when somebody has spoken', async () => {
    const { shopper, id } = await said('my parcel is lost');
    await mei.emit('take', { conversation: id });
    const dueAt = test.clock.now() + 5 * HOUR;
    await mei.emit('promise', { conversation: id, id: freshId(), text: 'By tonight.', dueAt });
    expect(await itemOf(id)).toMatchObject({ rank: RANKS.promised, rankAt: dueAt, chipAt: dueAt });
    await test.app.tick();
    mei.mark();
    test.clock.advance(3 * HOUR);
    await test.app.tick();
    await mei.hear('inboxChanged', ({ ids }) => ids.includes(id));
    expect(await itemOf(id)).toMatchObject({ rank: RANKS.due, chipAt: dueAt });
    test.clock.advance(2 * HOUR + MINUTE);
    await test.app.tick();
    expect(await itemOf(id)).toMatchObject({ rank: RANKS.late, rankAt: dueAt, chipAt: dueAt });
    await shopper.say('and?');
    expect((await itemOf(id))?.rank).toBe(RANKS.late);
    await mei.emit('say', { conversation: id, id: freshId(), text: 'I am late, here it is.' });
    expect((await itemOf(id))?.rank).not.toBe(RANKS.late);
    shopper.close();
  });
});

describe('reading page by page', () => {
  it('gives every row once, in order, also while rows move', async () => {
    const shoppers = [];
    for (let n = 0; n < 25; n += 1) {
      shoppers.push(await said(`my parcel ${n} is lost`));
      test.clock.advance(1_000);
    }
    const seen: InboxItem[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Listed = await list('all', { limit: 10, ...(after !== null && { after }) });
      seen.push(...page.items);
      after = page.next;
      pages += 1;
      // One that was read already rises; one that was not yet read does too, and is told by its id.
      if (pages === 1) {
        mei.mark();
        await shoppers[24]?.shopper.send({ kind: 'wantsPerson' });
        await shoppers[0]?.shopper.send({ kind: 'wantsPerson' });
      }
    } while (after !== null);
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const missed = shoppers.map(({ id }) => id).filter((id) => !ids.includes(id));
    expect(missed).toEqual([shoppers[0]?.id]);
    await mei.hear('inboxChanged', (hint) => missed.every((id) => hint.ids.includes(id)));
    const key = ({ rank, rankAt, id }: InboxItem) => [rank, rankAt, id] as const;
    const inOrder = (items: InboxItem[]) =>
      items.every((item, n) => {
        const before = items[n - 1];
        if (!before) return true;
        const [a, b] = [key(before), key(item)];
        return a[0] < b[0] || (a[0] === b[0] && (a[1] < b[1] || (a[1] === b[1] && a[2] < b[2])));
      });
    expect(inOrder(seen)).toBe(true);
    const whole = (await list()).items;
    expect(whole).toHaveLength(25);
    expect(inOrder(whole)).toBe(true);
    expect(whole.slice(0, 2).map(({ status }) => status)).toEqual(['waiting', 'waiting']);
    for (const { shopper } of shoppers) shopper.close();
  });

  it('many changes at once are told in few hints', async () => {
    const shoppers = await Promise.all(Array.from({ length: 120 }, () => openShopper(test.url, { store: shop.key })));
    mei.mark();
    await Promise.all(shoppers.map((shopper) => shopper.say('my parcel is lost')));
    await test.app.idle();
    const ids = new Set(shoppers.map((shopper) => shopper.conversation().id));
    await expect
      .poll(() => {
        const hints = mei.heard().filter(({ event }) => event === 'inboxChanged') as { payload: { ids: string[]; all?: true } }[];
        for (const { payload } of hints) for (const id of payload.ids) ids.delete(id);
        return ids.size === 0 || hints.some(({ payload }) => payload.all === true);
      })
      .toBe(true);
    const hints = mei.heard().filter(({ event }) => event === 'inboxChanged') as { payload: { ids: string[] } }[];
    expect(Math.max(...hints.map(({ payload }) => payload.ids.length))).toBeLessThanOrEqual(100);
    expect(hints.length).toBeLessThan(30);
    for (const shopper of shoppers) shopper.close();
  });
});

describe('in the demo shop', () => {
  it('finds by case, order and tracking number, however they are typed', async () => {
    const ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', test.clock.now());
    const one = await caseOpen(test);
    const number = one.shopper.conversation().case?.number ?? '';
    const item = await itemOf(one.of.conversation, ben);
    expect(item).toMatchObject({ name: 'Anna', orderNumber: '1003', caseNumber: number, parcel: 'delivered', problem: 'delivered' });
    const find = async (text: string) =>
      ((await ben.emit('find', { text })) as unknown as { items: InboxItem[] }).items.map(({ id }) => id);
    for (const text of [number, number.toLowerCase(), ` ${number} `, '1003', '#1003'])
      expect(await find(text), text).toContain(one.of.conversation);
    expect(await find('nothing')).toEqual([]);
    expect(await find("' OR 1=1 --")).toEqual([]);
    one.close();
    ben.close();
  });

  it('shows how far the photos are, and what the carrier owes', async () => {
    const ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', test.clock.now());
    const [one, two] = [await photosAsked(test), await caseOpen(test)];
    const prompt = await one.shopper.prompt(({ kind }) => kind === 'evidence');
    await one.shopper.send({ kind: 'evidenceCant', prompt: prompt.id, reason: 'no_camera' });
    expect((await itemOf(one.of.conversation, ben))?.photos).toEqual({ done: 0, of: 4 });
    const owed = await itemOf(two.of.conversation, ben);
    expect(owed).toMatchObject({ rank: RANKS.promised });
    expect(owed?.chipAt).toBeGreaterThan(test.clock.now() + DAY);
    one.close();
    two.close();
    ben.close();
  });
});

it('a talk of the bot alone writes its place once, and reads it never again', async () => {
  const counted = { writes: 0, reads: 0 };
  const own = await startApp({
    store: () => ({
      ...test.store,
      commit: (change) => {
        counted.writes += change.inbox ? 1 : 0;
        return test.store.commit(change);
      },
      inboxRow: (...asked) => {
        counted.reads += 1;
        return test.store.inboxRow(...asked);
      },
      close: () => Promise.resolve(),
    }),
  });
  const one = await talk(own);
  expect(counted).toEqual({ writes: 1, reads: 1 });
  for (let n = 0; n < 5; n += 1) {
    await one.shopper.send({ kind: 'startOver' });
    await one.shopper.say('my parcel is lost');
    await one.shopper.prompt(({ kind }) => kind === 'find');
  }
  expect(counted).toEqual({ writes: 1, reads: 1 });
  one.close();
  await own.close();
});
