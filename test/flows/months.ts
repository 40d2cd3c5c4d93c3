/** Weeks of a case: a walk whose clock goes on, and a carrier that tells what it tells, late, twice or out of order. */
import { DAY } from '../../flows/dates.ts';
import type { Parcel, ParcelEvent, ParcelState } from '../../protocol/parcel.ts';
import type { Policy } from '../../protocol/settings.ts';
import { NUMBER, order, parcel, PARCELS } from './facts.ts';
import { begin, saidIn, START } from './walk.ts';
import type { Walk } from './walk.ts';

export const mei = { id: 'agent-mei', name: 'Mei' };

/** A talk in which the order is proven and this parcel was found. */
export function found(one: Parcel, problem = 'in_transit', policy: Partial<Policy> = {}): Walk {
  const talk = begin({ policy });
  talk.send({ type: 'shopper.chose', choice: problem });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel: one });
  return talk;
}

export function choose(talk: Walk, choice: string): string[] {
  return saidIn(talk.send({ type: 'shopper.chose', choice }));
}

/** A look at the parcel that nobody asked for, with all that was scanned so far; `at` is when the newest scan was. */
export function scan(state: ParcelState, at: number, more: Partial<Parcel> = {}): Parcel {
  const newest: ParcelEvent = { at, state, text: 'Seen', place: { city: 'Leeds', country: 'GB' } };
  return parcel(state, { events: [newest, ...PARCELS.moving.events], ...(state === 'delivered' && { deliveredAt: at }), ...more });
}

/** News comes in; answers with what the shopper was told. */
export function tell(talk: Walk, one: Parcel): string[] {
  return saidIn(talk.send({ type: 'parcel.found', parcel: one, news: true }));
}

/** Days go by; the carrier's answer to each look of the bot is what was told last. */
export function days(talk: Walk, count: number): string[] {
  const before = talk.said().length;
  for (let day = 0; day < count; day += 1) {
    talk.wait(DAY);
    const { parcel: known } = talk.snapshot.context;
    if (talk.last.effects.some(({ name }) => name === 'lookUpParcel') && known !== null) talk.send({ type: 'parcel.found', parcel: known });
  }
  return talk.said().slice(before);
}

export function letters(talk: Walk): string[] {
  return talk.all.flatMap((effect) => (effect.name === 'sendLetter' ? [effect.params.letter] : []));
}

export function ledger(talk: Walk): string[] {
  return talk.all.flatMap((effect) => (effect.name === 'settlePromise' ? [`${effect.params.kind} ${effect.params.state}`] : []));
}

export { NUMBER, START };
