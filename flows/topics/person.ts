/** People. On offer, waited for, and here. While somebody is here the bot says nothing. */
import { answers, asking, quick } from '../asks.ts';
import { besideWith } from '../beside.ts';
import { addPhoto, askEvidence, forgetHints, removePhoto, reopen, settleItem } from '../evidence.ts';
import {
  agentMissed,
  agentMissedQuietly,
  backInLine,
  callPerson,
  handOver,
  leftToCollect,
  personMissed,
  personMissedQuietly,
  promiseMissed,
  promiseMissedQuietly,
} from '../handover.ts';
import { listen } from '../hearing.ts';
import { by } from '../promises.ts';
import { noteFinding } from './findings.ts';
import { givenBack } from './given-back.ts';
import { newsForAgent } from './news.ts';
import { extendedQuietly, remindQuietly } from './protection.ts';
import { settleRemedy } from './resolution.ts';
import { flow } from '../setup.ts';
import { STEPS } from '../steps.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

const askMeanwhile = act((turn) =>
  turn.ask('person.waiting', quick([leftToCollect(turn.facts) === 'photos' ? 'doPhotos' : 'keepGoing', 'justWait'])),
);

const stillComing = act((turn) => {
  const due = turn.facts.personBy;
  if (due === null) callPerson(turn, turn.facts.handOff ?? 'asked');
  else turn.say('bot:person.still', { by: by(due) });
});

const keepWords = actOn('shopper.said', (turn, { understood }) => listen(turn, understood));
const clearPrompt = act((turn) => turn.clearPrompt());

export const joined = actOn('agent.took', (turn, { agent }) => {
  turn.line('line:joined', { name: agent.name }, 'person');
  turn.know({ agent, handOff: null, misses: 0, askedAgain: null });
});

/** Somebody else takes it over from the person who has it. */
const tookOver = actOn('agent.took', (turn, { agent }) => {
  const from = turn.facts.agent;
  if (from === null || from.id === agent.id) return;
  turn.line('line:tookOver', { from: from.name, name: agent.name }, 'person');
  turn.know({ agent });
});

const transferred = actOn('agent.transferred', (turn, { agent, to }) => {
  if (turn.facts.agent?.id === to.id) return;
  turn.line('line:transferred', { from: agent.name, name: to.name }, 'person');
  turn.know({ agent: to });
});

const released = act((turn) => backInLine(turn, 'bot:person.released'));
const timedOut = act((turn) => backInLine(turn, 'bot:person.lostLine'));

const remedySettled = actOn('agent.settledRemedy', (turn, { remedy, asked }) => {
  const dueAt = settleRemedy(turn, remedy, asked);
  turn.line(`line:remedy.${remedy}`, { by: by(dueAt) }, 'check');
  turn.know({ bookmark: remedy === 'resend' && turn.facts.order !== null ? 'address' : 'following' });
});

const promised = actOn('agent.promised', (turn, { dueAt, what, agent }) => {
  const before = turn.facts.agentPromise;
  turn.settlePerson('kept');
  turn.promiseByAgent(agent.name, dueAt, what);
  if (before === null) turn.line('line:promised', { name: agent.name, by: by(dueAt) }, 'clock');
  else turn.line('line:promiseMoved', { name: agent.name, by: by(dueAt), was: by(before.dueAt) }, 'clock');
});

/** Asked for again by the person who has the floor: the piece is shown, the bot stays silent. */
export const askAgain = actOn('agent.askedAgain', (turn, { item, reason }) => {
  reopen(turn, item);
  turn.know({ askedAgain: { item, reason } });
});

const askCurrent = act(askPiece);
const takePhoto = actOn('shopper.addedPhoto', (turn, photo) => {
  addPhoto(turn, photo, turn.facts.askedAgain?.item ?? null);
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

/** It shows in the list of the person who has the floor. */
const besideMissedQuietly = actOn('beside.fellDue', (turn, { kind }) => {
  const one = besideWith(turn.facts, kind);
  if (one === null || one.promise === null) return;
  turn.settleBeside(kind, one.promise.owner === 'bot' ? 'void' : 'late');
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
          tryAgain: { target: '#resumed', actions: act((turn) => turn.know({ misses: 0 })) },
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
        'shopper.chose': [
          { guard: ({ context, event }) => event.choice === 'doPhotos' && context.askedAgain !== null, target: '#again' },
          ...answers({
            doPhotos: { target: '#evidence' },
            keepGoing: { target: '#resumed' },
            justWait: { actions: stillComing },
          }),
        ],
        'shopper.wantsPerson': { actions: stillComing },
        'promise.fellDue': [{ guard: 'isReceipt', target: '#received' }, { actions: promiseMissed }],
        'agentPromise.fellDue': { actions: agentMissed },
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
            'shopper.keptPhoto': { actions: usePhoto },
            'shopper.finishedEvidence': { target: 'talking', actions: pieceDone },
            'shopper.cantProvide': { target: 'talking', actions: pieceCant },
          },
        },
      },
      on: {
        'agent.took': { actions: tookOver },
        'agent.transferred': { actions: transferred },
        'agent.released': { target: '#person.waiting', actions: released },
        'agent.timedOut': { target: '#person.waiting', actions: timedOut },
        'agent.gaveBack': STEPS.map(({ id, target }) => ({
          guard: { type: 'gaveBackAt' as const, params: { step: id } },
          target,
          actions: givenBack,
        })),
        'agent.recorded': { actions: noteFinding },
        'agent.settledRemedy': { actions: remedySettled },
        'agent.promised': { guard: ({ event }) => event.dueAt > event.at, actions: promised },
        'agent.said': { actions: answered },
        'agent.askedAgain': { target: '.photo', actions: askAgain, reenter: true },
        'shopper.said': { actions: keepWords },
        'shopper.wantsPerson': {},
        'shopper.startedOver': { actions: act((turn) => turn.line('line:wantsStartOver')) },
        'parcel.found': newsForAgent,
        'agent.extendedProtection': { guard: 'isExtension', actions: extendedQuietly },
        'protection.nears': { actions: remindQuietly },
        'promise.fellDue': { actions: promiseMissedQuietly },
        'beside.fellDue': { actions: besideMissedQuietly },
        'agentPromise.fellDue': { actions: agentMissedQuietly },
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
