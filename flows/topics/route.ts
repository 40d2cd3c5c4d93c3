/** Tells what the tracking knows, and turns into the road that fits it. */
import type { Parcel } from '../../protocol/parcel.ts';
import type { Param } from '../../protocol/words.ts';
import type { FlowContext } from '../context.ts';
import { ROADS } from '../roads.ts';
import { trackingNote } from '../tracking-note.ts';
import { roadOf } from '../which-road.ts';
import type { Road } from '../roads.ts';
import { goOnFollowing, handOver, handOverCase } from '../handover.ts';
import { by, onDay, showParcel } from '../promises.ts';
import { flow } from '../setup.ts';
import { act } from '../turn.ts';
import type { Act, Turn } from '../turn.ts';
import { tellDocuments, tellDuties, tellInspection, tellMayBeDue, tellProhibited, tellUnknownReason } from './customs.ts';
import { tellLost } from './lost.ts';
import { tellReturned, tellReturning } from './returned.ts';
import { tellLeavesLate, tellStalled } from './in-transit.ts';

/** Says what the tracking knows, before any question about it. */
const tellFound = act((turn, event) => {
  const { parcel } = turn.facts;
  if (parcel === null) return;
  const isNews = event.type === 'parcel.found' && event.news === true;
  if (isNews || turn.facts.case?.parcel === parcel.number) turn.say('bot:news.changed');
  else sayFound(turn, parcel);
  showParcel(turn);
  const note = trackingNote(parcel, turn.at);
  if (note !== null) turn.say(...note);
});

function sayFound(turn: Turn, parcel: Parcel): void {
  const { order } = turn.facts;
  const first = order?.items[0];
  if (order === null || first === undefined) turn.say('bot:found.parcel', { number: { $code: parcel.number } });
  else if (order.items.length === 1) turn.say('bot:found.order', { item: first.name, order: { $code: order.number } });
  else turn.say('bot:found.orderMore', { item: first.name, order: { $code: order.number }, count: order.items.length - 1 });
}

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
  turn.sendLetter('atDestinationPost');
  if (pickup === undefined) turn.say('bot:pickup.somewhere');
  else if (pickup.until === undefined) turn.say('bot:pickup.at', { place: pickup.name });
  else turn.say('bot:pickup.atUntil', { place: pickup.name, until: onDay(pickup.until) });
});

const TURNS = {
  tooValuable: { target: '#person.waiting', actions: [goOnFollowing, handOver('value')] },
  damaged: { target: '#person.waiting', actions: [goOnFollowing, handOverCase('other', 'unsure', 'bot:damaged.tell')] },
  wrongAddress: { target: '#person.waiting', actions: [goOnFollowing, handOverCase('in_transit', 'unsure', 'bot:wrongAddress.tell')] },
  missing: { target: '#missing', actions: [] },
  missingEarly: { target: '#missing.early', actions: [] },
  lost: { target: '#resolution', actions: [tellLost] },
  deliveredFresh: { target: '#delivered.fresh', actions: [tellDelivered] },
  delivered: { target: '#delivered', actions: [tellDelivered] },
  documents: { target: '#following', actions: [tellDocuments] },
  duties: { target: '#customs.duties', actions: [tellDuties] },
  inspection: { target: '#following', actions: [tellInspection] },
  prohibited: { target: '#person.waiting', actions: [goOnFollowing, tellProhibited, handOver('prohibited')] },
  unknownReason: { target: '#following', actions: [tellUnknownReason] },
  returning: { target: '#resolution', actions: [tellReturning] },
  returned: { target: '#resolution', actions: [tellReturned] },
  notShipped: { target: '#notShipped', actions: [] },
  leavesLate: { target: '#following', actions: [tellLeavesLate] },
  unknownNumber: { target: '#unknownNumber', actions: [] },
  outToday: { target: '#outToday', actions: [telling('in_transit', 'bot:outToday.tell')] },
  attempt: { target: '#attempt', actions: [telling('in_transit', 'bot:attempt.tell'), tellMayBeDue] },
  pickup: { target: '#pickup', actions: [tellPickup, tellMayBeDue] },
  stalled: { target: '#following', actions: [tellStalled] },
  late: { target: '#late', actions: [] },
  moving: { target: '#moving', actions: [] },
} satisfies Record<Road, { target: string; actions: Act[] }>;

export const route = flow.createStateConfig({
  id: 'route',
  entry: act((turn) => turn.know({ road: roadOf(turn.facts, turn.at) })),
  always: ROADS.map((road) => ({
    guard: ({ context }) => context.road === road,
    target: TURNS[road].target,
    actions: [tellFound, ...TURNS[road].actions],
  })),
});
