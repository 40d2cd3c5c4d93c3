/** Links into a talk: made, opened on another device, used once. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Ack } from '../../../protocol/errors.ts';
import type { PhoneLinkView } from '../../../protocol/shopper-events.ts';
import { hashToken, newToken } from '../../../server/identity/tokens.ts';
import { createOwnAddress } from '../../../server/links/own-address.ts';
import { createTalkLinks } from '../../../server/links/talk-links.ts';
import { createShops } from '../../../server/shops/shops.ts';
import { startApp, type TestApp, type TestAppOptions } from '../../support/app.ts';
import { boxPhoto } from '../../support/images.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let test: TestApp;
const opened: TestShopper[] = [];
const open = async (hello: Parameters<typeof openShopper>[1] = { store: test.shop.key }) => {
  const shopper = await openShopper(test.url, hello);
  opened.push(shopper);
  return shopper;
};
const start = async (options: TestAppOptions = {}) => {
  test = await startApp(options);
  return open();
};
afterEach(async () => {
  for (const shopper of opened.splice(0)) shopper.close();
  await test.close();
});

const phoneLink = (shopper: TestShopper) => shopper.emit('phoneLink', {}) as Promise<Ack<PhoneLinkView>>;
const linkOf = async (shopper: TestShopper) => {
  const answer = await phoneLink(shopper);
  if (!answer.ok) throw new Error(answer.code);
  return { ...answer, token: new URL(answer.url).hash.replace('#link=', '') };
};
const enter = (token: string, key = newToken(), store = test.shop.key) => open({ store, link: { token, key } });
const refOf = (shopper: TestShopper) => ({ storeId: test.shop.id, conversationId: shopper.conversation().id });
const linksOf = () => {
  const { store, clock } = test;
  const address = createOwnAddress({ publicUrl: 'https://help.example', listening: () => ({ host: '127.0.0.1', port: 1 }) });
  return createTalkLinks({ store, clock, shops: createShops({ store, clock }), address });
};

describe('a link to the phone', () => {
  it('opens the same talk at the same question there, under a token of its own, and both go on', async () => {
    const desktop = await start();
    await desktop.choose('in_transit');
    const { url, token, expiresAt, qr } = await linkOf(desktop);
    expect(url).toBe(`${test.url}/panel?store=${test.shop.key}#link=${token}`);
    expect(expiresAt).toBe(test.clock.now() + 10 * MINUTE);
    expect(qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    const phone = await enter(token);
    expect(phone.token).not.toBe(desktop.token);
    expect(phone.conversation()).toEqual(desktop.conversation());
    expect(phone.texts()).toEqual(desktop.texts());
    await phone.say('I am on my phone now');
    await desktop.until((view) => view.lastSeq >= phone.conversation().lastSeq && desktop.texts().includes('I am on my phone now'));
    await desktop.say('and I at the desk');
    await phone.until(() => phone.texts().includes('and I at the desk'));
  });

  it('is used once, by one of a hundred at the same time', async () => {
    const desktop = await start();
    const { token } = await linkOf(desktop);
    const tries = await Promise.allSettled(Array.from({ length: 100 }, () => enter(token)));
    const won = tries.filter((one) => one.status === 'fulfilled');
    expect(won).toHaveLength(1);
    const codes = new Set(tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : [])));
    expect([...codes]).toEqual(['E_LINK']);
  });

  it('says in the shopper’s language that it was used, and what to do', async () => {
    const desktop = await start();
    const { token } = await linkOf(desktop);
    await enter(token);
    const refused = await openShopper(test.url, { store: test.shop.key, locale: 'es', link: { token, key: newToken() } }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ refusal: { code: 'E_LINK', text: expect.stringContaining('pide uno nuevo') as string } });
  });

  it('answers the same device like the first time, where the first answer was lost', async () => {
    const desktop = await start();
    const { token } = await linkOf(desktop);
    const key = newToken();
    const [first, second] = [await enter(token, key), await enter(token, key)];
    expect(second.token).toBe(first.token);
    await expect(enter(token)).rejects.toThrow('E_LINK');
  });

  it.each([
    ['is over after ten minutes', (token: string) => (test.clock.advance(10 * MINUTE), token)],
    ['is refused where one bit differs', (token: string) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)],
  ])('%s', async (_, change) => {
    const desktop = await start();
    const { token } = await linkOf(desktop);
    await expect(enter(change(token))).rejects.toThrow('E_LINK');
  });

  it('is refused at another shop, and stays good for its own', async () => {
    const desktop = await start();
    await test.store.addShop({ ...test.shop, id: 'other', key: 'another-shop' });
    const { token } = await linkOf(desktop);
    await expect(enter(token, newToken(), 'another-shop')).rejects.toThrow('E_LINK');
    const phone = await enter(token);
    await expect(open({ store: 'another-shop', token: phone.token })).rejects.toThrow('E_TOKEN');
  });

  it('is made so often and no more', async () => {
    const desktop = await start({ rules: { phoneLinkByVisitor: { burst: 2, refillMs: 60_000 } } });
    expect((await phoneLink(desktop)).ok).toBe(true);
    expect((await phoneLink(desktop)).ok).toBe(true);
    expect(await phoneLink(desktop)).toMatchObject({ ok: false, code: 'E_RATE', retryAfterMs: 60_000 });
  });

  it('is tried so often and no more', async () => {
    await start({ rules: { linkByAddress: { burst: 2, refillMs: 60_000 } } });
    for (const code of ['E_LINK', 'E_LINK', 'E_RATE']) await expect(enter(newToken())).rejects.toThrow(code);
  });

  it('stands in no log and in no row, nor does the token of the device', async () => {
    const desktop = await start();
    const { token } = await linkOf(desktop);
    const waiting = await linkOf(desktop);
    const phone = await enter(token);
    await expect(enter(token)).rejects.toThrow('E_LINK');
    const rows = JSON.stringify([
      await test.store.talkLink(hashToken(waiting.token), test.clock.now()),
      await test.store.device(test.shop.id, hashToken(phone.token), test.clock.now()),
    ]);
    expect(rows).toContain(hashToken(phone.token));
    for (const secret of [token, waiting.token, phone.token]) {
      expect(test.log.join('\n')).not.toContain(secret);
      expect(rows).not.toContain(secret);
    }
  });
});

describe('a phone', () => {
  it('opens its own talk and photos alone, for a day', async () => {
    const desktop = await start();
    const stranger = await open();
    const phone = await enter((await linkOf(desktop)).token);
    const sent = await phone.photo('loose', 'one', await boxPhoto());
    if (!sent.ok) throw new Error(sent.code);
    const see = (photo: string, token: string) =>
      fetch(`${test.url}/api/photos/${photo}`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);
    expect(await see(sent.photoId, phone.token)).toBe(200);
    expect(await see(sent.photoId, desktop.token)).toBe(200);
    expect(await see(sent.photoId, stranger.token)).toBe(404);
    await desktop.until(() => desktop.texts().includes('[photo]'));

    test.clock.advance(DAY - 1);
    expect((await open({ store: test.shop.key, token: phone.token })).conversation().id).toBe(desktop.conversation().id);
    test.clock.advance(1);
    await expect(open({ store: test.shop.key, token: phone.token })).rejects.toThrow('E_TOKEN');
    expect(await see(sent.photoId, phone.token)).toBe(401);
    expect(await see(sent.photoId, desktop.token)).toBe(200);
  });

  it('is told to the other devices when it comes and when its last window goes', async () => {
    const desktop = await start();
    const heard: boolean[] = [];
    desktop.socket.on('phone', ({ here }) => heard.push(here));
    const turned = (here: boolean) => expect.poll(() => heard.at(-1)).toBe(here);
    const phone = await enter((await linkOf(desktop)).token);
    const own: boolean[] = [];
    phone.socket.on('phone', ({ here }) => own.push(here));
    await turned(true);
    const again = await open({ store: test.shop.key, token: phone.token });
    phone.close();
    await desktop.say('one of its windows is closed');
    expect(heard.at(-1)).toBe(true);
    again.close();
    await turned(false);
    expect(own).toEqual([]);
  });
});

describe('a link in a letter', () => {
  it('is good for two weeks, and its device for a month', async () => {
    const shopper = await start();
    const { url } = await linksOf().create(refOf(shopper), 'mail');
    expect(url).toMatch(/^https:\/\/help\.example\/panel\?store=[\w-]+#link=[\w-]{43}$/);
    test.clock.advance(14 * DAY - 1);
    const device = await enter(url.split('#link=')[1] ?? '');
    test.clock.advance(30 * DAY - 1);
    expect((await open({ store: test.shop.key, token: device.token })).conversation().id).toBe(shopper.conversation().id);
    test.clock.advance(1);
    await expect(open({ store: test.shop.key, token: device.token })).rejects.toThrow('E_TOKEN');

    const late = await linksOf().create(refOf(shopper), 'mail');
    test.clock.advance(14 * DAY);
    await expect(enter(late.url.split('#link=')[1] ?? '')).rejects.toThrow('E_LINK');
  });

  it('that is over is swept with its devices', async () => {
    const shopper = await start();
    const { url } = await linksOf().create(refOf(shopper), 'phone');
    const token = url.split('#link=')[1] ?? '';
    test.clock.advance(10 * MINUTE);
    await test.app.sweep();
    expect(await test.store.talkLink(hashToken(token), 0)).toBeNull();
  });
});

describe('a link to print', () => {
  it('is read as often as one likes for an hour, and its page runs no script', async () => {
    const shopper = await start();
    const { url, expiresAt } = await linksOf().create(refOf(shopper), 'print', 'certificate');
    expect(expiresAt).toBe(test.clock.now() + 60 * MINUTE);
    const token = new URL(url).pathname.replace('/print/', '');
    for (let n = 0; n < 3; n += 1)
      expect(await linksOf().take(token)).toMatchObject({ kind: 'print', what: 'certificate', ref: refOf(shopper) });
    const page = await fetch(`${test.url}/print/${token}`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    test.clock.advance(60 * MINUTE);
    expect(await linksOf().take(token)).toBeNull();
    expect((await fetch(`${test.url}/print/${token}`)).status).toBe(404);
  });

  it('opens no talk, and a link into a talk no page: it is used up, since it has stood in an address', async () => {
    const shopper = await start();
    const print = await linksOf().create(refOf(shopper), 'print', 'certificate');
    await expect(enter(print.url.split('/print/')[1] ?? '')).rejects.toThrow('E_LINK');
    const { token } = await linkOf(shopper);
    expect((await fetch(`${test.url}/print/${token}`)).status).toBe(404);
    await expect(enter(token)).rejects.toThrow('E_LINK');
  });
});

describe('our own address', () => {
  it('is what a shopper’s browser says it is, where none is configured, and for no other talk', async () => {
    const shopper = await start();
    const ours = new URL(test.url);
    const address = createOwnAddress({ publicUrl: null, listening: () => ({ host: '127.0.0.1', port: Number(ours.port) }) });
    address.reached('c1', 'https://a.example');
    expect(address.of('c1')).toBe('https://a.example');
    expect(address.of('c2')).toBe(`http://localhost:${ours.port}`);
    expect(address.of('c2', test.url)).toBe(test.url);
    expect((await linkOf(shopper)).url.startsWith(`${test.url}/panel`)).toBe(true);
  });

  it('is the configured one, whatever a browser says', () => {
    const address = createOwnAddress({ publicUrl: 'https://help.example', listening: () => ({ host: '0.0.0.0', port: 1 }) });
    address.reached('c1', 'https://evil.example');
    expect(address.of('c1', 'https://evil.example')).toBe('https://help.example');
    expect(address.forPhone('c1', 'https://evil.example')).toBe('https://help.example');
  });

  it('is for a phone what the network calls this machine, where it listens there', () => {
    const at = (host: string) =>
      createOwnAddress({ publicUrl: null, listening: () => ({ host, port: 3000 }), inNetwork: () => '192.0.2.7' });
    expect(at('0.0.0.0').forPhone('c1', 'http://localhost:3000')).toBe('http://192.0.2.7:3000');
    expect(at('127.0.0.1').forPhone('c1', 'http://localhost:3000')).toBe('http://localhost:3000');
    expect(at('0.0.0.0').forPhone('c1', 'https://shop.example')).toBe('https://shop.example');
    expect(at('0.0.0.0').of('c1', 'http://localhost:3000')).toBe('http://localhost:3000');
  });
});
