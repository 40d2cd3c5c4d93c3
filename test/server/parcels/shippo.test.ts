import { describe, expect, it } from 'vitest';
import { mapShippo } from '../../../server/parcels/statuses/shippo.ts';
import { shippo, type Step } from './payloads.ts';

const one = (payload: unknown) => mapShippo(payload).parcels[0];
const at = (status: string, text: string, more: Partial<Step> = {}): Step => ({ status, text, time: '2025-11-20T14:12:00Z', ...more });
const state = (status: string, code: string | null, text: string) => {
  const parcel = one(shippo([at(status, text, { detail: code })]));
  return [parcel?.state, parcel?.reason].filter(Boolean).join(' ');
};
const transaction = (more: Record<string, unknown>) => ({
  object_state: 'VALID',
  status: 'SUCCESS',
  object_id: 't1',
  rate: 'r1',
  label_url: 'https://example.com/label.pdf',
  tracking_number: '',
  tracking_status: null,
  tracking_url_provider: '',
  ...more,
});

describe('shapes', () => {
  const bare = shippo([at('DELIVERED', 'Delivered, Front Desk', { detail: 'delivered' })]);
  it.each([
    ['bare', bare, false],
    ['webhook', { event: 'track_updated', test: false, carrier: 'usps', data: bare }, false],
    ['list', { next: null, previous: null, results: [bare] }, true],
    ['plain list', [bare, bare], true],
    ['list of webhooks', [{ event: 'track_updated', data: bare }], true],
  ])('reads the %s form', (_, payload, isList) => {
    const mapped = mapShippo(payload);
    expect(mapped.isList).toBe(isList);
    expect(mapped.parcels[0]).toMatchObject({ number: '9400111201080805483016', carrier: 'USPS', state: 'delivered' });
  });

  it('reads a transaction that is tracked', () => {
    expect(one(transaction({ tracking_number: '9400111201080805483016', tracking_status: 'TRANSIT' }))).toMatchObject({
      state: 'in_transit',
      events: [],
    });
    expect(
      one({ event: 'transaction_updated', data: transaction({ tracking_number: '9400111201080805483016', tracking_status: 'DELIVERED' }) })
        ?.state,
    ).toBe('delivered');
  });

  it.each([
    ['nothing', null],
    ['an error', { detail: 'Not found.' }],
    ['an error with a field', { carrier: ['Invalid carrier.'] }],
    ['a label that nobody tracks', transaction({ tracking_number: '9400111201080805483016' })],
    ['a label that failed', transaction({ status: 'ERROR', messages: [{ text: 'no' }], tracking_number: null })],
    ['a batch', { event: 'batch_created', data: { object_id: 'b1', status: 'VALIDATING', batch_shipments: { results: [] } } }],
    ['a test that holds nothing', { event: 'track_updated', test: true, data: {} }],
    ['types all wrong', { tracking_number: {}, tracking_status: 7, tracking_history: 'x' }],
  ])('has no parcel in %s', (_, payload) => {
    expect(mapShippo(payload).parcels).toEqual([]);
  });

  it('a track that nothing is known of yet is a parcel not found', () => {
    expect(one(shippo([]))).toMatchObject({ state: 'not_found', events: [] });
  });

  it('what holds now counts once, also where the history has it, and also where not', () => {
    expect(one(shippo([at('TRANSIT', 'Departed')]))?.events).toHaveLength(1);
    expect(one(shippo([at('TRANSIT', 'Departed')], { tracking_history: [] }))?.events).toHaveLength(1);
  });
});

describe('status, sub-status and text', () => {
  it.each([
    ['UNKNOWN', null, '', 'not_found'],
    ['UNKNOWN', null, 'Departed', 'not_found'],
    ['PRE_TRANSIT', 'information_received', 'Shipment information received', 'info_received'],
    ['TRANSIT', 'package_accepted', 'Accepted', 'in_transit'],
    ['TRANSIT', 'package_arrived', 'Arrived at facility', 'in_transit'],
    ['TRANSIT', 'delivery_scheduled', 'Scheduled for delivery', 'in_transit'],
    ['TRANSIT', 'out_for_delivery', 'On the van', 'out_for_delivery'],
    ['TRANSIT', 'delivery_attempted', 'Tried', 'attempt_failed'],
    ['TRANSIT', 'notice_left', 'A card', 'attempt_failed'],
    ['TRANSIT', 'location_inaccessible', 'The gate', 'attempt_failed'],
    ['TRANSIT', 'reschedule_delivery', 'Choose a day', 'attempt_failed'],
    ['TRANSIT', 'pickup_available', 'At the counter', 'available_for_pickup'],
    ['TRANSIT', 'address_issue', 'Look', 'exception address'],
    ['TRANSIT', 'delayed', 'Later', 'exception delay'],
    ['TRANSIT', 'package_damaged', 'Wet', 'exception damaged'],
    ['TRANSIT', 'contact_carrier', 'Call', 'exception other'],
    ['TRANSIT', 'package_held', 'Held by customs: commercial invoice missing', 'customs_held documents'],
    ['TRANSIT', 'package_held', 'Held', 'exception other'],
    ['TRANSIT', 'something_new', 'Departed', 'in_transit'],
    ['DELIVERED', 'delivered', 'Left at front door', 'delivered'],
    ['DELIVERED', 'delivered', 'Delivered to parcel locker', 'available_for_pickup'],
    ['DELIVERED', 'delivered', 'Delivered to sender', 'returned'],
    ['RETURNED', 'return_to_sender', 'Package is to be returned to sender.', 'returning'],
    ['RETURNED', 'return_to_sender', 'Returned to sender', 'returned'],
    ['RETURNED', null, 'Done', 'returned'],
    ['FAILURE', 'package_lost', 'Closed', 'lost'],
    ['FAILURE', 'package_undeliverable', 'Refused by recipient', 'exception refused'],
    ['FAILURE', 'package_undeliverable', 'Closed', 'exception other'],
    ['FAILURE', 'package_disposed', 'Closed', 'exception other'],
    ['FAILURE', null, 'Package may be lost', 'exception other'],
    ['TELEPORTED', null, 'Out for delivery', 'out_for_delivery'],
  ])('%s / %s with "%s" is %s', (status, code, text, expected) => {
    expect(state(status, code, text)).toBe(expected);
  });
});

describe('traps', () => {
  it('the newest of an unordered history decides where the status is generic', () => {
    const steps = [
      at('TRANSIT', 'Out for delivery', { time: '2025-11-21T08:00:00Z' }),
      at('FAILURE', 'Held', { time: '2025-11-19T08:00:00Z' }),
      at('TRANSIT', 'Arrived', { time: '2025-11-20T08:00:00Z' }),
    ];
    expect(one(shippo(steps))).toMatchObject({
      state: 'out_for_delivery',
      events: [{ text: 'Out for delivery' }, { text: 'Arrived' }, { text: 'Held' }],
    });
  });

  it('delivered, then back', () => {
    const back = at('RETURNED', 'Processed', { time: '2025-11-25T08:00:00Z', detail: 'return_to_sender' });
    const parcel = one(
      shippo([at('DELIVERED', 'Delivered'), back], { tracking_status: { status: 'DELIVERED', status_date: '2025-11-20T14:12:00Z' } }),
    );
    expect(parcel?.state).toBe('returned');
  });

  it('a time without a zone is read on the clock of its place; epochs are read as what they are', () => {
    const steps = [
      at('TRANSIT', 'wall', { time: '2025-11-20T10:00:00', city: 'Los Angeles', state: 'CA', country: 'US' }),
      at('TRANSIT', 'seconds', { time: 1763600000 }),
      at('TRANSIT', 'milliseconds', { time: '1763600000001' }),
    ];
    const parcel = one(shippo(steps, { tracking_status: null }));
    expect(parcel?.events.map((event) => event.at)).toEqual([Date.parse('2025-11-20T18:00:00Z'), 1763600000001, 1763600000000]);
  });

  it('reads the bare sub-status of older answers, and where no details stand its text', () => {
    const now = { status: 'TRANSIT', status_date: '2025-11-20T14:12:00Z', substatus: 'pickup_available', status_details: null };
    expect(one(shippo([], { tracking_status: now }))?.state).toBe('available_for_pickup');
    const said = { ...now, status: 'FAILURE', substatus: { code: 'other', text: 'Refused by recipient', action_required: true } };
    expect(one(shippo([], { tracking_status: said }))).toMatchObject({ state: 'exception', reason: 'refused' });
  });
});
