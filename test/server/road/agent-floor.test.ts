/** Who has the floor: taken, given on, given back, lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Colleague, StepView } from '../../../protocol/agent-events.ts';
import type { Message } from '../../../protocol/message.ts';
import { openAgent, seat, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { addPerson } from '../../support/people.ts';
import { freshId } from '../../support/shopper.ts';
import { caseOpen, photosAsked, talk, type Talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
let ben: TestAgent;
let lea: TestAgent;
beforeAll(async () => {
  test = await startApp();
  const now = test.clock.now();
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei', now);
  ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', now);
  lea = await openAgent(test.url, test.store, test.shop.id, 'Lea', now, { role: 'lead' });
});
afterAll(() => test.close());

const row = ({ ref }: Talk) => test.store.conversation(ref.storeId, ref.conversationId);
const stored = ({ ref }: Talk) => test.store.messages(ref.storeId, ref.conversationId, 0, 1_000);
const isLine = (key: string) => (message: Message) => JSON.stringify(message.body).includes(`"line:${key}"`);
const audited = async ({ ref }: Talk) =>
  (await test.store.auditOf(ref.storeId, null, 1_000)).filter((one) => one.conversationId === ref.conversationId).reverse();

describe('of two who take at once', () => {
  it('one wins and the other is told who, a hundred times', async () => {
    const one = await talk(test);
    for (let round = 0; round < 100; round += 1) {
      const [byMei, byBen] = await Promise.all([mei.emit('take', one.of), ben.emit('take', one.of)]);
      const [winner, loser, name] = byMei.ok ? [mei, byBen, 'Mei'] : [ben, byMei, 'Ben'];
      expect([byMei.ok, byBen.ok].sort()).toEqual([false, true]);
      expect(loser).toEqual({ ok: false, code: 'E_TAKEN', text: `${name} has this conversation.` });
      expect((await row(one))?.agent?.name).toBe(name);
      expect(await winner.emit('release', one.of)).toMatchObject({ ok: true });
    }
    const takes = (await audited(one)).filter(({ action }) => action === 'agent.took');
    expect(takes).toHaveLength(100);
    one.close();
  });

  it('a bot’s answer that races the taking never comes after it, a hundred times', async () => {
    const race = async () => {
      const one = await talk(test);
      const words = ['no idea', 'hello?', 'my number is LB123456789CN'].map((text) => one.shopper.trySend({ kind: 'text', text }));
      const [took] = await Promise.all([mei.emit('take', one.of), ...words]);
      expect(took).toMatchObject({ ok: true });
      await one.shopper.say('and now?');
      await test.app.idle();
      const messages = await stored(one);
      const joined = messages.findIndex(isLine('joined'));
      expect(joined).toBeGreaterThan(0);
      expect(messages.slice(joined).filter(({ from }) => from === 'bot')).toEqual([]);
      one.close();
    };
    for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 10 }, race));
  }, 60_000);
});

describe('taking', () => {
  it('again by whoever has it is answered like the first time and writes nothing', async () => {
    const one = await talk(test);
    expect(await mei.emit('take', one.of)).toMatchObject({ ok: true });
    const before = await row(one);
    expect(await mei.emit('take', one.of)).toMatchObject({ ok: true });
    expect(await row(one)).toEqual(before);
    one.close();
  });

  it('from another is for leads, and only from the one who has it', async () => {
    const one = await talk(test);
    await ben.emit('take', one.of);
    expect(await mei.emit('take', { ...one.of, from: ben.row.id })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    expect(await lea.emit('take', { ...one.of, from: mei.row.id })).toMatchObject({ ok: false, code: 'E_TAKEN' });
    expect(await lea.emit('take', one.of)).toMatchObject({ ok: false, code: 'E_TAKEN', text: 'Ben has this conversation.' });
    expect(await lea.emit('take', { ...one.of, from: ben.row.id })).toMatchObject({ ok: true });
    expect((await row(one))?.agent?.id).toBe(lea.row.id);
    expect((await audited(one)).at(-1)).toMatchObject({ actor: lea.row.id, action: 'agent.took', detail: { from: ben.row.id } });
    expect(await ben.emit('say', { ...one.of, id: freshId(), text: 'x' })).toMatchObject({ text: 'Lea has this conversation.' });
    one.close();
  });
});

describe('giving on', () => {
  it('to a colleague: a line, an audit row, and the word is theirs', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    expect(await mei.emit('transfer', { ...one.of, to: ben.row.id })).toMatchObject({ ok: true });
    expect(await mei.emit('transfer', { ...one.of, to: ben.row.id })).toMatchObject({ ok: true });
    const view = await one.shopper.until(({ agent }) => agent?.name === 'Ben');
    expect(view.status).toBe('agent');
    expect((await stored(one)).filter(isLine('transferred'))).toHaveLength(1);
    expect((await audited(one)).filter(({ action }) => action === 'agent.transferred')).toMatchObject([
      { actor: mei.row.id, detail: { from: mei.row.id, to: ben.row.id } },
    ]);
    expect(await mei.emit('say', { ...one.of, id: freshId(), text: 'x' })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    expect(await ben.emit('say', { ...one.of, id: freshId(), text: 'x' })).toMatchObject({ ok: true });
    one.close();
  });

  it('is refused to somebody who is disabled or unknown', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    const gone = await openAgent(test.url, test.store, test.shop.id, 'Gone', test.clock.now());
    gone.close();
    await test.store.saveAgent({ ...gone.row, disabled: true });
    for (const to of [gone.row.id, freshId()])
      expect(await mei.emit('transfer', { ...one.of, to })).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
    expect((await row(one))?.agent?.id).toBe(mei.row.id);
    one.close();
  });

  it('to the queue: the shopper waits again, and whoever comes next may take it', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    expect(await mei.emit('release', one.of)).toMatchObject({ ok: true });
    expect(await mei.emit('release', one.of)).toMatchObject({ ok: true });
    const view = await one.shopper.until(({ status }) => status === 'waiting');
    expect(view.agent).toBeNull();
    expect((await audited(one)).filter(({ action }) => action === 'agent.released')).toHaveLength(1);
    expect(await ben.emit('take', one.of)).toMatchObject({ ok: true });
    one.close();
  });

  it('of a colleague’s chat is for leads', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    expect(await ben.emit('release', one.of)).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    expect(await lea.emit('transfer', { ...one.of, to: ben.row.id })).toMatchObject({ ok: true });
    expect(await lea.emit('release', one.of)).toMatchObject({ ok: true });
    expect((await row(one))?.status).toBe('waiting');
    one.close();
  });
});

describe('giving back to the bot', () => {
  const stepsOf = async (one: Talk): Promise<StepView[]> => {
    const answer = await mei.emit('open', { ...one.of, after: 0 });
    return (answer as unknown as { steps: StepView[] }).steps;
  };

  it.each([
    ['at the start', talk],
    ['with an open case', caseOpen],
    ['among the photos', photosAsked],
  ])('%s: works at each step that is offered, and the bot speaks again', async (_where, begin) => {
    const one = await begin(test);
    await mei.emit('take', one.of);
    const steps = await stepsOf(one);
    expect(steps.length).toBeGreaterThan(1);
    for (const { id, label } of steps) {
      expect(label).not.toContain('line:');
      await mei.emit('take', one.of);
      const { lastSeq } = (await row(one)) ?? { lastSeq: 0 };
      expect(await mei.emit('giveBack', { ...one.of, step: id }), id).toMatchObject({ ok: true });
      await test.app.idle();
      const after = await row(one);
      expect(after?.agent, id).toBeNull();
      const news = (await stored(one)).filter(({ seq }) => seq > lastSeq);
      expect(news.some(isLine('gaveBack')), id).toBe(true);
      expect(after?.prompt !== null || news.some(({ from }) => from === 'bot'), id).toBe(true);
    }
    const actions = (await audited(one)).filter(({ action }) => action === 'agent.gaveBack');
    expect(actions.map(({ detail }) => detail['step'])).toEqual(steps.map(({ id }) => id));
    one.close();
  });

  it('is refused at a step that is unknown, or that does not fit this talk', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    const offered = (await stepsOf(one)).map(({ id }) => id);
    expect(offered).not.toContain('customs');
    for (const step of ['customs', 'talk.identify', '__proto__', 'constructor'])
      expect(await mei.emit('giveBack', { ...one.of, step }), step).toMatchObject({ ok: false, code: 'E_WRONG_STEP' });
    expect((await row(one))?.agent?.id).toBe(mei.row.id);
    one.close();
  });
});

describe('closing', () => {
  it('ends the talk with its outcome; opened again it is mine, with its case', async () => {
    const one = await caseOpen(test);
    await mei.emit('take', one.of);
    expect(await mei.emit('close', { ...one.of, outcome: 'solved' })).toMatchObject({ ok: true });
    await one.shopper.until(({ status }) => status === 'closed');
    const [closed] = await test.store.casesOf(one.ref.storeId, one.ref.conversationId);
    expect(closed).toMatchObject({ outcome: 'solved', stage: 'settled' });
    expect(closed?.closedAt).not.toBeNull();
    expect(await mei.emit('close', { ...one.of, outcome: 'unsolved' })).toMatchObject({ ok: true });
    for (const [event, more] of [
      ['take', {}],
      ['say', { id: freshId(), text: 'x' }],
    ] as const)
      expect(await ben.emit(event, { ...one.of, ...more })).toMatchObject({ ok: false, text: expect.stringContaining('closed') as string });

    expect(await mei.emit('reopen', one.of)).toMatchObject({ ok: true });
    expect(await mei.emit('reopen', one.of)).toMatchObject({ ok: true });
    const view = await one.shopper.until(({ status }) => status === 'agent');
    expect(view.agent?.name).toBe('Mei');
    const cases = await test.store.casesOf(one.ref.storeId, one.ref.conversationId);
    expect(cases).toMatchObject([{ number: closed?.number, outcome: null, closedAt: null }]);
    expect((await audited(one)).map(({ action }) => action)).toEqual(['agent.took', 'agent.closed', 'agent.reopened']);
    one.close();
  });

  it('works on a case that the shopper has left open behind them', async () => {
    const one = await caseOpen(test);
    await one.shopper.send({ kind: 'end' });
    await one.shopper.until(({ status }) => status === 'closed');
    expect(await mei.emit('close', { ...one.of, outcome: 'solved' })).toMatchObject({ ok: true });
    expect(await test.store.casesOf(one.ref.storeId, one.ref.conversationId)).toMatchObject([{ outcome: 'solved' }]);
    one.close();
  });

  it('is the only way to something that can be opened again', async () => {
    const one = await talk(test);
    expect(await mei.emit('reopen', one.of)).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    one.close();
  });
});

/** The server at `url` has noticed that none of their windows is open. */
async function gone(url: string, agentId: string): Promise<void> {
  const watcher = await openAgent(url, test.store, test.shop.id, 'Wim', test.clock.now());
  const isHere = async () => {
    const answer = (await watcher.emit('colleagues', {})) as unknown as { colleagues: Colleague[] };
    return answer.colleagues.find(({ id }) => id === agentId)?.here;
  };
  await expect.poll(isHere).toBe(false);
  watcher.close();
}

/** As it passes in life: with ticks in between. */
async function goBy(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += MINUTE) {
    test.clock.advance(MINUTE);
    await test.app.tick();
  }
}

describe('an agent whose connection is gone', () => {
  it('keeps the chat for the minutes of the policy, and then it is back in line', async () => {
    const one = await talk(test);
    const person = await addPerson(test.store, test.shop.id, { name: 'Nia', role: 'agent' }, test.clock.now());
    const nia = await seat(test.url, person);
    const again = await seat(test.url, person);
    await nia.emit('take', one.of);
    const awayMs = test.shop.settings.policy.agentAwayMinutes * MINUTE;
    nia.close();
    await goBy(2 * awayMs);
    // Their other window is open all the while.
    expect((await row(one))?.agent?.id).toBe(person.row.id);

    again.close();
    await gone(test.url, person.row.id);
    test.clock.advance(awayMs - MINUTE);
    await test.app.tick();
    expect((await row(one))?.agent?.id).toBe(person.row.id);
    test.clock.advance(2 * MINUTE);
    await test.app.tick();
    expect(await row(one)).toMatchObject({ agent: null, status: 'waiting', handOff: { first: true } });
    expect((await audited(one)).at(-1)).toMatchObject({ actor: 'server', action: 'agent.timedOut', detail: { agent: person.row.id } });
    expect((await test.store.inboxRow(one.ref.storeId, one.ref.conversationId))?.status).toBe('waiting');
    one.close();
  });
});

describe('with another server on the same storage', () => {
  it('an agent who is connected there does not lose the chat, and one who is nowhere does', async () => {
    const b = await startApp({ clock: test.clock, store: () => ({ ...test.store, close: () => Promise.resolve() }) });
    const ida = await openAgent(b.url, test.store, test.shop.id, 'Ida', test.clock.now());
    const one = await talk(test);
    expect(await ida.emit('take', one.of)).toMatchObject({ ok: true });
    for (let minute = 0; minute < 60; minute += 1) {
      test.clock.advance(MINUTE);
      await b.app.tick();
      await test.app.tick();
    }
    expect((await row(one))?.agent?.id).toBe(ida.row.id);
    ida.close();
    await gone(b.url, ida.row.id);
    test.clock.advance(2 * HOUR);
    await Promise.all([test.app.tick(), b.app.tick()]);
    expect(await row(one)).toMatchObject({ agent: null, status: 'waiting' });
    expect((await stored(one)).filter(({ body }) => JSON.stringify(body).includes('bot:person.lostLine'))).toHaveLength(1);
    expect((await audited(one)).filter(({ action }) => action === 'agent.timedOut')).toHaveLength(1);
    one.close();
    await b.close();
  });

  it('a chat is taken once, whichever server the agents are at', async () => {
    const b = await startApp({ clock: test.clock, store: () => ({ ...test.store, close: () => Promise.resolve() }) });
    const now = test.clock.now();
    const here = await openAgent(test.url, test.store, test.shop.id, 'Ada', now);
    const there = await openAgent(b.url, test.store, test.shop.id, 'Bo', now);
    for (let round = 0; round < 20; round += 1) {
      const one = await talk(test);
      const answers = await Promise.all([here.emit('take', one.of), there.emit('take', one.of)]);
      expect(answers.map((answer) => (answer.ok ? 'took' : answer.code)).sort()).toEqual(['E_TAKEN', 'took']);
      const winner = answers[0]?.ok ? 'Ada' : 'Bo';
      expect((await row(one))?.agent?.name).toBe(winner);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ text: `${winner} has this conversation.` });
      one.close();
    }
    here.close();
    there.close();
    await b.close();
  });
});
