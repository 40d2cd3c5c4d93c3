/** A case is open or a look again is booked. There is always a date; the shopper may write, ask and go meanwhile. */
import { answers, asking, quick } from '../asks.ts';
import { isUnderWay, setAside } from '../beside.ts';
import { letterCard } from '../cards/document-card.ts';
import type { FlowContext } from '../context.ts';
import type { ParcelState } from '../../protocol/parcel.ts';
import type { FlowEvent, Intent } from '../events.ts';
import { parcelFlags } from '../deadlines.ts';
import { callPerson, goOnFollowing, handOver, promiseMissed } from '../handover.ts';
import { listen, problemOf } from '../hearing.ts';
import { asksMeanwhile } from '../mid-step.ts';
import { leavesLate } from '../leaving.ts';
import { isReceipt, nextWordAt } from '../owed.ts';
import { answerDue, bookCheck, by, promiseAnswer, showParcel, warnOfProtection } from '../promises.ts';
import { flow } from '../setup.ts';
import { hasNumber, numberOf } from '../steps.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { tellTheyAskMe } from './customs.ts';
import { isOfAnother, isOutdated, keepOther, takeNews } from './news.ts';
import { renewPromise } from './renewing.ts';
import { changedMind, hasBeside, saidAnother, settledOne } from './second.ts';
import { solved } from './solved.ts';
import { choicesWhileFollowing, sameAddress } from './while-following.ts';

const ask = act((turn) => turn.ask('following', quick(choicesWhileFollowing(turn.facts))));

const keepWords = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  const due = nextWordAt(turn.facts);
  if (due === null) turn.say('bot:following.kept');
  else turn.say('bot:following.keptUntil', { by: by(due) });
});

/** Another parcel of the order; what is owed for this one stands. */
const lookAtOther = act((turn) => {
  if (isUnderWay(turn.facts)) setAside(turn);
  turn.know({ problem: 'in_transit', parcel: null, given: { ...turn.facts.given, tracking: null }, checks: sameAddress(turn.facts) });
});

const lookUp = act((turn) => {
  const { parcel } = turn.facts;
  turn.clearPrompt();
  const number = numberOf(turn.facts);
  if (number === null) return;
  turn.lookUpParcel(parcel?.carrier === undefined ? { number } : { number, carrier: parcel.carrier });
});

const listenOnly = actOn('shopper.said', (turn, { understood }) => listen(turn, understood));
const sayLooking = act((turn) => turn.say('bot:following.looking'));

/** Still under way: what was found, and the next look, dated. The answer others owe stays owed. */
const tellStillMoving = act((turn) => {
  showParcel(turn);
  if (isOwed(turn.facts)) return turn.say('bot:following.noChange', { by: by(turn.facts.promise?.dueAt ?? turn.at) });
  turn.settlePromise('kept');
  if (turn.facts.case === null) return turn.say('bot:following.stillMoving', { by: by(bookCheck(turn)) });
  const dueAt = promiseAnswer(turn, 'customsUpdate', 'bot');
  turn.say('bot:following.stillMoving', { by: by(dueAt) });
  warnOfProtection(turn);
});

const keepLook = act((turn) => settleLook(turn));

const tellArrived = act((turn) => {
  showParcel(turn);
  settleLook(turn);
});

const failedOnce = act((turn) => {
  turn.know({ tries: turn.facts.tries + 1 });
  turn.say('bot:failed.again');
});

/** Looked, and got no answer. What is owed by others stands; our own look is late, and a person hears of it. */
const gaveUpLooking = act((turn) => {
  turn.know({ tries: 0 });
  turn.say('bot:failed.tracking');
  if (!isOwed(turn.facts)) turn.settlePromise('late');
  callPerson(turn, 'botError');
});

const askReceived = asking('received.ask', ['haveIt', 'dontHaveIt', 'unsure'], (turn) => {
  turn.settlePromise('kept');
  turn.say(`bot:received.ask.${turn.facts.remedy ?? 'resend'}`);
});

const waitForReceipt = act((turn) => {
  const dueAt = answerDue(turn, 'remedyDone');
  turn.promise('remedyDone', 'bot', dueAt);
  turn.say('bot:received.later', { by: by(dueAt) });
});

const nothingChanges = act((turn) => {
  const due = nextWordAt(turn.facts);
  turn.say('bot:news.chosenStands');
  if (due !== null) turn.say('bot:news.dateStands', { by: by(due) });
});
/** It is here, and another trouble with the order goes on. */
const haveOne = {
  guard: ({ context, event }: { context: FlowContext; event: FlowEvent }) =>
    event.type === 'shopper.chose' && event.choice === 'haveIt' && hasBeside({ context }),
  target: '#following',
  actions: settledOne,
};

export const following = flow.createStateConfig({
  id: 'following',
  initial: 'open',
  states: {
    open: {
      entry: ask,
      always: { guard: ({ context }) => nextWordAt(context) === null, actions: renewPromise },
      on: {
        'shopper.said': [
          { guard: 'isUrgent', target: '#person.waiting', actions: [keepWords, handOver('urgent')] },
          { guard: 'isDistressedAgain', target: '#person.waiting', actions: [keepWords, handOver('distress')] },
          ...saidAnother,
          ...changedMind,
          asksMeanwhile,
          { guard: ({ event }) => event.understood.intent === 'thanks', actions: act((turn) => turn.say('bot:welcome.thanks')) },
          {
            guard: ({ context, event }) => isAboutParcel(event.understood.intent) && hasNumber(context),
            target: 'checking',
            actions: [listenOnly, sayLooking],
          },
          { actions: keepWords },
        ],
        'shopper.chose': answers({
          whereNow: { target: 'checking', actions: sayLooking },
          whyAll: { actions: act((turn) => turn.say('bot:faq.whyAll')) },
          whyPostOffice: { actions: act((turn) => turn.say('bot:faq.whyPostOffice')) },
          canFaster: { actions: act((turn) => turn.say('bot:faq.canFaster')) },
          theyAskMe: { actions: tellTheyAskMe },
          printLetter: { actions: act((turn) => turn.show(letterCard('postOffice'))) },
          havePaper: { target: '#certificate' },
          otherParcel: { target: '#which', actions: lookAtOther },
        }),
      },
    },
    checking: {
      id: 'checking',
      entry: lookUp,
      always: { guard: ({ context }) => !hasNumber(context), target: '#person.waiting', actions: promiseMissed },
      on: {
        'parcel.found': [
          { guard: isOfAnother, actions: keepOther },
          { guard: isOutdated, target: 'open', actions: [takeNews, tellStillMoving] },
          { guard: ({ context, event }) => wantsAnswer(context, event.parcel.state), target: 'arrived', actions: [takeNews, tellArrived] },
          {
            guard: ({ context, event }) => RETOLD.includes(event.parcel.state) && event.parcel.state !== context.parcel?.state,
            target: '#route',
            actions: [takeNews, keepLook],
          },
          {
            guard: ({ context, event }) =>
              context.case === null &&
              (parcelFlags(event.parcel, context.order, context.policy, event.at).stalled ||
                leavesLate({ ...context, parcel: event.parcel }, event.at)),
            target: '#route',
            actions: [takeNews, keepLook],
          },
          { target: 'open', actions: [takeNews, tellStillMoving] },
        ],
        'parcel.notFound': { target: '#person.waiting', actions: gaveUpLooking },
        'effect.failed': [
          { guard: 'failedBefore', target: '#person.waiting', actions: gaveUpLooking },
          { target: 'checking', reenter: true, actions: failedOnce },
        ],
        'shopper.said': { actions: keepWords },
      },
    },
    arrived: {
      id: 'arrived',
      entry: asking('arrived.ask', ['haveIt', 'dontHaveIt', 'notAll', 'unsure']),
      on: {
        'shopper.chose': [
          haveOne,
          ...answers({
            haveIt: { target: '#closed.rating', actions: solved },
            dontHaveIt: { target: '#delivered' },
            unsure: { target: '#delivered' },
            notAll: { target: '#missing' },
          }),
        ],
      },
    },
    /** The first parcel is delivered while what was chosen for it is under way. Money on its way is for a person to stop or to leave. */
    cameAfterAll: {
      id: 'cameAfterAll',
      entry: asking('afterAll.ask', ['haveIt', 'dontHaveIt', 'unsure']),
      on: {
        'shopper.chose': answers({
          haveIt: {
            target: '#person.waiting',
            actions: [goOnFollowing, handOver('unsure', (turn) => turn.say(`bot:afterAll.haveIt.${turn.facts.remedy ?? 'resend'}`))],
          },
          dontHaveIt: { target: 'open', actions: nothingChanges },
          unsure: { target: 'open', actions: nothingChanges },
        }),
      },
    },
    /** What was chosen should have come by now. */
    received: {
      id: 'received',
      entry: askReceived,
      on: {
        'shopper.chose': [
          haveOne,
          ...answers({
            haveIt: { target: '#closed.rating', actions: solved },
            dontHaveIt: { target: '#person.waiting', actions: handOver('unsure', (turn) => turn.say('bot:received.not')) },
            unsure: { target: 'open', actions: waitForReceipt },
          }),
        ],
      },
    },
  },
});

/** News that needs telling anew, with its own next step. */
const RETOLD: readonly ParcelState[] = ['lost', 'customs_held', 'returning', 'returned', 'available_for_pickup', 'attempt_failed'];

/** Delivered now, or still called delivered when the time for a fresh scan is over: only the shopper can say. */
function wantsAnswer({ parcel, problem, promise, remedy }: FlowContext, state: ParcelState): boolean {
  if (state !== 'delivered' || problem === 'missing' || remedy !== null) return false;
  return parcel?.state !== 'delivered' || promise?.kind === 'deliveryCheck';
}

/** Something else than a look at the tracking is owed. */
function isOwed(context: FlowContext): boolean {
  return context.promise !== null && (context.promise.owner !== 'bot' || isReceipt(context));
}

function settleLook(turn: Turn): void {
  if (!isOwed(turn.facts)) turn.settlePromise('kept');
}

/** Anything about where it is, is answered by looking. */
function isAboutParcel(intent: Intent): boolean {
  const problem = problemOf(intent);
  return problem !== null && problem !== 'missing' && problem !== 'other';
}
