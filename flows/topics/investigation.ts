/**
 * The second stage of a missing item: it was complete when it left, so the carrier must look. A paper from the post
 * office carries our claim on the carrier; it is no condition for what the shop owes the shopper, and we say so.
 */
import { answers, asking } from '../asks.ts';
import { letterCard } from '../cards/document-card.ts';
import { handOver } from '../handover.ts';
import { by, promiseAnswer, startInquiry, warnOfProtection } from '../promises.ts';
import { flow } from '../setup.ts';
import { act } from '../turn.ts';
import { certificate } from './certificate.ts';

const ask = asking('investigation.ask', ['willGo', 'havePaper', 'cantGo', 'whyPostOffice', 'whyNotYou', 'canFaster', 'unsure'], (turn) => {
  turn.say('bot:investigation.ask');
  if (!turn.facts.policy.shopperChoseCarrier) turn.say('bot:investigation.rights');
  turn.show(letterCard('postOffice'));
  // Whoever doesn't answer isn't left without a date either.
  if (turn.facts.promise === null) turn.say('bot:investigation.by', { by: by(promiseAnswer(turn, 'carrierAnswer', 'store')) });
});

const goMeanwhile = act((turn) => {
  startInquiry(turn, 'missing', 'carrier', 'carrierAnswer', 'store', 'bot:investigation.case');
  warnOfProtection(turn);
});

export const investigation = flow.createStateConfig({
  id: 'investigation',
  initial: 'asking',
  states: {
    asking: {
      entry: ask,
      on: {
        'shopper.chose': answers({
          willGo: { target: '#following', actions: goMeanwhile },
          unsure: { target: '#following', actions: goMeanwhile },
          havePaper: { target: 'certificate' },
          cantGo: { target: '#person.waiting', actions: handOver('unsure', (turn) => turn.say('bot:investigation.cant')) },
          whyPostOffice: { actions: act((turn) => turn.say('bot:faq.whyPostOffice')) },
          whyNotYou: { actions: act((turn) => turn.say('bot:faq.whyNotYou')) },
          canFaster: { actions: act((turn) => turn.say('bot:faq.canFaster')) },
        }),
      },
    },
    certificate,
  },
});
