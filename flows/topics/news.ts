/** News of parcels that nobody waited for. It is taken in wherever the talk is; what the shopper must hear comes first. */
import { customsReason, exceptionReason, parcelCard } from '../cards/parcel-card.ts';
import type { FlowContext } from '../context.ts';
import { parcelFlags } from '../deadlines.ts';
import type { FlowEvent } from '../events.ts';
import { isReceipt } from '../owed.ts';
import { isAboutItems, isOfParcel, isOlder, movesAgain, newsOf } from '../parcel-news.ts';
import type { News } from '../parcel-news.ts';
import { keepSeen } from '../parcels.ts';
import { bookCheck, by, caseWords, protectionOf, showParcel } from '../promises.ts';
import type { StepId } from '../step-ids.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import { actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** Kept, unless what is known is newer. */
export const takeNews = actOn('parcel.found', (turn, { parcel }) => take(turn, parcel));

/** The other parcels of the order, and that of a case the talk has left. */
export const keepOther = actOn('parcel.found', (turn, { parcel }) => {
  const { order, case: opened, parcels } = turn.facts;
  const isOurs = opened?.parcel === parcel.number || (order?.parcels.some(({ number }) => number === parcel.number) ?? false);
  if (isOurs) turn.know({ parcels: { ...parcels, [parcel.number]: parcel } });
});

/** The talk is about something else by now: said with the case it belongs to, and nothing is asked. */
export const tellAside = actOn('parcel.found', (turn, { parcel }) => {
  const { order, policy, parcels } = turn.facts;
  turn.know({ parcels: { ...parcels, [parcel.number]: parcel } });
  turn.say('bot:news.about', { number: caseWords(turn), state: stateWords(parcel) });
  turn.show(parcelCard(parcel, parcelFlags(parcel, order, policy, turn.at), protectionOf(turn), policy, turn.at));
});

/** In the middle of something that must be finished first. */
export const tellInPassing = actOn('parcel.found', (turn, { parcel }) => {
  take(turn, parcel);
  turn.say('bot:news.state', { state: stateWords(parcel) });
  showParcel(turn);
});

/** Delivered: what was asked of others is answered by it, and the bot looks after the answer of the shopper. */
const askWhetherItCame = actOn('parcel.found', (turn, { parcel }) => {
  const isOwed = turn.facts.promise !== null;
  take(turn, parcel);
  turn.know({ remedyUntil: null });
  showParcel(turn);
  settleAnswered(turn);
  if (isOwed && turn.facts.promise === null) bookCheck(turn);
});

const tellItCameAfterAll = actOn('parcel.found', (turn, { parcel }) => {
  take(turn, parcel);
  showParcel(turn);
});

/** The road tells it, and what follows; until that is answered, a look is booked where something was owed. */
const turnToRoad = actOn('parcel.found', (turn, { parcel }) => {
  const isOwed = turn.facts.promise !== null;
  take(turn, parcel);
  settleAnswered(turn);
  if (isOwed && turn.facts.promise === null && !CHOSEN_NEXT.includes(parcel.state)) bookCheck(turn);
});

const tell = actOn('parcel.found', (turn, { parcel }) => {
  const was = turn.facts.parcel;
  const isGoingOn = was !== null && goesOn(turn, was, parcel);
  take(turn, parcel);
  turn.say(...headline(turn, was, parcel));
  showParcel(turn);
  sayWhatFollows(turn, isGoingOn);
});

/** Somebody has the floor: a line, and the bot goes on at what follows when it is given back. */
const note = actOn('parcel.found', (turn, { parcel }) => {
  take(turn, parcel);
  turn.line('line:news', { state: stateWords(parcel) }, 'truck');
  turn.know({ bookmark: placeAfter(turn, parcel) });
});

const noteAside = actOn('parcel.found', (turn, { parcel }) => {
  turn.know({ parcels: { ...turn.facts.parcels, [parcel.number]: parcel } });
  turn.line('line:news', { state: stateWords(parcel) }, 'truck');
});

type Given = { context: FlowContext; event: FlowEvent };

const is =
  (...kinds: News[]) =>
  ({ context, event }: Given) =>
    event.type === 'parcel.found' && kinds.includes(newsOf(context, event.parcel, event.at));

const KEPT = [{ guard: is('old') }, { guard: is('another'), actions: keepOther }, { guard: is('quiet'), actions: takeNews }];
const TURNS = [
  { guard: is('arrived'), target: '#arrived', actions: askWhetherItCame },
  { guard: is('cameAfterAll'), target: '#cameAfterAll', actions: tellItCameAfterAll },
  { guard: is('routed'), target: '#route', actions: turnToRoad },
];

/** Wherever the bot may speak. */
export const news = [...KEPT, { guard: is('aside'), actions: tellAside }, ...TURNS, { actions: tell }];

/** Something under way is finished first, and then the talk goes on at what follows. */
export const newsInPassing = [...KEPT, { guard: is('aside'), actions: tellAside }, { actions: tellInPassing }];

export const newsForAgent = [...KEPT, { guard: is('aside'), actions: noteAside }, { actions: note }];

/** After the end of a talk: only what is still owed opens it again. */
export const newsAfterEnd = [
  ...KEPT,
  { guard: is('aside'), actions: tellAside },
  { guard: ({ context }: Given) => context.case === null && context.promise === null, actions: takeNews },
  ...TURNS,
  { target: '#following', actions: tell },
];

/** In a state that waits for the result of a look-up: news of another parcel is not that result. */
export function isOfAnother({ context, event }: { context: FlowContext; event: { parcel: Parcel; news?: true } }): boolean {
  const wanted = context.parcel?.number ?? context.given.tracking;
  return event.news === true && event.parcel.number !== wanted;
}

/** The result that was waited for is older than what is known. */
export function isOutdated({ context, event }: { context: FlowContext; event: { parcel: Parcel } }): boolean {
  return context.parcel?.number === event.parcel.number && isOlder(context.parcel, event.parcel);
}

/** Said to have come while something else was finished, and nobody has asked yet. */
export function awaitsReceipt({ parcel, case: opened, remedy, ...context }: FlowContext): boolean {
  const isAsked = opened?.problem === 'delivered' || context.problem === 'delivered';
  return (
    parcel?.state === 'delivered' &&
    opened !== null &&
    remedy === null &&
    !isAsked &&
    !isAboutItems({ ...context, parcel, case: opened, remedy })
  );
}

/** The shopper chooses next, and the choice has an end of its own. */
const CHOSEN_NEXT: readonly Parcel['state'][] = ['lost', 'returning', 'returned'];

function take(turn: Turn, parcel: Parcel): void {
  const { parcel: known } = turn.facts;
  if (known?.number === parcel.number && isOlder(known, parcel)) return turn.know({ tries: 0 });
  turn.know({ parcel, tries: 0 });
  keepSeen(turn, parcel);
}

/** What others were asked about where it is, the parcel has answered by itself. */
function settleAnswered(turn: Turn): void {
  const { promise } = turn.facts;
  if (promise !== null && !isReceipt(turn.facts) && (promise.owner === 'bot' || isOfParcel(promise.kind))) turn.settlePromise('kept');
}

function goesOn(turn: Turn, was: Parcel, parcel: Parcel): boolean {
  if (parcel.state !== 'in_transit' && parcel.state !== 'out_for_delivery') return false;
  return was.state !== parcel.state || movesAgain(turn.facts, was, parcel, turn.at);
}

function headline(turn: Turn, was: Parcel | null, parcel: Parcel): [string, Record<string, Words>?] {
  if (was !== null && goesOn(turn, was, parcel)) {
    if (was.state === 'customs_held') return ['bot:news.released'];
    if (NOT_LEFT.includes(was.state)) return ['bot:news.left'];
    if (parcel.state === 'in_transit') return ['bot:news.movesAgain'];
  }
  if (parcel.state === 'out_for_delivery') return ['bot:outToday.tell'];
  return ['bot:news.state', { state: stateWords(parcel) }];
}

function sayWhatFollows(turn: Turn, isGoingOn: boolean): void {
  const { case: opened, remedy } = turn.facts;
  if (remedy !== null) return turn.say('bot:news.chosenStands');
  if (opened?.stage === 'choice') return turn.say('bot:news.choiceStands');
  if (isGoingOn) {
    settleAnswered(turn);
    if (opened !== null) turn.moveCase('underWay');
  }
  const { promise } = turn.facts;
  if (promise !== null && promise.owner !== 'bot') return turn.say('bot:news.dateStands', { by: by(promise.dueAt) });
  turn.say('bot:news.lookAgain', { by: by(promise?.dueAt ?? bookCheck(turn)) });
}

const NOT_LEFT: readonly Parcel['state'][] = ['not_shipped', 'info_received', 'not_found'];

function stateWords(parcel: Parcel): Words {
  if (parcel.state === 'customs_held') return t(`parcel:customs.${customsReason(parcel)}`);
  if (parcel.state === 'exception') return t(`parcel:exception.${exceptionReason(parcel)}`);
  return t(`parcel:state.${parcel.state}`);
}

function placeAfter({ facts }: Turn, parcel: Parcel): StepId {
  if (facts.remedy !== null || facts.case?.stage === 'choice') return facts.bookmark ?? 'following';
  switch (parcel.state) {
    case 'delivered':
      return 'checks';
    case 'lost':
    case 'returning':
    case 'returned':
      return facts.order === null ? 'following' : 'remedies';
    case 'customs_held':
      return customsReason(parcel) === 'duties' ? 'customs' : 'following';
    case 'available_for_pickup':
    case 'attempt_failed':
      return 'moving';
    default:
      return 'following';
  }
}
