/** Which language a talk is in: the page's, the device's, the one that is written in, and the one that was chosen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hello } from '../../../protocol/shopper-events.ts';
import { openAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { freshId, openShopper, type TestShopper } from '../../support/shopper.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startApp({ config: { logLevel: 'silent' } });
});
afterAll(() => test.close());

const open = (hello: Partial<Hello> = {}) => openShopper(test.url, { store: test.shop.key, ...hello });
const rowOf = (shopper: TestShopper) => test.store.conversation(test.shop.id, shopper.conversation().id);
const POLISH = 'Gdzie jest moja paczka? Czekam już trzy tygodnie';
const NOTE = /^Język rozmowy to teraz polski\. /;

/** After the answer to what was written. */
async function say(shopper: TestShopper, text: string): Promise<string[]> {
  const at = shopper.texts().length;
  await shopper.say(text);
  await test.app.idle();
  const row = await rowOf(shopper);
  await shopper.until(({ lastSeq }) => lastSeq === row?.lastSeq);
  return shopper.texts().slice(at);
}

describe('what a shopper writes', () => {
  it('is answered in its language by the same turn, with a line that says so, once', async () => {
    const anna = await open();
    const [wrote, note, answer] = await say(anna, POLISH);
    expect([wrote, note]).toEqual([POLISH, expect.stringMatching(NOTE)]);
    expect(answer).toMatch(/[ąćęłńóśźż]/);
    expect(anna.conversation().locale).toBe('pl');
    expect(await rowOf(anna)).toMatchObject({ locale: 'pl', localeBy: 'written' });
    expect((await say(anna, 'Tak, ale paczka nadal nie dotarła')).filter((text) => NOTE.test(text))).toEqual([]);
    anna.close();
  });

  it('rewords the whole talk for every tab, and the next hello finds it so', async () => {
    const one = await open();
    await say(one, 'my parcel never arrived');
    const two = await open({ token: one.token });
    await say(one, POLISH);
    await two.until(({ locale }) => locale === 'pl');
    const again = await open({ token: one.token, locale: 'en' });
    expect(again.conversation().locale).toBe('pl');
    expect(again.texts()[0]).toBe('my parcel never arrived');
    expect(again.texts()[1]).not.toBe(one.texts()[1]);
    const all = (await two.emit('catchUp', { after: 0 })) as unknown as { messages: unknown[] };
    expect(all.messages).toEqual([...again.messages.values()]);
    for (const tab of [one, two, again]) tab.close();
  });

  it('counts the last time they were sure', async () => {
    const anna = await open();
    await say(anna, POLISH);
    const back = await say(anna, 'Can you please look for my parcel again?');
    expect(back[1]).toBe('I answer in English now. You can choose another language in the menu.');
    expect(anna.conversation().locale).toBe('en');
    anna.close();
  });

  it.each(['ok danke', 'Hallo', 'DHL', 'anna@example.com 1003', 'LX123456785CN'])(
    'changes nothing while it is unsure: %s',
    async (text) => {
      const anna = await open();
      await say(anna, text);
      expect(await rowOf(anna)).toMatchObject({ locale: 'en', localeBy: 'page' });
      anna.close();
    },
  );

  it('changes nothing where the shop does not offer the language', async () => {
    const { settings } = test.shop;
    const shop = { ...test.shop, id: 'small', key: 'tw_small_shop', settings: { ...settings, locales: ['en', 'es'] } };
    await test.store.addShop(shop);
    const anna = await open({ store: shop.key });
    await anna.say(POLISH);
    await test.app.idle();
    expect(await test.store.conversation(shop.id, anna.conversation().id)).toMatchObject({ locale: 'en', localeBy: 'page' });
    anna.close();
  });

  it('is followed without a word of the bot while a person has the floor, who sees that it was so', async () => {
    const anna = await open();
    await say(anna, 'my parcel never arrived');
    const of = { conversation: anna.conversation().id };
    const mei = await openAgent(test.url, test.store, test.shop.id, 'Mei', test.clock.now());
    expect(await mei.emit('take', of)).toMatchObject({ ok: true });
    await anna.until(({ agent }) => agent !== null);
    expect(await say(anna, POLISH)).toEqual([POLISH]);
    expect(await rowOf(anna)).toMatchObject({ status: 'agent', locale: 'pl' });
    const { desk } = (await mei.emit('desk', of)) as unknown as { desk: { shopper: object } };
    expect(desk.shopper).toMatchObject({ locale: 'pl', language: 'Polish', languageBy: 'written' });
    mei.close();
    anna.close();
  });

  it('goes before what a page asks for afterwards', async () => {
    const anna = await open();
    await say(anna, POLISH);
    expect(await anna.emit('setLocale', { locale: 'es' })).toMatchObject({ ok: true, conversation: { locale: 'pl', localeBy: 'written' } });
    anna.close();
  });

  it('sent again after a lost answer switches once', async () => {
    const anna = await open();
    const id = freshId();
    for (let tries = 0; tries < 3; tries += 1) await anna.send({ kind: 'text', text: POLISH }, id);
    await test.app.idle();
    const messages = await test.store.messages(test.shop.id, anna.conversation().id, 0, 100);
    expect(messages.filter(({ body }) => JSON.stringify(body).includes('line:language'))).toHaveLength(1);
    anna.close();
  });
});

describe('what a shopper has chosen', () => {
  it('is changed neither by what they write nor by the page, and by another choice', async () => {
    const anna = await open();
    await anna.emit('setLocale', { locale: 'es', chosen: true });
    await say(anna, POLISH);
    expect(await rowOf(anna)).toMatchObject({ locale: 'es', localeBy: 'chosen' });
    expect(await anna.emit('setLocale', { locale: 'ar' })).toMatchObject({ ok: true, conversation: { locale: 'es' } });
    expect(await anna.emit('setLocale', { locale: 'ar', chosen: true })).toMatchObject({ ok: true, conversation: { locale: 'ar' } });
    expect(await rowOf(anna)).toMatchObject({ locale: 'ar', localeBy: 'chosen' });
    anna.close();
  });

  it('holds from the first hello on where the device remembers it', async () => {
    const anna = await open({ locale: 'es', chosen: true });
    expect(await rowOf(anna)).toMatchObject({ locale: 'es', localeBy: 'chosen' });
    const other = await open({ locale: 'sv', languages: ['fr'], chosen: true });
    expect(await rowOf(other)).toMatchObject({ locale: 'fr', localeBy: 'page' });
    anna.close();
    other.close();
  });

  it('is learned by a talk that was in that language already', async () => {
    const anna = await open({ locale: 'es' });
    const again = await open({ token: anna.token, locale: 'es', chosen: true });
    expect(await rowOf(anna)).toMatchObject({ locale: 'es', localeBy: 'chosen' });
    expect((await open({ token: anna.token, locale: 'ar', chosen: true })).conversation().locale).toBe('es');
    anna.close();
    again.close();
  });
});

describe('without a word of theirs', () => {
  it.each([
    ['what the page asks for', { locale: 'es', languages: ['fr', 'pl'] }, 'es'],
    ['what the page is written in, where that is not offered', { locale: 'sv', languages: ['sv', 'fr-CA', 'pl'] }, 'fr'],
    ['what the device reads', { locale: 'sv', languages: ['sv', 'nb', 'zh-TW'] }, 'zh-CN'],
    ['the shop’s first', { locale: 'sv', languages: ['sv', 'nb'] }, 'en'],
  ])('it is %s', async (_what, hello, locale) => {
    const anna = await open(hello);
    expect(await rowOf(anna)).toMatchObject({ locale, localeBy: 'page' });
    anna.close();
  });

  it('no language is offered that there are no words in', async () => {
    const shop = {
      ...test.shop,
      id: 'odd',
      key: 'tw_odd_shop',
      settings: { ...test.shop.settings, locales: ['sv', 'es'], defaultLocale: 'sv' },
    };
    await test.store.addShop(shop);
    const anna = await open({ store: shop.key, locale: 'sv' });
    expect(anna.conversation()).toMatchObject({ locale: 'es' });
    expect(await anna.emit('setLocale', { locale: 'sv', chosen: true })).toMatchObject({ ok: false, code: 'E_BAD_PAYLOAD' });
    anna.close();
  });

  it('the page may ask for another, also where it was the page’s word so far', async () => {
    const anna = await open();
    expect(await anna.emit('setLocale', { locale: 'ar' })).toMatchObject({ ok: true, conversation: { locale: 'ar' } });
    expect(await rowOf(anna)).toMatchObject({ locale: 'ar', localeBy: 'page' });
    anna.close();
  });
});

describe('the shop’s own greeting', () => {
  const ours = 'What happened with your parcel?';
  const topics = (shopper: TestShopper) => {
    const { prompt } = shopper.conversation();
    return prompt?.kind === 'topics' ? prompt : expect.fail('no topics');
  };

  it('is read in each shopper’s language, and ours where it is missing; the bot says what it is all the same', async () => {
    const { settings } = test.shop;
    const greeting = { en: 'Hello from Northfold', es: 'Hola, aquí Northfold' };
    const shop = { ...test.shop, id: 'greets', key: 'tw_greets_shop', settings: { ...settings, greeting } };
    await test.store.addShop(shop);
    const [en, es, pl] = await Promise.all(['en', 'es', 'pl'].map((locale) => open({ store: shop.key, locale })));
    if (!en || !es || !pl) return expect.fail('nobody came');
    expect(topics(en).title).toBe(greeting.en);
    expect(topics(es).title).toBe(greeting.es);
    expect(topics(pl).title).toMatch(/paczk/i);
    for (const shopper of [en, es, pl]) expect(topics(shopper).intro).toMatch(/\bbot/i);

    const answer = (await en.emit('setLocale', { locale: 'pl', chosen: true })) as unknown as {
      conversation: { prompt: { title: string } };
    };
    expect(answer.conversation.prompt.title).toBe(topics(pl).title);
    await en.emit('setLocale', { locale: 'es', chosen: true });
    await en.until(({ locale }) => locale === 'es');
    expect(topics(en).title).toBe(greeting.es);
    for (const shopper of [en, es, pl]) shopper.close();
  });

  it('that the owner changes is read by whoever comes next', async () => {
    const first = await open();
    expect(topics(first).title).toBe(ours);
    const { settings } = test.shop;
    await test.store.saveSettings(test.shop.id, { ...settings, greeting: { en: 'Good day' } }, test.clock.now() + 1);
    test.clock.advance(6_000);
    expect(topics(await open({ token: first.token })).title).toBe('Good day');
    expect(topics(await open({ locale: 'es' })).title).not.toBe('Good day');
    await test.store.saveSettings(test.shop.id, settings, test.clock.now() + 1);
    first.close();
  });
});
