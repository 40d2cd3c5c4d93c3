/** Parcels on their way: all well, silent, not yet left, silent at the border, and one whose tracker misleads. */
import { DAY, s10, seventeenTrack, afterShip } from '../recordings.ts';
import { daysBefore, type MakeScene } from '../scene.ts';

const SHENZHEN = { city: 'Shenzhen', country: 'CN' };

export const onItsWay: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = 'LP00674120385591';
  return {
    story: 'In transit, all well: left China last week, due in a few days.',
    order: {
      number: '1001',
      email: 'jonas@example.com',
      postcode: '10115',
      customerName: 'Jonas',
      placedAt: ago(8, 19, 40),
      currency: 'EUR',
      total: 3980,
      items: [{ id: 'lamp', name: 'Paper lamp', variant: 'Moon, 30 cm', quantity: 1, price: 3480 }],
      address: { line: 'Lindenhof 4', city: 'Berlin', postcode: '10115', country: 'DE' },
      parcels: [{ number, carrier: 'Cainiao' }],
      shippedAt: ago(6, 10),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'Cainiao',
        from: SHENZHEN,
        to: { city: 'Berlin', country: 'DE' },
        status: 'InTransit',
        subStatus: 'InTransit_Arrival',
        eta: now + 4 * DAY,
        lastMile: { number: '00340434161094042557', carrier: 'DHL Paket' },
        scans: [
          {
            at: ago(1, 4, 20),
            text: 'Arrived at destination country',
            city: 'Leipzig',
            country: 'DE',
            offset: 1,
            subStatus: 'InTransit_Arrival',
          },
          {
            at: ago(3, 15, 5),
            text: 'Departed from country of origin',
            city: 'Shenzhen',
            country: 'CN',
            offset: 8,
            subStatus: 'InTransit_Departure',
          },
          {
            at: ago(4, 8, 30),
            text: 'Export customs clearance completed',
            city: 'Shenzhen',
            country: 'CN',
            offset: 8,
            subStatus: 'InTransit_CustomsReleased',
          },
          { at: ago(6, 10, 2), text: 'Accepted by carrier', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const stalled: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('RB', 62018844, 'CN');
  return {
    story: 'In transit, but nothing new for 15 days.',
    order: {
      number: '1002',
      email: 'lin@example.com',
      postcode: '238801',
      customerName: 'Lin',
      placedAt: ago(22, 3, 15),
      currency: 'SGD',
      total: 6450,
      items: [
        { id: 'kettle', name: 'Enamel kettle', variant: 'Sea blue', quantity: 1, price: 4500 },
        { id: 'towel', name: 'Linen tea towel', quantity: 2, price: 750 },
      ],
      address: { line: '31 Cedar Walk, #04-02', city: 'Singapore', postcode: '238801', country: 'SG' },
      parcels: [{ number, carrier: 'China Post' }],
      shippedAt: ago(20, 2),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'China Post',
        from: SHENZHEN,
        to: { city: 'Singapore', country: 'SG' },
        status: 'InTransit',
        subStatus: 'InTransit_Departure',
        scans: [
          {
            at: ago(15, 2, 10),
            text: '离开【深圳国际互换局】，下一站【新加坡】',
            city: 'Shenzhen',
            country: 'CN',
            offset: 8,
            subStatus: 'InTransit_Departure',
          },
          {
            at: ago(18, 7, 45),
            text: '送交出口海关',
            city: 'Shenzhen',
            country: 'CN',
            offset: 8,
            subStatus: 'InTransit_CustomsProcessing',
          },
          { at: ago(20, 2, 30), text: '中国邮政已收取邮件', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const labelOnly: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = 'YT2533004716608213';
  return {
    story: 'Paid nine days ago, but only a label was made: it should have left by now.',
    order: {
      number: '1014',
      email: 'maya@example.com',
      postcode: 'K1P 1J1',
      customerName: 'Maya',
      placedAt: ago(9, 22, 12),
      currency: 'CAD',
      total: 5290,
      items: [{ id: 'blocks', name: 'Building blocks', variant: 'Beech, 60 pieces', quantity: 1, price: 4490 }],
      address: { line: '210 Birch Street', city: 'Ottawa', postcode: 'K1P 1J1', country: 'CA' },
      parcels: [{ number, carrier: 'YunExpress' }],
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'YunExpress',
        from: SHENZHEN,
        to: { city: 'Ottawa', country: 'CA' },
        status: 'InfoReceived',
        subStatus: 'InfoReceived',
        scans: [{ at: ago(8, 6, 1), text: 'Shipment information received', city: 'Shenzhen', country: 'CN', offset: 8 }],
      }),
    },
  };
};

export const unknownNumber: MakeScene = (now) => {
  const ago = daysBefore(now);
  return {
    story: 'The number shows nothing at all: its tracking ended at the border.',
    order: {
      number: '1015',
      email: 'omar@example.com',
      postcode: '11937',
      customerName: 'Omar',
      placedAt: ago(17, 12, 30),
      currency: 'JOD',
      total: 18_750,
      items: [{ id: 'scarf', name: 'Wool scarf', variant: 'Rust', quantity: 1, price: 15_500 }],
      address: { line: '8 Olive Street', city: 'Amman', postcode: '11937', country: 'JO' },
      parcels: [{ number: s10('UG', 73120465, 'CN'), carrier: 'China Post' }],
      shippedAt: ago(15, 9),
    },
    recorded: {},
  };
};

export const misleading: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = 'YT2530900451277036';
  return {
    story: 'A trap: the newest line says "Delivered", but only to the local carrier.',
    order: {
      number: '1017',
      email: 'sofia@example.com',
      postcode: '4000-322',
      customerName: 'Sofia',
      placedAt: ago(12, 18, 5),
      currency: 'EUR',
      total: 2790,
      items: [{ id: 'puzzle', name: 'World puzzle', variant: '1000 pieces', quantity: 1, price: 2290 }],
      address: { line: 'Rua do Sol 51', city: 'Porto', postcode: '4000-322', country: 'PT' },
      parcels: [{ number, carrier: 'YunExpress' }],
      shippedAt: ago(10, 11),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'YunExpress',
        from: SHENZHEN,
        to: { city: 'Porto', country: 'PT' },
        status: 'InTransit',
        subStatus: 'InTransit_Other',
        lastMile: { number: s10('DA', 30815529, 'PT'), carrier: 'CTT' },
        scans: [
          { at: ago(1, 16, 40), text: 'Delivered to local carrier', city: 'Lisboa', country: 'PT', offset: 0 },
          {
            at: ago(3, 9, 10),
            text: 'Import customs clearance completed',
            city: 'Lisboa',
            country: 'PT',
            offset: 0,
            subStatus: 'InTransit_CustomsReleased',
          },
          {
            at: ago(6, 20, 25),
            text: 'Departed from country of origin',
            city: 'Shenzhen',
            country: 'CN',
            offset: 8,
            subStatus: 'InTransit_Departure',
          },
          { at: ago(10, 11, 3), text: 'Accepted by carrier', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const protectionEnds: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('LZ', 51877203, 'CN');
  return {
    story: 'Still on its way, and the buyer protection ends in two days.',
    order: {
      number: '1018',
      email: 'elena@example.com',
      postcode: '00-031',
      customerName: 'Elena',
      placedAt: ago(58, 15, 20),
      protectedUntil: now + 2 * DAY,
      currency: 'PLN',
      total: 11_900,
      items: [{ id: 'rug', name: 'Cotton rug', variant: '60 × 90 cm', quantity: 1, price: 10_900 }],
      address: { line: 'ul. Lipowa 7', city: 'Warszawa', postcode: '00-031', country: 'PL' },
      parcels: [{ number, carrier: 'China Post' }],
      shippedAt: ago(55, 8),
    },
    recorded: {
      [number]: afterShip({
        number,
        slug: 'china-post',
        from: 'CHN',
        to: { city: 'Warszawa', country: 'POL' },
        tag: 'InTransit',
        subtag: 'InTransit_004',
        checkpoints: [
          {
            at: ago(55, 8, 12),
            text: 'Posting/Collection',
            city: 'Shenzhen',
            country: 'CHN',
            offset: 8,
            tag: 'InTransit',
            subStatus: 'InTransit_002',
            zoneless: true,
          },
          {
            at: ago(40, 3, 30),
            text: 'Departure from outward office of exchange',
            city: 'Shenzhen',
            country: 'CHN',
            offset: 8,
            tag: 'InTransit',
            subStatus: 'InTransit_007',
            zoneless: true,
          },
          {
            at: ago(6, 13, 50),
            text: 'Arrival at inward office of exchange',
            city: 'Warszawa',
            country: 'POL',
            offset: 1,
            tag: 'InTransit',
            subStatus: 'InTransit_004',
            zoneless: true,
          },
        ],
      }),
    },
  };
};
