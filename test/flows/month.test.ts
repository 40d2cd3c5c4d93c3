/** A month and more of each process: promises fall due, scans come late, twice and out of order, and there is always a next date. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { nextWordAt } from '../../flows/owed.ts';
import { parcel, PARCELS } from './facts.ts';
import { choose, days, found, ledger, letters, mei, scan, START, tell } from './months.ts';
import type { Walk } from './walk.ts';

/** Whoever waits has a date ahead, a question before them, or a person beside them. */
function isCaredFor(talk: Walk): boolean {
  const due = nextWordAt(talk.snapshot.context);
  return talk.snapshot.hasTag('closed') || talk.snapshot.hasTag('agent') || talk.prompt !== null || (due !== null && due > talk.at);
}

function past(talk: Walk): void {
  talk.wait((talk.snapshot.context.promise?.dueAt ?? talk.at) - talk.at);
}

describe('delivered, not received', () => {
  it('owns up to a missed date with a new one, by letter too, and goes on to the remedy', () => {
    const talk = found(PARCELS.delivered, 'delivered');
    for (const choice of ['asked', 'looked', 'addressRight']) choose(talk, choice);
    expect(letters(talk)).toEqual(['signedNotReceived']);
    const was = talk.snapshot.context.promise?.dueAt ?? 0;
    const said = days(talk, 7);
    expect(said).toContain('bot:late.case');
    const late = talk.all.find((one) => one.name === 'say' && '$t' in one.params.text && one.params.text.$t === 'bot:late.case');
    const renewed = talk.all.find((one) => one.name === 'promise' && one.params.kind === 'carrierAnswer' && one.params.dueAt > was);
    expect(late).toMatchObject({
      params: { text: { p: { was: { $date: was }, by: { $date: (renewed?.params as { dueAt: number }).dueAt } } } },
    });
    expect(letters(talk)).toContain('late');
    expect(ledger(talk)).toContain('carrierAnswer late');
    talk.send({ type: 'agent.recorded', finding: 'lost', agent: mei });
    talk.send({ type: 'shopper.choseRemedy', remedy: 'refund' });
    talk.send({ type: 'agent.recorded', finding: 'sent', agent: mei });
    past(talk);
    choose(talk, 'haveIt');
    expect(letters(talk).at(-1)).toBe('closed');
    expect(isCaredFor(talk)).toBe(true);
  });

  it('writes of another place where the carrier left it elsewhere', () => {
    const left = { at: START - 5 * DAY, state: 'delivered', text: 'Left', place: { city: 'Bradford', country: 'GB' } } as const;
    const talk = found({ ...PARCELS.delivered, events: [left] }, 'delivered');
    for (const choice of ['asked', 'looked', 'addressRight']) choose(talk, choice);
    expect(letters(talk)).toEqual(['placeDiffers']);
  });
});

it('in transit, stalled, seen again, delivered: one word for each, and a date all along', () => {
  const talk = found(PARCELS.moving);
  choose(talk, 'remind');
  expect(letters(talk)).toEqual(['inTransit']);
  for (let week = 0; week < 4; week += 1) {
    days(talk, 7);
    expect(isCaredFor(talk)).toBe(true);
  }
  expect(talk.said()).toContain('bot:stalled.case');
  expect(talk.snapshot.context.case?.stage).toBe('carrier');
  const seen = scan('in_transit', talk.at - 2 * DAY);
  expect(tell(talk, seen)).toEqual(['bot:news.movesAgain', 'bot:news.lookAgain']);
  expect(tell(talk, seen)).toEqual([]);
  // Late, and older than what is known.
  expect(tell(talk, scan('customs_held', talk.at - 4 * DAY))).toEqual([]);
  expect(tell(talk, scan('delivered', talk.at - HOUR))).toEqual(['bot:arrived.ask']);
  expect(tell(talk, scan('out_for_delivery', talk.at - 5 * HOUR))).toEqual([]);
  choose(talk, 'haveIt');
  expect(talk.snapshot.context.closedCase).not.toBeNull();
  expect(talk.timers).toEqual([]);
});

it.each([
  ['duties', PARCELS.duties, 'paid'],
  ['documents', PARCELS.documents, null],
  ['inspection', PARCELS.inspection, null],
] as const)('customs, %s: released after weeks, and delivered', (_name, held, choice) => {
  const talk = found(held, 'customs');
  if (choice !== null) choose(talk, choice);
  for (let week = 0; week < 3; week += 1) {
    days(talk, 7);
    expect(isCaredFor(talk)).toBe(true);
  }
  const at = talk.at - DAY;
  expect(tell(talk, scan('in_transit', at))).toEqual(['bot:news.released', 'bot:news.lookAgain']);
  expect(tell(talk, { ...held, events: scan('customs_held', at - DAY).events })).toEqual([]);
  days(talk, 2);
  expect(tell(talk, scan('delivered', talk.at - HOUR))).toEqual(['bot:arrived.ask']);
  choose(talk, 'haveIt');
  expect(talk.snapshot.hasTag('closed')).toBe(true);
});

it('lost, sent again, received', () => {
  const talk = found(PARCELS.stalled);
  days(talk, 5);
  tell(talk, scan('lost', talk.at - HOUR));
  expect(letters(talk)).toContain('lost');
  talk.send({ type: 'shopper.choseRemedy', remedy: 'resend' });
  choose(talk, 'addressRight');
  talk.send({ type: 'agent.recorded', finding: 'sent', agent: mei });
  const said = days(talk, 30);
  expect(said).toContain('bot:received.ask.resend');
  choose(talk, 'haveIt');
  expect(ledger(talk).filter((line) => line === 'remedyDone kept')).toHaveLength(2);
  expect(talk.snapshot.hasTag('closed')).toBe(true);
});

it('missing, through both stages, untouched by news of the parcel', () => {
  const talk = found(PARCELS.delivered, 'missing');
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  for (let piece = 0; piece < 4; piece += 1) talk.send({ type: 'shopper.cantProvide', reason: 'threw_away' });
  choose(talk, 'collectedMe');
  expect(tell(talk, scan('returned', START + HOUR))).toEqual([]);
  talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei });
  choose(talk, 'willGo');
  for (let week = 0; week < 4; week += 1) {
    const said = days(talk, 7);
    expect(isCaredFor(talk)).toBe(true);
    expect(said.filter((key) => key === 'bot:late.case').length).toBeGreaterThan(0);
  }
  talk.send({ type: 'agent.recorded', finding: 'lost', agent: mei });
  expect(talk.prompt?.name).toBe('remedy');
});

it('returned while it was searched for', () => {
  const talk = found(PARCELS.stalled);
  days(talk, 4);
  expect(tell(talk, scan('returning', talk.at - HOUR))).toEqual(['bot:news.changed', 'bot:returned.returning', 'bot:remedy.ask']);
  expect(tell(talk, scan('returned', talk.at))).toEqual(['bot:news.state', 'bot:news.choiceStands']);
  talk.send({ type: 'shopper.choseRemedy', remedy: 'refund' });
  days(talk, 14);
  expect(isCaredFor(talk)).toBe(true);
});

it('not shipped, then on its way, then there', () => {
  const talk = found(PARCELS.notShipped);
  choose(talk, 'remind');
  expect(tell(talk, parcel('in_transit', { events: [{ at: talk.at, state: 'in_transit', text: 'Accepted' }] }))).toEqual([
    'bot:news.left',
    'bot:news.lookAgain',
  ]);
  days(talk, 10);
  expect(tell(talk, scan('delivered', talk.at - HOUR))).toEqual(['bot:arrived.ask']);
  choose(talk, 'haveIt');
  expect(isCaredFor(talk)).toBe(true);
});
