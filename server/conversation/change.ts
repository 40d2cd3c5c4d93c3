/** Turns one step's actions, in their order, into one Change. */
import { unreachable } from '../errors.ts';
import type { FlowContext } from '../../flows/context.ts';
import type { Effect, EffectParams, OutsideEffect } from '../../flows/effects.ts';
import type { Body, Message } from '../../protocol/message.ts';
import { letterByHand, letterRows } from '../mail/rows.ts';
import type { NewId } from '../providers/ports.ts';
import type { CaseRow, Change, ConversationRow, PromiseRow } from '../store/port.ts';
import type { Incoming } from './incoming.ts';
import { freeze, type Step } from './runner.ts';

export interface Ground {
  row: ConversationRow;
  /** The conversation's case, and its promises still open. */
  case: CaseRow | null;
  promises: PromiseRow[];
}

/** `step` is null where the flow did not move. `expectedVersion` 0 makes the conversation. */
export function buildChange(ground: Ground, incoming: Incoming, step: Step | null, at: number, newId: NewId): Change {
  const { row } = ground;
  const { storeId, id: conversationId } = row;
  const change: Change = {
    storeId,
    conversationId,
    expectedVersion: row.version,
    conversation: { ...row, ...incoming.patch, version: row.version + 1, updatedAt: at },
    messages: [],
    effects: [],
    settledEffects: incoming.settles ? [incoming.settles] : [],
    timers: { set: [], cancel: step?.timers.cancel ?? [], fired: incoming.fired ?? null },
    cases: [],
    promises: [],
    photos: incoming.photo ? [incoming.photo] : [],
    removedPhotos: incoming.removedPhoto ? [incoming.removedPhoto] : [],
    ratings: [],
    mails: [],
    audit: incoming.audit ? [{ ...incoming.audit, at }] : [],
  };
  if (incoming.message) add(incoming.message);
  if (incoming.note) bot({ kind: 'line', icon: 'globe', text: incoming.note }, 'system');
  if (incoming.letter) change.mails.push(letterByHand(incoming.letter, { now: change.conversation, at, newId }));
  if (step === null) return change;

  let openCase = ground.case;
  const letters: EffectParams['sendLetter'][] = [];
  for (const effect of step.effects) apply(effect);
  followCase(step.flow.context.case);
  for (const timer of step.timers.start)
    change.timers.set.push({ id: newId(), storeId, conversationId, name: timer.name, event: timer.event, dueAt: at + timer.delayMs });

  const next = change.conversation;
  change.mails.push(...letterRows(letters, { was: row, now: next, policy: step.flow.context.policy, at, newId }));
  next.flow = freeze(step.flow);
  next.status = step.status;
  next.problem = step.flow.context.problem;
  next.agent = step.flow.context.agent;
  // Whoever waits for a person keeps the place in line, also while the bot goes on collecting.
  if (step.status === 'agent' || step.status === 'closed') next.handOff = null;
  return change;

  function add(message: { id: string; from: Message['from']; agent?: { id: string; name: string }; body: Body }): void {
    change.conversation.lastSeq += 1;
    change.messages.push({ seq: change.conversation.lastSeq, at, ...message });
  }

  function bot(body: Body, from: 'bot' | 'system' = 'bot'): void {
    add({ id: newId(), from, body });
  }

  function apply(effect: Effect): void {
    const { name, params } = effect;
    switch (name) {
      case 'say':
        return bot({ kind: 'text', text: params.text });
      case 'show':
        return bot({ kind: 'card', card: params.card });
      case 'line':
        return bot({ kind: 'line', ...params }, 'system');
      case 'ask': {
        const same = change.conversation.prompt?.name === params.name;
        const id = same ? (change.conversation.prompt?.prompt.id ?? '') : `${params.name}~${change.conversation.version}`;
        change.conversation.prompt = { name: params.name, prompt: { ...params.prompt, id } };
        return;
      }
      case 'clearPrompt':
        change.conversation.prompt = null;
        return;
      case 'openCase':
        change.conversation.caseNumber = params.number;
        return putCase({
          number: params.number,
          storeId,
          conversationId,
          problem: params.problem,
          stage: params.stage,
          remedy: null,
          outcome: null,
          finding: null,
          asked: null,
          orderNumber: step?.flow.context.order?.number ?? null,
          trackingNumber: step?.flow.context.parcel?.number ?? null,
          openedAt: at,
          closedAt: null,
        });
      case 'moveCase':
        return changeCase({ stage: params.stage });
      case 'recordRemedy':
        return changeCase({ remedy: params.remedy, ...(params.asked && { asked: params.asked }) });
      case 'recordFinding':
        return changeCase({ finding: params.finding });
      case 'closeCase':
        return changeCase({ outcome: params.outcome, closedAt: at, stage: 'settled' });
      case 'reopenCase':
        return changeCase({ outcome: null, closedAt: null, stage: params.stage });
      case 'promise':
        settle(params.kind, 'void');
        change.promises.push({
          id: newId(),
          storeId,
          conversationId,
          ...params,
          what: params.what ?? null,
          madeAt: at,
          state: 'open',
        });
        return;
      case 'settlePromise':
        return settle(params.kind, params.state);
      case 'handOff':
        change.conversation.handOff = { ...params, at: row.handOff?.at ?? at };
        return;
      case 'recordRating':
        change.ratings.push({ caseNumber: change.conversation.caseNumber, score: params.score, comment: params.comment ?? null, at });
        return;
      case 'sendLetter':
        letters.push(params);
        return;
      case 'lookUpOrder':
      case 'lookUpParcel':
        return outside({ name, params } as OutsideEffect);
      default:
        return unreachable(name);
    }
  }

  function putCase(next: CaseRow): void {
    openCase = next;
    change.cases = [...change.cases.filter((other) => other.number !== next.number), next];
  }

  function changeCase(patch: Partial<CaseRow>): void {
    if (openCase) putCase({ ...openCase, ...patch });
  }

  // One case may hold several troubles: its row is about the one that is spoken of, as the flow's is.
  function followCase(spokenOf: FlowContext['case']): void {
    if (!openCase || openCase.closedAt !== null || spokenOf?.number !== openCase.number) return;
    if (spokenOf.problem !== openCase.problem) putCase({ ...openCase, problem: spokenOf.problem });
  }

  // One promise of a kind is open at a time: a new one takes the old one's place.
  function settle(kind: PromiseRow['kind'], state: 'kept' | 'late' | 'void'): void {
    const settledHere = new Set(change.promises.map((promise) => promise.id));
    const known = [...change.promises, ...ground.promises.filter((promise) => !settledHere.has(promise.id))];
    for (const promise of known) {
      if (promise.kind !== kind || promise.state !== 'open') continue;
      change.promises = [...change.promises.filter((other) => other.id !== promise.id), { ...promise, state }];
    }
  }

  function outside(effect: OutsideEffect): void {
    change.effects.push({ id: newId(), storeId, conversationId, effect, createdAt: at, attempts: 0 });
  }
}
