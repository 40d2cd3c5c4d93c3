/** The end of a talk: first what came of it, then one question. A new message opens it again; open promises are still kept. */
import { t } from '../../protocol/words.ts';
import { answers, choices } from '../asks.ts';
import { handOver, personMissed } from '../handover.ts';
import { flow } from '../setup.ts';
import { namesAnother, noteClaim, takeClaim } from './elsewhere.ts';
import { act, actOn } from '../turn.ts';

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

const sayAgain = flow.raise(({ event }) => event);

const reopened = [
  {
    guard: ({ context }: { context: { case: unknown; promise: unknown } }) => context.case !== null || context.promise !== null,
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
  },
});
