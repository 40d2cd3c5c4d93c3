import { describe, expect, it } from 'vitest';
import { mapEasyPost } from '../../../server/parcels/statuses/easy-post.ts';
import { easyPost, type Step } from './payloads.ts';

const one = (payload: unknown) => mapEasyPost(payload).parcels[0];
const at = (text: string, more: Partial<Step> = {}): Step => ({ text, time: '2025-11-20T14:12:00Z', ...more });
const state = (status: string | null, detail: string | null, text: string | null) => {
  const parcel = one(easyPost(status, detail, text === null ? [] : [at(text)]));
  return [parcel?.state, parcel?.reason].filter(Boolean).join(' ');
};

describe('shapes', () => {
  const bare = easyPost('delivered', 'arrived_at_destination', [at('Delivered, In/At Mailbox')]);
  const event = {
    id: 'evt_1',
    object: 'Event',
    mode: 'test',
    description: 'tracker.updated',
    previous_attributes: { status: 'in_transit' },
  };
  it.each([
    ['bare', bare, false],
    ['event', { ...event, result: bare }, false],
    ['request', { tracker: bare }, false],
    ['shipment', { id: 'shp_1', object: 'Shipment', tracking_code: '9400111201080805483016', status: 'delivered', tracker: bare }, false],
    ['list', { trackers: [bare, bare], has_more: false }, true],
    ['plain list', [bare], true],
    ['list of events', { events: [{ ...event, result: bare }], has_more: false }, true],
  ])('reads the %s form', (_, payload, isList) => {
    const mapped = mapEasyPost(payload);
    expect(mapped.isList).toBe(isList);
    expect(mapped.parcels[0]).toMatchObject({ number: '9400111201080805483016', carrier: 'USPS', state: 'delivered' });
  });

  it.each([
    ['nothing', null],
    ['an error', { error: { code: 'TRACKER.CREATE.ERROR', message: 'no such carrier', errors: [] } }],
    [
      'an event of something else',
      { ...event, description: 'batch.updated', result: { object: 'Batch', id: 'batch_1', state: 'purchased' } },
    ],
    ['an event without a result', { ...event, result: null }],
    ['a shipment that is not bought', { object: 'Shipment', id: 'shp_1', status: 'unknown', tracking_code: null, tracker: null }],
    ['an empty list', { trackers: [], has_more: false }],
    ['a tracker of nulls', easyPost(null, null, [], { tracking_code: null })],
    ['types all wrong', { object: 'Tracker', tracking_code: {}, status: [], tracking_details: 'x' }],
  ])('has no parcel in %s', (_, payload) => {
    expect(mapEasyPost(payload).parcels).toEqual([]);
  });

  it('survives details of the wrong type, and a number that is not there', () => {
    const parcel = one(
      easyPost('in_transit', null, [], { tracking_code: null, tracking_details: [null, 7, 'x', {}, { datetime: 'soon' }] }),
    );
    expect(parcel).toMatchObject({ number: '', state: 'in_transit', events: [] });
  });
});

describe('status, detail and text', () => {
  it.each([
    ['unknown', 'unknown', null, 'not_found'],
    ['unknown', 'unknown', 'Departed facility', 'in_transit'],
    ['pre_transit', 'label_created', 'Shipping label created', 'info_received'],
    ['pre_transit', 'status_update', 'Shipping Label Created, USPS Awaiting Item', 'info_received'],
    ['in_transit', 'received_at_origin_facility', 'Accepted at USPS Origin Facility', 'in_transit'],
    ['in_transit', 'arrived_at_facility', 'Arrived', 'in_transit'],
    ['in_transit', 'a_detail_of_next_year', 'Departed', 'in_transit'],
    ['out_for_delivery', 'out_for_delivery', 'Out for Delivery', 'out_for_delivery'],
    ['delivered', 'arrived_at_destination', 'Delivered', 'delivered'],
    ['delivered', 'arrived_at_destination', 'Thank you', 'delivered'],
    ['available_for_pickup', 'arrived_at_pickup_location', 'At the counter', 'available_for_pickup'],
    ['return_to_sender', 'return', 'Return processed', 'returning'],
    ['return_to_sender', 'return', 'Package returned to shipper', 'returned'],
    ['failure', 'damaged', 'Oh dear', 'exception damaged'],
    ['failure', 'refused', 'Oh dear', 'exception refused'],
    ['failure', 'lost', 'Oh dear', 'lost'],
    ['failure', 'expired', null, 'expired'],
    ['failure', 'address_correction', 'Look here', 'exception address'],
    ['failure', 'failure', 'Something', 'exception other'],
    ['failure', 'delivery_exception', 'No one home', 'attempt_failed'],
    ['error', 'unknown', null, 'exception other'],
    ['cancelled', 'cancelled', null, 'exception other'],
    ['in_transit', 'weather_delay', 'Blizzard', 'exception delay'],
    ['in_transit', 'held', 'Held in customs, import duties due', 'customs_held duties'],
    ['in_transit', 'held', 'Held at Post Office, At Customer Request', 'available_for_pickup'],
    ['in_transit', 'transferred_to_destination_carrier', 'Delivered to local carrier', 'in_transit'],
    ['teleported', null, 'Out for delivery', 'out_for_delivery'],
    ['teleported', null, null, 'not_found'],
    [null, null, 'Delivered', 'delivered'],
  ])('%s / %s with "%s" is %s', (status, detail, text, expected) => {
    expect(state(status, detail, text)).toBe(expected);
  });
});

describe('traps', () => {
  it.each([
    ['delivered to a pickup point', 'delivered', 'Delivered to UPS Access Point', 'available_for_pickup'],
    ['delivered, but to a local carrier', 'delivered', 'Delivered to local carrier', 'in_transit'],
    ['delivered, but not', 'delivered', 'Not delivered: no access', 'attempt_failed'],
    ['delivered, but to the sender', 'delivered', 'Delivered to sender', 'returned'],
    ['out for delivery, and not delivered yet', 'out_for_delivery', 'Not yet delivered', 'out_for_delivery'],
    ['in transit, delivery is planned', 'in_transit', 'Expected to be delivered tomorrow', 'in_transit'],
    ['in transit, to be returned', 'in_transit', 'Package will be returned to sender', 'returning'],
    ['a threat to return is none', 'available_for_pickup', 'Will be returned to sender if not collected by 5 Dec', 'available_for_pickup'],
    ['perhaps lost is not lost', 'in_transit', 'Package may be lost', 'in_transit'],
  ])('%s', (_, status, text, expected) => {
    expect(state(status, null, text)).toBe(expected);
  });

  it('a scan on the van that comes in after the delivery changes nothing', () => {
    const steps = [
      at('Delivered', { status: 'delivered' }),
      at('Out for delivery', { time: '2025-11-20T15:00:00Z', status: 'out_for_delivery' }),
    ];
    expect(one(easyPost('delivered', null, steps))).toMatchObject({ state: 'delivered', deliveredAt: Date.parse('2025-11-20T14:12:00Z') });
  });

  it('delivered, then on its way back by the carrier’s class alone', () => {
    const steps = [at('Delivered', { status: 'delivered' }), at('Processed', { time: '2025-11-22T15:00:00Z', status: 'return_to_sender' })];
    expect(one(easyPost('delivered', null, steps))?.state).toBe('returning');
  });

  it('an exception that moved on is over', () => {
    const steps = [
      at('Delivery exception', { status: 'failure' }),
      at('On its way', { time: '2025-11-21T08:00:00Z', status: 'out_for_delivery' }),
    ];
    expect(one(easyPost('failure', null, steps))?.state).toBe('out_for_delivery');
  });

  it('sorts by UTC whatever the order and the clock', () => {
    const steps = [
      at('third', { time: '2025-11-20T10:00:00Z' }),
      at('first', { time: 1763600000 }),
      at('second', { time: '2025-11-20T17:30:00+08:00' }),
      at('fourth', { time: 1763640000000 }),
      at('fifth, on the wall of Reno', { time: '2025-11-20T10:00:00', country: 'US', state: 'NV' }),
      at('never', { time: null }),
    ];
    expect(one(easyPost('in_transit', null, steps))?.events.map(({ text }) => text)).toEqual([
      'fifth, on the wall of Reno',
      'fourth',
      'third',
      'second',
      'first',
    ]);
  });
});

it('takes places, estimate, service and signature', () => {
  const parcel = one(
    easyPost('delivered', null, [at('Delivered', { city: 'RENO', state: 'NV', country: 'US' })], {
      signed_by: 'J. Doe',
      est_delivery_date: '2025-11-21T00:00:00Z',
      carrier_detail: {
        service: 'Economy Parcel',
        origin_tracking_location: { city: 'Shenzhen', country: 'CN' },
        destination_tracking_location: { city: 'Reno', country: 'US' },
      },
    }),
  );
  expect(parcel).toMatchObject({
    origin: { city: 'Shenzhen', country: 'CN' },
    destination: { city: 'Reno', country: 'US' },
    service: 'economy_post',
    proof: { signedBy: 'J. Doe' },
    events: [{ place: { city: 'RENO', country: 'US' } }],
    raw: { provider: 'easypost', status: 'delivered' },
  });
});
