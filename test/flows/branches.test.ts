/** The five roads, told as talks. */
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { statusOf } from '../../flows/status.ts';
import type { Order } from '../../protocol/order.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { NUMBER, order, PARCELS, splitOrder, TODAY } from './facts.ts';
import { begin, saidIn, understood } from './walk.ts';
import type { Walk } from './walk.ts';

const friday18 = Date.UTC(2026, 7, 14, 17); // 18:00 in London
const monday18 = Date.UTC(2026, 7, 17, 17);
const protectedUntil = order.placedAt + 60 * DAY;

describe('delivered, not received', () => {
  it('hears them, shows the proof, checks three things, and opens a dated case', () => {
    const talk = begin();
    const first = talk.send({
      type: 'shopper.said',
      text: '…',
      understood: understood({ intent: 'not_received_delivered', occasion: 'birthday' }),
    });
    expect(saidIn(first)).toEqual(['bot:heard.weight', 'bot:identify.ask']);
    expect(talk.prompt).toMatchObject({ name: 'identify', prompt: { kind: 'find' } });
    find(talk, PARCELS.delivered);
    expect(talk.said().slice(2)).toEqual(['bot:found.orderMore', 'bot:delivered.proofSigned', 'bot:delivered.household']);
    expect(choiceIds(talk)).toEqual(['asked', 'willAsk', 'turnedUp', 'unsure']);
    expect(saidIn(choose(talk, 'asked'))).toEqual(['bot:delivered.safePlace']);
    expect(saidIn(choose(talk, 'looked'))).toEqual(['bot:delivered.address']);
    const effects = choose(talk, 'addressRight');
    expect(effects.map(({ name }) => name)).toEqual(['openCase', 'promise', 'say', 'show', 'say', 'say', 'sendLetter', 'ask']);
    expect(talk.snapshot.context.promise).toEqual({ kind: 'carrierAnswer', owner: 'store', dueAt: monday18 });
    expect(talk.snapshot.context.checks).toEqual({ household: 'asked', safePlace: 'looked', address: 'right' });
    const [card] = talk.shown('case');
    expect(card).toMatchObject({
      guard: { text: { $t: 'card:guard.until', p: { date: { $date: protectedUntil } } } },
      promise: { date: { $date: monday18 } },
    });
    expect(card?.guard?.how?.steps).toHaveLength(4);
    expect(card?.steps.find(({ state }) => state === 'now')?.label).toEqual({ $t: 'card:stage.carrier' });
  });

  it('gives a fresh scan its time, asks again when it is over, and goes on from there', () => {
    const talk = found(PARCELS.deliveredFresh, 'delivered');
    expect(talk.prompt?.name).toBe('delivered.fresh');
    choose(talk, 'waitForIt');
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'deliveryCheck', dueAt: TODAY + DAY });
    talk.wait(DAY);
    expect(talk.last.effects).toContainEqual({ name: 'lookUpParcel', params: { number: NUMBER, carrier: 'Royal Mail' } });
    talk.send({ type: 'parcel.found', parcel: PARCELS.deliveredFresh });
    expect(talk.prompt?.name).toBe('arrived.ask');
    choose(talk, 'dontHaveIt');
    expect(talk.prompt?.name).toBe('delivered.household');
  });

  it('never shows the address to somebody who only knows the tracking number', () => {
    const talk = begin();
    choose(talk, 'delivered');
    talk.send({ type: 'shopper.gaveTracking', tracking: NUMBER, doubtful: false });
    talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
    choose(talk, 'asked');
    choose(talk, 'looked');
    expect(talk.prompt).toMatchObject({ name: 'prove', prompt: { kind: 'text' } });
    expect(JSON.stringify(talk.all)).not.toContain('Mill Lane');
    talk.send({ type: 'shopper.said', text: 'anna@example.com', understood: understood({ contact: 'anna@example.com' }) });
    expect(talk.last.effects).toContainEqual({ name: 'lookUpOrder', params: { tracking: NUMBER, contact: 'anna@example.com' } });
    talk.send({ type: 'order.found', order });
    expect(JSON.stringify(talk.last.effects)).toContain('Mill Lane');
  });

  it('brings a person when it went to the wrong address', () => {
    const talk = found(PARCELS.delivered, 'delivered');
    for (const answer of ['asked', 'looked', 'addressWrong']) choose(talk, answer);
    expect(statusOf(talk.snapshot)).toBe('waiting');
    expect(talk.snapshot.context.case).not.toBeNull();
    expect(talk.snapshot.context.personBy).toBeGreaterThan(talk.at);
  });
});

it('asks to look at a digit again, and looks the number up all the same', () => {
  const talk = begin();
  choose(talk, 'in_transit');
  const effects = talk.send({ type: 'shopper.gaveTracking', tracking: 'LX123456780CN', doubtful: true });
  expect(saidIn(effects)).toEqual(['bot:identify.digit']);
  expect(effects).toContainEqual({ name: 'lookUpParcel', params: { number: 'LX123456780CN' } });
});

describe('in transit', () => {
  it('tells the date, books a look again, and keeps it', () => {
    const talk = found(PARCELS.moving, 'in_transit');
    expect(talk.shown('parcel')[0]).toMatchObject({ fact: { count: { value: { $code: '5' } } }, road: { gate: 'open', at: 1.5 } });
    choose(talk, 'remind');
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'deliveryCheck', owner: 'bot', dueAt: Date.UTC(2026, 7, 18, 17) });
    talk.wait(7 * DAY);
    expect(talk.last.effects.map(({ name }) => name)).toContain('lookUpParcel');
    talk.send({ type: 'parcel.found', parcel: PARCELS.moving });
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'deliveryCheck', state: 'kept' } });
    expect(talk.said().at(-1)).toBe('bot:following.stillMoving');
    expect(talk.snapshot.context.promise?.dueAt).toBeGreaterThan(talk.at);
  });

  it('asks the carrier the same day when there is no news', () => {
    const talk = found(PARCELS.stalled, 'in_transit');
    expect(talk.said()).toContain('bot:stalled.days');
    expect(talk.snapshot.context).toMatchObject({
      case: { problem: 'in_transit', stage: 'carrier' },
      promise: { kind: 'traceAnswer', dueAt: monday18 },
    });
  });

  it('tells news that come while it is asking', () => {
    const talk = found(PARCELS.moving, 'in_transit');
    talk.send({ type: 'parcel.found', parcel: PARCELS.moving });
    expect(talk.last.effects).toEqual([]);
    talk.send({ type: 'parcel.found', parcel: PARCELS.duties });
    expect(talk.prompt?.name).toBe('customs.ask');
  });

  it('turns to another order that is named later', () => {
    const talk = found(PARCELS.moving, 'in_transit');
    talk.send({ type: 'shopper.gaveOrder', number: '1004', contact: order.email });
    expect(talk.last.effects).toContainEqual({ name: 'lookUpOrder', params: { number: '1004', contact: order.email } });
    expect(talk.snapshot.context).toMatchObject({ order: null, parcel: null });
  });

  it('offers real ways out when it comes too late', () => {
    const talk = found(PARCELS.late, 'in_transit');
    choose(talk, 'tooLate');
    expect(choiceIds(talk)).toEqual(['askRefund', 'remind', 'howDispute', 'unsure']);
    expect(saidIn(choose(talk, 'howDispute'))).toEqual(['bot:protection.until', 'bot:protection.how', 'bot:rights.uk']);
    choose(talk, 'askRefund');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('looks again before the protection ends, not after', () => {
    const talk = found(PARCELS.moving, 'in_transit', { ...order, protectedUntil: TODAY + 5 * DAY });
    choose(talk, 'remind');
    expect(talk.snapshot.context.promise?.dueAt).toBeLessThanOrEqual(TODAY + 3 * DAY);
  });
});

describe('customs', () => {
  it('sends the papers itself', () => {
    const talk = found(PARCELS.documents, 'customs');
    expect(talk.snapshot.context).toMatchObject({ case: { stage: 'customs' }, promise: { kind: 'documentsSent', dueAt: friday18 } });
  });

  it('names the duty, who asks for it and until when, and never a link', () => {
    const talk = found(PARCELS.duties, 'customs');
    const [card] = talk.shown('parcel');
    expect(card?.safety).toEqual({ $t: 'card:safety' });
    expect(card?.todo.map(({ copy }) => copy)).toEqual([undefined, NUMBER, undefined]);
    expect(card?.tag?.tone).toBe('wait');
    expect(card?.rows).toContainEqual(
      expect.objectContaining({
        value: { $money: 1940, currency: 'GBP' },
        detail: expect.objectContaining({ $t: 'card:row.amountParts' }) as unknown,
      }),
    );
    expect(JSON.stringify(talk.all)).not.toContain('http');
    for (const [answer, owner] of [
      ['paid', 'bot'],
      ['amountWrong', 'store'],
      ['wontPay', 'store'],
    ] as const) {
      const other = found(PARCELS.duties, 'customs');
      choose(other, answer);
      expect(other.snapshot.context.promise).toEqual({ kind: 'customsUpdate', owner, dueAt: monday18 });
      expect(other.snapshot.context.case).not.toBeNull();
    }
  });

  it('reminds the undecided before the time is over', () => {
    const talk = found(PARCELS.duties, 'customs');
    choose(talk, 'unsure');
    expect(talk.snapshot.context.promise?.dueAt).toBeLessThan(PARCELS.duties.due?.until ?? 0);
  });

  it('brings a person for what may not come in', () => {
    expect(statusOf(found(PARCELS.prohibited, 'customs').snapshot)).toBe('waiting');
  });
});

describe('lost', () => {
  it('lets them choose, checks the address, and says when it is done', () => {
    const talk = found(PARCELS.lost, 'in_transit');
    expect(talk.prompt).toMatchObject({ name: 'remedy', prompt: { kind: 'remedies', options: [{ id: 'resend' }, { id: 'refund' }] } });
    talk.send({ type: 'shopper.choseRemedy', remedy: 'resend' });
    expect(talk.prompt?.name).toBe('address.ask');
    const effects = choose(talk, 'addressRight');
    expect(effects.map(({ name }) => name)).toEqual(['moveCase', 'recordRemedy', 'promise', 'say', 'show', 'ask']);
    expect(talk.snapshot.context.promise).toEqual({ kind: 'remedyDone', owner: 'store', dueAt: monday18 });
  });

  it('offers only what the store does, and a person where it does nothing by itself', () => {
    const refund = found(PARCELS.lost, 'lost', order, { resend: { offered: false, shipsInBusinessDays: 2 } });
    expect(refund.prompt).toMatchObject({ prompt: { options: [{ id: 'refund' }] } });
    refund.send({ type: 'shopper.choseRemedy', remedy: 'resend' });
    expect(refund.prompt?.name).toBe('remedy');
    const none = { resend: { offered: false, shipsInBusinessDays: 2 }, refund: { offered: false, businessDays: 5 } };
    expect(found(PARCELS.lost, 'lost', order, none).snapshot.context.handOff).toBe('noRemedy');
  });

  it('is said by the store only where its own rule says so', () => {
    expect(found(PARCELS.expired, 'lost').said().join()).not.toContain('lost.');
    expect(found(PARCELS.expired, 'lost', order, { lostAfterDays: 40 }).said()).toContain('bot:lost.policy');
  });

  it('does not let the time to choose run out in silence', () => {
    const talk = found(PARCELS.lost, 'lost');
    talk.wait(15 * DAY);
    expect(talk.said()).toContain('bot:remedy.closing');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });
});

describe('items missing', () => {
  it('collects step by step and hands it to the warehouse with a date', () => {
    const talk = found(PARCELS.delivered, 'missing');
    expect(talk.prompt).toMatchObject({ name: 'missing.items', prompt: { items: [{ id: 'mug', quantity: 2 }, { id: 'tray' }] } });
    talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 9 }] });
    expect(talk.snapshot.context.missing).toEqual([{ id: 'mug', name: 'Stoneware mug', count: 2 }]);
    expect(talk.snapshot.context.case).toMatchObject({ stage: 'photos' });
    expect(talk.prompt).toMatchObject({ name: 'evidence.group', prompt: { step: 1, of: 4, enough: false } });
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1' });
    expect(talk.prompt).toMatchObject({ name: 'evidence.group', prompt: { enough: true, slots: [{ id: 'one', photoId: 'p1' }, {}, {}] } });
    talk.send({ type: 'shopper.removedPhoto', photoId: 'p1' });
    expect(talk.prompt).toMatchObject({ prompt: { enough: false } });
    talk.send({ type: 'shopper.addedPhoto', item: 'loose', slot: 'one', photoId: 'p2' });
    talk.send({ type: 'shopper.finishedEvidence' });
    expect(talk.prompt).toMatchObject({ name: 'evidence.packaging', prompt: { example: 'box' } });
    talk.send({ type: 'shopper.cantProvide', reason: 'threw_away' });
    talk.send({ type: 'shopper.cantProvide', reason: 'later' });
    talk.send({ type: 'shopper.cantProvide', reason: 'other' });
    choose(talk, 'collectedOther');
    choose(talk, 'wasWhole');
    expect(talk.snapshot.context).toMatchObject({
      case: { stage: 'warehouse' },
      promise: { kind: 'warehouseAnswer', owner: 'warehouse', dueAt: monday18 },
    });
    expect(talk.shown('case').at(-1)).toMatchObject({
      keep: { $t: 'card:case.keep' },
      guard: { how: { label: { $t: 'card:guard.how' } } },
    });
  });

  it('asks first whether it comes in another parcel', () => {
    const talk = begin();
    choose(talk, 'missing');
    talk.send({ type: 'shopper.gaveOrder', number: '1003', contact: order.email });
    talk.send({ type: 'order.found', order: splitOrder });
    expect(talk.prompt?.name).toBe('identify.which');
    choose(talk, NUMBER);
    talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
    expect(talk.prompt?.name).toBe('missing.split');
    choose(talk, 'notInOther');
    expect(talk.prompt?.name).toBe('missing.items');
  });

  it('reminds once, and only once', () => {
    const talk = found(PARCELS.delivered, 'missing');
    talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
    talk.wait(24 * HOUR);
    expect(saidIn(talk.last.effects)).toEqual(['bot:evidence.reminder']);
    talk.wait(30 * DAY);
    expect(talk.said().filter((key) => key === 'bot:evidence.reminder')).toHaveLength(1);
  });
});

describe('the protection', () => {
  it('is said plainly in every case of something not received or missing', () => {
    for (const [name, parcel] of Object.entries(PARCELS)) {
      const talk = found(parcel, 'in_transit');
      for (const card of talk.shown('parcel')) expect(card.guard?.how, name).toBeDefined();
    }
  });

  it('turns into "open it now" when it is close', () => {
    const talk = found(PARCELS.stalled, 'in_transit', { ...order, protectedUntil: TODAY + 2 * DAY });
    expect(talk.said()).toContain('bot:protection.now');
    expect(talk.shown('case')[0]?.guard).toMatchObject({ tone: 'bad', text: { $t: 'card:guard.now' } });
  });
});

function found(parcel: Parcel, problem: string, of: Order = order, policy: NonNullable<Parameters<typeof begin>[0]>['policy'] = {}): Walk {
  const talk = begin({ policy });
  choose(talk, problem);
  talk.send({ type: 'shopper.gaveOrder', number: of.number, contact: of.email });
  talk.send({ type: 'order.found', order: of });
  talk.send({ type: 'parcel.found', parcel });
  return talk;
}

function find(talk: Walk, parcel: Parcel): void {
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel });
}

function choose(talk: Walk, choice: string) {
  return talk.send({ type: 'shopper.chose', choice });
}

function choiceIds(talk: Walk): string[] {
  return (talk.prompt?.prompt.choices ?? []).map(({ id }) => id);
}
