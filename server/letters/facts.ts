/** What a talk knows for the places of letters, whichever letter it is. What is not known is left out. */
import { eventWords, placeWords } from '../../flows/cards/event-words.ts';
import type { FlowContext } from '../../flows/context.ts';
import { expectedBy, parcelFlags, protectionEnd } from '../../flows/deadlines.ts';
import { lastFinding } from '../../flows/findings.ts';
import { nextWordAt } from '../../flows/owed.ts';
import type { Order } from '../../protocol/order.ts';
import type { Parcel, ParcelEvent } from '../../protocol/parcel.ts';
import { t, type Param, type Words } from '../../protocol/words.ts';
import type { CaseRow, ConversationRow, ShopRow } from '../store/port.ts';
import type { Place } from './registry.ts';
import type { Fact } from './values.ts';

export interface Talk {
  shop: ShopRow;
  row: ConversationRow;
  /** null where this version can't read the talk: then only what stands beside it is known. */
  context: FlowContext | null;
  case: CaseRow | null;
  at: number;
  /** Back into the talk. */
  link?: string;
}

const MOST_EVENTS = 6;

export function factsOf(talk: Talk): Record<string, Fact> {
  const { shop, row, context, link } = talk;
  return known({
    shop: shop.settings.name,
    case: row.caseNumber === null ? undefined : { $code: row.caseNumber },
    link,
    ...(context && {
      by: moment(nextWordAt(context), 'dayTime'),
      ...(context.order && ofOrder(context.order, context)),
      ...(context.parcel && ofParcel(context.parcel, context, talk.at)),
      ...ofCase(talk.case, context),
      items: itemsOf(context),
      sender: shop.settings.name,
    }),
  });
}

function ofOrder(order: Order, { policy }: FlowContext): Unsure {
  const { customerName, address } = order;
  return {
    name: firstName(customerName),
    order: { $code: order.number },
    protection: moment(protectionEnd(order, policy), 'day'),
    recipient: customerName,
    address:
      address &&
      t('letters:address', { line: address.line, city: `${address.postcode} ${address.city}`, country: { $country: address.country } }),
    shipped: moment(order.shippedAt, 'day'),
    amount: { $money: order.total, currency: order.currency },
  };
}

function ofParcel(parcel: Parcel, { order, policy }: FlowContext, at: number): Unsure {
  const { stalled } = parcelFlags(parcel, order, policy, at);
  const { due, pickup, proof } = parcel;
  const owed = due?.currency === undefined ? null : due;
  // A date that nobody believes any more is not one to wait for.
  const eta = stalled ? null : expectedBy(parcel, order, policy);
  return {
    tracking: { $code: parcel.lastMile?.number ?? parcel.number },
    carrier: parcel.lastMile?.carrier ?? parcel.carrier,
    status: statusOf(parcel),
    eta: eta === null || eta < at ? undefined : moment(eta, 'day'),
    events: parcel.events.slice(0, MOST_EVENTS).map(eventOf),
    delivered: moment(parcel.deliveredAt, 'dayTime'),
    place: pickup?.name ?? proof?.place,
    signed: proof?.signedBy,
    code: pickup?.code === undefined ? undefined : { $code: pickup.code },
    until: moment(pickup?.until ?? due?.until, 'day'),
    ...(parcel.shippedAt !== undefined && { shipped: moment(parcel.shippedAt, 'day') }),
    ...(pickup && { address: pickup.address }),
    ...(due && { amount: money(owed?.amount, owed?.currency), fee: money(owed?.fee, owed?.currency) }),
  };
}

function ofCase(opened: CaseRow | null, context: FlowContext): Unsure {
  const { policy, promise, remedyUntil } = context;
  const found = opened?.finding ?? lastFinding(context.log);
  const remedy = opened?.remedy ?? context.remedy;
  const answered = found === 'notPacked' || found === 'packed' || found === 'unclear' ? found : null;
  return {
    ...(policy.resend.offered && { resend: days(policy.resend.shipsInBusinessDays) }),
    ...(policy.refund.offered && { refund: days(policy.refund.businessDays) }),
    ...(remedyUntil !== null && { until: moment(remedyUntil, 'dayTime') }),
    ...(promise && { promise: t(`desk:promise.${promise.kind}`) }),
    ...(answered && { finding: t(`letters:finding.${answered}`), next: t(`letters:next.${answered}`) }),
    outcome: t(`letters:outcome.${remedy ?? opened?.outcome ?? 'solved'}`),
    reason: t(`letters:reason.${opened?.problem ?? context.problem ?? 'other'}`),
  };
}

function itemsOf({ missing }: FlowContext): Words[] {
  return missing.map(({ name, count }) => t('letters:item', { number: count, name }));
}

function statusOf(parcel: Parcel): Words {
  const isHeld = parcel.state === 'customs_held' && parcel.reason !== undefined;
  return isHeld ? t(`parcel:customs.${parcel.reason}`) : t(`parcel:state.${parcel.state}`);
}

function eventOf(event: ParcelEvent): Words {
  const p = { at: { $date: event.at, as: 'short' } as const, what: eventWords(event) };
  const place = placeWords(event.place);
  return place === null ? t('letters:event', p) : t('letters:eventAt', { ...p, place });
}

function firstName(name: string | undefined): string | undefined {
  return name?.trim().split(/\s+/)[0];
}

function days(count: number): Words {
  return t('letters:businessDays', { count });
}

function money(amount: number | undefined, currency: string | undefined): Words | undefined {
  return amount === undefined || currency === undefined ? undefined : { $money: amount, currency };
}

function moment(at: number | null | undefined, as: 'day' | 'dayTime'): Words | undefined {
  return at == null ? undefined : { $date: at, as };
}

type Unsure = { [P in Place]?: Fact | undefined };

function known(facts: Unsure): Record<string, Fact> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Param | Param[]] => entry[1] !== undefined));
}
