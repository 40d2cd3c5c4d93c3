/** What is told in each situation of a parcel that did not come: the reason, the dates, and what never goes through us. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { trackingNote } from '../../flows/tracking-note.ts';
import type { Order } from '../../protocol/order.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { event, NUMBER, order, parcel, PARCELS } from './facts.ts';
import { begin, START } from './walk.ts';
import type { Walk } from './walk.ts';

const friday18 = Date.UTC(2026, 7, 14, 17);
const monday18 = Date.UTC(2026, 7, 17, 17);
const tuesday18 = Date.UTC(2026, 7, 18, 17);

describe('papers that customs wants', () => {
  it('of the shopper: where to give them is said, and the invoice keeps the date that stands', () => {
    const talk = found(PARCELS.documents);
    expect(offered(talk)).toContain('theyAskMe');
    choose(talk, 'theyAskMe');
    expect(placesOf(talk, 'bot:customs.theyAskMe')).toEqual({ by: { $date: friday18, as: 'dayTime' } });
    expect(talk.snapshot.context.promise).toEqual({ kind: 'documentsSent', owner: 'store', dueAt: friday18 });
    expect(talk.last.effects.filter(({ name }) => name === 'promise' || name === 'settlePromise')).toEqual([]);
  });

  it('of the shopper while customs only looks: the shop owes the invoice from then on', () => {
    const talk = found(PARCELS.inspection);
    choose(talk, 'theyAskMe');
    expect(talk.snapshot.context.promise).toEqual({ kind: 'documentsSent', owner: 'store', dueAt: friday18 });
  });

  it('are no answer where nothing is held', () => {
    const talk = found(PARCELS.stalled);
    expect(offered(talk)).not.toContain('theyAskMe');
    choose(talk, 'theyAskMe');
    expect(talk.last.effects).toEqual([]);
  });
});

describe('on its way', () => {
  it('tells when it left, the usual time, the date and the days that are left', () => {
    const talk = found(PARCELS.moving);
    expect(placesOf(talk, 'bot:moving.left')).toEqual({ left: { $date: START - 18 * DAY, as: 'day' }, min: 7, max: 15 });
    expect(placesOf(talk, 'bot:moving.ask')).toEqual({ date: { $date: START + 5 * DAY, as: 'day' }, count: 5 });
  });

  it('takes the first scan of the carrier where no day of leaving is known, not the making of the label', () => {
    const { shippedAt: _, ...unknown } = PARCELS.moving;
    const talk = found({ ...unknown, events: [event('in_transit', 3), event('info_received', 9)] });
    expect(placesOf(talk, 'bot:moving.left')).toMatchObject({ left: { $date: START - 3 * DAY } });
  });

  it('names no day that is over as one to wait for', () => {
    expect(found({ ...PARCELS.moving, etaAt: START + HOUR }).said()).toContain('bot:moving.today');
    const talk = found({ ...PARCELS.moving, etaAt: START - 2 * DAY });
    expect(talk.said()).toContain('bot:moving.passed');
    expect(talk.said()).not.toContain('bot:moving.ask');
  });
});

describe('duty or VAT at the counter or the door', () => {
  it.each([PARCELS.pickup, PARCELS.attempt])('is told of where a border was crossed: $state', (one) => {
    expect(found(one).said()).toContain('bot:customs.mayBeDue');
  });

  it.each([PARCELS.pickup, PARCELS.attempt])('is no matter within one country: $state', (one) => {
    expect(found({ ...one, origin: { country: 'GB' } }).said()).not.toContain('bot:customs.mayBeDue');
  });
});

describe('not shipped', () => {
  it('says by when it should leave, and looks again the working day after', () => {
    const talk = found(PARCELS.notShipped, { ...order, placedAt: START });
    expect(placesOf(talk, 'bot:notShipped.leaves')).toEqual({ date: { $date: monday18, as: 'day' } });
    choose(talk, 'remind');
    expect(talk.snapshot.context).toMatchObject({ case: null, promise: { kind: 'deliveryCheck', owner: 'bot', dueAt: tuesday18 } });
  });

  it('asks the shop at that look, when it still lies there', () => {
    const talk = found(PARCELS.notShipped, { ...order, placedAt: START });
    choose(talk, 'remind');
    talk.wait(tuesday18 - talk.at);
    talk.send({ type: 'parcel.found', parcel: PARCELS.notShipped });
    expect(talk.said()).toContain('bot:notShipped.overdue');
    expect(talk.snapshot.context).toMatchObject({ case: { problem: 'in_transit' }, promise: { kind: 'traceAnswer', owner: 'store' } });
  });

  it.each([PARCELS.notShipped, PARCELS.announced])('asks the shop at once after that day: $state', (one) => {
    const talk = found(one);
    expect(talk.said()).toEqual(expect.arrayContaining(['bot:notShipped.overdue', 'bot:notShipped.case']));
    expect(talk.snapshot.context.promise).toEqual({ kind: 'traceAnswer', owner: 'store', dueAt: monday18 });
    expect(talk.shown('case').at(-1)?.doing).toEqual({ $t: 'card:doing.asksShop' });
  });

  it('asks the shop for an order that has no parcel at all', () => {
    const talk = begin();
    choose(talk, 'in_transit');
    talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
    talk.send({ type: 'order.found', order: { ...order, parcels: [] } });
    expect(talk.snapshot.context).toMatchObject({ case: { problem: 'in_transit' }, promise: { owner: 'store' } });
  });
});

describe('delivered, not received', () => {
  it('tells when a remedy follows the answer, and has the letter for the post office', () => {
    const talk = found(PARCELS.delivered);
    for (const choice of ['asked', 'looked', 'addressRight']) choose(talk, choice);
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'carrierAnswer', dueAt: monday18 });
    expect(placesOf(talk, 'bot:delivered.then')).toEqual({ date: { $date: Date.UTC(2026, 7, 20, 17), as: 'day' } });
    expect(talk.said()).toContain('bot:delivered.letter');
    expect(offered(talk)).toContain('printLetter');
    choose(talk, 'printLetter');
    expect(talk.shown('document').at(-1)?.opens).toEqual({ letter: 'postOffice' });
  });

  it('has no letter for a number alone', () => {
    const talk = begin();
    choose(talk, 'delivered');
    talk.send({ type: 'shopper.gaveTracking', tracking: NUMBER, doubtful: false });
    talk.send({ type: 'parcel.found', parcel: PARCELS.deliveredFresh });
    choose(talk, 'openNow');
    expect(talk.said()).toContain('bot:delivered.postOffice');
    expect(offered(talk)).not.toContain('printLetter');
  });
});

describe('sent back', () => {
  it.each([
    [PARCELS.refused, 'bot:returned.why.refused'],
    [parcel('returning', { reason: 'refused' }), 'bot:returned.why.refused'],
    [parcel('returned', { reason: 'address' }), 'bot:returned.why.address'],
  ])('tells why where the tracking does: %#', (one, why) => {
    expect(found(one).said()).toContain(why);
  });

  it('guesses at no reason', () => {
    expect(
      found(PARCELS.returned)
        .said()
        .filter((key) => key.startsWith('bot:returned.why')),
    ).toEqual([]);
  });
});

it.each(['in_transit', 'expired'] as const)('a tracking that ends at the border is told of: %s', (state) => {
  const one = parcel(state, { events: [{ at: START - 6 * DAY, state: 'in_transit', text: '出境', place: { country: 'CN' } }] });
  expect(trackingNote(one, START)).toEqual(['bot:tracking.endsAtBorder']);
});

function found(one: Parcel, of: Order = order): Walk {
  const talk = begin();
  choose(talk, 'in_transit');
  talk.send({ type: 'shopper.gaveOrder', number: of.number, contact: of.email });
  talk.send({ type: 'order.found', order: of });
  talk.send({ type: 'parcel.found', parcel: one });
  return talk;
}

function offered(talk: Walk): string[] {
  return talk.prompt?.prompt.choices.map(({ id }) => id) ?? [];
}

/** What the last saying of `key` was filled with. */
function placesOf(talk: Walk, key: string) {
  return talk.all
    .flatMap(({ name, params }) => (name === 'say' && '$t' in params.text && params.text.$t === key ? [params.text.p] : []))
    .at(-1);
}

function choose(talk: Walk, choice: string) {
  return talk.send({ type: 'shopper.chose', choice });
}
