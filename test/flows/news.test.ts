/** News of parcels: taken in wherever the talk is, told once, and never for something older than what is known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { statusOf } from '../../flows/status.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { parcel, PARCELS, splitOrder } from './facts.ts';
import { choose, found, ledger, letters, mei, scan, START, tell } from './months.ts';
import { begin, keyOf, saidIn } from './walk.ts';
import type { Walk } from './walk.ts';

const delivered = scan('delivered', START + HOUR);
const linesIn = (talk: Walk) => talk.last.effects.flatMap((one) => (one.name === 'line' ? [keyOf(one.params.text)] : []));

describe('while the bot has the floor', () => {
  it('asks whether a traced parcel that is delivered now has come, and keeps a date', () => {
    const talk = found(PARCELS.stalled);
    expect(tell(talk, delivered)).toEqual(['bot:arrived.ask']);
    expect(ledger(talk)).toEqual(['traceAnswer kept']);
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'deliveryCheck', owner: 'bot' });
    choose(talk, 'haveIt');
    expect(talk.snapshot.hasTag('closed')).toBe(true);
    expect(letters(talk)).toEqual(['closed']);
  });

  it('says the same once, however often it comes', () => {
    const talk = found(PARCELS.stalled);
    tell(talk, delivered);
    expect(talk.send({ type: 'parcel.found', parcel: delivered, news: true })).toEqual([]);
    expect(talk.send({ type: 'parcel.found', parcel: delivered })).toEqual([]);
  });

  it('never goes back to an older truth', () => {
    const talk = found(PARCELS.stalled);
    tell(talk, delivered);
    expect(tell(talk, scan('in_transit', START - DAY))).toEqual([]);
    expect(tell(talk, parcel('not_found', { events: [] }))).toEqual([]);
    expect(talk.snapshot.context.parcel?.state).toBe('delivered');
  });

  it('tells that customs let it go, moves the case, and looks again by a date', () => {
    const talk = found(PARCELS.inspection, 'customs');
    expect(tell(talk, scan('in_transit', START + HOUR))).toEqual(['bot:news.released', 'bot:news.lookAgain']);
    expect(talk.snapshot.context).toMatchObject({ case: { stage: 'underWay' }, promise: { kind: 'deliveryCheck', owner: 'bot' } });
    expect(ledger(talk)).toEqual(['customsUpdate kept']);
  });

  it('tells that a silent parcel moves again, and not every scan after it', () => {
    const talk = found(PARCELS.stalled);
    expect(tell(talk, scan('in_transit', START + HOUR))).toEqual(['bot:news.movesAgain', 'bot:news.lookAgain']);
    expect(tell(talk, scan('in_transit', START + 2 * HOUR))).toEqual([]);
  });

  it.each([
    ['duties', PARCELS.duties, ['bot:customs.duties', 'bot:customs.safeWayUntil', 'bot:customs.ask'], ['duties']],
    ['documents', PARCELS.documents, ['bot:customs.documents'], ['documents']],
    ['pickup', PARCELS.pickup, ['bot:pickup.atUntil', 'bot:customs.mayBeDue', 'bot:pickup.ask'], ['atDestinationPost']],
    ['lost', PARCELS.lost, ['bot:lost.carrier', 'bot:remedy.ask'], ['lost']],
    ['returned', PARCELS.returned, ['bot:returned.returned', 'bot:remedy.ask'], []],
    ['attempt', PARCELS.attempt, ['bot:attempt.tell', 'bot:customs.mayBeDue', 'bot:attempt.ask'], []],
  ] as const)('takes the road of %s, with its letter', (_name, one, said, sent) => {
    const talk = found(PARCELS.stalled);
    expect(tell(talk, { ...one, events: scan(one.state, START + HOUR).events })).toEqual(['bot:news.changed', ...said]);
    expect(letters(talk)).toEqual(sent);
    expect(talk.snapshot.context.promise ?? talk.snapshot.context.remedyUntil).not.toBeNull();
  });

  it('asks about a lost parcel that comes while the choice is open, and leaves the choice alone for the rest', () => {
    const talk = found(PARCELS.lost);
    expect(tell(talk, scan('returned', START + HOUR))).toEqual(['bot:news.state', 'bot:news.choiceStands']);
    expect(tell(talk, scan('delivered', START + 2 * HOUR))).toEqual(['bot:arrived.ask']);
    choose(talk, 'dontHaveIt');
    expect(talk.prompt?.name).toBe('delivered.household');
  });

  it.each(['refund', 'resend'] as const)('asks whether it came after all, and a person hears where a %s is on its way', (remedy) => {
    const talk = found(PARCELS.lost);
    talk.send({ type: 'shopper.choseRemedy', remedy });
    if (remedy === 'resend') choose(talk, 'addressRight');
    expect(tell(talk, delivered)).toEqual(['bot:afterAll.ask']);
    expect(choose(talk, 'haveIt')).toEqual([`bot:afterAll.haveIt.${remedy}`, 'bot:person.told']);
    expect(statusOf(talk.snapshot)).toBe('waiting');
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'remedyDone' });
  });

  it('changes nothing of what was chosen where it did not come', () => {
    const talk = found(PARCELS.lost);
    talk.send({ type: 'shopper.choseRemedy', remedy: 'refund' });
    tell(talk, delivered);
    expect(choose(talk, 'dontHaveIt')).toEqual(['bot:news.chosenStands', 'bot:news.dateStands']);
  });

  it('changes nothing of a box that came incomplete', () => {
    const talk = found(PARCELS.delivered, 'missing');
    talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
    const { prompt } = talk;
    expect(tell(talk, scan('returned', START + HOUR))).toEqual([]);
    expect(talk.prompt).toBe(prompt);
  });

  it('keeps what it hears of the other parcels of the order, and says nothing of them', () => {
    const talk = begin();
    talk.send({ type: 'shopper.chose', choice: 'in_transit' });
    talk.send({ type: 'shopper.gaveOrder', number: splitOrder.number, contact: splitOrder.email });
    talk.send({ type: 'order.found', order: splitOrder });
    const [first, second] = splitOrder.parcels.map(({ number }) => number);
    talk.send({ type: 'shopper.chose', choice: first ?? '' });
    // Still looking for the first: the other's news is not its result.
    expect(tell(talk, parcel('delivered', { number: second ?? '' }))).toEqual([]);
    expect(talk.snapshot.matches({ talk: { identify: 'locating' } })).toBe(true);
    expect(Object.keys(talk.snapshot.context.parcels)).toEqual([second]);
    expect(tell(talk, parcel('delivered', { number: 'LX000000000CN' }))).toEqual([]);
    expect(Object.keys(talk.snapshot.context.parcels)).toEqual([second]);
  });

  it('tells news of a case aside, once, where the talk has begun anew', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'shopper.startedOver' });
    expect(tell(talk, delivered)).toEqual(['bot:news.about']);
    expect(tell(talk, delivered)).toEqual([]);
    expect(talk.snapshot.matches({ talk: 'welcome' })).toBe(true);
  });
});

describe('while a person is waited for', () => {
  it('asks all the same, and they keep their place', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'shopper.wantsPerson' });
    expect(tell(talk, delivered)).toEqual(['bot:arrived.ask']);
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });
});

describe('while a person has the floor', () => {
  it.each<[Parcel, string]>([
    [delivered, 'delivered.household'],
    [scan('lost', START + HOUR), 'remedy'],
    [scan('available_for_pickup', START + HOUR), 'pickup.ask'],
  ])('says nothing but a line, and goes on at what follows', (one, prompt) => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'agent.took', agent: mei });
    expect(tell(talk, one)).toEqual([]);
    expect(linesIn(talk)).toEqual(['line:news']);
    expect(talk.send({ type: 'parcel.found', parcel: one, news: true })).toEqual([]);
    talk.send({ type: 'agent.gaveBack', step: 'resume', agent: mei });
    expect(talk.prompt?.name).toBe(prompt);
  });
});

describe('after the end of a talk', () => {
  it('opens it again for an open case', () => {
    const talk = found(PARCELS.stalled);
    talk.send({ type: 'shopper.ended' });
    expect(tell(talk, delivered)).toEqual(['bot:arrived.ask']);
    expect(statusOf(talk.snapshot)).toBe('bot');
  });

  it('leaves a closed case alone', () => {
    const talk = found(PARCELS.stalled);
    choose(talk, 'turnedUp');
    expect(talk.send({ type: 'parcel.found', parcel: delivered, news: true })).toEqual([]);
    expect(statusOf(talk.snapshot)).toBe('closed');
  });
});

it('ends at the newest truth in whatever order the looks come, and asks at most once for each state', () => {
  const looks = [
    scan('in_transit', START + HOUR),
    scan('out_for_delivery', START + 2 * HOUR),
    scan('delivered', START + 3 * HOUR),
    scan('in_transit', START - 2 * DAY),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray([...looks, ...looks], { minLength: 8 }), (order) => {
      const talk = found(PARCELS.stalled);
      const said = order.flatMap((one) => tell(talk, one));
      expect(talk.snapshot.context.parcel?.state).toBe('delivered');
      expect(said.filter((key) => key === 'bot:arrived.ask')).toHaveLength(1);
      expect(said.at(-1)).toBe('bot:arrived.ask');
    }),
    { numRuns: 40 },
  );
});

it('says plainly what a tracking can’t tell', () => {
  const silent = (text: string, more: Partial<Parcel> = {}) =>
    parcel('in_transit', { events: [{ at: START - 6 * DAY, state: 'in_transit', text, place: { country: 'CN' } }], ...more });
  const notes = (one: Parcel) => saidIn(found(one).all).filter((key) => key.startsWith('bot:tracking.'));
  expect(notes(silent('Departed from outward office of exchange'))).toEqual(['bot:tracking.endsAtBorder']);
  expect(notes(silent('Departed', { lastMile: { number: 'H00ABC', carrier: 'Evri' } }))).toEqual(['bot:tracking.lastMile']);
  expect(notes(silent('已揽收'))).toEqual(['bot:tracking.chinese']);
  expect(notes(parcel('in_transit', { events: [] }))).toEqual(['bot:tracking.empty']);
  expect(notes(PARCELS.moving)).toEqual([]);
});
