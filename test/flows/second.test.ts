/** Several troubles with one order, several parcels, and minds that change. */
import { describe, expect, it } from 'vitest';
import { nextReminder } from '../../flows/countdown.ts';
import { DAY } from '../../flows/dates.ts';
import { findingsFor } from '../../flows/findings.ts';
import { statusOf } from '../../flows/status.ts';
import type { Order } from '../../protocol/order.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { NUMBER, order, PARCELS, splitOrder } from './facts.ts';
import { begin, saidIn, understood } from './walk.ts';
import type { Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };
const OTHER = 'LX987654325CN';
const monday18 = Date.UTC(2026, 7, 17, 17);

describe('a second problem on the same order', () => {
  it('is taken up, and the first stays open with its date', () => {
    const talk = underInquiry();
    const number = talk.snapshot.context.case?.number;
    const effects = says(talk, 'missing_items');
    expect(saidIn(effects)[0]).toBe('bot:second.taken');
    expect(effects.filter(({ name }) => name === 'settlePromise')).toEqual([]);
    expect(talk.prompt?.name).toBe('missing.items');
    toWarehouse(talk);
    const { context } = talk.snapshot;
    expect(context.case).toMatchObject({ number, problem: 'missing', stage: 'warehouse' });
    expect(context.promise).toMatchObject({ kind: 'warehouseAnswer' });
    expect(context.besides).toMatchObject([
      { problem: 'delivered', stage: 'carrier', promise: { kind: 'carrierAnswer', dueAt: monday18 } },
    ]);
    expect(context.log.map(({ what }) => what)).toEqual(['reported', 'alsoMissing', 'photos', 'warehouse']);
    expect(talk.all.some(({ name }) => name === 'settlePromise')).toBe(false);
  });

  it('is spoken up for when the first falls due, as for any date', () => {
    const talk = underInquiry();
    says(talk, 'missing_items');
    talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
    talk.wait(6 * DAY);
    expect(talk.all).toContainEqual({ name: 'settlePromise', params: { kind: 'carrierAnswer', state: 'late' } });
    expect(talk.said()).toContain('bot:late.case');
    expect(statusOf(talk.snapshot)).toBe('waiting');
  });

  it('lets a person enter the answer to either, and tells the one it is about', () => {
    const talk = underInquiry();
    says(talk, 'missing_items');
    toWarehouse(talk);
    expect(findingsFor(talk.snapshot.context)).toEqual(['notPacked', 'packed', 'unclear', 'lost', 'found']);
    talk.send({ type: 'agent.recorded', finding: 'lost', agent: mei });
    expect(talk.all).toContainEqual({ name: 'settlePromise', params: { kind: 'carrierAnswer', state: 'kept' } });
    expect(talk.snapshot.context.besides).toMatchObject([{ problem: 'missing', promise: { kind: 'warehouseAnswer' } }]);
    expect(talk.prompt?.name).toBe('remedy');
    talk.send({ type: 'shopper.choseRemedy', remedy: 'refund' });
    talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei });
    expect(talk.prompt?.name).toBe('investigation.ask');
  });

  it('that is damage brings a person, and the first goes on', () => {
    const talk = underInquiry();
    says(talk, 'damaged');
    expect([statusOf(talk.snapshot), talk.said().includes('bot:damaged.tell')]).toEqual(['waiting', true]);
    expect(talk.snapshot.context.besides).toMatchObject([{ problem: 'delivered', promise: { kind: 'carrierAnswer' } }]);
  });

  it('that is damage stops no countdown of the protection that the first needs', () => {
    const talk = underInquiry();
    const before = nextReminder(talk.snapshot.context, talk.at);
    expect(before).not.toBeNull();
    says(talk, 'damaged');
    expect(nextReminder(talk.snapshot.context, talk.at)).toBe(before);
  });

  it('that is told twice is spoken of again, not opened twice', () => {
    const talk = underInquiry();
    says(talk, 'missing_items');
    toWarehouse(talk);
    says(talk, 'not_received_delivered');
    expect(talk.snapshot.context).toMatchObject({ problem: 'delivered', promise: { kind: 'carrierAnswer', dueAt: monday18 } });
    expect(talk.snapshot.context.besides).toMatchObject([{ problem: 'missing', promise: { kind: 'warehouseAnswer' } }]);
    says(talk, 'missing_items');
    expect(talk.snapshot.context.besides).toHaveLength(1);
    expect(talk.snapshot.context).toMatchObject({ problem: 'missing', missing: [{ id: 'mug' }] });
  });

  it('goes on when the other is settled; the case closes with the last of them', () => {
    const talk = underInquiry();
    says(talk, 'missing_items');
    toWarehouse(talk);
    says(talk, 'not_received_delivered');
    choose(talk, 'turnedUp');
    expect(talk.said()).toContain('bot:second.oneSettled');
    expect(talk.snapshot.context).toMatchObject({ problem: 'missing', promise: { kind: 'warehouseAnswer' }, besides: [] });
    expect(talk.all.some(({ name }) => name === 'closeCase')).toBe(false);
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.closed', outcome: 'solved', agent: mei });
    expect(talk.shown('recap')[0]?.lines.map(({ text }) => ('$t' in text ? text.$t : ''))).toContain('card:recap.alsoMissing');
  });

  it('settles what is owed beside when the case is closed as a whole', () => {
    const talk = underInquiry();
    says(talk, 'missing_items');
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.closed', outcome: 'unsolved', agent: mei });
    expect(talk.last.effects).toContainEqual({ name: 'settlePromise', params: { kind: 'carrierAnswer', state: 'void' } });
    expect(talk.timers.map(({ id }) => id)).not.toContain('beside.carrierAnswer');
  });

  it('keeps the earlier date where both wait for the same answer', () => {
    const talk = underInquiry();
    says(talk, 'missing_items');
    toWarehouse(talk);
    talk.wait(DAY);
    talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei });
    choose(talk, 'willGo');
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'carrierAnswer', dueAt: monday18 });
  });
});

describe('a mind that changes', () => {
  it('before anything is under way: the case is looked at anew', () => {
    const talk = found(PARCELS.delivered, 'missing');
    talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
    says(talk, 'not_received_delivered');
    expect(talk.said()).toContain('bot:second.changed');
    expect(talk.snapshot.context).toMatchObject({ problem: 'delivered', case: { problem: 'delivered' }, besides: [] });
    expect(talk.prompt?.name).toBe('delivered.household');
  });

  it('about the remedy, before it is carried out: another choice is as good', () => {
    const talk = found(PARCELS.lost, 'lost');
    talk.send({ type: 'shopper.choseRemedy', remedy: 'resend' });
    choose(talk, 'addressRight');
    expect(talk.prompt?.prompt.choices.map(({ id }) => id)).toContain('changeRemedy');
    talk.send({ type: 'shopper.said', text: '', understood: understood({ intent: 'wants_refund', wish: 'refund' }) });
    expect(talk.prompt?.name).toBe('remedy');
    talk.send({ type: 'shopper.choseRemedy', remedy: 'refund' });
    expect(talk.snapshot.context).toMatchObject({ remedy: 'refund', promise: { kind: 'remedyDone', owner: 'store' } });
  });

  it('about the remedy, once it is on its way: a person sees what can be done', () => {
    const talk = found(PARCELS.lost, 'lost');
    talk.send({ type: 'shopper.choseRemedy', remedy: 'resend' });
    choose(talk, 'addressRight');
    talk.send({ type: 'agent.recorded', finding: 'sent', agent: mei });
    expect(talk.prompt?.prompt.choices.map(({ id }) => id)).not.toContain('changeRemedy');
    talk.send({ type: 'shopper.said', text: '', understood: understood({ intent: 'wants_refund', wish: 'refund' }) });
    expect([statusOf(talk.snapshot), talk.said().includes('bot:remedy.doneAlready')]).toEqual(['waiting', true]);
    expect(talk.snapshot.context.remedy).toBe('resend');
  });
});

describe('several parcels in one order', () => {
  it('are told apart, and one can turn to another while what is owed for the first stands', () => {
    const talk = ofSplit(PARCELS.stalled);
    const due = talk.snapshot.context.promise?.dueAt;
    expect(talk.prompt?.prompt.choices.map(({ id }) => id)).toContain('otherParcel');
    choose(talk, 'otherParcel');
    expect(talk.prompt).toMatchObject({
      name: 'identify.which',
      prompt: { choices: [{ id: NUMBER, detail: { $t: 'parcel:state.in_transit' } }, { id: OTHER }, { id: 'unsure' }] },
    });
    choose(talk, OTHER);
    expect(talk.last.effects).toContainEqual({ name: 'lookUpParcel', params: { number: OTHER } });
    talk.send({ type: 'parcel.found', parcel: { ...PARCELS.moving, number: OTHER } });
    choose(talk, 'remind');
    expect(talk.snapshot.context.besides).toMatchObject([{ parcel: NUMBER, promise: { kind: 'traceAnswer', dueAt: due } }]);
    expect(Object.keys(talk.snapshot.context.parcels)).toEqual([NUMBER, OTHER]);
  });

  it('come back to where each stood', () => {
    const talk = ofSplit(PARCELS.stalled);
    choose(talk, 'otherParcel');
    choose(talk, OTHER);
    talk.send({ type: 'parcel.found', parcel: { ...PARCELS.moving, number: OTHER } });
    choose(talk, 'remind');
    choose(talk, 'otherParcel');
    choose(talk, NUMBER);
    expect(talk.last.effects).toContainEqual({ name: 'lookUpParcel', params: { number: NUMBER, carrier: 'Royal Mail' } });
    talk.send({ type: 'parcel.found', parcel: PARCELS.stalled });
    expect(talk.said().at(-1)).toBe('bot:following.noChange');
    expect(talk.snapshot.context).toMatchObject({
      promise: { kind: 'traceAnswer' },
      besides: [{ parcel: OTHER, promise: { kind: 'deliveryCheck' } }],
    });
  });

  it('are counted as they come', () => {
    const talk = ofSplit(PARCELS.delivered, 'delivered');
    for (const choice of ['asked', 'looked', 'addressRight', 'otherParcel']) choose(talk, choice);
    expect(saidIn(talk.last.effects)).toEqual(['bot:identify.come', 'bot:identify.which']);
  });

  it('keep their own dates: a look that was booked for another is made when its hour comes', () => {
    const talk = ofSplit(PARCELS.moving);
    choose(talk, 'remind');
    choose(talk, 'otherParcel');
    choose(talk, OTHER);
    talk.send({ type: 'parcel.found', parcel: { ...PARCELS.stalled, number: OTHER } });
    expect(talk.snapshot.context.besides).toMatchObject([{ parcel: NUMBER, promise: { kind: 'deliveryCheck' } }]);
    talk.send({ type: 'agent.settledPromise', kind: 'traceAnswer', state: 'kept', agent: mei });
    talk.wait(7 * DAY);
    expect(talk.all).toContainEqual({ name: 'lookUpParcel', params: { number: NUMBER, carrier: 'Royal Mail' } });
  });
});

function underInquiry(): Walk {
  const talk = found(PARCELS.delivered, 'delivered');
  for (const choice of ['asked', 'looked', 'addressRight']) choose(talk, choice);
  return talk;
}

function toWarehouse(talk: Walk): void {
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  for (let i = 0; i < 4; i++) talk.send({ type: 'shopper.cantProvide', reason: 'other' });
  choose(talk, 'collectedMe');
}

function ofSplit(parcel: Parcel, problem = 'in_transit'): Walk {
  return found(parcel, problem, splitOrder, NUMBER);
}

function found(parcel: Parcel, problem: string, of: Order = order, which: string | null = null): Walk {
  const talk = begin();
  choose(talk, problem);
  talk.send({ type: 'shopper.gaveOrder', number: of.number, contact: of.email });
  talk.send({ type: 'order.found', order: of });
  if (which !== null) choose(talk, which);
  talk.send({ type: 'parcel.found', parcel });
  return talk;
}

function says(talk: Walk, intent: 'missing_items' | 'damaged' | 'not_received_delivered') {
  return talk.send({ type: 'shopper.said', text: '', understood: understood({ intent }) });
}

function choose(talk: Walk, choice: string) {
  return talk.send({ type: 'shopper.chose', choice });
}
