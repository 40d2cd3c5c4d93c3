/** What a shopper missed, and letters, by e-mail: through a real mail server, read as a mail program reads them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskView } from '../../../protocol/desk.ts';
import type { LetterId } from '../../../protocol/letters.ts';
import { newToken } from '../../../server/identity/tokens.ts';
import { type MailProvider, MailRefused, type OutgoingMail } from '../../../server/providers/ports.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { StorageError, type MailRow, type Store } from '../../../server/store/port.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp, type TestAppOptions } from '../../support/app.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { freshId, openShopper } from '../../support/shopper.ts';
import { caseOpen, talk, type Talk } from './talks.ts';

let post: MailServer;
let test: TestApp;
let mei: TestAgent;
const start = async (options: TestAppOptions = {}) => {
  test = await startApp({ config: { mail: post.settings }, ...options });
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei Lin', test.clock.now());
};
beforeEach(async () => {
  post = await startMailServer();
});
afterEach(async () => {
  mei.close();
  await test.close();
  await post.stop();
});

const mailsOf = ({ ref }: Talk): Promise<MailRow[]> => test.store.mailsOf(ref.storeId, ref.conversationId);
const deskOf = async ({ of }: Talk): Promise<DeskView> => ((await mei.emit('desk', of)) as unknown as { desk: DeskView }).desk;
const later = async (ms = 3 * MINUTE) => {
  test.clock.advance(ms);
  await test.app.tick();
};

/** A talk with a case, read to its end and left. */
async function away(words?: (one: Talk) => Promise<void>): Promise<Talk> {
  const one = await caseOpen(test);
  await words?.(one);
  await readAll(one);
  await later();
  post.received.length = 0;
  await mei.emit('take', one.of);
  one.close();
  return one;
}
async function readAll({ shopper, ref }: Talk): Promise<void> {
  await test.app.idle();
  const row = await test.store.conversation(ref.storeId, ref.conversationId);
  await shopper.emit('seen', { seq: row?.lastSeq ?? 0 });
}
async function says(one: Talk, ...texts: string[]): Promise<void> {
  for (const text of texts) expect(await mei.emit('say', { ...one.of, id: freshId(), text })).toMatchObject({ ok: true });
}
/** A letter that the flow sends, put where a turn would put it. */
async function letter({ ref }: Talk, id: LetterId, facts: MailRow['facts'] = {}): Promise<void> {
  const row = await test.store.conversation(ref.storeId, ref.conversationId);
  if (!row) throw new Error('no conversation');
  const at = test.clock.now();
  const about = { storeId: row.storeId, conversationId: row.id, facts, afterSeq: row.lastSeq - 1, throughSeq: row.lastSeq };
  const mail: MailRow = {
    ...about,
    id: freshId(),
    letter: id,
    state: 'waiting',
    why: null,
    createdAt: at,
    dueAt: at,
    attempts: 0,
    settledAt: null,
  };
  const nothing = {
    messages: [],
    effects: [],
    settledEffects: [],
    cases: [],
    promises: [],
    photos: [],
    removedPhotos: [],
    ratings: [],
    audit: [],
  };
  const change = { storeId: row.storeId, conversationId: row.id, expectedVersion: row.version, ...nothing };
  const timers = { set: [], cancel: [], fired: null };
  expect(await test.store.commit({ ...change, timers, mails: [mail], conversation: { ...row, version: row.version + 1 } })).toEqual({
    ok: true,
  });
}
const linkIn = (text: string | undefined) => /#link=([A-Za-z0-9_-]+)/.exec(text ?? '')?.[1] ?? '';

describe('a shopper who is away', () => {
  it('gets one mail for three messages, after the minutes of the policy, at the address of the order', async () => {
    await start();
    const one = await away();
    await says(one, 'I rang the driver.', 'He left it at number 14.', 'Ask there, they keep it for you.');
    await later(3 * MINUTE - 1);
    expect(post.received).toEqual([]);
    await later(1);
    await later(HOUR);
    expect(post.received).toHaveLength(1);
    const [{ to, from, mail }] = post.received as [(typeof post.received)[0]];
    expect(to).toEqual(['anna@example.com']);
    expect(from).toBe('help@shop.example');
    expect(mail.from?.value).toEqual([{ address: 'help@shop.example', name: test.shop.settings.name }]);
    expect(mail.subject).toContain('1003');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    for (const side of [mail.text, String(mail.html)])
      for (const words of ['Mei Lin wrote:', 'I rang the driver.', 'He left it at number 14.', 'they keep it for you'])
        expect(side).toContain(words);
    expect((await mailsOf(one)).at(-1)).toMatchObject({ letter: 'notice', state: 'sent', why: null });
    expect((await deskOf(one)).mails.at(-1)).toMatchObject({ label: 'What they missed in the chat', state: 'sent' });
  });

  it('comes back by the link, into the same talk, once', async () => {
    await start();
    const one = await away();
    await says(one, 'I rang the driver.');
    await later();
    const link = linkIn(post.received[0]?.mail.text);
    expect(String(post.received[0]?.mail.html)).toContain(`#link=${link}`);
    const back = await openShopper(test.url, { store: test.shop.key, link: { token: link, key: newToken() } });
    expect(back.conversation().id).toBe(one.of.conversation);
    expect(back.texts()).toContain('I rang the driver.');
    const again = await openShopper(test.url, { store: test.shop.key, link: { token: link, key: newToken() } }).then(
      (other) => other.conversation().id,
      () => 'refused',
    );
    expect(again).not.toBe(one.of.conversation);
    back.close();
  });

  it('gets none when they read it meanwhile, or what was said is their own doing', async () => {
    await start();
    const one = await away();
    await says(one, 'I rang the driver.');
    const back = await openShopper(test.url, { store: test.shop.key, token: one.shopper.token });
    await back.emit('seen', { seq: back.conversation().lastSeq });
    await later();
    expect((await mailsOf(one)).at(-1)).toMatchObject({ state: 'dropped', why: 'read' });
    const count = (await mailsOf(one)).length;
    await back.say('thank you');
    await back.send({ kind: 'wantsPerson' });
    expect(await mailsOf(one)).toHaveLength(count);
    await later(HOUR);
    expect(post.received).toEqual([]);
    back.close();
  });

  it('gets a second mail for what comes after the first, and nothing of it twice, as one thread', async () => {
    await start();
    const one = await away();
    await says(one, 'First of all.');
    await later();
    await says(one, 'And then this.');
    await later();
    expect(post.received.map(({ mail }) => [mail.text?.includes('First of all.'), mail.text?.includes('And then this.')])).toEqual([
      [true, false],
      [false, true],
    ]);
    const [first, second] = post.received.map(({ mail }) => mail);
    expect(first?.references).toBeTruthy();
    expect(second?.references).toEqual(first?.references);
    expect(second?.messageId).not.toBe(first?.messageId);
  });

  it('of whom no address is proven gets none: a claim is no address', async () => {
    await start();
    const one = await talk(test);
    await one.shopper.say('my mail is victim@example.com');
    await one.shopper.emit('setContext', { context: { email: 'victim@example.com' } });
    await mei.emit('take', one.of);
    one.close();
    await says(one, 'Are you there?');
    await letter(one, 'closed');
    await later(HOUR);
    expect(post.received).toEqual([]);
    expect(await mailsOf(one)).toMatchObject([{ letter: 'closed', state: 'dropped', why: 'noAddress' }]);
  });

  it.each([
    ['ar', 'rtl', 'جديد طلبك', 'كتب'],
    ['zh-CN', 'ltr', '您的订单', '写道：'],
    ['es', 'ltr', 'novedades de tu pedido', 'escribió:'],
  ])('reads it in their language: %s', async (locale, dir, subject, wrote) => {
    await start();
    const one = await away(async ({ shopper }) => void (await shopper.emit('setLocale', { locale })));
    await says(one, 'I rang the driver.');
    await later();
    const { mail, raw } = post.received[0] as (typeof post.received)[0];
    expect(mail.subject).toContain(subject);
    // No header carries a letter that is not ASCII.
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(String(mail.html)).toContain(`<html lang="${locale}" dir="${dir}">`);
    for (const side of [mail.text, String(mail.html)]) expect(side).toContain(wrote);
  });
});

describe('letters', () => {
  it('that are receipts go out at once, also to those who are here', async () => {
    await start();
    const one = await caseOpen(test);
    await readAll(one);
    await letter(one, 'closed');
    await letter(one, 'evidenceReceived');
    await test.app.tick();
    expect(post.received).toHaveLength(2);
    expect(linkIn(post.received[0]?.mail.text)).not.toBe('');
    one.close();
  });

  it('of any other kind only to those who have not read it', async () => {
    await start();
    const one = await caseOpen(test);
    await readAll(one);
    await letter(one, 'late', { was: { $date: test.clock.now(), as: 'day' } });
    await test.app.tick();
    expect(post.received).toEqual([]);
    expect((await mailsOf(one)).find((mail) => mail.letter === 'late')).toMatchObject({ state: 'dropped', why: 'read' });
    one.close();
  });
});

describe('the mail server', () => {
  it('that is down is asked again later, with longer pauses, and then it arrives once', async () => {
    await start();
    const one = await away();
    await post.stop();
    await says(one, 'I rang the driver.');
    await later();
    expect((await mailsOf(one)).at(-1)).toMatchObject({ state: 'waiting', attempts: 1, dueAt: test.clock.now() + MINUTE });
    await later(MINUTE);
    expect((await mailsOf(one)).at(-1)).toMatchObject({ state: 'waiting', attempts: 2, dueAt: test.clock.now() + 5 * MINUTE });
    await post.start();
    await later(5 * MINUTE - 1);
    expect(post.received).toEqual([]);
    await later(1);
    await later(DAY);
    expect(post.received).toHaveLength(1);
    expect(test.log.join('')).not.toContain('anna@example.com');
    expect(test.log.join('')).not.toContain(linkIn(post.received[0]?.mail.text));
  });

  it('that never answers is given up after five tries, and the desk says so', async () => {
    await start({ mail: { send: () => Promise.reject(new Error('connect ECONNREFUSED')) } });
    const one = await away();
    await says(one, 'I rang the driver.');
    for (const pause of [3 * MINUTE, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR]) await later(pause);
    expect((await deskOf(one)).mails.at(-1)).toMatchObject({ state: 'failed', why: 'unsent' });
    expect(test.log.join('')).toContain('mail.failed');
  });

  it('that refuses the address is not asked again', async () => {
    await start();
    const one = await away();
    post.refuse(550);
    await says(one, 'I rang the driver.');
    await later();
    expect((await mailsOf(one)).at(-1)).toMatchObject({ state: 'failed', why: 'refused', attempts: 1 });
    expect(test.log.join('')).not.toContain('someone@example.com');
  });

  it('that there is none of: nothing is promised, letters are dropped, and the desk says so', async () => {
    await start({ config: { mail: null } });
    const one = await caseOpen(test);
    await test.app.idle();
    expect(one.shopper.texts().join(' ')).not.toContain('e-mail address');
    await letter(one, 'closed');
    await test.app.tick();
    expect((await deskOf(one)).mails.find(({ label }) => label === 'Case closed')).toMatchObject({ state: 'dropped', why: 'off' });
    expect(await mailsOf(one)).not.toContainEqual(expect.objectContaining({ letter: 'notice' }));
    one.close();
  });

  it('is told of in the talk where it works and an address is known', async () => {
    await start();
    const one = await caseOpen(test);
    await test.app.idle();
    await one.shopper.until(() => one.shopper.texts().some((text) => text.includes('e-mail address')));
    one.close();
  });
});

describe('a crash between sending and settling', () => {
  it('sends at most a second time, under the same name', async () => {
    let dies = false;
    const wrap = (store: Store): Store => ({
      ...store,
      settleMail: (...args) => (dies ? Promise.reject(new StorageError('gone')) : store.settleMail(...args)),
    });
    await start({ store: (dir) => wrap(openSqliteStore({ path: `${dir}/tracewell.db` })) });
    const one = await away();
    dies = true;
    await letter(one, 'closed');
    await test.app.tick();
    dies = false;
    await later(MINUTE);
    expect(post.received).toHaveLength(1);
    await later(10 * MINUTE);
    await later(DAY);
    expect(post.received).toHaveLength(2);
    expect(post.received[1]?.mail.messageId).toBe(post.received[0]?.mail.messageId);
    expect((await mailsOf(one)).at(-1)).toMatchObject({ letter: 'closed', state: 'sent', attempts: 2 });
  });
});

describe('two nodes', () => {
  it('send each mail once', async () => {
    await start();
    const other = await startApp({
      clock: test.clock,
      store: () => openSqliteStore({ path: `${test.dataDir}/tracewell.db` }),
      config: { mail: post.settings },
    });
    const talks = [await away(), await away(), await away()];
    for (const one of talks) await says(one, `For ${one.of.conversation}`);
    test.clock.advance(3 * MINUTE);
    await Promise.all([test.app.tick(), other.app.tick(), test.app.tick(), other.app.tick()]);
    await later(DAY);
    await other.app.tick();
    for (const { of } of talks) expect(post.received.filter(({ mail }) => mail.text?.includes(`For ${of.conversation}`))).toHaveLength(1);
    await other.close();
  });
});

describe('what others wrote', () => {
  it('stays what it is: no markup, no place, no header of its own', async () => {
    const sent: OutgoingMail[] = [];
    await start({ mail: { send: async (mail) => void sent.push(mail) } });
    const one = await away();
    await says(one, '<img src=x onerror=alert(1)> {{constructor}} {{link}} **not bold** \r\nBcc: other@example.com');
    await later();
    const [mail] = sent;
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt; {{constructor}} {{link}} **not bold**');
    expect(mail?.html).not.toMatch(/<img|<script/);
    expect(mail?.text).toContain('<img src=x onerror=alert(1)> {{constructor}}');
  });

  it('of a shop’s name begins no header and adds nobody', async () => {
    await start();
    const one = await away();
    const shop = await test.store.shopById(test.shop.id);
    if (!shop) throw new Error('no shop');
    const name = 'Paper\r\nBcc: other@example.com\r\n\r\n"Co" <x@example.com>';
    await test.store.saveSettings(shop.id, { ...shop.settings, name }, test.clock.now());
    await says(one, 'I rang the driver.');
    await later();
    const { to, mail } = post.received[0] as (typeof post.received)[0];
    expect(to).toEqual(['anna@example.com']);
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.from?.value).toHaveLength(1);
    expect(mail.from?.value[0]?.address).toBe('help@shop.example');
  });

  it('of a refusal stays out of the log', async () => {
    const mail: MailProvider = { send: () => Promise.reject(new MailRefused('550 <anna@example.com> is not here')) };
    await start({ mail });
    const one = await away();
    await says(one, 'I rang the driver.');
    await later();
    expect(test.log.join('')).toContain('mail.failed');
    expect(test.log.join('')).not.toContain('anna@example.com');
  });
});

it('mails that were settled are forgotten after ninety days', async () => {
  await start();
  const one = await away();
  await says(one, 'I rang the driver.');
  await later();
  test.clock.advance(91 * DAY);
  await test.app.sweep();
  expect((await mailsOf(one)).filter(({ state }) => state !== 'waiting')).toEqual([]);
});
