/** Parcels that the tracking calls delivered: not here, perhaps just ahead of the van, with things missing, one of two. */
import { HOUR, s10, afterShip, seventeenTrack } from '../recordings.ts';
import { daysBefore, type MakeScene } from '../scene.ts';

export const deliveredNotReceived: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('RB', 47310296, 'GB');
  return {
    story: 'Delivered at noon yesterday, says the tracking. Nothing at the door, and it was a birthday present.',
    order: {
      number: '1003',
      email: 'anna@example.com',
      postcode: 'LS1 4AP',
      customerName: 'Anna',
      placedAt: ago(19, 20, 31),
      currency: 'GBP',
      total: 4820,
      items: [{ id: 'dollhouse', name: 'Wooden dollhouse', quantity: 1, price: 4420 }],
      address: { line: '12 Mill Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
      parcels: [{ number, carrier: 'Royal Mail' }],
      shippedAt: ago(18, 10),
    },
    recorded: {
      [number]: afterShip({
        number,
        slug: 'royal-mail',
        from: 'CHN',
        to: { city: 'Leeds', country: 'GBR' },
        tag: 'Delivered',
        subtag: 'Delivered_001',
        checkpoints: [
          {
            at: ago(18, 10, 4),
            text: 'Accepted by carrier',
            city: 'Shenzhen',
            country: 'CHN',
            offset: 8,
            tag: 'InTransit',
            subStatus: 'InTransit_002',
            zoneless: true,
          },
          {
            at: ago(15, 5, 40),
            text: 'Departed from country of origin',
            city: 'Shenzhen',
            country: 'CHN',
            offset: 8,
            tag: 'InTransit',
            subStatus: 'InTransit_007',
            zoneless: true,
          },
          {
            at: ago(5, 6, 10),
            text: 'Released from customs',
            city: 'Langley',
            country: 'GBR',
            tag: 'InTransit',
            subStatus: 'InTransit_005',
            zoneless: true,
          },
          {
            at: ago(2, 4, 55),
            text: 'Item received at delivery office',
            city: 'Leeds',
            country: 'GBR',
            tag: 'InTransit',
            subStatus: 'InTransit_003',
            zoneless: true,
          },
          {
            at: ago(1, 8, 20),
            text: 'Out for delivery',
            city: 'Leeds',
            country: 'GBR',
            tag: 'OutForDelivery',
            subStatus: 'OutForDelivery_001',
            zoneless: true,
          },
          {
            at: ago(1, 12, 12),
            text: 'Delivered, front door',
            city: 'Leeds',
            country: 'GBR',
            tag: 'Delivered',
            subStatus: 'Delivered_001',
            zoneless: true,
          },
        ],
      }),
    },
  };
};

export const deliveredFresh: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = '1Z999AA10123456784';
  return {
    story: 'Scanned as delivered two hours ago: the scan may have run ahead of the van.',
    order: {
      number: '1004',
      email: 'david@example.com',
      postcode: '97205',
      customerName: 'David',
      placedAt: ago(6, 1, 45),
      currency: 'USD',
      total: 7140,
      items: [{ id: 'clock', name: 'Wall clock', variant: 'Walnut', quantity: 1, price: 6500 }],
      address: { line: '455 Alder Street', city: 'Portland', postcode: '97205', country: 'US' },
      parcels: [{ number, carrier: 'UPS' }],
      shippedAt: ago(4, 17),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'UPS',
        from: { city: 'Reno', country: 'US' },
        to: { city: 'Portland', country: 'US' },
        status: 'Delivered',
        subStatus: 'Delivered_Other',
        scans: [
          {
            at: now - 2 * HOUR,
            text: 'DELIVERED. Left at: porch',
            city: 'Portland',
            country: 'US',
            offset: -8,
            subStatus: 'Delivered_Other',
          },
          {
            at: now - 7 * HOUR,
            text: 'Out For Delivery Today',
            city: 'Portland',
            country: 'US',
            offset: -8,
            subStatus: 'OutForDelivery_Other',
          },
          { at: ago(2, 3, 14), text: 'Departed from Facility', city: 'Reno', country: 'US', offset: -8 },
          { at: ago(4, 17, 30), text: 'Origin Scan', city: 'Reno', country: 'US', offset: -8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const itemsMissing: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('LE', 80264417, 'ES');
  return {
    story: 'The box came, but two mugs are missing from it.',
    order: {
      number: '1010',
      email: 'lucia@example.com',
      postcode: '28013',
      customerName: 'Lucía',
      placedAt: ago(16, 21, 9),
      currency: 'EUR',
      total: 7860,
      items: [
        { id: 'mug', name: 'Stoneware mug', variant: 'Sand', quantity: 2, price: 1250 },
        { id: 'plate', name: 'Stoneware plate', variant: 'Sand', quantity: 4, price: 980 },
        { id: 'bowl', name: 'Salad bowl', variant: 'Olive wood', quantity: 1, price: 890 },
        { id: 'napkins', name: 'Linen napkins', variant: 'Set of 6', quantity: 1, price: 550 },
      ],
      address: { line: 'Calle del Olmo 19, 2º B', city: 'Madrid', postcode: '28013', country: 'ES' },
      parcels: [{ number, carrier: 'Correos' }],
      shippedAt: ago(14, 9),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'Correos',
        from: { city: 'Shenzhen', country: 'CN' },
        to: { city: 'Madrid', country: 'ES' },
        status: 'Delivered',
        subStatus: 'Delivered_Other',
        scans: [
          {
            at: ago(2, 11, 26),
            text: 'Entregado, firmado por Lucía',
            city: 'Madrid',
            country: 'ES',
            offset: 1,
            subStatus: 'Delivered_Other',
          },
          { at: ago(2, 7, 2), text: 'En reparto', city: 'Madrid', country: 'ES', offset: 1, subStatus: 'OutForDelivery_Other' },
          {
            at: ago(5, 10, 48),
            text: 'Despacho de aduanas finalizado',
            city: 'Madrid',
            country: 'ES',
            offset: 1,
            subStatus: 'InTransit_CustomsReleased',
          },
          { at: ago(14, 9, 6), text: 'Accepted by carrier', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const splitOrder: MakeScene = (now) => {
  const ago = daysBefore(now);
  const first = s10('CP', 15530872, 'DE');
  const second = s10('CP', 15530886, 'DE');
  const stops = { from: { city: 'Hamburg', country: 'DE' }, to: { city: 'Wien', country: 'AT' } };
  return {
    story: 'One order, two parcels: the first is here, the second still on its way.',
    order: {
      number: '1011',
      email: 'felix@example.com',
      postcode: '1070',
      customerName: 'Felix',
      placedAt: ago(9, 16, 50),
      currency: 'EUR',
      total: 9640,
      items: [
        { id: 'chair', name: 'Child’s chair', variant: 'Ash', quantity: 1, price: 5900 },
        { id: 'cushion', name: 'Seat cushion', variant: 'Moss', quantity: 2, price: 1450 },
      ],
      address: { line: 'Ahorngasse 3/12', city: 'Wien', postcode: '1070', country: 'AT' },
      parcels: [
        { number: first, carrier: 'DHL Paket', itemIds: ['chair'] },
        { number: second, carrier: 'DHL Paket', itemIds: ['cushion'] },
      ],
      shippedAt: ago(7, 8),
    },
    recorded: {
      [first]: seventeenTrack({
        number: first,
        carrier: 'Deutsche Post DHL',
        ...stops,
        status: 'Delivered',
        subStatus: 'Delivered_Other',
        scans: [
          {
            at: ago(3, 10, 33),
            text: 'Die Sendung wurde zugestellt',
            city: 'Wien',
            country: 'AT',
            offset: 1,
            subStatus: 'Delivered_Other',
          },
          { at: ago(7, 8, 5), text: 'Accepted by carrier', city: 'Hamburg', country: 'DE', offset: 1, subStatus: 'InTransit_PickedUp' },
        ],
      }),
      [second]: seventeenTrack({
        number: second,
        carrier: 'Deutsche Post DHL',
        ...stops,
        status: 'InTransit',
        subStatus: 'InTransit_Other',
        scans: [
          { at: ago(1, 3, 12), text: 'Arrived at parcel centre', city: 'Wien', country: 'AT', offset: 1 },
          { at: ago(5, 14, 40), text: 'Accepted by carrier', city: 'Hamburg', country: 'DE', offset: 1, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};
