/** Pieces of evidence, one after another. Each may be left out with a reason; nothing given is ever lost. */
import type { EvidenceItem } from '../../protocol/case.ts';
import { addPhoto, askEvidence, forgetHints, removePhoto, settleItem, tellLabel } from '../evidence.ts';
import type { FlowContext } from '../context.ts';
import { handOver } from '../handover.ts';
import { listen } from '../hearing.ts';
import { asksMidStep } from '../mid-step.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { saidAnotherRoad } from './second.ts';

/** What is done with the piece that `current` names. */
export function collecting(current: (context: FlowContext) => EvidenceItem | null) {
  const askCurrent = (turn: Turn): void => {
    const item = current(turn.facts);
    if (item !== null) askEvidence(turn, item);
  };
  return {
    ask: act(askCurrent),
    finish: act((turn) => {
      const item = current(turn.facts);
      if (item !== null) settleItem(turn, item, { state: 'done' });
      turn.know({ askedAgain: null });
    }),
    skip: actOn('shopper.cantProvide', (turn, { reason }) => {
      const item = current(turn.facts);
      if (item !== null) settleItem(turn, item, { state: 'cant', reason });
      turn.know({ askedAgain: null });
      turn.say(reason === 'later' ? 'bot:evidence.later' : 'bot:evidence.without');
    }),
    photos: {
      'shopper.addedPhoto': {
        actions: actOn('shopper.addedPhoto', (turn, photo) => {
          addPhoto(turn, photo, current(turn.facts));
          tellLabel(turn, photo);
          askCurrent(turn);
        }),
      },
      'shopper.removedPhoto': {
        actions: actOn('shopper.removedPhoto', (turn, { photoId }) => {
          removePhoto(turn, photoId);
          askCurrent(turn);
        }),
      },
      'shopper.keptPhoto': {
        actions: actOn('shopper.keptPhoto', (turn, { photoId }) => {
          forgetHints(turn, photoId);
          askCurrent(turn);
        }),
      },
    },
  };
}

/** Words beside the photos are kept for whoever looks at them. */
const keepNote = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  turn.say('bot:evidence.noted');
});

export const saidBeside = [
  { guard: 'isUrgent' as const, target: '#person.waiting', actions: handOver('urgent') },
  { guard: 'isDistressedAgain' as const, target: '#person.waiting', actions: handOver('distress') },
  // What is said of damage here is a word about the photos, which people read with them.
  ...saidAnotherRoad,
  asksMidStep,
  { actions: keepNote },
];
