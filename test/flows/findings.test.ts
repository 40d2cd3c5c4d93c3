/** What a person enters at the desk: told by the bot, or kept for later; and what follows from it. */
import { describe, expect, it } from 'vitest';
import { DAY } from '../../flows/dates.ts';
import { findingsFor } from '../../flows/findings.ts';
import { statusOf } from '../../flows/status.ts';
import type { Finding } from '../../protocol/case.ts';
import { NUMBER, order, PARCELS } from './facts.ts';
import { begin, keyOf, saidIn } from './walk.ts';
import type { Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };

describe('while the bot has the floor', () => {
  it('not packed: our mistake, and straight to the remedies', () => {
    const talk = atWarehouse();
    record(talk, 'notPacked');
    expect(effectNames(talk)).toEqual(['recordFinding', 'settlePromise', 'say', 'sendLetter', 'moveCase', 'say', 'ask']);
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'warehouseAnswer', state: 'kept' } });
    expect(saidIn(talk.last.effects)).toEqual(['bot:finding.notPacked', 'bot:remedy.ask']);
    expect(talk.prompt?.name).toBe('remedy');
    expect(talk.snapshot.context.log.map(({ what }) => what)).toEqual(['reported', 'warehouse', 'notPacked', 'choice']);
  });

  it('packed: the carrier searches, with the paper from the post office, and there is a date', () => {
    const talk = atWarehouse();
    record(talk, 'packed');
    expect(saidIn(talk.last.effects)).toEqual([
      'bot:finding.packed',
      'bot:investigation.ask',
      'bot:investigation.rights',
      'bot:investigation.by',
    ]);
    expect(talk.prompt?.name).toBe('investigation.ask');
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'carrierAnswer' });
    choose(talk, 'willGo');
    expect(talk.snapshot.context).toMatchObject({ case: { stage: 'carrier' }, promise: { kind: 'carrierAnswer', owner: 'store' } });
  });

  it('unclear: said so, with a new date and a person', () => {
    const talk = atWarehouse();
    talk.wait(DAY);
    const was = talk.snapshot.context.promise?.dueAt ?? 0;
    record(talk, 'unclear');
    expect(saidIn(talk.last.effects)).toEqual(['bot:finding.unclear.warehouse', 'bot:person.told']);
    expect(talk.snapshot.context.promise?.dueAt).toBeGreaterThan(was);
    expect(talk.snapshot.context.personBy).toBeGreaterThan(talk.at);
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('lost: the remedies', () => {
    const talk = searched();
    record(talk, 'lost');
    expect(saidIn(talk.last.effects)).toEqual(['bot:finding.lost', 'bot:remedy.ask']);
    expect(talk.snapshot.context).toMatchObject({ problem: 'lost', case: { stage: 'choice' } });
  });

  it('found: followed, with a new look', () => {
    const talk = searched();
    record(talk, 'found');
    expect(saidIn(talk.last.effects)).toEqual(['bot:finding.found']);
    expect(talk.snapshot.context).toMatchObject({ case: { stage: 'answer' }, promise: { kind: 'deliveryCheck', owner: 'bot' } });
    talk.wait((talk.snapshot.context.promise?.dueAt ?? 0) - talk.at);
    talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
    expect(talk.prompt?.name).toBe('arrived.ask');
  });

  it.each(['resend', 'refund'] as const)('sent, for a %s: told, and asked when it should have come', (remedy) => {
    const talk = chosen(remedy);
    record(talk, 'sent');
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'remedyDone', state: 'kept' } });
    expect(saidIn(talk.last.effects)).toEqual([`bot:finding.sent.${remedy}`]);
    choose(talk, 'whereNow');
    talk.send({ type: 'parcel.found', parcel: PARCELS.lost });
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'remedyDone', owner: 'bot' });
    talk.wait((talk.snapshot.context.promise?.dueAt ?? 0) - talk.at);
    expect(saidIn(talk.last.effects)).toEqual([`bot:received.ask.${remedy}`]);
    choose(talk, 'unsure');
    expect(talk.snapshot.context.promise?.dueAt).toBeGreaterThan(talk.at);
    talk.wait((talk.snapshot.context.promise?.dueAt ?? 0) - talk.at);
    choose(talk, 'haveIt');
    expect(talk.shown('recap')).toHaveLength(1);
  });

  it('brings a person when what was sent did not come', () => {
    const talk = chosen('resend');
    record(talk, 'sent');
    talk.wait((talk.snapshot.context.promise?.dueAt ?? 0) - talk.at);
    choose(talk, 'dontHaveIt');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('nothing is on its way that nobody chose', () => {
    expect(searched().send({ type: 'agent.recorded', finding: 'sent', agent: mei })).toEqual([]);
  });
});

describe('while nobody has the floor', () => {
  it('opens an ended talk again', () => {
    const talk = atWarehouse();
    choose(talk, 'done');
    expect(statusOf(talk.snapshot)).toBe('closed');
    record(talk, 'notPacked');
    expect(talk.prompt?.name).toBe('remedy');
    expect(statusOf(talk.snapshot)).toBe('bot');
  });

  it('is told to those who wait for a person, who keep their place', () => {
    const talk = atWarehouse();
    talk.send({ type: 'shopper.wantsPerson' });
    record(talk, 'notPacked');
    expect(talk.prompt?.name).toBe('remedy');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });
});

describe('where it must not turn the talk', () => {
  it('a closed case stays closed, and the answer stays with it', () => {
    const talk = searched();
    const number = talk.snapshot.context.case?.number;
    choose(talk, 'turnedUp');
    expect(talk.send({ type: 'agent.recorded', finding: 'lost', agent: mei })).toEqual([
      { name: 'recordFinding', params: { number, finding: 'lost' } },
    ]);
    expect(statusOf(talk.snapshot)).toBe('closed');
  });

  it('a talk that began anew hears of it, and a person takes it up', () => {
    const talk = searched();
    talk.send({ type: 'shopper.startedOver' });
    const before = talk.prompt?.name;
    record(talk, 'lost');
    expect(saidIn(talk.last.effects)).toEqual(['bot:finding.about', 'bot:finding.lost', 'bot:person.told']);
    expect(talk.prompt?.name).toBe(before);
    expect(talk.snapshot.context.personBy).toBeGreaterThan(talk.at);
  });

  it('one that began anew and ended wants a person where they are seen', () => {
    const talk = searched();
    talk.send({ type: 'shopper.startedOver' });
    talk.send({ type: 'shopper.ended' });
    record(talk, 'unclear');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it.each(['found', 'packed'] as const)('%s is told with what comes next', (finding) => {
    const talk = finding === 'found' ? searched() : atWarehouse();
    talk.send({ type: 'shopper.startedOver' });
    record(talk, finding);
    expect(saidIn(talk.last.effects).slice(0, 2)).toEqual(['bot:finding.about', `bot:finding.${finding}`]);
    expect(talk.snapshot.context.promise ?? talk.snapshot.context.personBy).not.toBeNull();
  });

  it('no case, no finding', () => {
    const talk = begin();
    expect(talk.send({ type: 'agent.recorded', finding: 'lost', agent: mei })).toEqual([]);
  });
});

describe('while a person has the floor', () => {
  it.each<[Finding, () => Walk, string | undefined]>([
    ['notPacked', atWarehouse, 'remedy'],
    ['packed', atWarehouse, 'investigation.ask'],
    ['unclear', atWarehouse, 'following'],
    ['lost', searched, 'remedy'],
    ['found', searched, 'following'],
    ['sent', () => chosen('refund'), 'following'],
  ])('%s is noted with a line, and given back it goes on right', (finding, start, prompt) => {
    const talk = start();
    talk.send({ type: 'agent.took', agent: mei });
    record(talk, finding);
    expect(saidIn(talk.last.effects)).toEqual([]);
    expect(talk.last.effects).toContainEqual({ name: 'line', params: { text: { $t: `line:finding.${finding}`, p: {} }, icon: 'check' } });
    expect(talk.snapshot.context.promise).toBeNull();
    talk.send({ type: 'agent.gaveBack', step: 'resume', agent: mei });
    expect(saidIn(talk.last.effects)[0]).toMatch(/^bot:backAt\./u);
    expect(talk.prompt?.name).toBe(prompt);
    const { promise, remedyUntil } = talk.snapshot.context;
    expect(promise?.dueAt ?? remedyUntil).toBeGreaterThan(talk.at);
  });
});

describe('a remedy that a person settles', () => {
  it('is recorded with what the shopper chose, and dated; the person keeps the floor', () => {
    const talk = searched();
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.settledRemedy', remedy: 'resend', asked: 'either', agent: mei });
    expect(effectNames(talk)).toEqual(['moveCase', 'recordRemedy', 'settlePromise', 'promise', 'line']);
    expect(talk.last.effects[1]).toMatchObject({ params: { remedy: 'resend', asked: 'either' } });
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'remedyDone', owner: 'store' });
    expect(statusOf(talk.snapshot)).toBe('agent');
  });

  it.each(['address', 'resume'])('given back at %s, one check is left, and the date stands', (step) => {
    const talk = searched();
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.settledRemedy', remedy: 'resend', asked: 'resend', agent: mei });
    const { promise } = talk.snapshot.context;
    talk.send({ type: 'agent.gaveBack', step, agent: mei });
    expect(talk.last.effects.filter(({ name }) => name === 'say').map(({ params }) => params)).toEqual([
      { text: { $t: 'bot:backAt.address', p: { name: 'Mei' } } },
      { text: { $t: 'bot:address.ask', p: { address: { $code: '12 Mill Lane, LS1 4AP Leeds' } } } },
    ]);
    expect(saidIn(choose(talk, 'addressRight'))).toEqual(['bot:address.settled']);
    expect(talk.snapshot.context.promise).toEqual(promise);
  });

  it('opens a case where there was none', () => {
    const talk = found(PARCELS.duties, 'customs');
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.settledRemedy', remedy: 'refund', asked: 'refund', agent: mei });
    expect(effectNames(talk)).toEqual(['openCase', 'recordRemedy', 'promise', 'line']);
    talk.send({ type: 'agent.gaveBack', step: 'resume', agent: mei });
    expect(saidIn(talk.last.effects)).toEqual(['bot:backAt.followingUntil']);
    expect(talk.prompt?.name).toBe('following');
  });
});

it('offers the answers that fit where the case stands', () => {
  const offered = (talk: Walk) => findingsFor(talk.snapshot.context);
  expect(offered(begin())).toEqual([]);
  expect(offered(atWarehouse())).toEqual(['notPacked', 'packed', 'unclear']);
  expect(offered(searched())).toEqual(['lost', 'found', 'unclear']);
  expect(offered(chosen('refund'))).toEqual(['sent', 'found']);
});

function atWarehouse(): Walk {
  const talk = found(PARCELS.delivered, 'missing');
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  for (let i = 0; i < 4; i++) talk.send({ type: 'shopper.cantProvide', reason: 'threw_away' });
  choose(talk, 'collectedMe');
  return talk;
}

function searched(): Walk {
  return found(PARCELS.stalled, 'in_transit');
}

function chosen(remedy: 'resend' | 'refund'): Walk {
  const talk = found(PARCELS.lost, 'lost');
  talk.send({ type: 'shopper.choseRemedy', remedy });
  if (remedy === 'resend') choose(talk, 'addressRight');
  return talk;
}

function found(parcel: (typeof PARCELS)[keyof typeof PARCELS], problem: string): Walk {
  const talk = begin();
  choose(talk, problem);
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel });
  expect(talk.snapshot.context.parcel?.number).toBe(NUMBER);
  return talk;
}

function record(talk: Walk, finding: Finding): void {
  talk.send({ type: 'agent.recorded', finding, agent: mei });
  expect(talk.last.effects[0]).toMatchObject({ name: 'recordFinding', params: { finding } });
}

function choose(talk: Walk, choice: string) {
  return talk.send({ type: 'shopper.chose', choice });
}

function effectNames(talk: Walk): string[] {
  return talk.last.effects.map(({ name }) => name);
}

it('tells it all once more when the case is closed', () => {
  const talk = atWarehouse();
  record(talk, 'notPacked');
  talk.send({ type: 'shopper.choseRemedy', remedy: 'refund' });
  record(talk, 'sent');
  talk.wait((talk.snapshot.context.promise?.dueAt ?? 0) - talk.at);
  choose(talk, 'haveIt');
  expect(talk.shown('recap')[0]?.lines.map(({ text }) => keyOf(text))).toEqual(
    ['reported', 'warehouse', 'notPacked', 'choice', 'moving', 'sent', 'closed'].map((what) => `card:recap.${what}`),
  );
});
