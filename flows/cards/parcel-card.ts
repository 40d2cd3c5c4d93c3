/** Where a parcel is, as a card: the road, the one fact that matters, what is asked and by whom, every step so far. */
import type { ParcelCard } from '../../protocol/card.ts';
import type { Icon } from '../../protocol/icons.ts';
import type { Parcel, ParcelFlags } from '../../protocol/parcel.ts';
import type { Policy } from '../../protocol/settings.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import { daysBetween } from '../dates.ts';
import { expectedBy } from '../deadlines.ts';
import { eventWords, placeWords } from './event-words.ts';
import { guardOf } from './guard.ts';
import { roadOf, toneOf } from './road.ts';

/** `protection`: end of the buyer's protection in epoch ms, null while the order is not known. */
export function parcelCard(parcel: Parcel, flags: ParcelFlags, protection: number | null, policy: Policy, at: number): ParcelCard {
  // A date that nobody believes any more is not shown as one to wait for.
  const expectedAt = flags.stalled ? null : expectedBy(parcel, null, policy);
  const card: ParcelCard = {
    kind: 'parcel',
    road: roadOf(parcel, flags, expectedAt),
    tag: { tone: toneOf(parcel, flags), icon: iconOf(parcel, flags), text: tagWords(parcel, flags) },
    rows: rowsOf(parcel),
    todo: todoOf(parcel),
    events: parcel.events.map((event) => {
      const place = placeWords(event.place);
      const row = { text: eventWords(event), at: { $date: event.at, as: 'recent' } as const };
      return place === null ? row : { ...row, place };
    }),
    guard: guardOf(protection, policy, at),
  };
  const fact = factOf(parcel, expectedAt, at);
  if (fact !== null) card.fact = fact;
  if (isDutyDue(parcel)) card.safety = t('card:safety');
  return card;
}

function tagWords(parcel: Parcel, flags: ParcelFlags): Words {
  if (parcel.state === 'customs_held') return t(`parcel:customs.${customsReason(parcel)}`);
  if (parcel.state === 'exception') return t(`parcel:exception.${exceptionReason(parcel)}`);
  if (flags.stalled && parcel.state === 'in_transit') return t('parcel:flag.stalled', { count: flags.silentDays ?? 0 });
  if (flags.late) return t('parcel:flag.late');
  return t(`parcel:state.${parcel.state}`);
}

function factOf(parcel: Parcel, expectedAt: number | null, at: number): NonNullable<ParcelCard['fact']> | null {
  if (parcel.state === 'delivered' && parcel.deliveredAt !== undefined) {
    return { label: t('card:fact.delivered'), value: { $date: parcel.deliveredAt, as: 'dayTime' } };
  }
  if (parcel.state === 'available_for_pickup' && parcel.pickup?.until !== undefined) {
    return { label: t('card:fact.pickupUntil'), value: { $date: parcel.pickup.until, as: 'day' } };
  }
  const moving = parcel.state === 'in_transit' || parcel.state === 'out_for_delivery' || parcel.state === 'info_received';
  if (!moving || expectedAt === null) return null;
  const days = daysBetween(at, expectedAt, 'UTC');
  if (days < 0) return { label: t('card:fact.wasExpected'), value: { $date: expectedAt, as: 'day' } };
  return {
    label: t('card:fact.expected'),
    value: { $date: expectedAt, as: 'day' },
    count: { value: { $code: String(days) }, label: t('card:fact.daysLeft', { count: days }) },
  };
}

function rowsOf(parcel: Parcel): ParcelCard['rows'] {
  const rows: ParcelCard['rows'] = [{ label: t('card:row.number'), value: { $code: parcel.number } }];
  if (parcel.lastMile !== undefined) {
    rows.push({ label: t('card:row.lastMile', { carrier: parcel.lastMile.carrier }), value: { $code: parcel.lastMile.number } });
  }
  if (parcel.state === 'delivered') rows.push(...proofRows(parcel));
  if (isDutyDue(parcel)) rows.push(...dutyRows(parcel));
  if (parcel.state === 'available_for_pickup') rows.push(...pickupRows(parcel));
  return rows;
}

function proofRows({ proof }: Parcel): ParcelCard['rows'] {
  const rows: ParcelCard['rows'] = [];
  if (proof?.place !== undefined) rows.push({ label: t('card:row.leftAt'), value: { $code: proof.place } });
  if (proof?.signedBy !== undefined) rows.push({ label: t('card:row.signedBy'), value: { $code: proof.signedBy } });
  return rows;
}

function dutyRows(parcel: Parcel): ParcelCard['rows'] {
  const due = parcel.due ?? {};
  const rows: ParcelCard['rows'] = [];
  if (due.amount === undefined || due.currency === undefined) {
    rows.push({ label: t('card:row.amount'), value: t('card:row.amountUnknown') });
  } else {
    const { amount, currency, fee } = due;
    const value = { $money: amount, currency };
    const parts = fee === undefined ? null : { tax: { $money: amount - fee, currency }, fee: { $money: fee, currency } };
    rows.push(
      parts === null
        ? { label: t('card:row.amount'), value }
        : { label: t('card:row.amount'), value, detail: t('card:row.amountParts', parts) },
    );
  }
  const carrier = carrierName(parcel);
  rows.push({ label: t('card:row.askedBy'), value: carrier === null ? t('parcel:carrier') : { $code: carrier } });
  if (due.until !== undefined) {
    rows.push({ label: t('card:row.until'), value: { $date: due.until, as: 'day' }, detail: t('card:row.thenBack') });
  }
  return rows;
}

function pickupRows({ pickup }: Parcel): ParcelCard['rows'] {
  if (pickup === undefined) return [];
  const rows: ParcelCard['rows'] = [{ label: t('card:row.pickupAt'), value: { $code: pickup.name } }];
  if (pickup.address !== undefined) rows.push({ label: t('card:row.address'), value: { $code: pickup.address } });
  if (pickup.code !== undefined) rows.push({ label: t('card:row.code'), value: { $code: pickup.code } });
  return rows;
}

function todoOf(parcel: Parcel): ParcelCard['todo'] {
  if (!isDutyDue(parcel)) return [];
  const number = parcel.lastMile?.number ?? parcel.number;
  const carrier = carrierName(parcel);
  const own = carrier === null ? t('card:todo.openCarrier') : t('card:todo.openOwn', { carrier: { $code: carrier } });
  return [{ text: own }, { text: t('card:todo.enter'), copy: number }, { text: t('card:todo.follow') }];
}

/** The one who rings the bell: the last mile where it is known. */
function carrierName(parcel: Parcel): string | null {
  return parcel.lastMile?.carrier ?? parcel.carrier ?? null;
}

function isDutyDue(parcel: Parcel): boolean {
  return parcel.state === 'customs_held' && customsReason(parcel) === 'duties';
}

export function customsReason({ reason }: Parcel): 'documents' | 'duties' | 'inspection' | 'prohibited' | 'unknown' {
  return reason === 'documents' || reason === 'duties' || reason === 'inspection' || reason === 'prohibited' ? reason : 'unknown';
}

export function exceptionReason({ reason }: Parcel): 'damaged' | 'refused' | 'address' | 'delay' | 'other' {
  return reason === 'damaged' || reason === 'refused' || reason === 'address' || reason === 'delay' ? reason : 'other';
}

function iconOf(parcel: Parcel, flags: ParcelFlags): Icon {
  switch (parcel.state) {
    case 'delivered':
      return 'check';
    case 'customs_held':
      return 'gate';
    case 'returning':
    case 'returned':
      return 'turn';
    case 'available_for_pickup':
      return 'pin';
    case 'attempt_failed':
      return 'door';
    case 'lost':
    case 'exception':
      return 'alert';
    case 'not_found':
      return 'ask';
    case 'not_shipped':
    case 'info_received':
      return 'box';
    default:
      return flags.stalled ? 'gap' : flags.late ? 'clock' : 'truck';
  }
}
