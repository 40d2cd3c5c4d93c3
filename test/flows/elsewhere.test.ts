/** A shopper clicks another order in the shop while a talk is under way. */
import { describe, expect, it } from 'vitest';
import { order, PARCELS } from './facts.ts';
import { begin, saidIn, understood } from './walk.ts';

const other = { type: 'page.gave', order: '#9999', email: 'anna@example.com' } as const;

function talking() {
  const talk = begin();
  talk.send({ type: 'shopper.chose', choice: 'customs' });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel: PARCELS.duties });
  return talk;
}

describe('another order on the page', () => {
  it('is asked about, and looked up with what the page gave', () => {
    const talk = talking();
    expect(saidIn(talk.send(other))).toEqual(['bot:elsewhere.ask']);
    const effects = talk.send({ type: 'shopper.chose', choice: 'lookAtOther' });
    expect(effects).toContainEqual({ name: 'lookUpOrder', params: { number: '#9999', contact: 'anna@example.com' } });
    expect(talk.snapshot.context.parcel).toBeNull();
  });

  it('changes nothing when they stay', () => {
    const talk = talking();
    const before = talk.prompt?.name;
    talk.send(other);
    talk.send({ type: 'shopper.chose', choice: 'stayHere' });
    expect(talk.prompt?.name).toBe(before);
    expect(talk.snapshot.context.order?.number).toBe(order.number);
  });

  it('is forgotten when they simply go on talking', () => {
    const talk = talking();
    talk.send(other);
    talk.send({ type: 'shopper.said', text: '', understood: understood({ intent: 'protection_deadline' }) });
    expect(talk.snapshot.matches('elsewhere')).toBe(false);
    expect(talk.snapshot.context.order?.number).toBe(order.number);
  });

  it('is no news when it is the one we speak of', () => {
    const talk = talking();
    expect(talk.send({ type: 'page.gave', order: `# ${order.number}` })).toEqual([]);
  });

  it('keeps the open case', () => {
    const talk = talking();
    talk.send({ type: 'shopper.chose', choice: 'paid' });
    const opened = talk.snapshot.context.case;
    expect(opened).not.toBeNull();
    talk.send(other);
    talk.send({ type: 'shopper.chose', choice: 'lookAtOther' });
    expect(talk.snapshot.context.case).toEqual(opened);
  });
});
