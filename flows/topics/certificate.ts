/** The post office's paper, whenever it comes: weeks later too. With it, and proof of the value, we file with the carrier. */
import { answers } from '../asks.ts';
import { letterCard } from '../cards/document-card.ts';
import { nextPaper } from '../checklist.ts';
import { reopen } from '../evidence.ts';
import { handOver } from '../handover.ts';
import { startInquiry, warnOfProtection } from '../promises.ts';
import { flow } from '../setup.ts';
import { act } from '../turn.ts';
import { collecting, saidBeside } from './collecting.ts';

const { ask, finish, skip, photos } = collecting(nextPaper);

/** Put off or refused before, and here after all. */
const takeUp = act((turn) => {
  if (turn.facts.evidence.certificate?.state === 'cant') reopen(turn, 'certificate');
});

const notYet = act((turn) => turn.say('bot:investigation.notYet'));

const file = act((turn) => {
  turn.know({ log: [...turn.facts.log, { at: turn.at, what: 'filed' }] });
  startInquiry(turn, 'missing', 'carrier', 'carrierAnswer', 'carrier', 'bot:investigation.filed');
  warnOfProtection(turn);
});

export const certificate = flow.createStateConfig({
  id: 'certificate',
  entry: takeUp,
  initial: 'next',
  states: {
    next: {
      always: [
        { guard: ({ context }) => context.evidence.certificate?.state === 'cant', target: '#following' },
        { guard: ({ context }) => nextPaper(context) !== null, target: 'asking' },
        { target: '#following', actions: file },
      ],
    },
    asking: {
      entry: ask,
      on: {
        ...photos,
        'shopper.finishedEvidence': { target: 'next', actions: finish },
        'shopper.cantProvide': [
          {
            guard: ({ context, event }) => nextPaper(context) === 'certificate' && event.reason !== 'later',
            target: '#person.waiting',
            actions: [skip, handOver('unsure', (turn) => turn.say('bot:investigation.cant'))],
          },
          { target: 'next', actions: skip },
        ],
        'shopper.chose': answers({
          notYet: { target: '#following', actions: notYet },
          printLetter: { actions: act((turn) => turn.show(letterCard('postOffice'))) },
          whyPostOffice: { actions: act((turn) => turn.say('bot:faq.whyPostOffice')) },
          whyValue: { actions: act((turn) => turn.say('bot:faq.whyValue')) },
          unsure: { actions: act((turn) => turn.say('bot:evidence.unsure')) },
        }),
        'shopper.said': saidBeside,
      },
    },
  },
});
