/** The whole talk: topics, people, the end; and what is accepted everywhere. */
import { afresh, beginning } from './context.ts';
import { addPhoto, forgetHints, removePhoto } from './evidence.ts';
import { agentMissed, handOver, personMissed, promiseMissed } from './handover.ts';
import { listen } from './hearing.ts';
import { asksMidStep } from './mid-step.ts';
import { nextWordAt } from './owed.ts';
import { by } from './promises.ts';
import { answers } from './asks.ts';
import { flow } from './setup.ts';
import { STEPS } from './steps.ts';
import { closed } from './topics/closed.ts';
import { customs } from './topics/customs.ts';
import { delivered } from './topics/delivered.ts';
import { elsewhere, namesAnother, noteClaim } from './topics/elsewhere.ts';
import { recorded } from './topics/findings.ts';
import { following } from './topics/following.ts';
import { identify, takeFromPage } from './topics/identify.ts';
import { investigation } from './topics/investigation.ts';
import { missing } from './topics/missing.ts';
import { onTheWay } from './topics/in-transit.ts';
import { askAgain, joined, person } from './topics/person.ts';
import { news } from './topics/news.ts';
import { extended, remind, tellProtection } from './topics/protection.ts';
import { prove } from './topics/prove.ts';
import { resolution } from './topics/resolution.ts';
import { route } from './topics/route.ts';
import { besideFellDue, changedMind, changeRemedy, hasBeside, saidAnother, settledOne } from './topics/second.ts';
import { settledByHand } from './topics/settled-promise.ts';
import { closedByPerson, solved } from './topics/solved.ts';
import { again } from './topics/again.ts';
import { welcome } from './topics/welcome.ts';
import { act, actOn } from './turn.ts';

/** A case and what is owed for it outlive a fresh start. */
const startOver = act((turn) => {
  turn.know(afresh(turn.facts));
  turn.say(turn.facts.case === null ? 'bot:startOver' : 'bot:startOverCase');
});

const saidMore = actOn('shopper.said', (turn, { understood }) => listen(turn, understood));

const offerPerson = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  turn.say('bot:distress');
});

const misunderstood = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  turn.know({ misses: turn.facts.misses + 1 });
  turn.say('bot:missed');
});

const noteWish = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  turn.say(`bot:wish.${turn.facts.heard.wish ?? 'refund'}`);
});

const tellEnd = act((turn) => {
  turn.know({ agent: null });
  const due = nextWordAt(turn.facts);
  if (due !== null) turn.say('bot:end.promised', { by: by(due) });
});

/** Where the bot is from now on is where it is left. */
const forgetBookmark = act((turn) => {
  if (turn.facts.bookmark !== null) turn.know({ bookmark: null });
});

const keepPhoto = actOn('shopper.addedPhoto', (turn, photo) => addPhoto(turn, photo, null));
const usePhoto = actOn('shopper.keptPhoto', (turn, { photoId }) => forgetHints(turn, photoId));
const dropPhoto = actOn('shopper.removedPhoto', (turn, { photoId }) => removePhoto(turn, photoId));
const keepOrder = actOn('order.found', (turn, { order }) => turn.know({ order }));
const keepPage = actOn('page.gave', takeFromPage);

export const support = flow.createMachine({
  id: 'support',
  context: ({ input }) => beginning(input),
  initial: 'talk',
  states: {
    talk: {
      tags: ['bot'],
      initial: 'welcome',
      exit: forgetBookmark,
      states: {
        welcome,
        identify,
        route,
        prove,
        delivered,
        onTheWay,
        customs,
        missing,
        investigation,
        resolution,
        following,
        again,
        back: { id: 'back', type: 'history', history: 'deep', target: 'welcome' },
        /** The bot has the floor again: where it was, or where its place was moved to meanwhile. */
        resumed: {
          id: 'resumed',
          always: [
            ...STEPS.map(({ id, target }) => ({ guard: { type: 'isMarked' as const, params: { step: id } }, target })),
            { target: '#back' },
          ],
        },
      },
      on: {
        'shopper.said': [
          { guard: 'isUrgent', target: '#person.waiting', actions: [saidMore, handOver('urgent')] },
          { guard: 'isDistressedAgain', target: '#person.waiting', actions: [saidMore, handOver('distress')] },
          ...saidAnother,
          ...changedMind,
          asksMidStep,
          { guard: 'isDistressed', actions: offerPerson },
          { guard: ({ event }) => event.understood.intent === 'thanks', actions: act((turn) => turn.say('bot:welcome.thanks')) },
          {
            guard: ({ event: { understood: u } }) => u.wish !== null || u.intent === 'wants_refund' || u.intent === 'wants_resend',
            actions: noteWish,
          },
          { guard: 'missedBefore', target: '#person.offered', actions: saidMore },
          { actions: misunderstood },
        ],
        'shopper.chose': [
          ...changeRemedy,
          {
            guard: ({ context, event }) => event.choice === 'turnedUp' && hasBeside({ context }),
            target: '#following',
            actions: settledOne,
          },
          ...answers({
            talk: { target: '#person.waiting', actions: handOver('asked') },
            howDispute: { actions: tellProtection },
            turnedUp: { target: '#closed.rating', actions: solved },
            done: { target: '#closed.rating', actions: tellEnd },
          }),
        ],
        'page.gave': [
          { guard: ({ context, event }) => namesAnother({ context, event }), target: '#elsewhere', actions: noteClaim },
          { actions: keepPage },
        ],
        'shopper.gaveOrder': {
          target: '#identify.ask',
          actions: flow.raise(({ event }) => event),
          guard: ({ context }) => context.case === null,
        },
        'shopper.gaveTracking': {
          target: '#identify.ask',
          actions: flow.raise(({ event }) => event),
          guard: ({ context }) => context.case === null,
        },
      },
    },
    elsewhere,
    person,
    closed,
  },
  on: {
    'shopper.wantsPerson': { target: '#person.waiting', actions: handOver('asked') },
    'shopper.startedOver': { target: '#welcome', actions: startOver, reenter: true },
    'shopper.ended': [
      { guard: ({ context }) => context.parcel === null && context.case === null, target: '#closed.done', actions: tellEnd },
      { target: '#closed.rating', actions: tellEnd },
    ],
    'shopper.addedPhoto': { actions: keepPhoto },
    'shopper.removedPhoto': { actions: dropPhoto },
    'shopper.keptPhoto': { actions: usePhoto },
    'agent.took': { target: '#joined', actions: joined },
    'agent.said': { actions: act((turn) => turn.settlePerson('kept')) },
    'agent.askedAgain': { target: '#again', actions: askAgain },
    'agent.recorded': recorded,
    'agent.settledPromise': settledByHand,
    'agent.extendedProtection': { guard: 'isExtension', actions: extended },
    'agent.closed': { target: '#closed.rating', actions: closedByPerson },
    'order.found': { actions: keepOrder },
    'order.notFound': {},
    'parcel.found': news,
    'parcel.notFound': {},
    // A look-up that nobody waits for any more: the next one asks anew.
    'effect.failed': {},
    'page.gave': [{ guard: ({ context, event }) => namesAnother({ context, event }) }, { actions: keepPage }],
    'page.startedFlow': {},
    'promise.fellDue': [
      { guard: ({ context }) => context.promise === null },
      { guard: 'isReceipt', target: '#received' },
      { guard: ({ context }) => context.promise?.owner === 'bot', target: '#checking' },
      { target: '#person.waiting', actions: promiseMissed },
    ],
    'protection.nears': { actions: remind },
    'beside.fellDue': besideFellDue,
    'person.fellDue': { actions: personMissed },
    'agentPromise.fellDue': [
      { guard: ({ context }) => context.agentPromise === null },
      { target: '#person.waiting', actions: agentMissed },
    ],
  },
});
