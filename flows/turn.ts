/**
 * One step's work, written top to bottom. `act` turns such a function into an XState action that only names effects,
 * so that a step stays pure; `turn.facts` is what the conversation knows, with this step's changes already in it.
 */
import type { Card } from '../protocol/card.ts';
import type { CaseStage, Finding, Problem, Remedy } from '../protocol/case.ts';
import type { Icon } from '../protocol/icons.ts';
import { t } from '../protocol/words.ts';
import type { Param } from '../protocol/words.ts';
import type { FlowContext } from './context.ts';
import { nextReminder } from './countdown.ts';
import type { LetterId } from '../protocol/letters.ts';
import type { EffectParams, HandOffReason, PromiseKind, PromiseOwner, PromptToAsk } from './effects.ts';
import type { FlowEvent } from './events.ts';
import { atOf, flow } from './setup.ts';

export interface Turn {
  readonly facts: FlowContext;
  readonly at: number;
  /** Somebody of the team who is free now; null: nobody is; undefined: not known. */
  readonly free: string | null | undefined;
  /** What is said here is mailed when they are away. */
  readonly mailed: boolean;
  know(facts: Partial<FlowContext>): void;
  say(key: string, p?: Record<string, Param>): void;
  show(card: Card): void;
  line(key: string, p?: Record<string, Param>, icon?: Icon): void;
  ask(name: string, prompt: PromptToAsk): void;
  clearPrompt(): void;
  /** A conversation has one open case; a second trouble moves it instead of opening another. */
  openCase(problem: Problem, stage: CaseStage): void;
  moveCase(stage: CaseStage): void;
  closeCase(outcome: 'solved' | 'unsolved'): void;
  /** The case that was closed last, as it stood then. */
  reopenCase(): void;
  /** What is done, and what the shopper asked for. */
  recordRemedy(remedy: Remedy, asked: Remedy | 'either'): void;
  recordFinding(finding: Finding): void;
  recordRating(rating: EffectParams['recordRating']): void;
  /** Replaces the promise that stands. Answers with the date that holds: where the same was promised for another trouble, the earlier. */
  promise(kind: PromiseKind, owner: PromiseOwner, dueAt: number): number;
  /** The promise that stands goes on by itself, beside the talk; or comes back to be the one of the talk. */
  putPromiseAside(): void;
  settleBeside(kind: PromiseKind, state: 'kept' | 'late' | 'void'): void;
  takePromiseBack(promise: NonNullable<FlowContext['promise']>): void;
  /** The case is about another of its troubles from here on. */
  turnCase(problem: Problem, stage: CaseStage, parcel: string | null): void;
  settlePromise(state: 'kept' | 'late' | 'void'): void;
  promisePerson(dueAt: number): void;
  settlePerson(state: 'kept' | 'late' | 'void'): void;
  /** A person's own, in their words; replaces the one that stands. */
  promiseByAgent(name: string, dueAt: number, what: string): void;
  settleByAgent(state: 'kept' | 'late' | 'void'): void;
  handOff(reason: HandOffReason, first: boolean): void;
  /** Into the people's list, and nothing else: who has the floor, and what the shopper reads, stays as it is. */
  callEyes(reason: HandOffReason): void;
  /** Sets the next reminder of the protection's end, or takes it back where none is due any more. */
  countProtection(): void;
  sendLetter(letter: LetterId, facts?: Record<string, Param>): void;
  lookUpOrder(query: EffectParams['lookUpOrder']): void;
  lookUpParcel(query: EffectParams['lookUpParcel']): void;
}

export type Act = ReturnType<typeof act>;

export function act(step: (turn: Turn, event: FlowEvent) => void) {
  return flow.enqueueActions(({ context, event, enqueue }) => {
    let facts = context;
    const at = atOf(event);
    const know: Turn['know'] = (news) => {
      facts = { ...facts, ...news };
    };
    const settle = (kind: PromiseKind, state: 'kept' | 'late' | 'void', timer: 'promise' | 'person' | 'agentPromise') => {
      enqueue({ type: 'settlePromise', params: { kind, state } });
      enqueue.cancel(timer);
    };
    const fallDue = (promise: NonNullable<FlowContext['promise']>) => {
      const { dueAt } = promise;
      enqueue.raise({ type: 'promise.fellDue', at: dueAt, fresh: '' }, { id: 'promise', delay: Math.max(0, dueAt - at) });
      know({ promise });
    };
    const turn: Turn = {
      get facts() {
        return facts;
      },
      at,
      free: event.free,
      mailed: event.mailed ?? false,
      know,
      say: (key, p) => enqueue({ type: 'say', params: { text: t(key, p) } }),
      show: (card) => enqueue({ type: 'show', params: { card } }),
      line: (key, p, icon) => enqueue({ type: 'line', params: icon === undefined ? { text: t(key, p) } : { text: t(key, p), icon } }),
      ask: (name, prompt) => {
        enqueue({ type: 'ask', params: { name, prompt } });
        if (facts.asked !== name) know({ asked: name });
      },
      clearPrompt: () => {
        enqueue({ type: 'clearPrompt', params: undefined });
        if (facts.asked !== null) know({ asked: null });
      },
      openCase(problem, stage) {
        const parcel = facts.parcel?.number ?? null;
        if (facts.case !== null) {
          turn.moveCase(stage);
          if (facts.case.parcel === parcel) return know({ case: { ...facts.case, stage } });
          // The case turns to another parcel, and with it to the protection of that order.
          know({ case: { ...facts.case, stage, parcel }, ...(facts.order !== null && { protectedUntil: null, protectionTold: null }) });
          return turn.countProtection();
        }
        const number = event.fresh;
        enqueue({ type: 'openCase', params: { number, problem, stage } });
        know({ case: { number, problem, stage, parcel }, closedCase: null, problem, log: [...facts.log, { at, what: 'reported' }] });
        know({ protectedUntil: null, protectionTold: null });
        turn.countProtection();
      },
      moveCase(stage) {
        if (facts.case === null || facts.case.stage === stage) return;
        enqueue({ type: 'moveCase', params: { number: facts.case.number, stage } });
        know({ case: { ...facts.case, stage }, log: [...facts.log, { at, what: stage }] });
      },
      closeCase(outcome) {
        if (facts.case === null) return;
        enqueue({ type: 'closeCase', params: { number: facts.case.number, outcome } });
        know({ case: null, closedCase: { ...facts.case, log: facts.log, at }, log: [] });
        enqueue.cancel('protection');
      },
      reopenCase() {
        if (facts.case !== null || facts.closedCase === null) return;
        const { log, at: closedAt, ...opened } = facts.closedCase;
        enqueue({ type: 'reopenCase', params: { number: opened.number, stage: opened.stage } });
        know({ case: opened, closedCase: null, log: [...log, { at: closedAt, what: 'closed' }, { at, what: 'reopened' }] });
        turn.countProtection();
      },
      recordRemedy(remedy, asked) {
        know({ remedy });
        if (facts.case !== null) enqueue({ type: 'recordRemedy', params: { number: facts.case.number, remedy, asked } });
      },
      recordFinding(finding) {
        const number = facts.case?.number ?? facts.closedCase?.number;
        if (number === undefined) return;
        enqueue({ type: 'recordFinding', params: { number, finding } });
        if (facts.case !== null) know({ log: [...facts.log, { at, what: finding }] });
      },
      recordRating: (rating) => enqueue({ type: 'recordRating', params: rating }),
      promise(kind, owner, wanted) {
        const twin = facts.besides.find(({ promise }) => promise?.kind === kind)?.promise ?? null;
        const dueAt = twin === null || twin.dueAt <= at ? wanted : Math.min(wanted, twin.dueAt);
        if (facts.promise !== null) settle(facts.promise.kind, 'void', 'promise');
        // One answer for both, by the earlier date: one row, one timer.
        if (twin !== null) enqueue.cancel(`beside.${kind}`);
        enqueue({ type: 'promise', params: { kind, owner, dueAt } });
        fallDue({ kind, owner, dueAt });
        return dueAt;
      },
      settlePromise(state) {
        if (facts.promise === null) return;
        const { kind } = facts.promise;
        settle(kind, state, 'promise');
        know({ promise: null, besides: without(facts.besides, kind) });
      },
      putPromiseAside() {
        const { promise } = facts;
        if (promise === null) return;
        const { kind, dueAt } = promise;
        enqueue.cancel('promise');
        enqueue.raise({ type: 'beside.fellDue', kind, at: dueAt, fresh: '' }, { id: `beside.${kind}`, delay: Math.max(0, dueAt - at) });
        know({ promise: null });
      },
      settleBeside(kind, state) {
        enqueue({ type: 'settlePromise', params: { kind, state } });
        enqueue.cancel(`beside.${kind}`);
        know({ besides: without(facts.besides, kind) });
      },
      takePromiseBack(promise) {
        enqueue.cancel(`beside.${promise.kind}`);
        fallDue(promise);
      },
      turnCase(problem, stage, parcel) {
        if (facts.case === null) return;
        if (facts.case.stage !== stage) enqueue({ type: 'moveCase', params: { number: facts.case.number, stage } });
        know({ case: { ...facts.case, problem, stage, parcel } });
      },
      promisePerson(dueAt) {
        turn.settlePerson('void');
        enqueue({ type: 'promise', params: { kind: 'personAnswer', owner: 'person', dueAt } });
        enqueue.raise({ type: 'person.fellDue', at: dueAt, fresh: '' }, { id: 'person', delay: Math.max(0, dueAt - at) });
        know({ personBy: dueAt });
      },
      settlePerson(state) {
        if (facts.personBy === null) return;
        settle('personAnswer', state, 'person');
        know({ personBy: null });
      },
      promiseByAgent(name, dueAt, what) {
        turn.settleByAgent('void');
        enqueue({ type: 'promise', params: { kind: 'agentPromise', owner: 'person', dueAt, what } });
        enqueue.raise({ type: 'agentPromise.fellDue', at: dueAt, fresh: '' }, { id: 'agentPromise', delay: Math.max(0, dueAt - at) });
        know({ agentPromise: { name, dueAt, what } });
      },
      settleByAgent(state) {
        if (facts.agentPromise === null) return;
        settle('agentPromise', state, 'agentPromise');
        know({ agentPromise: null });
      },
      handOff(reason, first) {
        enqueue({ type: 'handOff', params: { reason, first } });
        know({ handOff: reason });
      },
      callEyes: (reason) => enqueue({ type: 'handOff', params: { reason, first: false } }),
      countProtection() {
        const next = nextReminder(facts, at);
        if (next === null) enqueue.cancel('protection');
        else enqueue.raise({ type: 'protection.nears', at: next, fresh: '' }, { id: 'protection', delay: next - at });
      },
      sendLetter: (letter, facts) => enqueue({ type: 'sendLetter', params: facts === undefined ? { letter } : { letter, facts } }),
      lookUpOrder: (query) => enqueue({ type: 'lookUpOrder', params: query }),
      lookUpParcel: (query) => enqueue({ type: 'lookUpParcel', params: query }),
    };
    step(turn, event);
    // Once, at the end: each assign costs XState a snapshot.
    if (facts !== context) enqueue.assign(facts);
  });
}

/** The same for one kind of event. */
export function actOn<T extends FlowEvent['type']>(type: T, step: (turn: Turn, event: Extract<FlowEvent, { type: T }>) => void) {
  return act((turn, event) => {
    if (isOf(event, type)) step(turn, event);
  });
}

function isOf<T extends FlowEvent['type']>(event: FlowEvent, type: T): event is Extract<FlowEvent, { type: T }> {
  return event.type === type;
}

/** Answered for all that waited for it. */
function without(besides: FlowContext['besides'], kind: PromiseKind): FlowContext['besides'] {
  if (!besides.some(({ promise }) => promise?.kind === kind)) return besides;
  return besides.map((one) => (one.promise?.kind === kind ? { ...one, promise: null } : one));
}
