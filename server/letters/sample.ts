import { t } from '../../protocol/words.ts';
import type { Place } from './registry.ts';
import type { Fact } from './values.ts';

const DAY_MS = 86_400_000;

/** Something for every place there is, so that an owner sees a letter whole. All of it is made up. */
export function sampleFacts(shop: string, now: number): Record<Exclude<Place, 'shop'>, Fact> {
  const on = (days: number, as: 'day' | 'dayTime' | 'short') => ({ $date: now + days * DAY_MS, as });
  return {
    name: 'Amal',
    order: { $code: 'TW-1042' },
    case: { $code: 'TW-K7QF2' },
    tracking: { $code: 'RB123456785CN' },
    carrier: 'North Post',
    by: on(5, 'dayTime'),
    link: 'https://example.com/',
    protection: on(30, 'day'),
    address: t('letters:address', { line: '12 Mill Lane', city: 'LS1 4AB Leeds', country: { $country: 'GB' } }),
    amount: { $money: 4820, currency: 'GBP' },
    code: { $code: '40-17' },
    delivered: on(-2, 'dayTime'),
    eta: on(4, 'day'),
    events: [
      t('letters:eventAt', { at: on(-1, 'short'), what: t('parcel:event.arrived'), place: { $code: 'Leeds' } }),
      t('letters:event', { at: on(-3, 'short'), what: t('parcel:event.departed') }),
    ],
    fee: { $money: 800, currency: 'GBP' },
    finding: t('letters:finding.packed'),
    items: [t('letters:item', { number: 2, name: 'Blue mug' }), t('letters:item', { number: 1, name: 'Teapot, large' })],
    next: t('letters:next.packed'),
    outcome: t('letters:outcome.resend'),
    papers: [t('letters:paper.invoice'), t('letters:paper.payment')],
    place: 'Corner Shop, 3 High Street',
    promise: t('desk:promise.warehouseAnswer'),
    reason: t('letters:reason.missing'),
    recipient: 'Amal Haddad',
    refund: t('letters:businessDays', { count: 5 }),
    resend: t('letters:businessDays', { count: 2 }),
    sender: shop,
    shipped: on(-20, 'day'),
    signed: 'A. Haddad',
    status: t('parcel:state.in_transit'),
    until: on(14, 'dayTime'),
    was: on(-1, 'dayTime'),
  };
}
