import { createLetters, type Letters } from '../../../server/letters/letters.ts';
import { readTemplates } from '../../../server/letters/templates.ts';
import type { LetterFacts } from '../../../server/letters/values.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import type { LetterTextRow, ShopRow } from '../../../server/store/port.ts';
import { readResources } from '../../../server/words/resources.ts';
import { createWording } from '../../../server/words/words.ts';
import { t } from '../../../protocol/words.ts';

export const NOW = Date.UTC(2026, 7, 14, 9);
const DAY = 86_400_000;

export const SHOP: ShopRow = {
  id: 'shop-1',
  key: 'shop',
  settings: {
    name: 'Kestrel & Co',
    color: '#20558f',
    locales: ['en', 'es', 'zh-CN', 'ar'],
    defaultLocale: 'en',
    origins: [],
    identityRequired: false,
    policy: defaultPolicy,
  },
  identitySecret: 'secret',
  createdAt: 0,
  updatedAt: 0,
};

export const wording = await createWording(readResources());

/** `own`: wordings that the owner has written. */
export function lettersWith(own: LetterTextRow[] = []): Letters {
  return createLetters({
    store: {
      letterText: (_storeId, letter, locale) => Promise.resolve(own.find((row) => row.letter === letter && row.locale === locale) ?? null),
    },
    wording,
    templates: readTemplates(),
    clock: { now: () => NOW },
  });
}

const day = (days: number) => ({ $date: NOW + days * DAY, as: 'day' }) as const;
const dayTime = (days: number) => ({ $date: NOW + days * DAY, as: 'dayTime' }) as const;

/** Something for every place there is. */
export const EVERY_FACT: LetterFacts = {
  name: 'Amal',
  order: { $code: 'TW-1042' },
  case: { $code: 'K7QF2M' },
  tracking: { $code: 'RB123456785CN' },
  carrier: 'North Post',
  by: dayTime(5),
  link: 'https://help.example/panel?store=shop#link=abc',
  protection: day(30),
  address: t('letters:address', { line: '12 Mill Lane', city: 'LS1 4AB Leeds', country: { $country: 'GB' } }),
  amount: { $money: 4820, currency: 'GBP' },
  code: { $code: '40-17' },
  delivered: dayTime(-2),
  eta: day(4),
  events: [
    t('letters:eventAt', { at: { $date: NOW - DAY, as: 'short' }, what: t('parcel:event.arrived'), place: { $code: 'Leeds' } }),
    t('letters:event', { at: { $date: NOW - 3 * DAY, as: 'short' }, what: t('parcel:event.departed') }),
  ],
  fee: { $money: 800, currency: 'GBP' },
  finding: t('letters:finding.packed'),
  items: [t('letters:item', { number: 2, name: 'Blue mug' }), t('letters:item', { number: 1, name: 'Teapot, large' })],
  next: t('letters:next.packed'),
  outcome: t('letters:outcome.resend'),
  papers: ['Commercial invoice', 'Proof of payment'],
  place: 'Parcel shop, 3 High Street',
  promise: t('desk:promise.warehouseAnswer'),
  reason: t('letters:reason.missing'),
  recipient: 'Amal Haddad',
  refund: t('letters:businessDays', { count: 5 }),
  resend: t('letters:businessDays', { count: 2 }),
  sender: 'Kestrel & Co',
  shipped: day(-20),
  signed: 'A. Haddad',
  status: t('parcel:state.in_transit'),
  until: dayTime(14),
  was: dayTime(-1),
};
