/**
 * Which road a parcel takes. The tracking's truth wins over what was thought to be wrong, with one exception: a box
 * that came incomplete is a matter of its own, whatever the tracking says.
 */
import type { Param } from '../../protocol/words.ts';
import { customsReason, exceptionReason } from '../cards/parcel-card.ts';
import type { FlowContext } from '../context.ts';
import { HOUR } from '../dates.ts';
import { countsAsLost, parcelFlags } from '../deadlines.ts';
import { handOver, handOverCase } from '../handover.ts';
import { by, onDay, showParcel } from '../promises.ts';
import { atOf, flow } from '../setup.ts';
import { act } from '../turn.ts';
import type { Act, Turn } from '../turn.ts';
import { tellDocuments, tellDuties, tellInspection, tellProhibited, tellUnknownReason } from './customs.ts';
import { tellLost } from './lost.ts';
import { tellReturned, tellReturning } from './returned.ts';
import { tellStalled } from './in-transit.ts';

export type Branch = keyof typeof ROADS;

/** For tests and for the router: the road of a parcel at one moment. */
export function branchOf(context: FlowContext, at: number): Branch {
  const { parcel, order, policy, problem, heard } = context;
  if (parcel === null) return 'unknownNumber';
  const delivered = parcel.state === 'delivered';
  if (isTooValuable(context)) return 'tooValuable';
  if (delivered && (heard.intent === 'damaged' || heard.intent === 'wrong_item')) return 'damaged';
  if (problem === 'missing') return delivered ? 'missing' : 'missingEarly';
  if (countsAsLost(parcel, policy, at)) return 'lost';
  const flags = parcelFlags(parcel, order, policy, at);
  switch (parcel.state) {
    case 'delivered':
      return isFresh(context, at) ? 'deliveredFresh' : 'delivered';
    case 'customs_held':
      return CUSTOMS[customsReason(parcel)];
    case 'exception':
      return EXCEPTION[exceptionReason(parcel)];
    case 'not_shipped':
    case 'info_received':
      return 'notShipped';
    case 'out_for_delivery':
      return 'outToday';
    case 'attempt_failed':
      return 'attempt';
    case 'available_for_pickup':
      return 'pickup';
    case 'returning':
      return 'returning';
    case 'returned':
      return 'returned';
    case 'lost':
      return 'lost';
    case 'expired':
      return 'stalled';
    case 'not_found':
      return 'unknownNumber';
    case 'in_transit':
      return flags.stalled ? 'stalled' : flags.late ? 'late' : 'moving';
  }
}

const CUSTOMS = {
  documents: 'documents',
  duties: 'duties',
  inspection: 'inspection',
  prohibited: 'prohibited',
  unknown: 'unknownReason',
} as const;
const EXCEPTION = { damaged: 'damaged', refused: 'returning', address: 'wrongAddress', delay: 'late', other: 'stalled' } as const;

/** Says what the tracking knows, before any question about it. */
const tellFound = act((turn) => {
  const { order, parcel } = turn.facts;
  if (parcel === null) return;
  const first = order?.items[0];
  if (order === null || first === undefined) turn.say('bot:found.parcel', { number: { $code: parcel.number } });
  else if (order.items.length === 1) turn.say('bot:found.order', { item: first.name, order: { $code: order.number } });
  else turn.say('bot:found.orderMore', { item: first.name, order: { $code: order.number }, count: order.items.length - 1 });
  showParcel(turn);
});

const tellDelivered = act((turn) => {
  turn.know({ problem: 'delivered' });
  turn.say(...proofWords(turn));
});

function proofWords(turn: Turn): [string, Record<string, Param>?] {
  const { deliveredAt, proof } = turn.facts.parcel ?? {};
  if (deliveredAt === undefined) return ['bot:delivered.proofNothing'];
  const when = by(deliveredAt);
  if (proof?.signedBy !== undefined) return ['bot:delivered.proofSigned', { when, name: proof.signedBy }];
  if (proof?.place !== undefined) return ['bot:delivered.proofPlace', { when, place: proof.place }];
  return ['bot:delivered.proofTime', { when }];
}

function telling(problem: FlowContext['problem'], key: string) {
  return act((turn) => {
    turn.know({ problem });
    turn.say(key);
  });
}

const tellPickup = act((turn) => {
  const pickup = turn.facts.parcel?.pickup;
  turn.know({ problem: 'in_transit' });
  if (pickup === undefined) turn.say('bot:pickup.somewhere');
  else if (pickup.until === undefined) turn.say('bot:pickup.at', { place: pickup.name });
  else turn.say('bot:pickup.atUntil', { place: pickup.name, until: onDay(pickup.until) });
});

const ROADS = {
  tooValuable: { target: '#person.waiting', actions: [handOver('value')] },
  damaged: { target: '#person.waiting', actions: [handOverCase('other', 'unsure', 'bot:damaged.tell')] },
  wrongAddress: { target: '#person.waiting', actions: [handOverCase('in_transit', 'unsure', 'bot:wrongAddress.tell')] },
  missing: { target: '#missing', actions: [] },
  missingEarly: { target: '#missing.early', actions: [] },
  lost: { target: '#resolution', actions: [tellLost] },
  deliveredFresh: { target: '#delivered.fresh', actions: [tellDelivered] },
  delivered: { target: '#delivered.household', actions: [tellDelivered] },
  documents: { target: '#following', actions: [tellDocuments] },
  duties: { target: '#customs.duties', actions: [tellDuties] },
  inspection: { target: '#following', actions: [tellInspection] },
  prohibited: { target: '#person.waiting', actions: [tellProhibited, handOver('prohibited')] },
  unknownReason: { target: '#following', actions: [tellUnknownReason] },
  returning: { target: '#resolution', actions: [tellReturning] },
  returned: { target: '#resolution', actions: [tellReturned] },
  notShipped: { target: '#notShipped', actions: [] },
  unknownNumber: { target: '#unknownNumber', actions: [] },
  outToday: { target: '#outToday', actions: [telling('in_transit', 'bot:outToday.tell')] },
  attempt: { target: '#attempt', actions: [telling('in_transit', 'bot:attempt.tell')] },
  pickup: { target: '#pickup', actions: [tellPickup] },
  stalled: { target: '#following', actions: [tellStalled] },
  late: { target: '#late', actions: [] },
  moving: { target: '#moving', actions: [] },
} satisfies Record<string, { target: string; actions: Act[] }>;

export const route = flow.createStateConfig({
  id: 'route',
  always: (Object.keys(ROADS) as Branch[]).map((branch) => ({
    guard: ({ context, event }) => branchOf(context, atOf(event)) === branch,
    target: ROADS[branch].target,
    actions: [tellFound, ...ROADS[branch].actions],
  })),
});

function isTooValuable({ order, policy, case: opened }: FlowContext): boolean {
  return opened === null && order !== null && policy.personAboveTotal !== null && order.total > policy.personAboveTotal;
}

function isFresh({ parcel, policy }: FlowContext, at: number): boolean {
  return parcel?.deliveredAt !== undefined && at - parcel.deliveredAt < policy.freshScanHours * HOUR;
}
