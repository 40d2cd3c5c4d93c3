import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { connectFails, freshId, openShopper } from '../../support/shopper.ts';
import { boxPhoto } from '../../support/images.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

const hello = () => openShopper(test.url, { store: test.shop.key });

describe('hello', () => {
  it('begins a conversation with the first question and a token', async () => {
    const shopper = await hello();
    expect(shopper.token).toMatch(/^[\w-]{43}$/);
    expect(shopper.conversation()).toMatchObject({ status: 'bot', locale: 'en', prompt: { kind: 'topics' } });
    shopper.close();
  });

  it('finds the same conversation again by its token, with all that was said', async () => {
    const shopper = await hello();
    await shopper.say('it says delivered but I have nothing, it was a birthday present');
    await shopper.prompt((prompt) => prompt.kind === 'find');
    shopper.close();
    const again = await openShopper(test.url, { store: test.shop.key, token: shopper.token });
    expect(again.conversation().id).toBe(shopper.conversation().id);
    expect(again.texts()).toEqual(shopper.texts());
    again.close();
  });

  it('sends only what came after the last seq', async () => {
    const shopper = await hello();
    await shopper.say('where is my parcel');
    await shopper.prompt((prompt) => prompt.kind === 'find');
    shopper.close();
    const last = shopper.conversation().lastSeq;
    const again = await openShopper(test.url, { store: test.shop.key, token: shopper.token, after: last - 1 });
    expect([...again.messages.keys()]).toEqual([last]);
    again.close();
  });

  it.each([
    ['an unknown store', { store: 'nobody-here' }, 'E_NO_STORE'],
    ['an unknown token', { token: 'x'.repeat(43) }, 'E_TOKEN'],
    ['another protocol', { v: 99 }, 'E_VERSION'],
    ['a forged identity', { identity: 'a.b.c' }, 'E_IDENTITY'],
  ])('refuses %s', async (_name, wrong, code) => {
    await expect(openShopper(test.url, { store: test.shop.key, ...wrong })).rejects.toThrow(code);
  });

  it('refuses a token whose last bit differs', async () => {
    const shopper = await hello();
    const wrong = `${shopper.token.slice(0, -1)}${shopper.token.endsWith('A') ? 'B' : 'A'}`;
    await expect(openShopper(test.url, { store: test.shop.key, token: wrong })).rejects.toThrow('E_TOKEN');
    shopper.close();
  });

  it('lets a token expire', async () => {
    const old = await startApp();
    const shopper = await openShopper(old.url, { store: old.shop.key });
    old.clock.advance(181 * DAY);
    await expect(openShopper(old.url, { store: old.shop.key, token: shopper.token })).rejects.toThrow('E_TOKEN');
    shopper.close();
    await old.close();
  });

  it.each([undefined, 'null', 'https://evil.example', 'ORIGIN.evil.example', 'upper'])('refuses the origin %s', async (origin) => {
    const sent = origin?.replace('ORIGIN', test.url).replace('upper', test.url.toUpperCase());
    await expect(connectFails(test.url, sent)).resolves.toBe(true);
  });
});

describe('sending', () => {
  it('acknowledges with the seq under which the message stands', async () => {
    const shopper = await hello();
    const { seq } = await shopper.send({ kind: 'text', text: 'hello there' });
    await shopper.until((view) => view.lastSeq > seq);
    expect(shopper.messages.get(seq)).toMatchObject({ from: 'shopper', body: { kind: 'text', text: 'hello there' } });
    shopper.close();
  });

  it('keeps a message that is sent twice once, and answers both alike', async () => {
    const shopper = await hello();
    const id = freshId();
    const said = { kind: 'text', text: 'two mugs are missing' } as const;
    const [first, second] = await Promise.all([shopper.trySend(said, id), shopper.trySend(said, id)]);
    expect(first).toEqual(second);
    const third = await shopper.trySend(said, id);
    expect(third).toEqual(first);
    const stored = await test.store.messages(test.shop.id, shopper.conversation().id, 0, 100);
    expect(stored.filter((message) => message.id === id)).toHaveLength(1);
    shopper.close();
  });

  it('numbers without gaps under load', async () => {
    const shopper = await hello();
    await Promise.all(Array.from({ length: 40 }, (_, n) => shopper.trySend({ kind: 'text', text: `message ${n}` })));
    const stored = await test.store.messages(test.shop.id, shopper.conversation().id, 0, 1000);
    expect(stored.map((message) => message.seq)).toEqual(stored.map((_, index) => index + 1));
    expect(stored.filter((message) => message.from === 'shopper').map(({ body }) => body.kind === 'text' && body.text)).toEqual(
      Array.from({ length: 40 }, (_, n) => `message ${n}`),
    );
    shopper.close();
  });

  it.each([
    ['no payload', undefined],
    ['a number', 7],
    ['no id', { said: { kind: 'text', text: 'x' } }],
    ['an unknown kind', { id: 'abcdefgh', said: { kind: 'sudo' } }],
    ['an object for a text', { id: 'abcdefgh', said: { kind: 'text', text: { $t: 'bot:startOver' } } }],
    ['more than it may hold', { id: 'abcdefgh', said: { kind: 'text', text: 'x'.repeat(4001) } }],
    ['an extra field', { id: 'abcdefgh', said: { kind: 'text', text: 'x' }, storeId: 'other' }],
  ])('answers %s with a code and changes nothing', async (_name, payload) => {
    const shopper = await hello();
    const before = shopper.conversation().lastSeq;
    expect(await shopper.emit('send', payload)).toMatchObject({
      ok: false,
      code: 'E_BAD_PAYLOAD',
      text: expect.stringMatching(/\w/) as string,
    });
    expect((await test.store.conversation(test.shop.id, shopper.conversation().id))?.lastSeq).toBe(before);
    shopper.close();
  });

  it('refuses an answer to a question that has moved on', async () => {
    const shopper = await hello();
    const stale = shopper.conversation().prompt?.id ?? '';
    await shopper.choose('missing');
    expect(await shopper.trySend({ kind: 'choice', prompt: stale, choice: 'lost' })).toMatchObject({ ok: false, code: 'E_STALE_PROMPT' });
    shopper.close();
  });

  it('wants a hello first', async () => {
    const shopper = await hello();
    shopper.close();
    const { bare } = await import('../../support/shopper.ts');
    const socket = await bare(test.url);
    expect(await socket.timeout(5000).emitWithAck('send', { id: freshId(), said: { kind: 'text', text: 'x' } })).toMatchObject({
      code: 'E_NO_HELLO',
    });
    socket.close();
  });
});

describe('two tabs', () => {
  it('show one conversation', async () => {
    const one = await hello();
    const two = await openShopper(test.url, { store: test.shop.key, token: one.token });
    await one.say('lost parcel');
    await two.until((view) => view.lastSeq >= one.conversation().lastSeq);
    expect(two.texts()).toEqual(one.texts());
    one.close();
    two.close();
  });
});

describe('language', () => {
  it('rewords the whole history and keeps what people wrote', async () => {
    const shopper = await hello();
    await shopper.say('where is my parcel');
    await shopper.prompt((prompt) => prompt.kind === 'find');
    const english = shopper.texts();
    const answer = (await shopper.emit('setLocale', { locale: 'es' })) as unknown as {
      messages: { body: { text: string } }[];
      conversation: { locale: string };
    };
    const spanish = answer.messages.map(({ body }) => body.text);
    expect(answer.conversation.locale).toBe('es');
    expect(spanish[0]).toBe(english[0]);
    expect(spanish.slice(1)).not.toEqual(english.slice(1));
    shopper.close();
  });
});

describe('photos', () => {
  it('land in the conversation, once, and only its own shopper sees them', async () => {
    const shopper = await hello();
    const stranger = await hello();
    const id = freshId();
    const photo = await boxPhoto();
    const ack = await shopper.photo('loose', 'one', photo, id);
    expect(ack.ok).toBe(true);
    expect(await shopper.photo('loose', 'one', photo, id)).toEqual(ack);
    const photoId = ack.ok ? ack.photoId : '';
    const get = (token: string, wanted = photoId) =>
      fetch(`${test.url}/api/photos/${wanted}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await get(shopper.token)).status).toBe(200);
    const foreign = await get(stranger.token);
    const unknown = await get(stranger.token, freshId());
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
    shopper.close();
    stranger.close();
  });

  it('says what is wrong with a file that is no photo, and keeps the talk', async () => {
    const shopper = await hello();
    const before = shopper.conversation().lastSeq;
    const ack = await shopper.photo('loose', 'one', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(ack).toMatchObject({ ok: false, code: 'E_PHOTO_TYPE' });
    expect((await test.store.conversation(test.shop.id, shopper.conversation().id))?.lastSeq).toBe(before);
    shopper.close();
  });

  it('of somebody else cannot be removed', async () => {
    const shopper = await hello();
    const stranger = await hello();
    const ack = await shopper.photo('loose', 'one', await boxPhoto());
    const photoId = ack.ok ? ack.photoId : '';
    expect(await stranger.trySend({ kind: 'removePhoto', photoId })).toMatchObject({ ok: true });
    expect(await stranger.trySend({ kind: 'removePhoto', photoId: freshId() })).toMatchObject({ ok: true });
    await test.app.idle();
    const get = () => fetch(`${test.url}/api/photos/${photoId}`, { headers: { authorization: `Bearer ${shopper.token}` } });
    expect((await get()).status).toBe(200);
    await shopper.send({ kind: 'removePhoto', photoId });
    await expect.poll(async () => (await get()).status).toBe(404);
    shopper.close();
    stranger.close();
  });

  it('are deleted, row and file, when the days are over that were promised', async () => {
    const own = await startApp();
    const shopper = await openShopper(own.url, { store: own.shop.key });
    const ack = await shopper.photo('loose', 'one', await boxPhoto());
    const photoId = ack.ok ? ack.photoId : '';
    own.clock.advance(own.shop.settings.policy.photoKeepDays * DAY - 1);
    await own.app.sweep();
    expect(await own.store.photo(own.shop.id, photoId)).not.toBeNull();
    own.clock.advance(2);
    await own.app.sweep();
    expect(await own.store.photo(own.shop.id, photoId)).toBeNull();
    expect(await readdir(`${own.dataDir}/photos`)).toEqual([]);
    shopper.close();
    await own.close();
  });
});
