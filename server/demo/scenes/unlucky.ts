/** Parcels that will not come by themselves: lost, waiting at a counter, on the way back, an attempt that failed. */
import { DAY, s10, afterShip, seventeenTrack } from '../recordings.ts';
import { daysBefore, type MakeScene } from '../scene.ts';

const SHENZHEN = { city: 'Shenzhen', country: 'CN' };

export const lost: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('RR', 90417733, 'NL');
  return {
    story: 'The carrier has confirmed that it is lost.',
    order: {
      number: '1009',
      email: 'sanne@example.com',
      postcode: '1012 AB',
      customerName: 'Sanne',
      placedAt: ago(34, 18, 14),
      currency: 'EUR',
      total: 4820,
      items: [{ id: 'blanket', name: 'Baby blanket', variant: 'Oat', quantity: 1, price: 4320 }],
      address: { line: 'Kastanjelaan 9', city: 'Amsterdam', postcode: '1012 AB', country: 'NL' },
      parcels: [{ number, carrier: 'PostNL' }],
      shippedAt: ago(32, 9),
    },
    recorded: {
      [number]: afterShip({
        number,
        slug: 'postnl-international',
        from: 'CHN',
        to: { city: 'Amsterdam', country: 'NLD' },
        tag: 'Exception',
        subtag: 'Exception_013',
        checkpoints: [
          {
            at: ago(32, 9, 15),
            text: 'Accepted by carrier',
            city: 'Shenzhen',
            country: 'CHN',
            offset: 8,
            tag: 'InTransit',
            subStatus: 'InTransit_002',
            zoneless: true,
          },
          {
            at: ago(26, 21, 40),
            text: 'Arrived at sorting centre',
            city: 'Amsterdam',
            country: 'NLD',
            offset: 1,
            tag: 'InTransit',
            subStatus: 'InTransit_003',
            zoneless: true,
          },
          {
            at: ago(1, 11, 20),
            text: 'Investigation closed: the parcel has been declared lost',
            city: 'Amsterdam',
            country: 'NLD',
            offset: 1,
            tag: 'Exception',
            subStatus: 'Exception_013',
            zoneless: true,
          },
        ],
      }),
    },
  };
};

export const atPickupPoint: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('RX', 33560178, 'DE');
  const until = new Date(now + 5 * DAY).toISOString().slice(0, 10);
  return {
    story: 'Waiting at a pickup point, for a few days only.',
    order: {
      number: '1012',
      email: 'mia@example.com',
      postcode: '20355',
      customerName: 'Mia',
      placedAt: ago(14, 17, 36),
      currency: 'EUR',
      total: 2450,
      items: [{ id: 'teapot', name: 'Glass teapot', quantity: 1, price: 1950 }],
      address: { line: 'Ulmenweg 22', city: 'Hamburg', postcode: '20355', country: 'DE' },
      parcels: [{ number, carrier: 'Deutsche Post DHL' }],
      shippedAt: ago(12, 9),
    },
    recorded: {
      // Told only by the newest line; the status is a bare "exception".
      [number]: seventeenTrack({
        number,
        carrier: 'Deutsche Post DHL',
        from: SHENZHEN,
        to: { city: 'Hamburg', country: 'DE' },
        status: 'Exception',
        subStatus: 'Exception_Other',
        scans: [
          {
            at: ago(1, 15, 47),
            text: `Available for pick-up at the Parcel Shop Neustadt until ${until}. Pick-up code 48213`,
            city: 'Hamburg',
            country: 'DE',
            offset: 1,
          },
          { at: ago(1, 10, 5), text: 'Recipient not at home, taken to a parcel shop', city: 'Hamburg', country: 'DE', offset: 1 },
          { at: ago(12, 9, 12), text: 'Accepted by carrier', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const returning: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('CU', 64102298, 'IT');
  return {
    story: 'On its way back to the shop: the address was not complete.',
    order: {
      number: '1013',
      email: 'marco@example.com',
      postcode: '40121',
      customerName: 'Marco',
      placedAt: ago(24, 11, 8),
      currency: 'EUR',
      total: 5600,
      items: [{ id: 'backpack', name: 'Canvas backpack', variant: 'Olive', quantity: 1, price: 5100 }],
      address: { line: 'Via dei Platani', city: 'Bologna', postcode: '40121', country: 'IT' },
      parcels: [{ number, carrier: 'Poste Italiane' }],
      shippedAt: ago(22, 9),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'Poste Italiane',
        from: SHENZHEN,
        to: { city: 'Bologna', country: 'IT' },
        status: 'Exception',
        subStatus: 'Exception_Returning',
        scans: [
          {
            at: ago(2, 9, 30),
            text: 'Return to sender started',
            city: 'Bologna',
            country: 'IT',
            offset: 1,
            subStatus: 'Exception_Returning',
          },
          {
            at: ago(5, 12, 18),
            text: 'Not delivered: incomplete address',
            city: 'Bologna',
            country: 'IT',
            offset: 1,
            subStatus: 'DeliveryFailure_InvalidAddress',
          },
          { at: ago(22, 9, 5), text: 'Accepted by carrier', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const failedAttempt: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('LB', 20773165, 'JP');
  return {
    story: 'The courier came while nobody was at home.',
    order: {
      number: '1016',
      email: 'yuki@example.com',
      postcode: '150-0001',
      customerName: 'Yuki',
      placedAt: ago(11, 23, 51),
      currency: 'JPY',
      total: 6800,
      items: [{ id: 'origami', name: 'Origami paper', variant: '500 sheets', quantity: 2, price: 3000 }],
      address: { line: '2-7-4 Sakura', city: 'Tokyo', postcode: '150-0001', country: 'JP' },
      parcels: [{ number, carrier: 'Japan Post' }],
      shippedAt: ago(9, 9),
    },
    recorded: {
      [number]: afterShip({
        number,
        slug: 'japan-post',
        from: 'CHN',
        to: { city: 'Tokyo', country: 'JPN' },
        tag: 'AttemptFail',
        subtag: 'AttemptFail_002',
        checkpoints: [
          {
            at: ago(9, 9, 11),
            text: 'Posting/Collection',
            city: 'Shenzhen',
            country: 'CHN',
            offset: 8,
            tag: 'InTransit',
            subStatus: 'InTransit_002',
            zoneless: true,
          },
          {
            at: ago(3, 22, 4),
            text: 'Arrival at inward office of exchange',
            city: 'Tokyo',
            country: 'JPN',
            offset: 9,
            tag: 'InTransit',
            subStatus: 'InTransit_004',
            zoneless: true,
          },
          {
            at: ago(1, 5, 25),
            text: 'Absence. Attempted delivery',
            city: 'Tokyo',
            country: 'JPN',
            offset: 9,
            tag: 'AttemptFail',
            subStatus: 'AttemptFail_002',
            zoneless: true,
          },
        ],
      }),
    },
  };
};
