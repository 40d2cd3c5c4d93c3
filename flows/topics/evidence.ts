/** The photos of what came, of its box and its label. */
import { answers } from '../asks.ts';
import { nextItem } from '../checklist.ts';
import { flow } from '../setup.ts';
import { act } from '../turn.ts';
import { collecting, saidBeside } from './collecting.ts';

const { ask, finish, skip, photos } = collecting(nextItem);

const remind = act((turn) => {
  turn.know({ reminded: true });
  turn.say('bot:evidence.reminder');
});

export const evidence = flow.createStateConfig({
  id: 'evidence',
  initial: 'next',
  states: {
    next: {
      always: [{ guard: ({ context }) => nextItem(context) !== null, target: 'asking' }, { target: '#evidenceDone' }],
    },
    asking: {
      entry: ask,
      after: { evidenceReminder: { guard: ({ context }) => !context.reminded, actions: remind } },
      on: {
        ...photos,
        'shopper.finishedEvidence': { target: 'next', actions: finish },
        'shopper.cantProvide': { target: 'next', actions: skip },
        'shopper.chose': answers({
          whyAll: { actions: act((turn) => turn.say('bot:faq.whyAll')) },
          unsure: { actions: act((turn) => turn.say('bot:evidence.unsure')) },
        }),
        'shopper.said': saidBeside,
      },
    },
  },
});
