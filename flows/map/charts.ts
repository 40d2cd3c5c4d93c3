/** One drawing for each road. Which one is the talk's follows from where the talk is, then from what is known. */
import { t } from '../../protocol/words.ts';
import { customsReason, exceptionReason } from '../cards/parcel-card.ts';
import { CHECKLIST } from '../checklist.ts';
import type { FlowContext } from '../context.ts';
import { isWithin } from '../status.ts';
import { beside, edge } from './chart.ts';
import type { Chart, ChartEdge, ChartNode } from './chart.ts';
import * as node from './nodes.ts';

type Name =
  | 'start'
  | 'delivered'
  | 'transit'
  | 'outToday'
  | 'attempt'
  | 'pickup'
  | 'notShipped'
  | 'customs'
  | 'missing'
  | 'lost'
  | 'returned'
  | 'other';

/** `place`: where the bot is, or will go on. */
export function chartOf(place: string, context: FlowContext): Chart {
  const chart = charts[nameOf(place, context)](context);
  if (!isWithin(place, 'talk.again')) return chart;
  const wait = [...chart.main, ...chart.side].find(({ rest }) => rest === true)?.id ?? 'closed';
  return {
    ...chart,
    side: [...chart.side, beside('find', node.again)],
    edges: [...chart.edges, edge('find', 'again', 'again'), edge('again', wait)],
  };
}

const charts: Record<Name, (context: FlowContext) => Chart> = {
  start: other('start'),
  delivered: ({ road }) => ({
    title: titleOf('delivered'),
    main: [node.find, node.checks, { ...node.carrier, rest: true }, node.remedies, node.doing, node.end],
    side: [
      ...(road === 'deliveredFresh' ? [beside('checks', node.fresh)] : []),
      beside('carrier', node.watch),
      beside('remedies', node.address),
      beside('doing', node.arrived),
    ],
    edges: [
      ...(road === 'deliveredFresh' ? [edge('find', 'fresh', 'freshScan'), edge('fresh', 'checks'), edge('fresh', 'watch')] : []),
      edge('checks', 'watch'),
      edge('watch', 'arrived'),
      edge('arrived', 'closed', 'arrived'),
      edge('arrived', 'checks', 'notThere'),
      edge('carrier', 'remedies', 'lost'),
      ...BY_ADDRESS,
    ],
  }),
  transit: underWay('transit', node.underWay('moving')),
  outToday: underWay('outToday', node.underWay('outToday')),
  attempt: underWay('attempt', node.underWay('attempt')),
  pickup: underWay('pickup', node.underWay('pickup')),
  notShipped: underWay('notShipped', node.underWay('notShipped')),
  customs: ({ parcel }) => ({
    title: titleOf('customs'),
    main: [
      node.find,
      ...(parcel === null || customsReason(parcel) === 'duties' ? [node.duties] : []),
      { ...node.atCustoms, rest: true },
      node.arrived,
      node.end,
    ],
    side: [beside('customs', node.carrier), ...REMEDY_SIDE('customs')],
    edges: [edge('customs', 'carrier', 'noNews'), ...REMEDY_EDGES, edge('arrived', 'closed', 'arrived')],
  }),
  missing: ({ order, road }) => ({
    title: titleOf('missing'),
    main: [
      node.find,
      node.items,
      node.open,
      ...CHECKLIST.map(node.photo),
      node.collected,
      { ...node.warehouse, rest: true },
      node.remedies,
      node.doing,
      node.end,
    ],
    side: [
      ...(road === 'missingEarly' || (order?.parcels.length ?? 1) > 1 ? [beside('find', node.box)] : []),
      beside('warehouse', node.search),
      beside('warehouse', node.paper),
      beside('remedies', node.address),
    ],
    edges: [
      ...(road === 'missingEarly' || (order?.parcels.length ?? 1) > 1 ? [edge('find', 'box'), edge('box', 'items')] : []),
      edge('warehouse', 'remedies', 'notPacked'),
      edge('warehouse', 'carrier', 'leftComplete'),
      edge('warehouse', 'paper'),
      edge('paper', 'carrier', 'filed'),
      edge('carrier', 'remedies', 'lost'),
      ...BY_ADDRESS,
    ],
  }),
  lost: choosing('lost'),
  returned: choosing('returned'),
  other: other('other'),
};

function underWay(name: Name, question: ChartNode): () => Chart {
  return () => ({
    title: titleOf(name),
    main: [node.find, question, node.watch, node.arrived, node.end],
    side: [beside('underWay', { ...node.carrier, rest: true }), ...REMEDY_SIDE('underWay')],
    edges: [
      edge('find', 'carrier', 'noNews'),
      edge('underWay', 'carrier', 'noNews'),
      edge('watch', 'carrier', 'noNews'),
      ...REMEDY_EDGES,
      edge('arrived', 'closed', 'arrived'),
    ],
  });
}

function choosing(name: Name): () => Chart {
  return () => ({
    title: titleOf(name),
    main: [node.find, node.remedies, { ...node.doing, rest: true }, node.end],
    side: [beside('remedies', node.address)],
    edges: BY_ADDRESS,
  });
}

/** Decided by a person from the start: dear, damaged, forbidden, or not known yet. */
function other(name: Name): () => Chart {
  return () => ({
    title: titleOf(name),
    main: [node.find, { ...node.decides, rest: true }, node.remedies, node.doing, node.end],
    side: [beside('remedies', node.address)],
    edges: BY_ADDRESS,
  });
}

function nameOf(place: string, context: FlowContext): Name {
  const { parcel, order, problem, road, case: opened } = context;
  if (isWithin(place, 'talk.missing') || isWithin(place, 'talk.investigation')) return 'missing';
  if (isWithin(place, 'talk.delivered')) return 'delivered';
  if (isWithin(place, 'talk.customs')) return 'customs';
  if (isWithin(place, 'talk.onTheWay')) return wayOf(context) ?? 'transit';
  if (problem === 'missing' || opened?.problem === 'missing') return 'missing';
  if (road !== null && TO_A_PERSON.includes(road)) return 'other';
  if (parcel === null && order?.parcels.length === 0) return 'notShipped';
  if (problem === 'lost' || opened?.problem === 'lost') return 'lost';
  if (parcel !== null) return byParcel(context);
  return problem === null ? 'start' : problem === 'in_transit' ? 'transit' : problem;
}

function byParcel(context: FlowContext): Name {
  const { parcel } = context;
  switch (parcel?.state) {
    case 'delivered':
      return 'delivered';
    case 'customs_held':
      return 'customs';
    case 'lost':
      return 'lost';
    case 'returning':
    case 'returned':
      return 'returned';
    case 'exception':
      return EXCEPTIONS[exceptionReason(parcel)];
    default:
      return wayOf(context) ?? 'transit';
  }
}

function wayOf({ parcel }: FlowContext): Name | null {
  switch (parcel?.state) {
    case undefined:
    case 'not_shipped':
    case 'info_received':
      return 'notShipped';
    case 'out_for_delivery':
      return 'outToday';
    case 'attempt_failed':
      return 'attempt';
    case 'available_for_pickup':
      return 'pickup';
    default:
      return null;
  }
}

function titleOf(name: Name) {
  return t(`line:map.title.${name}`);
}

const EXCEPTIONS = { damaged: 'other', refused: 'returned', address: 'other', delay: 'transit', other: 'transit' } as const;
const TO_A_PERSON = ['tooValuable', 'damaged', 'wrongAddress', 'prohibited'];

const BY_ADDRESS: readonly ChartEdge[] = [
  edge('remedies', 'address', 'sendAgain'),
  edge('address', 'doing'),
  edge('remedies', 'doing', 'moneyBack'),
];
const REMEDY_SIDE = (at: string) => [beside(at, node.remedies), beside(at, node.address), beside(at, node.doing)];
const REMEDY_EDGES: readonly ChartEdge[] = [edge('carrier', 'remedies', 'lost'), ...BY_ADDRESS, edge('doing', 'closed')];
