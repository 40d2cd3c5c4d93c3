/** A tracking number shows where a parcel is; what was in it, for whom and for how much needs the order's own e-mail or postcode. */
import { t } from '../../protocol/words.ts';
import { answers, choices } from '../asks.ts';
import { handOver } from '../handover.ts';
import { listen } from '../hearing.ts';
import { asksMidStep } from '../mid-step.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';

const askContact = act((turn) => {
  turn.say('bot:prove.ask');
  turn.ask('prove', { kind: 'text', placeholder: t('prompt:contact'), choices: choices(['noContact', 'talk']) });
});

const takeContact = actOn('shopper.said', (turn, { understood }) => listen(turn, understood));

const lookUp = act((turn) => {
  const { order, tracking, contact } = turn.facts.given;
  turn.clearPrompt();
  if (contact === null) return;
  if (tracking !== null) turn.lookUpOrder({ tracking, contact });
  else if (order !== null) turn.lookUpOrder({ number: order, contact });
});

const proven = actOn('order.found', (turn, { order }) => {
  turn.know({ order, tries: 0 });
  turn.say('bot:prove.thanks');
});

const notProven = act((turn) => {
  turn.know({ tries: turn.facts.tries + 1, given: { ...turn.facts.given, contact: null } });
  turn.say('bot:prove.noMatch');
});

const failedOnce = act((turn) => {
  turn.know({ tries: turn.facts.tries + 1 });
  turn.say('bot:failed.again');
});

const unclear = act((turn) => {
  turn.know({ misses: turn.facts.misses + 1 });
  turn.say('bot:prove.unclear');
});

export const prove = flow.createStateConfig({
  id: 'prove',
  initial: 'ask',
  states: {
    ask: {
      entry: askContact,
      on: {
        'shopper.said': [
          { guard: 'isUrgent', target: '#person.waiting', actions: [takeContact, handOver('urgent')] },
          { guard: ({ event }) => event.understood.contact !== null, target: 'looking', actions: takeContact },
          asksMidStep,
          { guard: 'missedBefore', target: '#person.offered', actions: takeContact },
          { actions: unclear },
        ],
        'shopper.chose': answers({ noContact: { target: '#person.waiting', actions: handOver('noOrder') } }),
      },
    },
    looking: {
      entry: lookUp,
      on: {
        'order.found': [
          { guard: ({ context }) => context.provingFor === 'address', target: '#delivered.address', actions: proven },
          { guard: ({ context }) => context.provingFor === 'missing', target: '#missing', actions: proven },
          { target: '#resolution', actions: proven },
        ],
        'order.notFound': [
          { guard: 'failedBefore', target: '#person.waiting', actions: [notProven, handOver('noOrder')] },
          { target: 'ask', actions: notProven },
        ],
        'effect.failed': [
          { guard: 'failedBefore', target: '#person.waiting', actions: handOver('botError') },
          { target: 'looking', reenter: true, actions: failedOnce },
        ],
        'shopper.said': { actions: takeContact },
      },
    },
  },
});
