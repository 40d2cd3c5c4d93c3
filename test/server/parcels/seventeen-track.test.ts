import { describe, expect, it } from 'vitest';
import { from17Track } from '../../../server/parcels/statuses/seventeen-track.ts';
import { scan, track17, type Scan } from './payloads.ts';

const utc = (text: string) => Date.parse(text);
const state = (status: string, sub: string | null, text = 'Departed from facility') => {
  const parcel = from17Track(track17(status, sub, [scan(text)]));
  return [parcel?.state, parcel?.reason].filter(Boolean).join(' ');
};

describe('shapes', () => {
  const bare = track17('Delivered', 'Delivered_Other', [scan('Delivered')]);
  it.each([
    ['bare', bare],
    ['webhook', { event: 'TRACKING_UPDATED', data: bare }],
    ['gettrackinfo', { code: 0, data: { accepted: [bare], rejected: [] } }],
    ['list', [bare]],
  ])('reads the %s form', (_, payload) => {
    expect(from17Track(payload)).toMatchObject({ number: 'LX123456785FR', state: 'delivered', carrier: 'China Post' });
  });

  it('finds the asked number among several', () => {
    const other = { ...track17('InTransit', 'InTransit_Other', [scan('x')]), number: 'RB 123 456 785 GB' };
    const payload = { code: 0, data: { accepted: [bare, other], rejected: [] } };
    expect(from17Track(payload, 'rb123456785gb')?.state).toBe('in_transit');
    expect(from17Track(payload, 'XX000000000XX')).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['a string', 'Delivered'],
    ['rejected', { code: 0, data: { accepted: [], rejected: [{ number: 'X', error: { code: -18019909, message: 'no data' } }] } }],
    ['registered but not read yet', { code: 0, data: { accepted: [{ number: 'LX123456785FR', carrier: 0, track_info: null }] } }],
    ['an empty record', { number: 'LX123456785FR', track_info: {} }],
    ['no number', { track_info: { latest_status: { status: 'Delivered' } } }],
    ['types all wrong', { number: {}, track_info: { latest_status: [], tracking: { providers: 'x' } } }],
    ['a webhook of AfterShip', { event: 'tracking_update', msg: { tracking_number: 'X', tag: 'Delivered' } }],
  ])('has no parcel in %s', (_, payload) => {
    expect(from17Track(payload)).toBeNull();
  });

  it('survives events of the wrong type', () => {
    const payload = track17('InTransit', null, [scan('Departed')]);
    const info = payload.track_info as { tracking: { providers: unknown[] } };
    info.tracking.providers.push(null, { events: [null, 7, 'x', { time_utc: 12 }, { time_utc: 'soon', description: 'y' }] });
    expect(from17Track(payload)?.events).toHaveLength(1);
  });
});

it.each([
  ['Refused by recipient', 'refused'],
  ['Not delivered: incomplete address', 'address'],
  ['Arrived at facility', undefined],
])('says why a parcel goes back where an older line tells: %s', (text, reason) => {
  const scans = [scan('Return to sender started'), scan(text, { utc: '2025-11-18T14:12:00Z' })];
  expect(from17Track(track17('Exception', 'Exception_Returning', scans))).toMatchObject({ state: 'returning' });
  expect(from17Track(track17('Exception', 'Exception_Returning', scans))?.reason).toBe(reason);
});

describe('status and text', () => {
  it.each([
    ['NotFound', 'NotFound_Other', 'not_found'],
    ['InfoReceived', 'InfoReceived', 'info_received'],
    ['InTransit', 'InTransit_Departure', 'in_transit'],
    ['InTransit', 'InTransit_CustomsProcessing', 'in_transit'],
    ['InTransit', 'InTransit_CustomsReleased', 'in_transit'],
    ['InTransit', 'InTransit_CustomsRequiringInformation', 'customs_held documents'],
    ['Expired', 'Expired_Other', 'expired'],
    ['AvailableForPickup', 'AvailableForPickup_Other', 'available_for_pickup'],
    ['OutForDelivery', 'OutForDelivery_Other', 'out_for_delivery'],
    ['DeliveryFailure', 'DeliveryFailure_NoBody', 'attempt_failed'],
    ['DeliveryFailure', 'DeliveryFailure_Security', 'exception other'],
    ['DeliveryFailure', 'DeliveryFailure_Rejected', 'exception refused'],
    ['DeliveryFailure', 'DeliveryFailure_InvalidAddress', 'exception address'],
    ['Delivered', 'Delivered_Other', 'delivered'],
    ['Exception', 'Exception_Returning', 'returning'],
    ['Exception', 'Exception_Returned', 'returned'],
    ['Exception', 'Exception_Damage', 'exception damaged'],
    ['Exception', 'Exception_Lost', 'lost'],
    ['Exception', 'Exception_Delayed', 'exception delay'],
    ['Exception', 'Exception_Destroyed', 'exception damaged'],
    ['Exception', 'Exception_Other', 'exception other'],
  ])('%s / %s is %s', (status, sub, expected) => {
    const scans = status === 'NotFound' ? [] : [scan('Departed from facility')];
    const parcel = from17Track(track17(status, sub, scans));
    expect([parcel?.state, parcel?.reason].filter(Boolean).join(' ')).toBe(expected);
  });

  it.each([
    ['an unknown sub-status falls back to its status', 'Delivered', 'Delivered_OnTheMoon', 'Departed', 'delivered'],
    ['an unknown status trusts the text', 'Teleported', null, 'Out for delivery', 'out_for_delivery'],
    ['an unknown status with plain text is on its way', 'Teleported', null, 'Departed', 'in_transit'],
    ['the status beats an event that says less', 'Delivered', 'Delivered_Other', 'Out for delivery', 'delivered'],
    ['the status beats an event that says nothing', 'Delivered', 'Delivered_Other', 'Thank you for using our service', 'delivered'],
    ['in transit, delivered to a local carrier', 'InTransit', 'InTransit_Other', 'Delivered to local carrier', 'in_transit'],
    ['delivered, but only to a local carrier', 'Delivered', 'Delivered_Other', 'Delivered to local carrier', 'in_transit'],
    ['delivered, but the text says not', 'Delivered', 'Delivered_Other', 'Not delivered, addressee absent', 'attempt_failed'],
    ['delivered, but to the sender', 'Delivered', 'Delivered_Other', 'Delivered to sender', 'returned'],
    ['delivered, but to a pickup point', 'Delivered', 'Delivered_Other', 'Delivered to pickup point', 'available_for_pickup'],
    ['in transit, yet the text says delivered', 'InTransit', 'InTransit_Other', 'Delivered, left at front door', 'delivered'],
    [
      'generic exception, text says pickup',
      'Exception',
      'Exception_Other',
      'Available for pick-up from the retail outlet',
      'available_for_pickup',
    ],
    ['generic exception, text says lost', 'Exception', 'Exception_Other', 'Parcel has been declared lost', 'lost'],
    ['generic exception, text only fears it lost', 'Exception', 'Exception_Other', 'Parcel may be lost', 'exception other'],
    [
      'security failure, text says customs fee',
      'DeliveryFailure',
      'DeliveryFailure_Security',
      'Held by customs, payment needed',
      'customs_held duties',
    ],
    [
      'security exception, text says prohibited',
      'Exception',
      'Exception_Security',
      'Import prohibited: lithium battery',
      'customs_held prohibited',
    ],
    [
      'documents status, text says inspection',
      'InTransit',
      'InTransit_CustomsRequiringInformation',
      'Selected for customs inspection',
      'customs_held documents',
    ],
    [
      'customs processing, text says inspection',
      'InTransit',
      'InTransit_CustomsProcessing',
      'Selected for customs inspection',
      'customs_held inspection',
    ],
    [
      'a held parcel that customs let go',
      'InTransit',
      'InTransit_CustomsRequiringInformation',
      'Customs clearance completed',
      'in_transit',
    ],
    ['expired is never lost', 'Expired', 'Expired_Other', 'No news for 60 days', 'expired'],
    ['expired, but it arrived', 'Expired', 'Expired_Other', 'Delivered', 'delivered'],
    ['on its way back, delivered there', 'Exception', 'Exception_Returning', 'Delivered', 'returning'],
    ['lost, but it turned up', 'Exception', 'Exception_Lost', 'Delivered, front door', 'delivered'],
    ['will be returned is not returned', 'InTransit', 'InTransit_Other', 'Item will be returned to sender', 'returning'],
    [
      'a threat to return is none',
      'AvailableForPickup',
      null,
      'Will be returned to sender if not collected by 5 Dec',
      'available_for_pickup',
    ],
    ['not found, yet there are events', 'NotFound', 'NotFound_Other', 'Departed from Shenzhen', 'in_transit'],
  ])('%s', (_, status, sub, text, expected) => {
    expect(state(status, sub, text)).toBe(expected);
  });

  it('keeps what was said, for disputes about the mapping', () => {
    expect(from17Track(track17('Exception', 'Exception_Other', [scan('Weather')]))?.raw).toEqual({
      provider: '17track',
      status: 'Exception',
      subStatus: 'Exception_Other',
      at: utc('2025-11-20T14:12:00Z'),
    });
  });
});

describe('time', () => {
  const scans: Scan[] = [
    { text: 'third', utc: '2025-11-20T10:00:00Z' },
    // Later on the wall, earlier on earth.
    { text: 'second', iso: '2025-11-20T17:30:00+08:00' },
    { text: 'fourth', iso: '2025-11-20T06:00:00-05:00' },
    { text: 'first', raw: { date: '2025-11-20', time: '16:00:00', timezone: '+08:00' } },
  ];

  it('sorts by UTC whatever the offsets, newest first', () => {
    expect(from17Track(track17('InTransit', null, scans))?.events.map((event) => event.text)).toEqual([
      'fourth',
      'third',
      'second',
      'first',
    ]);
  });

  it('prefers time_utc to time_iso to time_raw', () => {
    const parcel = from17Track(track17('InTransit', null, [{ text: 'x', utc: '2025-11-20T10:00:00Z', iso: '2020-01-01T00:00:00Z' }]));
    expect(parcel?.events[0]?.at).toBe(utc('2025-11-20T10:00:00Z'));
  });

  it('reads a raw time without a zone on the clock of its country', () => {
    const parcel = from17Track(
      track17('InTransit', null, [{ text: 'x', raw: { date: '2025-07-01', time: '09:00', timezone: null }, country: 'FR' }]),
    );
    expect(parcel?.events[0]?.at).toBe(utc('2025-07-01T07:00:00Z'));
  });

  it('decides by the newest event even where the list is in another order', () => {
    const parcel = from17Track(
      track17('Exception', 'Exception_Other', [
        { text: 'Held by customs', utc: '2025-11-10T08:00:00Z' },
        { text: 'Delivered, front door', utc: '2025-11-20T08:00:00Z' },
      ]),
    );
    expect(parcel?.state).toBe('delivered');
    expect(parcel?.deliveredAt).toBe(utc('2025-11-20T08:00:00Z'));
  });

  it('drops an impossible date rather than inventing one', () => {
    expect(from17Track(track17('InTransit', null, [scan('ok'), { text: 'bad', utc: '2025-02-31T00:00:00Z' }]))?.events).toHaveLength(1);
  });

  it('merges the events of two carriers', () => {
    const payload = track17('InTransit', null, [scan('Departed', { utc: '2025-11-01T00:00:00Z' })]);
    const info = payload.track_info as { tracking: { providers: unknown[] }; misc_info: object };
    info.tracking.providers.push({
      provider: { name: 'La Poste' },
      events: [{ time_utc: '2025-11-09T00:00:00Z', description: 'Arrivé en France' }],
    });
    info.misc_info = { local_number: '6A 1234 567 890 1', local_provider: 'La Poste' };
    const parcel = from17Track(payload);
    expect(parcel?.events.map((event) => event.text)).toEqual(['Arrivé en France', 'Departed']);
    expect(parcel?.lastMile).toEqual({ number: '6A12345678901', carrier: 'La Poste' });
    expect(parcel?.carrier).toBe('China Post');
  });
});

describe('facts', () => {
  const one = (text: string, status = 'InTransit', sub: string | null = null, more: Record<string, unknown> = {}) =>
    from17Track(track17(status, sub, [scan(text)], more));

  it('reads duty, fee and deadline from the text', () => {
    expect(one('Held by customs: import VAT EUR 12,40 plus handling fee EUR 8.00 to be paid by 28 Nov')?.due).toEqual({
      amount: 1240,
      fee: 800,
      currency: 'EUR',
      until: utc('2025-11-28T23:59:59Z'),
    });
  });

  it('finds the amount in an older event when the newest only reminds', () => {
    const parcel = from17Track(
      track17('InTransit', null, [
        { text: 'Held by customs, awaiting payment of duties', utc: '2025-11-18T08:00:00Z' },
        { text: 'Customs duties of £23.10 are due', utc: '2025-11-12T08:00:00Z' },
      ]),
    );
    expect(parcel?.due).toEqual({ amount: 2310, currency: 'GBP' });
  });

  it('takes no amount from a parcel that nobody holds', () => {
    expect(one('Departed. Declared value EUR 40.00')?.due).toBeUndefined();
  });

  it('reads thousands and currencies without cents', () => {
    expect(one('Customs duties due: EUR 1.234,50')?.due?.amount).toBe(123_450);
    expect(one('Customs duties due: JPY 1,200')?.due).toEqual({ amount: 1200, currency: 'JPY' });
  });

  it('does not guess which currency a yen sign means', () => {
    expect(one('Customs duties due: ¥1,200')?.due).toBeUndefined();
  });

  it('reads who signed and where it was left', () => {
    expect(one('Delivered, signed by A. Smith at reception', 'Delivered')?.proof).toEqual({ signedBy: 'A. Smith', place: 'reception' });
    expect(one('Delivered, front door', 'Delivered')?.proof).toEqual({ place: 'front door' });
    expect(one('Delivered', 'Delivered')?.proof).toBeUndefined();
  });

  it('reads where it waits, until when, and the code', () => {
    expect(one('Ready for collection at the Post Office Leeds until 2025-12-01, code 48213', 'AvailableForPickup')?.pickup).toEqual({
      name: 'Post Office Leeds',
      until: utc('2025-12-01T23:59:59Z'),
      code: '48213',
    });
  });

  it('takes the estimate, the places and the service', () => {
    const parcel = one('Departed', 'InTransit', null, {
      time_metrics: { estimated_delivery_date: { source: 'Official', from: '2025-11-24T00:00:00+01:00', to: '2025-11-26T00:00:00+01:00' } },
    });
    expect(parcel).toMatchObject({
      etaAt: utc('2025-11-25T23:00:00Z'),
      origin: { city: 'Shenzhen', country: 'CN' },
      destination: { city: 'Lyon', country: 'FR' },
      service: 'international',
    });
    expect(one('x', 'InTransit', null, { misc_info: { service_type: 'China Post Economy Small Packet' } })?.service).toBe('economy_post');
  });
});

describe('untrusted text', () => {
  it('caps it, drops control and direction characters, keeps markup as mere letters', () => {
    const parcel = from17Track(track17('InTransit', null, [scan(`<img src=x onerror=alert(1)>\u0000\u202e\n${'é'.repeat(400)}`)]));
    const text = parcel?.events[0]?.text ?? '';
    expect([...text].length).toBe(300);
    expect(text.startsWith('<img src=x onerror=alert(1)> ')).toBe(true);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('never splits a character in two', () => {
    const text = from17Track(track17('InTransit', null, [scan('📦'.repeat(400))]))?.events[0]?.text ?? '';
    expect([...text].every((char) => char === '📦')).toBe(true);
  });

  it('keeps at most 200 events, the newest', () => {
    const scans = Array.from({ length: 500 }, (_, i) => scan(`scan ${i}`, { utc: new Date(1_700_000_000_000 + i * 60_000).toISOString() }));
    const parcel = from17Track(track17('InTransit', null, scans));
    expect(parcel?.events).toHaveLength(200);
    expect(parcel?.events[0]?.text).toBe('scan 499');
  });
});
