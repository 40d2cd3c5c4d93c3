/** Papers beside the talk: the post office's letter that a shopper opens, and the packing video that an agent adds. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ack } from '../../../protocol/errors.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp, type TestAppOptions } from '../../support/app.ts';
import { MINUTE } from '../../support/clock.ts';
import { bare } from '../../support/shopper.ts';
import { atWarehouse, caseOpen, type Talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
async function start(options: TestAppOptions = {}): Promise<void> {
  test = await startApp(options);
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei Lin', test.clock.now());
}
beforeEach(() => start());
afterEach(() => test.close());

const openLetter = ({ shopper }: Talk, letter = 'postOffice') => shopper.emit('openLetter', { letter }) as Promise<Ack<{ url: string }>>;
const addressOf = async (one: Talk) => {
  const answer = await openLetter(one);
  return answer.ok ? answer.url : expect.fail(answer.code);
};
const cardsOf = ({ shopper }: Talk) =>
  [...shopper.messages.values()].flatMap(({ body }) => (body.kind === 'card' && body.card.kind === 'document' ? [body.card] : []));

describe('the letter for the post office', () => {
  it('opens at an address of its own, with what this talk is about', async () => {
    const one = await caseOpen(test);
    const url = await addressOf(one);
    expect(url).toMatch(new RegExp(`^${test.url}/print/[\\w-]{43}$`));
    const page = await fetch(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await page.text();
    expect(text).toContain('To the post office');
    for (const known of ['RB473102960GB', 'Royal Mail', '12 Mill Lane', 'Anna']) expect(text).toContain(known);
    expect(text).not.toMatch(/<script|\{\{/);
    one.close();
  });

  it('names what is missing, where something is', async () => {
    const one = await atWarehouse(test);
    const text = await (await fetch(await addressOf(one))).text();
    expect(text).toMatch(/this was not in it: .*Wall clock/);
    one.close();
  });

  it('is no other shopper’s, and its address is over in an hour', async () => {
    const [anna, david] = [await caseOpen(test), await atWarehouse(test)];
    const [hers, his] = [await addressOf(anna), await addressOf(david)];
    expect(hers).not.toBe(his);
    expect(await (await fetch(his)).text()).not.toContain('12 Mill Lane');
    test.clock.advance(60 * MINUTE);
    expect((await fetch(hers)).status).toBe(404);
    expect((await fetch(await addressOf(anna))).status).toBe(200);
    anna.close();
    david.close();
  });

  it.each([['carrierClaim'], ['lost'], ['no-such-letter'], [''], ['../postOffice']])('is the only one: %j is refused', async (letter) => {
    const one = await caseOpen(test);
    expect(await openLetter(one, letter)).toMatchObject({ ok: false, code: 'E_BAD_PAYLOAD' });
    expect(await one.shopper.emit('openLetter', { letter: 'postOffice', conversation: 'another' })).toMatchObject({
      code: 'E_BAD_PAYLOAD',
    });
    one.close();
  });

  it('is for nobody who has not entered a talk', async () => {
    const stranger = await bare(test.url);
    expect(await stranger.timeout(10_000).emitWithAck('openLetter', { letter: 'postOffice' })).toMatchObject({
      ok: false,
      code: 'E_NO_HELLO',
    });
    stranger.close();
  });

  it('is opened so often and no more, by each', async () => {
    await test.close();
    await start({ rules: { letterByVisitor: { burst: 2, refillMs: 10_000 } } });
    const [one, other] = [await caseOpen(test), await caseOpen(test)];
    for (const ok of [true, true]) expect(await openLetter(one)).toMatchObject({ ok });
    expect(await openLetter(one)).toMatchObject({ ok: false, code: 'E_RATE', retryAfterMs: 10_000 });
    expect(await openLetter(other)).toMatchObject({ ok: true });
    test.clock.advance(10_000);
    expect(await openLetter(one)).toMatchObject({ ok: true });
    one.close();
    other.close();
  });
});

describe('the packing video', () => {
  it.each([
    'http://video.example.com/1004',
    'javascript:alert(1)',
    'data:text/html,x',
    '//video.example.com/1004',
    'video.example.com/1004',
    ' https://video.example.com/1004',
    'https://video.example.com/10 04',
    'https://video.example.com/1004\njavascript:alert(1)',
    'https://',
    `https://video.example.com/${'x'.repeat(500)}`,
    '',
  ])('is refused where its address is no https one: %j', async (video) => {
    const one = await atWarehouse(test);
    const { lastSeq } = one.shopper.conversation();
    expect(await mei.emit('record', { ...one.of, finding: 'packed', video })).toMatchObject({ ok: false, code: 'E_BAD_PAYLOAD' });
    expect((await test.store.conversation(test.shop.id, one.of.conversation))?.lastSeq).toBe(lastSeq);
    one.close();
  });

  it('reaches the shopper as a card with that very address, and stands in no audit', async () => {
    const one = await atWarehouse(test);
    const video = 'https://video.example.com/packing/1004?from=12&to=40#box';
    const { lastSeq } = one.shopper.conversation();
    expect(await mei.emit('record', { ...one.of, finding: 'packed', video })).toMatchObject({ ok: true });
    await one.shopper.until((view) => view.lastSeq > lastSeq);
    const [card, letter] = cardsOf(one);
    expect(card).toMatchObject({ title: 'Packing video of the warehouse', label: 'Watch the video', opens: { href: video } });
    expect(letter).toMatchObject({ opens: { letter: 'postOffice' } });
    const audit = JSON.stringify(await test.store.auditOf(test.shop.id, null, 1_000));
    expect(audit).toContain('agent.recorded');
    expect(audit).not.toContain('video.example.com');
    one.close();
  });

  it('is left out where there is none', async () => {
    const one = await atWarehouse(test);
    expect(await mei.emit('record', { ...one.of, finding: 'notPacked' })).toMatchObject({ ok: true });
    await one.shopper.prompt(({ kind }) => kind === 'remedies');
    expect(cardsOf(one)).toEqual([]);
    one.close();
  });
});
