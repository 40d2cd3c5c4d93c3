import { describe, expect, it } from 'vitest';
import { fromAfterShip } from '../../../server/parcels/statuses/after-ship.ts';
import { fromAny } from '../../../server/parcels/statuses/any.ts';
import { afterShip, track17 } from './payloads.ts';

const utc = (text: string) => Date.parse(text);
const at = (text: string, time = '2025-11-20T14:12:00Z') => [{ text, time }];

describe('shapes', () => {
  const bare = afterShip('Delivered', 'Delivered_001', at('Delivered'));
  it.each([
    ['bare', bare],
    ['webhook', { event: 'tracking_update', event_id: '1', is_tracking_first_tag: true, msg: bare, ts: 1 }],
    ['list', { meta: { code: 200 }, data: { pagination: { total: 1 }, trackings: [bare] } }],
    ['one in data', { meta: { code: 200 }, data: bare }],
    ['older: data.tracking', { meta: { code: 200 }, data: { tracking: bare } }],
  ])('reads the %s form', (_, payload) => {
    expect(fromAfterShip(payload)).toMatchObject({ number: 'RB123456785GB', carrier: 'Royal Mail', state: 'delivered' });
  });

  it.each([[null], [[]], [{ meta: { code: 404 }, data: { trackings: [] } }], [{ data: { tracking_number: null } }]])(
    'has no parcel in %j',
    (payload) => {
      expect(fromAfterShip(payload)).toBeNull();
    },
  );

  it('is told apart from 17TRACK', () => {
    expect(fromAny(bare)?.raw?.provider).toBe('aftership');
    expect(fromAny(track17('Delivered', null, [{ text: 'Delivered', utc: '2025-11-20T14:12:00Z' }]))?.raw?.provider).toBe('17track');
    expect(fromAny({ hello: 'world' })).toBeNull();
  });
});

describe('tags, subtags and text', () => {
  it.each([
    ['Pending', 'Pending_001', null, 'not_found'],
    ['InfoReceived', 'InfoReceived_001', 'Label created', 'info_received'],
    ['InTransit', 'InTransit_005', 'Import formalities done', 'in_transit'],
    ['InTransit', 'InTransit_006', 'Presented to customs', 'in_transit'],
    ['OutForDelivery', 'OutForDelivery_001', 'On its way to you', 'out_for_delivery'],
    ['AttemptFail', 'AttemptFail_002', 'Nobody in', 'attempt_failed'],
    ['AvailableForPickup', 'AvailableForPickup_001', 'Collect it', 'available_for_pickup'],
    ['Exception', 'Exception_003', 'Refused', 'exception refused'],
    ['Exception', 'Exception_004', 'Clearance delay', 'customs_held unknown'],
    ['Exception', 'Exception_004', 'Customs requires a commercial invoice', 'customs_held documents'],
    ['Exception', 'Exception_006', 'Held', 'customs_held duties'],
    ['Exception', 'Exception_007', 'Address issue', 'exception address'],
    ['Exception', 'Exception_010', 'Going back', 'returning'],
    ['Exception', 'Exception_011', 'Went back', 'returned'],
    ['Exception', 'Exception_012', 'Wet', 'exception damaged'],
    ['Exception', 'Exception_013', 'Investigation closed', 'lost'],
    ['Exception', 'Exception_018', 'On hold', 'customs_held documents'],
    ['Exception', 'Exception_099', 'Something new', 'exception other'],
    ['Expired', 'Expired_001', 'No update', 'expired'],
    ['Delivered', 'Delivered_001', 'Delivered to local carrier', 'in_transit'],
    ['InTransit', 'InTransit_001', 'Delivered to local carrier', 'in_transit'],
    ['Exception', 'Exception_001', 'Not delivered: no access', 'attempt_failed'],
    ['Exception', 'Exception_001', 'Will be returned to sender if not collected', 'exception other'],
  ])('%s / %s with "%s" is %s', (tag, subtag, text, expected) => {
    const parcel = fromAfterShip(afterShip(tag, subtag, text === null ? [] : at(text)));
    expect([parcel?.state, parcel?.reason].filter(Boolean).join(' ')).toBe(expected);
  });
});

describe('times without a zone', () => {
  it.each([
    ['winter in London', '2025-11-20T14:12:00', { country: 'GBR' }, '2025-11-20T14:12:00Z'],
    ['summer in London', '2025-07-20T14:12:00', { country: 'GBR' }, '2025-07-20T13:12:00Z'],
    ['Shenzhen', '2025-11-20T14:12:00', { country: 'CHN' }, '2025-11-20T06:12:00Z'],
    ['Los Angeles', '2025-11-20T14:12:00', { country: 'USA', state: 'CA' }, '2025-11-20T22:12:00Z'],
    ['somewhere in the US', '2025-11-20T14:12:00', { country: 'USA' }, '2025-11-20T19:12:00Z'],
    ['nowhere said: the origin', '2025-11-20T14:12:00', {}, '2025-11-20T06:12:00Z'],
    ['an offset beats the place', '2025-11-20T14:12:00+02:00', { country: 'CHN' }, '2025-11-20T12:12:00Z'],
  ])('%s', (_, time, place, expected) => {
    const parcel = fromAfterShip(afterShip('InTransit', null, [{ text: 'x', time, ...place }]));
    expect(parcel?.events[0]?.at).toBe(utc(expected));
  });

  it('sorts by UTC: a later wall clock may be the earlier scan', () => {
    const parcel = fromAfterShip(
      afterShip('InTransit', null, [
        { text: 'arrived London', time: '2025-11-20T09:00:00', country: 'GBR' },
        { text: 'left Shenzhen', time: '2025-11-20T12:00:00', country: 'CHN' },
      ]),
    );
    expect(parcel?.events.map((event) => event.text)).toEqual(['arrived London', 'left Shenzhen']);
  });

  it('of two scans in one minute the later listed is the newer', () => {
    const parcel = fromAfterShip(afterShip('InTransit', null, [...at('Out for delivery'), ...at('Delivered')]));
    expect(parcel?.events[0]?.text).toBe('Delivered');
    expect(parcel?.state).toBe('delivered');
  });

  it('comes through the hour that a clock change leaves out', () => {
    const parcel = fromAfterShip(afterShip('InTransit', null, [{ text: 'x', time: '2025-03-30T01:30:00', country: 'GBR' }]));
    expect(Math.abs((parcel?.events[0]?.at ?? 0) - utc('2025-03-30T01:00:00Z'))).toBeLessThanOrEqual(3_600_000);
  });
});

describe('facts', () => {
  it('takes signature, delivery date, neighbour, last mile, estimate and places', () => {
    const parcel = fromAfterShip(
      afterShip('Delivered', 'Delivered_005', at('Delivered'), {
        subtag_message: 'Delivered to neighbor',
        signed_by: 'J. Doe',
        shipment_delivery_date: '2025-11-20T14:12:00',
        shipment_pickup_date: '2025-11-03',
        last_mile: { tracking_number: 'H0123A0123456789', slug: 'evri' },
        courier_estimated_delivery_date: { estimated_delivery_date: '2025-11-22' },
        destination_city: 'Leeds',
      }),
    );
    expect(parcel).toMatchObject({
      proof: { signedBy: 'J. Doe', place: 'Delivered to neighbor' },
      deliveredAt: utc('2025-11-20T14:12:00Z'),
      shippedAt: utc('2025-11-02T16:00:00Z'),
      lastMile: { number: 'H0123A0123456789', carrier: 'Evri' },
      etaAt: utc('2025-11-22T00:00:00Z'),
      origin: { country: 'CN' },
      destination: { city: 'Leeds', country: 'GB' },
      service: 'international',
    });
  });

  it('does not pass off a guess of the service as the estimate of the carrier', () => {
    const guess = { latest_estimated_delivery: { source: 'AfterShip AI', datetime: '2025-11-22' } };
    expect(fromAfterShip(afterShip('InTransit', null, at('x'), guess))?.etaAt).toBeUndefined();
  });

  it('names the pickup point', () => {
    const parcel = fromAfterShip(
      afterShip('AvailableForPickup', null, at('Ready'), { pickup_location: 'Kiosk Nord', pickup_note: 'Hauptstr. 1' }),
    );
    expect(parcel?.pickup).toEqual({ name: 'Kiosk Nord', address: 'Hauptstr. 1' });
  });

  it('accepts the older three-letter field names', () => {
    const older = {
      origin_country_region: undefined,
      origin_country_iso3: 'ESP',
      destination_country_region: undefined,
      destination_country_iso3: 'ESP',
    };
    expect(fromAfterShip(afterShip('InTransit', null, at('x'), older))?.service).toBe('domestic');
  });
});
