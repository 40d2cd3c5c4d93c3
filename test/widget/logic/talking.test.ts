import { beforeEach, describe, expect, it } from 'vitest';
import type { Hello } from '../../../protocol/shopper-events.ts';
import { settle, testClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { TestBrowser } from './panel.ts';
import { TestServer } from './server.ts';

let clock: TestClock, server: TestServer, browser: TestBrowser;

beforeEach(() => {
  clock = testClock();
  server = new TestServer();
  browser = new TestBrowser(server, clock);
});

describe('beginning', () => {
  it('neither connects nor stores anything before the panel is shown', async () => {
    const panel = await browser.open({ shown: false });
    await clock.pass(60_000);
    expect(server.lines).toEqual([]);
    expect(browser.notes.size + browser.rows.size).toBe(0);
    panel.page({ tw: 'shown' });
    await settle();
    expect(panel.state).toMatchObject({ phase: 'ready', link: 'online', locale: 'en' });
    expect(panel.texts()).toEqual(['Hi [en]']);
  });

  it('connects unseen where a conversation is under way, and goes on with it', async () => {
    (await browser.open()).close();
    const panel = await browser.open({ shown: false });
    expect(panel.texts()).toEqual(['Hi [en]']);
    expect(server.talks).toHaveLength(1);
    expect(panel.posted).toContainEqual({ tw: 'active', active: true });
    // What was there before the page was loaded is no event of this page.
    expect(panel.posted.filter((p) => p.tw === 'message')).toEqual([]);
  });

  it('tells the page context, identity and flow only to a conversation that begins', async () => {
    const boot = { context: { order: '1001' }, identity: 'signed', flow: 'lost' };
    const first = await browser.open({ boot });
    expect(server.heard[0]?.payload).toMatchObject({ v: 1, store: 'shop', after: 0, ...boot });
    server.cut();
    await clock.pass(5_000);
    const again = server.heard.filter((h) => h.event === 'hello')[1]?.payload;
    expect(again).toMatchObject({ token: server.talk().token, after: 1 });
    expect(again).not.toHaveProperty('identity');
    expect(again).not.toHaveProperty('flow');
    first.close();
    await browser.open({ boot });
    expect(server.heard.map((h) => h.event)).toEqual(expect.arrayContaining(['identify', 'setContext']));
  });

  it('begins a talk of their own for another person who is signed in on this device', async () => {
    const panel = await browser.open();
    panel.chat.actions.say('for my eyes only');
    await settle();
    server.refuse('identify', 'E_NOT_ALLOWED');
    panel.page({ tw: 'identity', identity: 'signed-by-bob' });
    await clock.pass(5_000);
    const hello = server.heard.filter((h) => h.event === 'hello').at(-1)?.payload;
    expect(hello).toMatchObject({ identity: 'signed-by-bob', after: 0 });
    expect(hello).not.toHaveProperty('token');
    expect(panel.texts()).not.toContain('for my eyes only');
    expect(server.talks).toHaveLength(2);
  });

  it('begins what the page asks for, over the line that is up or over the next one', async () => {
    const panel = await browser.open();
    panel.page({ tw: 'flow', flow: 'lost' });
    await settle();
    expect(server.heard.at(-1)).toEqual({ event: 'startFlow', payload: { flow: 'lost' } });
    expect(server.count('hello')).toBe(1);
    server.cut();
    panel.page({ tw: 'flow', flow: 'customs' });
    await clock.pass(5_000);
    expect(server.heard.filter((h) => h.event === 'startFlow').map((h) => h.payload)).toEqual([{ flow: 'lost' }, { flow: 'customs' }]);
    server.cut();
    await clock.pass(5_000);
    expect(server.count('hello')).toBe(3);
    expect(server.count('startFlow')).toBe(2);
  });

  it('ignores a token and a language that were damaged', async () => {
    browser.notes.set('token', '\u0000broken').set('locale', '../../etc');
    const panel = await browser.open();
    expect(panel.state).toMatchObject({ phase: 'ready', locale: 'en' });
    expect(server.heard[0]?.payload).not.toHaveProperty('token');
  });

  it('drops rows that were damaged, and keeps the chat', async () => {
    for (const [i, row] of [null, 7, { id: 'x' }, { id: 'photo-broken', at: 1, kind: 'photo', blob: 'no' }].entries())
      browser.rows.set(`${i}`, row as never);
    const shelf = browser.device.bind(browser);
    browser.device = (panel) => ({ ...shelf(panel), shelf: { ...shelf(panel).shelf, all: async () => [...browser.rows.values()] } });
    const panel = await browser.open();
    panel.do.say('hello');
    await settle();
    expect(panel.texts()).toEqual(['Hi [en]', 'hello']);
    expect(panel.pending()).toEqual([]);
  });
});

describe('history', () => {
  it('pages until it has everything', async () => {
    const talk = server.begin(Array.from({ length: 23 }, (_, i) => `m${i + 1}`));
    browser.notes.set('token', talk.token);
    const panel = await browser.open();
    expect(panel.state.messages.map((m) => m.seq)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
  });

  it('fills a gap before it shows what came after it', async () => {
    const panel = await browser.open();
    server.deaf = true;
    server.speak(server.talk(), 'unheard');
    server.deaf = false;
    server.speak(server.talk(), 'heard');
    await settle();
    expect(panel.texts()).toEqual(['Hi [en]', 'unheard [en]', 'heard [en]']);
  });

  it('shows a turn that comes twice once', async () => {
    const panel = await browser.open();
    server.speak(server.talk(), 'one');
    const view = server.talk().view;
    const line = server.lines.at(-1);
    line?.on.event('turn', { messages: panel.state.messages, conversation: view });
    await settle();
    line?.on.event('turn', { messages: [...panel.state.messages].reverse(), conversation: view });
    await settle();
    expect(panel.texts()).toEqual(['Hi [en]', 'one [en]']);
  });

  it('misses nothing that is pushed between the greeting and its answer', async () => {
    const talk = server.begin();
    browser.notes.set('token', talk.token);
    const open = server.open;
    // The push overtakes the answer, and the answer was made before it.
    Object.assign(server, {
      open: ((on) => {
        const wire = open(on);
        return {
          ...wire,
          send: (event, payload, ack) =>
            wire.send(event, payload, (answer) => {
              if (event === 'hello') {
                server.speak(talk, 'overtaking');
                queueMicrotask(() => queueMicrotask(() => ack(answer)));
              } else ack(answer);
            }),
        };
      }) satisfies typeof open,
    });
    const panel = await browser.open();
    expect(panel.texts()).toEqual(['Hi [en]', 'overtaking [en]']);
  });

  it('does not let an older view of the conversation replace a newer', async () => {
    const panel = await browser.open();
    const old = server.talk().view;
    server.speak(server.talk(), 'an agent comes', 'bot', { status: 'agent' });
    await settle();
    server.lines.at(-1)?.on.event('turn', { messages: [], conversation: old });
    await settle();
    expect(panel.state.conversation?.status).toBe('agent');
  });
});

describe('what is typed and seen', () => {
  it('tells an agent of typing sparingly, and of its end', async () => {
    const panel = await browser.open();
    panel.do.typing();
    await settle();
    expect(server.count('typing')).toBe(0);
    server.change(server.talk(), { status: 'agent' });
    await settle();
    for (let i = 0; i < 10; i++) {
      panel.do.typing();
      await clock.pass(200);
    }
    expect(server.count('typing')).toBe(1);
    await clock.pass(10_000);
    expect(server.heard.at(-1)).toEqual({ event: 'typing', payload: { on: false } });
  });

  it('shows who is typing, until they speak or stop', async () => {
    const panel = await browser.open();
    const line = server.lines.at(-1);
    line?.on.event('typing', { name: 'Noor', on: true });
    expect(panel.state.typing).toBe('Noor');
    server.speak(server.talk(), 'hello', 'agent');
    await settle();
    expect(panel.state.typing).toBeNull();
    line?.on.event('typing', { name: 'Noor', on: true });
    await clock.pass(20_000);
    expect(panel.state.typing).toBeNull();
  });

  it('counts what is unread while hidden, tells the page, and forgets it when shown', async () => {
    const panel = await browser.open();
    await clock.pass(0);
    panel.page({ tw: 'hidden' });
    server.speak(server.talk(), 'your **parcel** moved');
    server.speak(server.talk(), 'it is here', 'agent');
    await settle();
    expect(panel.state.unread).toBe(2);
    expect(panel.posted.findLast((p) => p.tw === 'unread')).toMatchObject({ count: 2, news: { text: 'it is here' } });
    expect(server.talk().view.seen.shopper).toBe(1);
    panel.page({ tw: 'shown' });
    await settle();
    expect(panel.state).toMatchObject({ unread: 0, firstUnreadSeq: 2 });
    expect(panel.posted.findLast((p) => p.tw === 'unread')).toEqual({ tw: 'unread', count: 0 });
    expect(server.talk().view.seen.shopper).toBe(3);
    panel.page({ tw: 'hidden' });
    expect(panel.state.firstUnreadSeq).toBeNull();
  });

  it('does not call seen what came while nobody looked at the tab', async () => {
    const panel = await browser.open();
    await settle();
    panel.visible = false;
    server.speak(server.talk(), 'are you there?');
    await settle();
    expect(server.talk().view.seen.shopper).toBe(1);
    expect(panel.state.unread).toBe(1);
    panel.visible = true;
    browser.turn();
    await settle();
    expect(server.talk().view.seen.shopper).toBe(2);
    expect(panel.state).toMatchObject({ unread: 0, firstUnreadSeq: 2 });
  });

  it('tells the page of each message and each case once', async () => {
    const panel = await browser.open();
    const open = { number: 'C-1', problem: 'lost', stage: 'reported', closed: false } as const;
    server.speak(server.talk(), 'opened', 'bot', { case: open });
    await settle();
    server.cut();
    await clock.pass(5_000);
    server.change(server.talk(), { case: { ...open, closed: true }, status: 'closed' });
    await settle();
    expect(panel.posted.filter((p) => p.tw === 'message')).toEqual([
      { tw: 'message', from: 'bot', seq: 1 },
      { tw: 'message', from: 'bot', seq: 2 },
    ]);
    expect(panel.posted.filter((p) => p.tw === 'caseOpened' || p.tw === 'caseClosed')).toEqual([
      { tw: 'caseOpened', number: 'C-1' },
      { tw: 'caseClosed', number: 'C-1' },
    ]);
    expect(panel.posted.findLast((p) => p.tw === 'active')).toEqual({ tw: 'active', active: false });
  });
});

describe('language', () => {
  it('rewords the whole history, longer than a page, in one go, and remembers the choice', async () => {
    const talk = server.begin(Array.from({ length: 12 }, (_, i) => `m${i + 1}`));
    browser.notes.set('token', talk.token);
    const panel = await browser.open();
    const lengths = new Set<number>();
    panel.chat.subscribe(() => lengths.add(panel.state.messages.length));
    panel.do.setLocale('es');
    expect(panel.state.locale).toBe('es');
    await settle();
    expect(panel.texts()).toEqual(Array.from({ length: 12 }, (_, i) => `m${i + 1} [es]`));
    expect([...lengths]).toEqual([12]);
    panel.close();
    const again = await browser.open({ boot: { locale: 'ar' } });
    expect(again.state.locale).toBe('es');
  });

  it('ends at the last of several quick choices', async () => {
    const panel = await browser.open();
    for (const locale of ['es', 'ar', 'en', 'ar']) panel.do.setLocale(locale);
    await settle();
    expect(panel.state.locale).toBe('ar');
    expect(panel.texts()).toEqual(['Hi [ar]']);
  });

  it('makes up for a choice made without a line', async () => {
    const panel = await browser.open();
    server.up = false;
    server.cut();
    panel.do.setLocale('es');
    expect(panel.state.locale).toBe('es');
    server.up = true;
    await clock.pass(60_000);
    expect(panel.texts()).toEqual(['Hi [es]']);
  });

  it('follows the choice made in another tab', async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    one.do.setLocale('es');
    await settle();
    expect(two.state.locale).toBe('es');
    expect(two.texts()).toEqual(['Hi [es]']);
    expect(server.count('setLocale')).toBe(1);
  });

  it('says which of its wishes is the shopper’s own choice, in this talk and in the next', async () => {
    const panel = await browser.open();
    panel.page({ tw: 'locale', locale: 'ar' });
    await settle();
    panel.do.setLocale('es');
    await settle();
    expect(server.told('setLocale')).toEqual([{ locale: 'ar' }, { locale: 'es', chosen: true }]);
    panel.close();
    browser.notes.delete('token');
    await browser.open({ boot: { locale: 'ar' } });
    expect(server.told<Hello>('hello').map(({ locale, chosen }) => [locale, chosen])).toEqual([
      ['en', undefined],
      ['es', true],
    ]);
  });

  it('wishes for what the page asks, then for what the page is written in, then for what the device reads', async () => {
    browser.languages = ['pl-PL', 'es-419', 'en'];
    await browser.open({ boot: { locale: 'de-AT', lang: 'fr' } });
    expect(server.told<Hello>('hello')).toMatchObject([{ locale: 'de-AT', languages: ['de-AT', 'fr', 'pl-PL', 'es-419', 'en'] }]);
  });

  it('follows a talk that goes on in the language that was written in, in every tab', async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    one.do.say('¿Dónde está mi paquete?');
    await settle();
    server.speak(server.talk(), 'Busco', 'bot', { locale: 'es', localeBy: 'written' });
    await settle();
    for (const { state, texts } of [one, two].map((panel) => ({ state: panel.state, texts: panel.texts() }))) {
      expect(state.locale).toBe('es');
      expect(texts).toEqual(['Hi [es]', '¿Dónde está mi paquete?', 'Busco [es]']);
    }
    expect(server.count('setLocale')).toBe(0);
    expect(browser.notes.has('locale')).toBe(false);
  });

  it('goes along with a page in another language until they write in one, and asks no more then', async () => {
    const talk = server.begin(['Hi']);
    browser.notes.set('token', talk.token);
    const first = await browser.open({ boot: { locale: 'es-MX' } });
    expect(first.texts()).toEqual(['Hi [es]']);
    first.page({ tw: 'locale', locale: 'ar' });
    await settle();
    expect(first.texts()).toEqual(['Hi [ar]']);
    server.change(talk, { locale: 'en', localeBy: 'written' });
    await settle();
    first.page({ tw: 'locale', locale: 'es' });
    first.close();
    const second = await browser.open({ boot: { locale: 'ar' } });
    expect([first, second].map(({ state }) => state.locale)).toEqual(['en', 'en']);
    expect(second.texts()).toEqual(['Hi [en]']);
    expect(server.told('setLocale')).toEqual([{ locale: 'es' }, { locale: 'ar' }]);
  });

  it('keeps to its language where the page is in one that the shop does not offer', async () => {
    browser.notes.set('token', server.begin(['Hi']).token);
    const panel = await browser.open({ boot: { locale: 'sv' } });
    expect(panel.state.locale).toBe('en');
    expect(server.count('setLocale')).toBe(0);
  });

  it('goes back to what it can have when the server refuses', async () => {
    const panel = await browser.open();
    server.refuse('setLocale', 'E_BAD_PAYLOAD');
    panel.do.setLocale('es');
    await settle();
    expect(panel.state.locale).toBe('en');
  });
});

it('knows that a phone has the talk open, and no more once the line broke and nobody says so again', async () => {
  const panel = await browser.open();
  server.push(server.talk(), (line) => line.on.event('phone', { here: true }));
  await settle();
  expect(panel.state.phone).toBe(true);
  server.cut();
  await clock.pass(5_000);
  expect(panel.state).toMatchObject({ link: 'online', phone: false });
});
