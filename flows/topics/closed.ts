/** The end of a talk: first what came of it, then one question. A new message opens it again; open promises are still kept. */
import { t } from '../../protocol/words.ts';
import { answers, choices } from '../asks.ts';
import type { FlowContext } from '../context.ts';
import { agentMissed, handOver, personMissed } from '../handover.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import { namesAnother, noteClaim, takeClaim } from './elsewhere.ts';
import { recordedAfterEnd } from './findings.ts';
import { newsAfterEnd } from './news.ts';
import { closedByPerson } from './solved.ts';

const askRating = act((turn) => {
  turn.ask('rate', {
    kind: 'rate',
    title: t('prompt:rate.title'),
    low: t('prompt:rate.low'),
    high: t('prompt:rate.high'),
    comment: t('prompt:rate.comment'),
    submit: t('prompt:rate.submit'),
    skip: t('choice:skip'),
    notSettled: t('choice:notSettled'),
    choices: choices(['skip', 'notSettled']),
  });
});

const rated = actOn('shopper.rated', (turn, { score, comment }) => {
  turn.recordRating(comment === undefined ? { score } : { score, comment });
  turn.say('bot:rate.thanks');
});

const end = act((turn) => {
  turn.clearPrompt();
  turn.line('line:ended', {}, 'check');
});

/** A person takes it up again: the case with its number, where it stood. */
const openAgain = actOn('agent.reopened', (turn, { agent }) => {
  turn.reopenCase();
  turn.know({ agent, handOff: null, misses: 0, askedAgain: null });
  turn.line('line:reopened', { name: agent.name }, 'person');
});

const sayAgain = flow.raise(({ event }) => event);

const reopened = [
  {
    guard: ({ context }: { context: FlowContext }) => (context.case ?? context.promise ?? context.agentPromise) !== null,
    target: '#following',
    actions: sayAgain,
  },
  { target: '#welcome', actions: sayAgain },
];

export const closed = flow.createStateConfig({
  id: 'closed',
  tags: ['closed'],
  initial: 'rating',
  states: {
    rating: {
      entry: askRating,
      on: {
        'shopper.rated': { target: 'done', actions: rated },
        'shopper.chose': answers({
          skip: { target: 'done' },
          notSettled: { target: '#person.waiting', actions: handOver('unsure') },
        }),
      },
    },
    done: { entry: end },
  },
  on: {
    'shopper.said': reopened,
    'shopper.gaveOrder': reopened,
    'shopper.gaveTracking': reopened,
    'page.gave': { guard: ({ context, event }) => namesAnother({ context, event }), target: '#identify', actions: [noteClaim, takeClaim] },
    'page.startedFlow': { target: '#welcome', actions: sayAgain },
    'person.fellDue': { target: '#person.waiting', actions: personMissed },
    'agentPromise.fellDue': { target: '#person.waiting', actions: agentMissed },
    'agent.recorded': recordedAfterEnd,
    'parcel.found': newsAfterEnd,
    'agent.reopened': { target: '#joined', actions: openAgain },
    // The shopper ended the talk, and the case was still open.
    'agent.closed': [{ guard: 'hasCase', actions: closedByPerson }, {}],
  },
});
