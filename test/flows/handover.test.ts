/** A talk goes from hand to hand: to a colleague, back into the line, closed and opened again; and dates that people give. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { statusOf } from '../../flows/status.ts';
import type { Effect } from '../../flows/effects.ts';
import { order, PARCELS } from './facts.ts';
import { begin, keyOf, saidIn, START, understood } from './walk.ts';
import type { Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };
const tom = { id: 'agent-tom', name: 'Tom' };

describe('to a colleague', () => {
  it('is told by who goes and who comes, and the floor stays with people', () => {
    const talk = taken(PARCELS.stalled);
    expect(talk.send({ type: 'agent.transferred', agent: mei, to: tom })).toEqual([
      { name: 'line', params: { text: { $t: 'line:transferred', p: { from: 'Mei', name: 'Tom' } }, icon: 'person' } },
    ]);
    expect(talk.snapshot.context.agent).toEqual(tom);
    expect(talk.send({ type: 'agent.took', agent: mei })).toEqual([
      { name: 'line', params: { text: { $t: 'line:tookOver', p: { from: 'Tom', name: 'Mei' } }, icon: 'person' } },
    ]);
    expect(statusOf(talk.snapshot)).toBe('agent');
  });

  it('keeps the piece that was asked for again', () => {
    const talk = taken(PARCELS.stalled);
    talk.send({ type: 'agent.askedAgain', item: 'label', reason: 'It came out dark', agent: mei });
    talk.send({ type: 'agent.transferred', agent: mei, to: tom });
    talk.send({ type: 'shopper.addedPhoto', item: 'label', slot: 'one', photoId: 'p1' });
    expect(talk.prompt).toMatchObject({ name: 'evidence.label', prompt: { enough: true } });
  });
});

describe('back into the line', () => {
  it('is first there, with an hour, and told who left', () => {
    const talk = taken(PARCELS.duties);
    talk.send({ type: 'agent.said' });
    const effects = talk.send({ type: 'agent.released', agent: mei });
    expect(saidIn(effects)).toEqual(['bot:person.released', 'bot:person.firstBy', 'bot:person.meanwhile.questions']);
    expect(effects).toContainEqual({ name: 'handOff', params: { reason: 'released', first: true } });
    expect(talk.snapshot.context).toMatchObject({ agent: null, personBy: Date.UTC(2026, 7, 13, 17) });
    expect(statusOf(talk.snapshot)).toBe('waiting');
    expect(talk.timers.map(({ id }) => id)).toContain('person');
    expect(choiceIds(talk)).toEqual(['keepGoing', 'justWait']);
    choose(talk, 'keepGoing');
    expect(talk.prompt?.name).toBe('customs.ask');
  });

  it('says honestly that a connection was lost, and goes on with the photos', () => {
    const talk = photos();
    talk.send({ type: 'agent.took', agent: mei });
    expect(saidIn(talk.send({ type: 'agent.timedOut', agent: mei }))).toEqual([
      'bot:person.lostLine',
      'bot:person.firstBy',
      'bot:person.meanwhile.photos',
    ]);
    expect(choiceIds(talk)).toEqual(['doPhotos', 'justWait']);
    choose(talk, 'doPhotos');
    expect(talk.prompt?.name).toBe('evidence.group');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('goes on with the one piece that was asked for', () => {
    const talk = taken(PARCELS.stalled);
    talk.send({ type: 'agent.askedAgain', item: 'label', reason: 'It came out dark', agent: mei });
    talk.send({ type: 'agent.released', agent: mei });
    expect(choiceIds(talk)).toEqual(['doPhotos', 'justWait']);
    expect(saidIn(choose(talk, 'doPhotos'))).toEqual(['bot:again']);
    talk.send({ type: 'shopper.finishedEvidence' });
    expect(talk.snapshot.matches({ talk: 'following' })).toBe(true);
  });

  it('keeps an earlier hour that nobody has kept yet', () => {
    const talk = found(PARCELS.duties);
    talk.send({ type: 'shopper.wantsPerson' });
    const { personBy } = talk.snapshot.context;
    talk.send({ type: 'agent.took', agent: mei });
    talk.wait(HOUR);
    talk.send({ type: 'agent.timedOut', agent: mei });
    expect(talk.snapshot.context.personBy).toBe(personBy);
  });
});

describe('asking for a person', () => {
  it('names who is free and joins now', () => {
    const talk = found(PARCELS.duties);
    const effects = talk.send({ type: 'shopper.wantsPerson' }, 'Mei');
    expect(effects).toContainEqual({ name: 'say', params: { text: { $t: 'bot:person.joining', p: { name: 'Mei' } } } });
    expect(talk.snapshot.context.personBy).not.toBeNull();
  });

  it('names them also out of hours, for they are there', () => {
    const talk = begin({ at: START + 12 * HOUR });
    expect(saidIn(talk.send({ type: 'shopper.wantsPerson' }, 'Mei'))).toEqual(['bot:person.joining']);
  });

  it('says that nobody is free, puts them first, and offers what helps', () => {
    const talk = photos();
    const effects = talk.send({ type: 'shopper.wantsPerson' }, null);
    expect(saidIn(effects)).toEqual(['bot:person.noneFree', 'bot:person.meanwhile.photos']);
    expect(effects).toContainEqual({ name: 'handOff', params: { reason: 'asked', first: true } });
  });

  it('offers nothing to collect where all is there', () => {
    const talk = found(PARCELS.stalled);
    expect(saidIn(talk.send({ type: 'shopper.wantsPerson' }, null))).toEqual(['bot:person.noneFree']);
    expect(choiceIds(talk)).toEqual(['keepGoing', 'justWait']);
  });

  it('does not send those down the same road again who go on with the bot', () => {
    const talk = begin({ policy: { personAboveTotal: 1000 } });
    enter(talk, PARCELS.moving);
    expect(talk.snapshot.context.handOff).toBe('value');
    choose(talk, 'keepGoing');
    expect(talk.snapshot.matches({ talk: 'following' })).toBe(true);
  });
});

describe('closing and opening again', () => {
  it('says who closed a talk without a case, and does not close twice', () => {
    const talk = taken(PARCELS.duties);
    expect(linesIn(talk.send({ type: 'agent.closed', outcome: 'solved', agent: mei }))).toEqual(['line:closedTalk']);
    expect(talk.send({ type: 'agent.closed', outcome: 'solved', agent: mei })).toEqual([]);
    expect(statusOf(talk.snapshot)).toBe('closed');
  });

  it('brings the case back with its number, its place and all that happened', () => {
    const talk = taken(PARCELS.stalled);
    const { case: opened } = talk.snapshot.context;
    talk.send({ type: 'agent.closed', outcome: 'unsolved', agent: mei });
    expect(talk.snapshot.context.case).toBeNull();
    talk.wait(DAY);
    const effects = talk.send({ type: 'agent.reopened', agent: tom });
    expect(effects).toContainEqual({ name: 'reopenCase', params: { number: opened?.number, stage: opened?.stage } });
    expect(talk.snapshot.context).toMatchObject({ case: opened, agent: tom, closedCase: null });
    expect(talk.snapshot.context.log.map(({ what }) => what)).toEqual(['reported', 'closed', 'reopened']);
    expect(talk.prompt).toBeNull();
    expect(statusOf(talk.snapshot)).toBe('agent');
    talk.send({ type: 'agent.gaveBack', step: 'following', agent: tom });
    expect(saidIn(talk.last.effects)).toEqual(['bot:backAt.following', 'bot:following.renewed']);
    talk.send({ type: 'shopper.chose', choice: 'turnedUp' });
    expect(
      talk
        .shown('recap')
        .at(-1)
        ?.lines.map(({ text }) => keyOf(text)),
    ).toEqual(['card:recap.reported', 'card:recap.closed', 'card:recap.reopened', 'card:recap.closed']);
  });

  it('takes up an ended talk whose case is still open', () => {
    const talk = found(PARCELS.stalled);
    choose(talk, 'done');
    const effects = talk.send({ type: 'agent.reopened', agent: mei });
    expect(effects.map(({ name }) => name)).toEqual(['line', 'clearPrompt']);
    expect(statusOf(talk.snapshot)).toBe('agent');
  });

  it('closes the case of a talk that the shopper ended', () => {
    const talk = found(PARCELS.stalled);
    choose(talk, 'done');
    expect(talk.send({ type: 'agent.closed', outcome: 'solved', agent: mei }).map(({ name }) => name)).toEqual([
      'line',
      'settlePromise',
      'show',
      'closeCase',
      'sendLetter',
    ]);
    expect(talk.timers).toEqual([]);
  });
});

describe('a date that a person gives', () => {
  it('stands beside the case’s own and the person’s answer', () => {
    const talk = promised();
    expect(talk.all).toContainEqual({
      name: 'promise',
      params: { kind: 'agentPromise', owner: 'person', dueAt: START + 2 * DAY, what: 'I check the stock' },
    });
    expect(talk.last.effects.at(-1)).toMatchObject({ name: 'line', params: { text: { $t: 'line:promised' } } });
    expect(talk.timers.map(({ id }) => id).sort()).toEqual(['agentPromise', 'promise', 'protection']);
  });

  it('says both dates when it is moved', () => {
    const talk = promised();
    const effects = talk.send({ type: 'agent.promised', dueAt: START + 3 * DAY, what: 'Later', agent: mei });
    expect(effects).toContainEqual({ name: 'settlePromise', params: { kind: 'agentPromise', state: 'void' } });
    expect(linesIn(effects)).toEqual(['line:promiseMoved']);
    expect(talk.timers.filter(({ id }) => id === 'agentPromise').map(({ dueAt }) => dueAt)).toEqual([START + 3 * DAY]);
  });

  it('lies ahead, or is none', () => {
    const talk = taken(PARCELS.stalled);
    expect(talk.send({ type: 'agent.promised', dueAt: START, what: 'Now', agent: mei })).toEqual([]);
    expect(talk.snapshot.context.agentPromise).toBeNull();
  });

  it('is settled by hand, also while the bot has the floor, and so is the case’s', () => {
    const talk = promised();
    talk.send({ type: 'agent.gaveBack', step: 'resume', agent: mei });
    expect(linesIn(talk.send({ type: 'agent.settledPromise', kind: 'agentPromise', state: 'kept', agent: mei }))).toEqual([
      'line:promise.kept',
    ]);
    expect(talk.timers.map(({ id }) => id)).toEqual(['protection', 'promise']);
    expect(talk.send({ type: 'agent.settledPromise', kind: 'agentPromise', state: 'kept', agent: mei })).toEqual([]);
    talk.send({ type: 'agent.settledPromise', kind: 'traceAnswer', state: 'void', agent: mei });
    expect(linesIn(talk.last.effects)).toEqual(['line:promise.void']);
    expect(saidIn(talk.last.effects)).toEqual(['bot:following.renewed']);
  });

  it('is late quietly while a person has the floor', () => {
    const talk = promised();
    const before = talk.said().length;
    talk.wait(2 * DAY);
    expect(talk.all).toContainEqual({ name: 'settlePromise', params: { kind: 'agentPromise', state: 'late' } });
    expect(talk.said()).toHaveLength(before);
  });

  it.each(['following', 'rating'])('is owned up to by the bot, given back at %s, with a person first in line', (step) => {
    const talk = promised(DAY + HOUR);
    talk.send({ type: 'agent.gaveBack', step, agent: mei });
    talk.wait(DAY + HOUR);
    expect(saidIn(talk.last.effects)).toEqual(['bot:late.agent', 'bot:person.told']);
    expect(talk.last.effects).toContainEqual({ name: 'handOff', params: { reason: 'promiseLate', first: true } });
    expect(statusOf(talk.snapshot)).toBe('waiting');
    expect(talk.snapshot.context.personBy).toBeGreaterThan(talk.at);
  });

  it('outlives a fresh start, and ends with the case', () => {
    const talk = promised();
    talk.send({ type: 'agent.gaveBack', step: 'following', agent: mei });
    talk.send({ type: 'shopper.startedOver' });
    expect(talk.snapshot.context.agentPromise).not.toBeNull();
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.closed', outcome: 'unsolved', agent: mei });
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'agentPromise', state: 'void' } });
    expect(talk.timers).toEqual([]);
  });

  it('of an answer is not taken from somebody who still waits for a person', () => {
    const talk = found(PARCELS.duties);
    talk.send({ type: 'shopper.wantsPerson' });
    expect(talk.send({ type: 'agent.settledPromise', kind: 'personAnswer', state: 'void', agent: mei })).toEqual([]);
    expect(talk.snapshot.context.personBy).not.toBeNull();
  });
});

it('lets nobody act who does not have the floor', () => {
  const talk = found(PARCELS.stalled);
  for (const event of [
    { type: 'agent.gaveBack', step: 'resume', agent: mei },
    { type: 'agent.transferred', agent: mei, to: tom },
    { type: 'agent.released', agent: mei },
    { type: 'agent.timedOut', agent: mei },
    { type: 'agent.settledRemedy', remedy: 'refund', asked: 'refund', agent: mei },
    { type: 'agent.promised', dueAt: START + DAY, what: 'x', agent: mei },
    { type: 'agent.reopened', agent: mei },
  ] as const)
    expect(talk.send(event), event.type).toEqual([]);
});

function promised(inMs = 2 * DAY): Walk {
  const talk = taken(PARCELS.stalled);
  talk.send({ type: 'agent.promised', dueAt: START + inMs, what: 'I check the stock', agent: mei });
  return talk;
}

function photos(): Walk {
  const talk = begin();
  enter(talk, PARCELS.delivered, 'missing');
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  return talk;
}

function taken(parcel: (typeof PARCELS)[keyof typeof PARCELS]): Walk {
  const talk = found(parcel);
  talk.send({ type: 'agent.took', agent: mei });
  return talk;
}

function found(parcel: (typeof PARCELS)[keyof typeof PARCELS]): Walk {
  const talk = begin();
  enter(talk, parcel);
  return talk;
}

function enter(talk: Walk, parcel: (typeof PARCELS)[keyof typeof PARCELS], problem = 'in_transit'): void {
  choose(talk, problem);
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel });
}

function choose(talk: Walk, choice: string): Effect[] {
  return talk.send({ type: 'shopper.chose', choice });
}

function choiceIds(talk: Walk): string[] {
  return talk.prompt?.prompt.choices.map(({ id }) => id) ?? [];
}

function linesIn(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.name === 'line' ? [keyOf(effect.params.text)] : []));
}

// `understood` marks the shopper's words as read.
it('keeps what is written after a talk came back into the line', () => {
  const talk = taken(PARCELS.duties);
  talk.send({ type: 'agent.released', agent: mei });
  expect(talk.send({ type: 'shopper.said', text: 'hello?', understood: understood() })).toEqual([]);
});
