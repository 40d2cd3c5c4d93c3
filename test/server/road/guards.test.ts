import { SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { RULES } from '../../../server/limits/rules.ts';
import { startApp, type TestApp, type TestAppOptions } from '../../support/app.ts';
import { connectFails, freshId, openShopper } from '../../support/shopper.ts';

let test: TestApp;
const start = async (options: TestAppOptions = {}) => {
  test = await startApp(options);
  return openShopper(test.url, { store: test.shop.key });
};
afterEach(() => test.close());

const find = async (shopper: Awaited<ReturnType<typeof start>>, order: string, contact: string) => {
  const { id: prompt } = await shopper.prompt((now) => now.kind === 'find');
  await shopper.send({ kind: 'find', prompt, order, contact });
  await test.app.idle();
};

describe('orders', () => {
  it('answer an unknown number and a wrong e-mail alike', async () => {
    const shopper = await start();
    await shopper.choose('in_transit');
    await find(shopper, '999999', 'nobody@example.com');
    await shopper.until((view) => view.prompt?.kind === 'find');
    const unknown = shopper.texts().at(-1);
    const other = await openShopper(test.url, { store: test.shop.key });
    await other.choose('in_transit');
    await find(other, '1003', 'nobody@example.com');
    await other.until((view) => view.prompt?.kind === 'find');
    expect(other.texts().at(-1)).toBe(unknown);
    expect(JSON.stringify(await test.store.conversation(test.shop.id, other.conversation().id))).not.toContain('anna@example.com');
    shopper.close();
    other.close();
  });

  it('open to their own e-mail or postcode, however it is written', async () => {
    const shopper = await start();
    await shopper.choose('delivered');
    await find(shopper, '#1003', ' Anna@Example.COM ');
    await shopper.until(() => shopper.texts().includes('[card]'));
    shopper.close();
  });

  it('give nothing to a thousand numbers without proof', async () => {
    const shopper = await start();
    await shopper.choose('in_transit');
    for (let n = 0; n < 200; n += 1) await shopper.trySend({ kind: 'text', text: `order ${900 + n} x${n}@example.com` });
    await test.app.idle();
    expect(shopper.texts().filter((text) => text === '[card]')).toEqual([]);
    shopper.close();
  });

  it('stay closed to somebody who guesses, even when the guess is right at last', async () => {
    const shopper = await start({ rules: { orderByVisitor: RULES.orderByVisitor } });
    await shopper.choose('in_transit');
    const conversation = { storeId: test.shop.id, conversationId: shopper.conversation().id };
    for (let n = 0; n < RULES.orderByVisitor.burst; n += 1) {
      await test.app.conversations.handle(conversation, () => ({
        event: { type: 'page.gave', order: '1003', email: `guess${n}@example.com` },
      }));
      await test.app.idle();
      await shopper.send({ kind: 'startOver' });
      await shopper.choose('in_transit');
    }
    await find(shopper, '1003', 'anna@example.com');
    expect(shopper.texts()).not.toContain('[card]');
    shopper.close();
  });
});

describe('a flood', () => {
  it('is refused with a time to wait, and the same message lands afterwards', async () => {
    const shopper = await start({ rules: { messageByVisitor: { burst: 3, refillMs: 1_000 } } });
    const acks = await Promise.all(Array.from({ length: 6 }, (_, n) => shopper.trySend({ kind: 'text', text: `m${n}` })));
    expect(acks.filter((ack) => ack.ok)).toHaveLength(3);
    const refused = acks.find((ack) => !ack.ok);
    expect(refused).toMatchObject({ code: 'E_RATE', retryAfterMs: expect.any(Number) as number });
    test.clock.advance(5_000);
    expect(await shopper.trySend({ kind: 'text', text: 'again' })).toMatchObject({ ok: true });
    shopper.close();
  });

  it('of one visitor leaves another alone', async () => {
    const loud = await start({ rules: { messageByVisitor: { burst: 3, refillMs: 60_000 } } });
    const quiet = await openShopper(test.url, { store: test.shop.key });
    await Promise.all(Array.from({ length: 20 }, () => loud.trySend({ kind: 'text', text: 'noise' })));
    expect(await quiet.trySend({ kind: 'text', text: 'hello' })).toMatchObject({ ok: true });
    loud.close();
    quiet.close();
  });

  it('of new conversations from one address is refused', async () => {
    const first = await start({ rules: { beginByAddress: { burst: 2, refillMs: 60_000 } } });
    const second = await openShopper(test.url, { store: test.shop.key });
    await expect(openShopper(test.url, { store: test.shop.key })).rejects.toThrow('E_RATE');
    first.close();
    second.close();
  });

  it('of connections from one address is refused', async () => {
    const first = await start({ rules: { connectByAddress: { burst: 2, refillMs: 60_000 } } });
    expect(await connectFails(test.url, test.url)).toBe(false);
    expect(await connectFails(test.url, test.url)).toBe(true);
    first.close();
  });

  it('of bytes in one frame ends the connection, and nothing is kept', async () => {
    const shopper = await start();
    const gone = new Promise((resolve) => shopper.socket.once('disconnect', resolve));
    shopper.socket.emit('send', { id: freshId(), said: { kind: 'text', text: 'x'.repeat(200_000) } }, () => undefined);
    await gone;
    expect((await test.store.conversation(test.shop.id, shopper.conversation().id))?.lastSeq).toBe(0);
  });
});

describe('a number', () => {
  it('whose check digit does not fit is looked up all the same, with a hint', async () => {
    const shopper = await start();
    await shopper.choose('in_transit');
    await shopper.say('RB473102961GB');
    await test.app.idle();
    await shopper.until((view) => view.prompt?.kind === 'choices');
    expect(shopper.texts().some((text) => text.includes('RB473102961GB') && text.includes('digit'))).toBe(true);
    expect(shopper.texts().some((text) => text.includes('knows nothing about'))).toBe(true);
    shopper.close();
  });
});

describe('a shop that asks for a signed identity', () => {
  it('lets nobody speak without one', async () => {
    const shopper = await start();
    await test.store.saveSettings(test.shop.id, { ...test.shop.settings, identityRequired: true }, test.clock.now() + 1);
    test.clock.advance(10_000);
    // Also a connection from before the owner's change.
    expect(await shopper.trySend({ kind: 'text', text: 'hello' })).toMatchObject({ ok: false, code: 'E_IDENTITY_REQUIRED' });
    await expect(openShopper(test.url, { store: test.shop.key })).rejects.toThrow('E_IDENTITY_REQUIRED');
    shopper.close();
  });

  it('shows one person nothing of what another said on the same device', async () => {
    test = await startApp();
    const anna = await signed('anna');
    const shopper = await openShopper(test.url, { store: test.shop.key, identity: anna });
    await shopper.say('for my eyes only');
    const bob = await signed('bob');
    expect(await shopper.emit('identify', { identity: bob })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    await expect(openShopper(test.url, { store: test.shop.key, token: shopper.token, identity: bob })).rejects.toThrow('E_TOKEN');
    const again = await openShopper(test.url, { store: test.shop.key, token: shopper.token, identity: anna });
    expect(again.texts()).toContain('for my eyes only');
    shopper.close();
    again.close();
  });

  async function signed(sub: string): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setAudience(test.shop.key)
      .setExpirationTime(Math.floor(test.clock.now() / 1000) + 600)
      .sign(new TextEncoder().encode(test.shop.identitySecret));
  }
});
