/** A person asks for one piece of evidence again while the bot has the floor: the bot says why, and goes on where it was. */
import { t } from '../../protocol/words.ts';
import { addPhoto, askEvidence, forgetHints, removePhoto, settleItem, tellLabel } from '../evidence.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { awaitsReceipt, newsInPassing } from './news.ts';

const ask = act((turn) => {
  const piece = turn.facts.askedAgain;
  if (piece === null) return;
  turn.say('bot:again', { piece: t(`prompt:evidence.${piece.item}.title`), reason: piece.reason });
  askPiece(turn);
});

const takePhoto = actOn('shopper.addedPhoto', (turn, photo) => {
  addPhoto(turn, photo, turn.facts.askedAgain?.item ?? null);
  tellLabel(turn, photo);
  askPiece(turn);
});

const dropPhoto = actOn('shopper.removedPhoto', (turn, { photoId }) => {
  removePhoto(turn, photoId);
  askPiece(turn);
});

const usePhoto = actOn('shopper.keptPhoto', (turn, { photoId }) => {
  forgetHints(turn, photoId);
  askPiece(turn);
});

const done = act((turn) => {
  const item = turn.facts.askedAgain?.item;
  if (item !== undefined) settleItem(turn, item, { state: 'done' });
  turn.know({ askedAgain: null });
  turn.say('bot:againThanks');
});

const cant = actOn('shopper.cantProvide', (turn, { reason }) => {
  const item = turn.facts.askedAgain?.item;
  if (item !== undefined) settleItem(turn, item, { state: 'cant', reason });
  turn.know({ askedAgain: null });
  turn.say('bot:evidence.without');
});

export const again = flow.createStateConfig({
  id: 'again',
  initial: 'asking',
  states: {
    asking: {
      entry: ask,
      always: { guard: ({ context }) => context.askedAgain === null, target: 'goOn' },
      on: {
        'shopper.addedPhoto': { actions: takePhoto },
        'shopper.removedPhoto': { actions: dropPhoto },
        'shopper.keptPhoto': { actions: usePhoto },
        'parcel.found': newsInPassing,
        'shopper.finishedEvidence': { target: 'goOn', actions: done },
        'shopper.cantProvide': { target: 'goOn', actions: cant },
      },
    },
    /** Still collecting: the list goes on. Else the case does. */
    goOn: {
      always: [
        { guard: ({ context }) => context.case?.stage === 'photos', target: '#evidence' },
        { guard: ({ context }) => awaitsReceipt(context), target: '#arrived' },
        { target: '#following' },
      ],
    },
  },
});

function askPiece(turn: Turn): void {
  const item = turn.facts.askedAgain?.item;
  if (item !== undefined) askEvidence(turn, item);
}
