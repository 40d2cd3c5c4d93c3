/** Parcels that customs holds: duty to pay, a paper missing, an inspection, something not allowed in. */
import { DAY, s10, seventeenTrack, type Seventeen } from '../recordings.ts';
import { daysBefore, type MakeScene } from '../scene.ts';

const SHENZHEN = { city: 'Shenzhen', country: 'CN' };

export const duties: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('LX', 60184427, 'FR');
  const until = new Date(now + 8 * DAY).toISOString().slice(0, 10);
  return {
    story: 'Held by customs: VAT and a fee are to be paid to La Poste before a date.',
    order: {
      number: '1005',
      email: 'claire@example.com',
      postcode: '69002',
      customerName: 'Claire',
      placedAt: ago(18, 20, 2),
      currency: 'EUR',
      total: 8900,
      items: [{ id: 'telescope', name: 'Travel telescope', quantity: 1, price: 8200 }],
      address: { line: '6 rue des Tilleuls', city: 'Lyon', postcode: '69002', country: 'FR' },
      parcels: [{ number, carrier: 'La Poste' }],
      shippedAt: ago(16, 9),
    },
    recorded: {
      [number]: seventeenTrack({
        number,
        carrier: 'La Poste',
        from: SHENZHEN,
        to: { city: 'Lyon', country: 'FR' },
        status: 'Exception',
        subStatus: 'Exception_Security',
        scans: [
          { at: ago(2, 8, 15), text: 'Held by customs, awaiting payment of duties', city: 'Lyon', country: 'FR', offset: 1 },
          {
            at: ago(9, 10, 40),
            text: `Held by customs: import VAT EUR 17.80 and handling fee EUR 8.00 to be paid by ${until}`,
            city: 'Lyon',
            country: 'FR',
            offset: 1,
          },
          {
            at: ago(11, 5, 0),
            text: 'Arrived at destination country',
            city: 'Roissy',
            country: 'FR',
            offset: 1,
            subStatus: 'InTransit_Arrival',
          },
          {
            at: ago(13, 19, 30),
            text: 'Departed from country of origin',
            city: 'Shenzhen',
            country: 'CN',
            offset: 8,
            subStatus: 'InTransit_Departure',
          },
          { at: ago(16, 9, 8), text: 'Accepted by carrier', city: 'Shenzhen', country: 'CN', offset: 8, subStatus: 'InTransit_PickedUp' },
        ],
      }),
    },
  };
};

export const documents: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('EE', 29044815, 'CN');
  return {
    story: 'Held by customs: an invoice is missing, which the shop must send.',
    order: {
      number: '1006',
      email: 'rafael@example.com',
      postcode: '06700',
      customerName: 'Rafael',
      placedAt: ago(15, 2, 44),
      currency: 'MXN',
      total: 129_900,
      items: [{ id: 'piano', name: 'Toy piano', variant: '25 keys', quantity: 1, price: 119_900 }],
      address: { line: 'Calle Jacaranda 88', city: 'Ciudad de México', postcode: '06700', country: 'MX' },
      parcels: [{ number, carrier: 'EMS' }],
      shippedAt: ago(13, 9),
    },
    recorded: {
      [number]: held(
        number,
        'EMS',
        { city: 'Ciudad de México', country: 'MX' },
        'InTransit',
        'InTransit_CustomsRequiringInformation',
        ago,
        {
          text: 'Customs requires a commercial invoice from the sender',
          days: 4,
          offset: -6,
        },
      ),
    },
  };
};

export const inspection: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('LV', 73391054, 'CN');
  return {
    story: 'Held by customs for an inspection, which is normal and takes some days.',
    order: {
      number: '1007',
      email: 'noura@example.com',
      postcode: '12211',
      customerName: 'Noura',
      placedAt: ago(13, 13, 27),
      currency: 'SAR',
      total: 24_500,
      items: [{ id: 'lantern', name: 'Brass lantern', quantity: 2, price: 10_900 }],
      address: { line: '14 Palm Street', city: 'Riyadh', postcode: '12211', country: 'SA' },
      parcels: [{ number, carrier: 'China Post' }],
      shippedAt: ago(11, 9),
    },
    recorded: {
      [number]: held(number, 'China Post', { city: 'Riyadh', country: 'SA' }, 'InTransit', 'InTransit_CustomsProcessing', ago, {
        text: 'Selected for customs inspection',
        days: 3,
        offset: 3,
      }),
    },
  };
};

export const prohibited: MakeScene = (now) => {
  const ago = daysBefore(now);
  const number = s10('RV', 11820639, 'CN');
  return {
    story: 'Seized by customs: the battery inside may not be imported.',
    order: {
      number: '1008',
      email: 'liam@example.com',
      postcode: '3000',
      customerName: 'Liam',
      placedAt: ago(17, 8, 58),
      currency: 'AUD',
      total: 9900,
      items: [{ id: 'drone', name: 'Mini drone', variant: 'With battery', quantity: 1, price: 8900 }],
      address: { line: '27 Wattle Lane', city: 'Melbourne', postcode: '3000', country: 'AU' },
      parcels: [{ number, carrier: 'China Post' }],
      shippedAt: ago(15, 9),
    },
    recorded: {
      [number]: held(number, 'China Post', { city: 'Melbourne', country: 'AU' }, 'Exception', 'Exception_Security', ago, {
        text: 'Seized by customs: import prohibited (lithium battery)',
        days: 2,
        offset: 10,
      }),
    },
  };
};

function held(
  number: string,
  carrier: string,
  to: Seventeen['to'],
  status: string,
  subStatus: string,
  ago: (days: number, hour?: number, minute?: number) => number,
  newest: { text: string; days: number; offset: number },
): unknown {
  return seventeenTrack({
    number,
    carrier,
    from: SHENZHEN,
    to,
    status,
    subStatus,
    scans: [
      { at: ago(newest.days, 7, 35), text: newest.text, ...to, offset: newest.offset },
      {
        at: ago(newest.days + 2, 4, 5),
        text: 'Arrived at destination country',
        ...to,
        offset: newest.offset,
        subStatus: 'InTransit_Arrival',
      },
      {
        at: ago(newest.days + 5, 18, 22),
        text: 'Departed from country of origin',
        ...SHENZHEN,
        offset: 8,
        subStatus: 'InTransit_Departure',
      },
      { at: ago(newest.days + 8, 9, 6), text: 'Accepted by carrier', ...SHENZHEN, offset: 8, subStatus: 'InTransit_PickedUp' },
    ],
  });
}
