/** People: asked for, waited for, here, and giving back; and promises that were missed. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { currentStep, statusOf } from '../../flows/status.ts';
import { order, PARCELS } from './facts.ts';
import { begin, saidIn, START, understood } from './walk.ts';
import type { Happening, Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };
const tom = { id: 'agent-tom', name: 'Tom' };

describe('asking for a person', () => {
  it('names the hour by which somebody answers, in office hours', () => {
    const talk = begin();
    const effects = talk.send({ type: 'shopper.wantsPerson' });
    expect(effects[0]).toEqual({ name: 'handOff', params: { reason: 'asked', first: false } });
    expect(saidIn(effects)).toEqual(['bot:person.told']);
    expect(talk.snapshot.context.personBy).toBe(Date.UTC(2026, 7, 13, 17));
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('says when somebody is there again, and puts them first in line, at night', () => {
    const talk = begin({ at: START + 12 * HOUR });
    const effects = talk.send({ type: 'shopper.wantsPerson' });
    expect(effects[0]).toEqual({ name: 'handOff', params: { reason: 'asked', first: true } });
    expect(effects).toContainEqual({
      name: 'say',
      params: {
        text: {
          $t: 'bot:person.away',
          p: { from: { $date: Date.UTC(2026, 7, 13, 8), as: 'dayTime' }, by: { $date: Date.UTC(2026, 7, 14, 17), as: 'dayTime' } },
        },
      },
    });
  });

  it('lets them go on with the bot meanwhile, and stay in line', () => {
    const talk = found(PARCELS.duties);
    talk.send({ type: 'shopper.wantsPerson' });
    talk.send({ type: 'shopper.chose', choice: 'keepGoing' });
    expect(talk.prompt?.name).toBe('customs.ask');
    expect(statusOf(talk.snapshot)).toBe('waiting');
    expect(talk.snapshot.context.personBy).not.toBeNull();
  });

  it('keeps quietly what is written meanwhile', () => {
    const talk = begin();
    talk.send({ type: 'shopper.wantsPerson' });
    expect(talk.send({ type: 'shopper.said', text: 'and one more thing', understood: understood() })).toEqual([]);
  });

  it('makes no second promise when asked twice', () => {
    const talk = begin();
    talk.send({ type: 'shopper.wantsPerson' });
    expect(saidIn(talk.send({ type: 'shopper.wantsPerson' }))).toEqual(['bot:person.still']);
    expect(talk.timers.map(({ id }) => id)).toEqual(['person']);
  });

  it('owns up when nobody came, and gives a new hour', () => {
    const talk = begin();
    talk.send({ type: 'shopper.wantsPerson' });
    const was = talk.snapshot.context.personBy ?? 0;
    talk.wait(was - talk.at);
    expect(saidIn(talk.last.effects)).toEqual(['bot:late.person']);
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'personAnswer', state: 'late' } });
    expect(talk.snapshot.context.personBy).toBeGreaterThan(was);
  });
});

describe('who is brought a person at once', () => {
  it.each<[string, Happening[], string]>([
    ['harm or a legal threat', [{ type: 'shopper.said', text: '', understood: understood({ urgent: true }) }], 'urgent'],
    ['two misunderstandings and a yes', [...hm(2), { type: 'shopper.chose', choice: 'talk' }], 'misunderstood'],
    ['three misunderstandings', hm(3), 'misunderstood'],
    [
      'distress, twice',
      [
        { type: 'shopper.said', text: '', understood: understood({ distress: 0.9, intent: 'thanks' }) },
        { type: 'shopper.said', text: '', understood: understood({ distress: 0.9 }) },
      ],
      'distress',
    ],
  ])('%s', (_name, events, reason) => {
    const talk = found(PARCELS.duties);
    for (const event of events) talk.send(event);
    expect(talk.snapshot.context.handOff).toBe(reason);
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('an order above the store’s limit', () => {
    const talk = begin({ policy: { personAboveTotal: 1000 } });
    enter(talk, PARCELS.duties);
    expect(talk.snapshot.context.handOff).toBe('value');
  });

  it('a look-up that fails twice', () => {
    const talk = begin();
    talk.send({ type: 'shopper.chose', choice: 'delivered' });
    talk.send({ type: 'shopper.gaveOrder', number: '1003', contact: order.email });
    expect(saidIn(talk.send({ type: 'effect.failed', effect: 'lookUpOrder' }))).toEqual(['bot:failed.again']);
    expect(talk.last.effects.map(({ name }) => name)).toContain('lookUpOrder');
    talk.send({ type: 'effect.failed', effect: 'lookUpOrder' });
    expect(talk.snapshot.context.handOff).toBe('botError');
  });
});

describe('a person here', () => {
  it('has the floor alone, whatever happens', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'agent.took', agent: mei });
    const before = talk.said().length;
    talk.send({ type: 'shopper.said', text: 'hello', understood: understood({ urgent: true, distress: 1 }) });
    talk.send({ type: 'shopper.wantsPerson' });
    talk.send({ type: 'parcel.found', parcel: PARCELS.lost });
    talk.wait(30 * DAY);
    expect(talk.said()).toHaveLength(before);
    expect(statusOf(talk.snapshot)).toBe('agent');
    expect(talk.all).toContainEqual({ name: 'settlePromise', params: { kind: 'traceAnswer', state: 'late' } });
  });

  it('is announced once, and a second person by name', () => {
    const talk = begin();
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.took', agent: tom });
    expect(talk.all.filter(({ name }) => name === 'line')).toHaveLength(2);
    expect(talk.snapshot.context.agent).toEqual(tom);
  });

  it('keeps the promise of an answer by answering', () => {
    const talk = begin();
    talk.send({ type: 'shopper.wantsPerson' });
    talk.send({ type: 'agent.took', agent: mei });
    expect(talk.send({ type: 'agent.said' })).toEqual([{ name: 'settlePromise', params: { kind: 'personAnswer', state: 'kept' } }]);
    expect(talk.timers).toEqual([]);
  });

  it('asks for a piece again without losing the floor', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.askedAgain', item: 'label', reason: 'It came out dark', agent: mei });
    expect(talk.prompt).toMatchObject({ name: 'evidence.label', prompt: { again: 'It came out dark' } });
    talk.send({ type: 'shopper.addedPhoto', item: 'label', slot: 'one', photoId: 'p7' });
    expect(talk.prompt).toMatchObject({ prompt: { enough: true } });
    talk.send({ type: 'shopper.finishedEvidence' });
    expect(talk.prompt).toBeNull();
    expect(talk.snapshot.context.evidence.label).toEqual({ photos: { one: 'p7' }, state: 'done' });
    expect(statusOf(talk.snapshot)).toBe('agent');
  });

  it('gives back where it was, or at a step of their choice', () => {
    const talk = found(PARCELS.duties);
    talk.send({ type: 'agent.took', agent: mei });
    expect(currentStep(talk.snapshot)).toBe('customs');
    talk.send({ type: 'agent.gaveBack', step: 'resume', agent: mei });
    expect(talk.prompt?.name).toBe('customs.ask');
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.gaveBack', step: 'address', agent: mei });
    expect(talk.prompt?.name).toBe('address.ask');
    expect(talk.snapshot.context.order).toBe(order);
    expect(statusOf(talk.snapshot)).toBe('bot');
  });

  it('leaves nobody waiting without a date', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'agent.took', agent: mei });
    talk.wait(30 * DAY);
    talk.send({ type: 'agent.gaveBack', step: 'following', agent: mei });
    expect(saidIn(talk.last.effects)).toContain('bot:following.renewed');
    expect(talk.snapshot.context.promise?.dueAt).toBeGreaterThan(talk.at);
  });
});

describe('a promise that nobody kept', () => {
  it('is owned up to at its hour, and a person looks', () => {
    const talk = found(PARCELS.stalled);
    const due = talk.snapshot.context.promise?.dueAt ?? 0;
    talk.wait(due - talk.at - 1);
    const before = talk.said().length;
    talk.wait(1);
    expect(talk.said().slice(before)).toEqual(['bot:late.case', 'bot:person.away']);
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'traceAnswer', state: 'late' } });
    expect(talk.last.effects).toContainEqual({ name: 'handOff', params: { reason: 'promiseLate', first: true } });
    expect(talk.snapshot.context.personBy).toBeGreaterThan(due);
  });

  it('is owned up to also after the talk was ended', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'shopper.chose', choice: 'done' });
    talk.send({ type: 'shopper.rated', score: 3, comment: 'slow' });
    expect(statusOf(talk.snapshot)).toBe('closed');
    talk.wait(30 * DAY);
    expect(talk.said()).toContain('bot:late.case');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });
});

describe('the end', () => {
  it('closes what turned up, with what happened day by day', () => {
    const talk = found(PARCELS.stalled);
    talk.wait(DAY);
    talk.send({ type: 'shopper.chose', choice: 'turnedUp' });
    expect(talk.last.effects.map(({ name }) => name)).toEqual(['say', 'settlePromise', 'show', 'closeCase', 'sendLetter', 'ask']);
    expect(talk.shown('recap')[0]).toMatchObject({ title: { $t: 'card:recap.solvedIn', p: { count: 1 } }, tag: { tone: 'good' } });
    expect(talk.timers).toEqual([]);
  });

  it('opens again at the case for a new message, and anew where there is none', () => {
    const open = found(PARCELS.stalled);
    open.send({ type: 'shopper.ended' });
    open.send({ type: 'shopper.chose', choice: 'skip' });
    open.send({ type: 'shopper.said', text: 'one more thing', understood: understood() });
    expect(open.snapshot.matches({ talk: 'following' })).toBe(true);
    const bare = begin();
    bare.send({ type: 'shopper.ended' });
    bare.send({ type: 'shopper.said', text: 'something is missing', understood: understood({ intent: 'missing_items' }) });
    expect(bare.said().slice(-2)).toEqual(['bot:heard.plain', 'bot:identify.ask']);
  });

  it('keeps an open case and its date through a fresh start', () => {
    const talk = found(PARCELS.stalled);
    const { case: opened, promise } = talk.snapshot.context;
    talk.send({ type: 'shopper.startedOver' });
    expect(talk.snapshot.context).toMatchObject({ case: opened, promise, order: null, parcel: null, problem: null });
    expect(talk.timers.map(({ id }) => id)).toEqual(['protection', 'promise']);
  });
});

function hm(times: number): Happening[] {
  return Array.from({ length: times }, () => ({ type: 'shopper.said', text: 'hm', understood: understood() }) as const);
}

function found(parcel: (typeof PARCELS)[keyof typeof PARCELS]): Walk {
  const talk = begin();
  enter(talk, parcel);
  return talk;
}

function enter(talk: Walk, parcel: (typeof PARCELS)[keyof typeof PARCELS]): void {
  talk.send({ type: 'shopper.chose', choice: 'in_transit' });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel });
}
