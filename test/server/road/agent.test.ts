import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { freshId, openShopper, type TestShopper } from '../../support/shopper.ts';

let test: TestApp;
let mei: TestAgent;
let ben: TestAgent;
beforeAll(async () => {
  test = await startApp();
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei', test.clock.now());
  ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', test.clock.now());
});
afterAll(async () => {
  mei.close();
  ben.close();
  await test.close();
});

async function shopperAt(words: string): Promise<TestShopper> {
  const shopper = await openShopper(test.url, { store: test.shop.key });
  await shopper.say(words);
  await shopper.prompt((prompt) => prompt.kind !== 'topics');
  return shopper;
}

const of = (shopper: TestShopper) => ({ conversation: shopper.conversation().id });

describe('an agent', () => {
  it('takes the chat: the bot falls silent and the shopper sees who is there', async () => {
    const shopper = await shopperAt('my parcel is lost');
    await mei.emit('open', { ...of(shopper), after: 0 });
    expect(await mei.emit('take', of(shopper))).toMatchObject({ ok: true });
    const view = await shopper.until((now) => now.status === 'agent');
    expect(view.agent).toEqual({ name: 'Mei', initials: 'M', here: true });
    const { seq } = await shopper.send({ kind: 'text', text: 'hello?' });
    await test.app.idle();
    const stored = await test.store.messages(test.shop.id, shopper.conversation().id, seq, 100);
    expect(stored.filter((message) => message.from === 'bot')).toEqual([]);
    shopper.close();
  });

  it('says something once, however often it is sent', async () => {
    const shopper = await shopperAt('my parcel is lost');
    await mei.emit('take', of(shopper));
    const words = { ...of(shopper), id: freshId(), text: 'I have read it all.' };
    const [first, second] = await Promise.all([mei.emit('say', words), mei.emit('say', words)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    await shopper.until((view) => view.lastSeq >= (first.ok ? Number(first['seq']) : 0));
    expect(shopper.texts().filter((text) => text === 'I have read it all.')).toHaveLength(1);
    shopper.close();
  });

  it('gives back at a step, and the bot goes on with what was collected', async () => {
    const shopper = await shopperAt('my parcel is lost');
    await mei.emit('take', of(shopper));
    const opened = await mei.emit('open', { ...of(shopper), after: 0 });
    expect(opened).toMatchObject({ ok: true, steps: expect.arrayContaining([expect.objectContaining({ id: 'identify' })]) as unknown });
    expect(await mei.emit('giveBack', { ...of(shopper), step: 'identify' })).toMatchObject({ ok: true });
    const view = await shopper.until((now) => now.status === 'bot' && now.prompt !== null);
    expect(view.prompt?.kind).toBe('find');
    shopper.close();
  });

  it('is told when the step is none', async () => {
    const shopper = await shopperAt('my parcel is lost');
    await mei.emit('take', of(shopper));
    expect(await mei.emit('giveBack', { ...of(shopper), step: 'nowhere' })).toMatchObject({ ok: false, code: 'E_WRONG_STEP' });
    shopper.close();
  });

  it('asks for a piece of evidence again with a reason', async () => {
    const shopper = await shopperAt('two mugs are missing');
    await mei.emit('take', of(shopper));
    expect(await mei.emit('askAgain', { ...of(shopper), item: 'label', reason: 'The number is not readable.' })).toMatchObject({
      ok: true,
    });
    const prompt = await shopper.prompt((now) => now.kind === 'evidence');
    expect(prompt).toMatchObject({ item: 'label', again: 'The number is not readable.' });
    shopper.close();
  });

  it('of two who take at once one wins and the other is told', async () => {
    for (let round = 0; round < 20; round += 1) {
      const shopper = await shopperAt('my parcel is lost');
      const answers = await Promise.all([mei.emit('take', of(shopper)), ben.emit('take', of(shopper))]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: 'E_TAKEN' });
      shopper.close();
    }
  });

  it('may not speak in a chat that another has', async () => {
    const shopper = await shopperAt('my parcel is lost');
    await mei.emit('take', of(shopper));
    expect(await ben.emit('say', { ...of(shopper), id: freshId(), text: 'hi' })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    shopper.close();
  });

  it('of another shop gets the answer for an unknown conversation', async () => {
    const other = { ...test.shop, id: freshId(), key: `other-${freshId()}` };
    await test.store.addShop(other);
    const eve = await openAgent(test.url, test.store, other.id, 'Eve', test.clock.now());
    const shopper = await shopperAt('my parcel is lost');
    const foreign = of(shopper);
    const unknown = { conversation: freshId() };
    const events = [
      ['open', { after: 0 }],
      ['take', {}],
      ['say', { id: freshId(), text: 'x' }],
      ['giveBack', { step: 'identify' }],
      ['askAgain', { item: 'label', reason: 'x' }],
      ['typing', { on: true }],
      ['seen', { seq: 1 }],
    ] as const;
    for (const [event, rest] of events) {
      const answer = await eve.emit(event, { ...foreign, ...rest });
      expect(answer, event).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
      expect(await eve.emit(event, { ...unknown, ...rest }), event).toEqual(answer);
    }
    eve.close();
    shopper.close();
  });
});
