/** Talks stopped at places that matter, for what must survive a new version of the flow. */
import { DAY } from '../../flows/dates.ts';
import { NUMBER, order, PARCELS } from './facts.ts';
import { START, understood } from './walk.ts';
import type { Happening } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };
const found = (problem: string, parcel: (typeof PARCELS)[keyof typeof PARCELS]): Happening[] => [
  { type: 'shopper.chose', choice: problem },
  { type: 'shopper.gaveOrder', number: order.number, contact: order.email },
  { type: 'order.found', order },
  { type: 'parcel.found', parcel },
];

export const TALKS: Record<string, Happening[]> = {
  welcome: [],
  identify: [{ type: 'shopper.said', text: '', understood: understood({ intent: 'customs_held', occasion: 'birthday', days: 9 }) }],
  looking: found('delivered', PARCELS.delivered).slice(0, 2),
  household: found('delivered', PARCELS.delivered),
  prove: [
    { type: 'shopper.chose', choice: 'missing' },
    { type: 'shopper.gaveTracking', tracking: NUMBER, doubtful: false },
    { type: 'parcel.found', parcel: PARCELS.delivered },
  ],
  duties: found('customs', PARCELS.duties),
  photos: [
    ...found('missing', PARCELS.delivered),
    { type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] },
    { type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'photo-1' },
  ],
  remedies: found('lost', PARCELS.lost),
  following: found('in_transit', PARCELS.stalled),
  waiting: [...found('customs', PARCELS.duties), { type: 'shopper.wantsPerson' }],
  joined: [...found('customs', PARCELS.duties), { type: 'agent.took', agent: mei }],
  askedAgain: [
    ...found('customs', PARCELS.duties),
    { type: 'agent.took', agent: mei },
    { type: 'agent.askedAgain', item: 'label', reason: 'It came out dark', agent: mei },
  ],
  asksPiece: [
    ...found('in_transit', PARCELS.stalled),
    { type: 'agent.took', agent: mei },
    { type: 'agent.askedAgain', item: 'label', reason: 'It came out dark', agent: mei },
    { type: 'agent.released', agent: mei },
  ],
  noted: [
    ...found('in_transit', PARCELS.stalled),
    { type: 'agent.took', agent: mei },
    { type: 'agent.recorded', finding: 'lost', agent: mei },
  ],
  settled: [
    ...found('lost', PARCELS.lost),
    { type: 'agent.took', agent: mei },
    { type: 'agent.promised', dueAt: START + 4 * DAY, what: 'You hear from me on Sunday', agent: mei },
    { type: 'agent.settledRemedy', remedy: 'resend', asked: 'either', agent: mei },
  ],
  reopened: [
    ...found('in_transit', PARCELS.stalled),
    { type: 'agent.took', agent: mei },
    { type: 'agent.closed', outcome: 'unsolved', agent: mei },
    { type: 'agent.reopened', agent: mei },
  ],
  rating: [...found('in_transit', PARCELS.stalled), { type: 'shopper.chose', choice: 'done' }],
  closed: [...found('in_transit', PARCELS.stalled), { type: 'shopper.ended' }, { type: 'shopper.chose', choice: 'skip' }],
};
