/** One piece of evidence after another. Each may be left out with a reason; nothing given is ever lost. */
import { answers } from '../asks.ts';
import { nextItem } from '../checklist.ts';
import { addPhoto, askEvidence, forgetHints, removePhoto, settleItem, tellLabel } from '../evidence.ts';
import { handOver } from '../handover.ts';
import { listen } from '../hearing.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

const ask = act(askCurrent);

const takePhoto = actOn('shopper.addedPhoto', (turn, photo) => {
  addPhoto(turn, photo, nextItem(turn.facts));
  tellLabel(turn, photo);
  askCurrent(turn);
});

const dropPhoto = actOn('shopper.removedPhoto', (turn, { photoId }) => {
  removePhoto(turn, photoId);
  askCurrent(turn);
});

const usePhoto = actOn('shopper.keptPhoto', (turn, { photoId }) => {
  forgetHints(turn, photoId);
  askCurrent(turn);
});

const finish = act((turn) => {
  const item = nextItem(turn.facts);
  if (item === null) return;
  settleItem(turn, item, { state: 'done' });
  turn.know({ askedAgain: null });
});

const skip = actOn('shopper.cantProvide', (turn, { reason }) => {
  const item = nextItem(turn.facts);
  if (item === null) return;
  settleItem(turn, item, { state: 'cant', reason });
  turn.know({ askedAgain: null });
  turn.say(reason === 'later' ? 'bot:evidence.later' : 'bot:evidence.without');
});

const remind = act((turn) => {
  turn.know({ reminded: true });
  turn.say('bot:evidence.reminder');
});

/** Words beside the photos are kept for whoever looks at them. */
const keepNote = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  turn.say('bot:evidence.noted');
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
        'shopper.addedPhoto': { actions: takePhoto },
        'shopper.removedPhoto': { actions: dropPhoto },
        'shopper.keptPhoto': { actions: usePhoto },
        'shopper.finishedEvidence': { target: 'next', actions: finish },
        'shopper.cantProvide': { target: 'next', actions: skip },
        'shopper.chose': answers({
          whyAll: { actions: act((turn) => turn.say('bot:faq.whyAll')) },
          unsure: { actions: act((turn) => turn.say('bot:evidence.unsure')) },
        }),
        'shopper.said': [
          { guard: 'isUrgent', target: '#person.waiting', actions: handOver('urgent') },
          { guard: 'isDistressedAgain', target: '#person.waiting', actions: handOver('distress') },
          { actions: keepNote },
        ],
      },
    },
  },
});

function askCurrent(turn: Turn): void {
  const item = nextItem(turn.facts);
  if (item !== null) askEvidence(turn, item);
}
