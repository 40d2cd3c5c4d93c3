/** People. On offer, waited for, and here. While somebody is here the bot says nothing. */
import { answers, asking, quick } from '../asks.ts';
import { addPhoto, askEvidence, removePhoto, reopen, settleItem } from '../evidence.ts';
import { callPerson, handOver, personMissed, personMissedQuietly, promiseMissed, promiseMissedQuietly } from '../handover.ts';
import { listen } from '../hearing.ts';
import { by } from '../promises.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

const askMeanwhile = act((turn) => turn.ask('person.waiting', quick(['keepGoing', 'justWait'])));

const stillComing = act((turn) => {
  const due = turn.facts.personBy;
  if (due === null) callPerson(turn, turn.facts.handOff ?? 'asked');
  else turn.say('bot:person.still', { by: by(due) });
});

const keepWords = actOn('shopper.said', (turn, { understood }) => listen(turn, understood));
const clearPrompt = act((turn) => turn.clearPrompt());

export const joined = actOn('agent.took', (turn, { agent }) => {
  if (turn.facts.agent?.id !== agent.id) turn.line('line:joined', { name: agent.name }, 'person');
  turn.know({ agent, handOff: null, misses: 0, askedAgain: null });
});

/** Asked for again by the person who has the floor: the piece is shown, the bot stays silent. */
export const askAgain = actOn('agent.askedAgain', (turn, { item, reason }) => {
  reopen(turn, item);
  turn.know({ askedAgain: { item, reason } });
});

const askCurrent = act(askPiece);
const takePhoto = actOn('shopper.addedPhoto', (turn, { item, slot, photoId }) => {
  addPhoto(turn, item, slot, photoId, turn.facts.askedAgain?.item ?? null);
  askPiece(turn);
});
const dropPhoto = actOn('shopper.removedPhoto', (turn, { photoId }) => {
  removePhoto(turn, photoId);
  askPiece(turn);
});
const pieceDone = act((turn) => {
  const item = turn.facts.askedAgain?.item;
  if (item !== undefined) settleItem(turn, item, { state: 'done' });
  turn.line('line:photosGiven', {}, 'camera');
  turn.know({ askedAgain: null });
});
const pieceCant = actOn('shopper.cantProvide', (turn, { reason }) => {
  const item = turn.facts.askedAgain?.item;
  if (item !== undefined) settleItem(turn, item, { state: 'cant', reason });
  turn.line(`line:photosCant.${reason}`, {}, 'camera');
  turn.know({ askedAgain: null });
});

const answered = actOn('agent.said', (turn) => turn.settlePerson('kept'));

export const person = flow.createStateConfig({
  id: 'person',
  initial: 'waiting',
  states: {
    /** Twice not understood: nobody should have to try a third time. */
    offered: {
      tags: ['bot'],
      entry: asking('person.offer', ['talk', 'tryAgain', 'unsure']),
      on: {
        'shopper.chose': answers({
          talk: { target: 'waiting', actions: handOver('misunderstood') },
          unsure: { target: 'waiting', actions: handOver('misunderstood') },
          tryAgain: { target: '#back', actions: act((turn) => turn.know({ misses: 0 })) },
        }),
        'shopper.said': { target: 'waiting', actions: [keepWords, handOver('misunderstood')] },
      },
    },
    waiting: {
      tags: ['waiting'],
      entry: askMeanwhile,
      on: {
        'shopper.said': [
          {
            guard: ({ context, event }) => event.understood.urgent && context.handOff !== 'urgent',
            actions: [keepWords, handOver('urgent')],
          },
          { actions: keepWords },
        ],
        'shopper.chose': answers({
          keepGoing: { target: '#back' },
          justWait: { actions: stillComing },
        }),
        'shopper.wantsPerson': { actions: stillComing },
        'promise.fellDue': { actions: promiseMissed },
      },
    },
    joined: {
      id: 'joined',
      tags: ['agent'],
      initial: 'talking',
      states: {
        talking: { entry: clearPrompt },
        photo: {
          entry: askCurrent,
          on: {
            'shopper.addedPhoto': { actions: takePhoto },
            'shopper.removedPhoto': { actions: dropPhoto },
            'shopper.finishedEvidence': { target: 'talking', actions: pieceDone },
            'shopper.cantProvide': { target: 'talking', actions: pieceCant },
          },
        },
      },
      on: {
        'agent.took': { actions: joined },
        'agent.said': { actions: answered },
        'agent.askedAgain': { target: '.photo', actions: askAgain, reenter: true },
        'shopper.said': { actions: keepWords },
        'shopper.wantsPerson': {},
        'shopper.startedOver': { actions: act((turn) => turn.line('line:wantsStartOver')) },
        'promise.fellDue': { actions: promiseMissedQuietly },
        'person.fellDue': { actions: personMissedQuietly },
      },
    },
  },
  on: { 'person.fellDue': { actions: personMissed } },
});

function askPiece(turn: Turn): void {
  const item = turn.facts.askedAgain?.item;
  if (item !== undefined) askEvidence(turn, item);
}
