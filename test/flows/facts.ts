/** A store's policy, an order and parcels, invented; each test changes what it is about. */
import type { Order } from '../../protocol/order.ts';
import type { Parcel, ParcelEvent, ParcelState } from '../../protocol/parcel.ts';
import type { Policy } from '../../protocol/settings.ts';

export const policy: Policy = {
  deliveryBusinessDays: { min: 7, max: 15 },
  handlingBusinessDays: 3,
  stalledAfterDays: { domestic: 7, international: 20, economy_post: 30 },
  freshScanHours: 48,
  protectionDays: 60,
  protectionWarnDays: 3,
  protectionCountdownDays: [5, 3, 1],
  lostAfterDays: null,
  promises: {
    carrierAnswer: 3,
    warehouseAnswer: 3,
    traceAnswer: 3,
    customsUpdate: 3,
    documentsSent: 2,
    remedyDone: 3,
    personAnswer: 1,
    hour: 18,
  },
  customsInspectionDays: 10,
  resend: { offered: true, shipsInBusinessDays: 2 },
  refund: { offered: true, businessDays: 5 },
  credit: { offered: false },
  remedyOpenDays: 14,
  personAboveTotal: 50_000,
  photoKeepDays: 90,
  hours: { tz: 'Europe/London', days: [1, 2, 3, 4, 5], from: 9, to: 17 },
  holidays: { country: null, region: null },
  shopperChoseCarrier: false,
  agentAwayMinutes: 10,
  awayMailMinutes: 3,
  evidenceReminderHours: 24,
};

const DAY = 86_400_000;
export const TODAY = Date.UTC(2026, 7, 12, 9, 0);
export const NUMBER = 'LX123456785CN';

export const order: Order = {
  number: '1003',
  email: 'anna@example.com',
  postcode: 'LS1 4AP',
  customerName: 'Anna Example',
  placedAt: TODAY - 20 * DAY,
  currency: 'GBP',
  total: 4820,
  items: [
    { id: 'mug', name: 'Stoneware mug', variant: 'blue', quantity: 2, price: 1400 },
    { id: 'tray', name: 'Oak tray', quantity: 1, price: 2020 },
  ],
  address: { line: '12 Mill Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
  parcels: [{ number: NUMBER, carrier: 'Royal Mail' }],
  shippedAt: TODAY - 18 * DAY,
};

export const splitOrder: Order = { ...order, parcels: [...order.parcels, { number: 'LX987654325CN' }] };

export function event(state: ParcelState, daysAgo: number, text = 'Departed', country = 'CN'): ParcelEvent {
  return { at: TODAY - daysAgo * DAY, state, text, place: { city: country === 'CN' ? 'Shenzhen' : 'Leeds', country } };
}

export function parcel(state: ParcelState, more: Partial<Parcel> = {}): Parcel {
  return {
    number: NUMBER,
    carrier: 'Royal Mail',
    state,
    events: [event(state, 1, 'Processed', 'GB'), event('in_transit', 17)],
    origin: { city: 'Shenzhen', country: 'CN' },
    destination: { city: 'Leeds', country: 'GB' },
    shippedAt: TODAY - 18 * DAY,
    service: 'international',
    ...more,
  };
}

export const PARCELS = {
  deliveredFresh: parcel('delivered', { deliveredAt: TODAY - DAY, proof: { place: 'Front door' } }),
  delivered: parcel('delivered', { deliveredAt: TODAY - 5 * DAY, proof: { signedBy: 'A. Neighbour' } }),
  moving: parcel('in_transit', { etaAt: TODAY + 5 * DAY }),
  late: parcel('in_transit', { shippedAt: TODAY - 40 * DAY }),
  stalled: parcel('in_transit', { events: [event('in_transit', 25)] }),
  expired: parcel('expired', { events: [event('in_transit', 45)] }),
  outToday: parcel('out_for_delivery'),
  attempt: parcel('attempt_failed'),
  pickup: parcel('available_for_pickup', { pickup: { name: 'Corner shop', until: TODAY + 6 * DAY, code: '4471' } }),
  documents: parcel('customs_held', { reason: 'documents' }),
  duties: parcel('customs_held', { reason: 'duties', due: { amount: 1940, currency: 'GBP', fee: 800, until: TODAY + 13 * DAY } }),
  inspection: parcel('customs_held', { reason: 'inspection' }),
  prohibited: parcel('customs_held', { reason: 'prohibited' }),
  unknownReason: parcel('customs_held'),
  lost: parcel('lost'),
  returning: parcel('returning'),
  returned: parcel('returned'),
  refused: parcel('exception', { reason: 'refused' }),
  damaged: parcel('exception', { reason: 'damaged' }),
  wrongAddress: parcel('exception', { reason: 'address' }),
  exceptionOther: parcel('exception', { reason: 'other' }),
  delay: parcel('exception', { reason: 'delay' }),
  notShipped: parcel('not_shipped', { events: [] }),
  announced: parcel('info_received'),
  notFound: parcel('not_found', { events: [] }),
} as const satisfies Record<string, Parcel>;
