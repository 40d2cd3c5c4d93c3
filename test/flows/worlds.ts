/** The talks whose every path is walked: finding the parcel, and each road with all that may happen on it. */
import { DAY } from '../../flows/dates.ts';
import type { Order } from '../../protocol/order.ts';
import { event, NUMBER, order, parcel, PARCELS, splitOrder, TODAY } from './facts.ts';
import type { Parcel, ParcelState } from '../../protocol/parcel.ts';
import type { World } from './graph.ts';
import { understood } from './walk.ts';
import type { Happening } from './walk.ts';

type Topic = 'delivered' | 'onTheWay' | 'customs' | 'missing' | 'resolution' | 'following' | 'prove';

/** Each road's own topics; where it turns into another, that one is walked by itself. */
const MOVING: readonly Topic[] = ['onTheWay', 'following'];
const BACK: readonly Topic[] = ['resolution', 'prove', 'following'];
const GROUND: Record<ParcelState, readonly Topic[]> = {
  not_shipped: MOVING,
  info_received: MOVING,
  in_transit: MOVING,
  out_for_delivery: MOVING,
  attempt_failed: MOVING,
  available_for_pickup: MOVING,
  exception: [...MOVING, ...BACK],
  expired: MOVING,
  not_found: MOVING,
  delivered: ['delivered', 'prove', 'following'],
  customs_held: ['customs', 'following'],
  returning: BACK,
  returned: BACK,
  lost: BACK,
};

/** Newer than all that the roads begin with. */
const newer = (state: ParcelState) => parcel(state, { events: [{ ...event(state, 0, 'Seen', 'GB') }, event('in_transit', 17)] });
const NEWS = { delivered: newer('delivered'), moves: newer('in_transit') };
/** Within the store's handling time. */
const ordered: Order = { ...order, placedAt: TODAY - DAY };
const SECOND = parcel('delivered', { number: splitOrder.parcels[1]?.number ?? '' });

export const WORLDS: Record<string, World> = {
  identify: {
    opening: [{ type: 'shopper.chose', choice: 'delivered' }],
    orders: [order, splitOrder, { ...order, parcels: [] }, null],
    parcels: [PARCELS.delivered],
    news: [SECOND],
    stopWhen: (state) => !state.matches({ talk: 'identify' }),
  },
  ...Object.fromEntries(Object.entries(PARCELS).map(([name, one]) => [name, road(one, 'delivered')])),
  ...Object.fromEntries((['delivered', 'moving'] as const).map((name) => [`${name}, items missing`, road(PARCELS[name], 'missing')])),
  ...Object.fromEntries(
    (['notShipped', 'announced'] as const).map((name) => [`${name}, in time`, road(PARCELS[name], 'in_transit', ordered)]),
  ),
  'delivered, order not proven': {
    ...road(PARCELS.delivered, 'delivered'),
    orders: [order, null],
    opening: [
      { type: 'shopper.chose', choice: 'delivered' },
      { type: 'shopper.gaveTracking', tracking: NUMBER, doubtful: false },
      { type: 'parcel.found', parcel: PARCELS.delivered },
    ],
  },
  'split order, items missing': {
    ...road(PARCELS.delivered, 'missing'),
    opening: [
      { type: 'shopper.chose', choice: 'missing' },
      { type: 'shopper.gaveOrder', number: order.number, contact: order.email },
      { type: 'order.found', order: splitOrder },
      { type: 'shopper.chose', choice: NUMBER },
      { type: 'parcel.found', parcel: PARCELS.delivered },
    ],
  },
  'a second trouble beside the first': {
    ...road(PARCELS.delivered, 'missing'),
    opening: [
      ...road(PARCELS.delivered, 'delivered').opening,
      ...['asked', 'looked', 'addressRight'].map((choice) => ({ type: 'shopper.chose', choice }) as const),
      { type: 'shopper.said', text: 'and one is missing', understood: understood({ intent: 'missing_items' }) },
    ],
  },
  'the paper of the post office': {
    ...road(PARCELS.delivered, 'missing'),
    opening: [
      ...road(PARCELS.delivered, 'missing').opening,
      { type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] },
      ...Array.from({ length: 4 }, () => ({ type: 'shopper.cantProvide', reason: 'other' }) as const),
      { type: 'shopper.chose', choice: 'collectedMe' },
      { type: 'agent.recorded', finding: 'packed', agent: { id: 'agent-mei', name: 'Mei' } },
    ],
    stopWhen: (state) => !(['investigation', 'following'] as const).some((topic) => state.matches({ talk: topic })),
  },
};

function road(begun: Parcel, problem: string, of: Order = order): World {
  const opening: Happening[] = [
    { type: 'shopper.chose', choice: problem },
    { type: 'shopper.gaveOrder', number: order.number, contact: order.email },
    { type: 'order.found', order: of },
    { type: 'parcel.found', parcel: begun },
  ];
  const ground = problem === 'missing' ? (['missing', 'prove', 'following'] as const) : GROUND[begun.state];
  return {
    opening,
    orders: [of, null],
    parcels: [begun, PARCELS.delivered],
    // Of a box that came incomplete no news is told: `news.test.ts`.
    news: problem === 'missing' ? [] : begun.state === 'customs_held' ? [NEWS.moves] : [NEWS.delivered],
    stopWhen: (state) => !ground.some((topic) => state.matches({ talk: topic })),
  };
}
