/** Every way through the talk for one parcel, made by XState's own path finder; and a replay that reads the effects. */
import { initialTransition, transition } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { AnyStateNode } from 'xstate';
import type { Effect, PromptToAsk } from '../../flows/effects.ts';
import type { FlowEvent } from '../../flows/events.ts';
import { nextItem, nextPaper } from '../../flows/checklist.ts';
import { DAY } from '../../flows/dates.ts';
import { protectionEnd } from '../../flows/deadlines.ts';
import { support } from '../../flows/support.ts';
import type { Order } from '../../protocol/order.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { order, policy } from './facts.ts';
import { readActions, START, understood } from './walk.ts';
import type { Happening, Snapshot, Step } from './walk.ts';

export interface World {
  /** What was said and found before the paths begin. */
  opening: readonly Happening[];
  orders: readonly (Order | null)[];
  parcels: readonly Parcel[];
  /** What the tracking may tell unasked, wherever the talk is. */
  news: readonly Parcel[];
  /** Where nothing further is tried: another topic's ground. */
  stopWhen: (state: Snapshot) => boolean;
}

export const input = { policy, tz: 'Europe/London', at: START };

const NEAR_THE_END = protectionEnd(order, policy) - 3 * DAY;

/** Everything that may happen next in a state: answers on offer, words, photos, results and failures, timers. */
export function eventsOf(world: World): (state: Snapshot) => FlowEvent[] {
  return (state) => {
    const at = state.context.promise?.dueAt ?? state.context.personBy ?? START;
    const handled = new Set(state._nodes.flatMap((node) => [...node.transitions.keys()]));
    const news: FlowEvent[] = world.news.map((parcel) => ({ ...stamped({ type: 'parcel.found', parcel, news: true }) }));
    const possible = [
      ...news,
      ...choicesOf(state._nodes).map((choice) => stamped({ type: 'shopper.chose', choice })),
      ...[...handled].filter((type) => type.startsWith('xstate.after.')).map((type) => stamped({ type } as unknown as Happening, at)),
      ...occurrences(world, state).map((event) => stamped(event)),
      ...(state.context.promise === null ? [] : [stamped({ type: 'promise.fellDue' }, at)]),
      ...state.context.besides.flatMap(({ promise }) =>
        promise === null ? [] : [stamped({ type: 'beside.fellDue', kind: promise.kind }, promise.dueAt)],
      ),
      ...(state.context.protectionTold === null ? [stamped({ type: 'protection.nears' }, NEAR_THE_END)] : []),
      ...(state.context.agentPromise === null ? [] : [stamped({ type: 'agentPromise.fellDue' }, state.context.agentPromise.dueAt)]),
      ...(state.context.personBy === null ? [] : [stamped({ type: 'person.fellDue' }, state.context.personBy)]),
    ];
    return possible.filter((event) => handled.has(event.type) && state.can(event));
  };
}

function occurrences(world: World, state: Snapshot): Happening[] {
  if (isLooking(state)) {
    const results: Happening[] = world.orders.map((found) =>
      found === null ? { type: 'order.notFound' } : { type: 'order.found', order: found },
    );
    return [...results, { type: 'effect.failed', effect: 'lookUpOrder' }];
  }
  if (isLocating(state)) {
    const results: Happening[] = world.parcels.map((parcel) => ({ type: 'parcel.found', parcel }));
    return [
      ...results,
      { type: 'parcel.notFound', number: order.parcels[0]?.number ?? '' },
      { type: 'effect.failed', effect: 'lookUpParcel' },
    ];
  }
  return [
    { type: 'shopper.said', text: 'hm', understood: understood() },
    { type: 'shopper.said', text: 'anna@example.com', understood: understood({ contact: 'anna@example.com' }) },
    { type: 'shopper.said', text: 'I am beside myself', understood: understood({ distress: 0.9 }) },
    { type: 'shopper.said', text: 'my lawyer', understood: understood({ urgent: true }) },
    { type: 'shopper.said', text: 'money back', understood: understood({ intent: 'wants_refund', wish: 'refund' }) },
    { type: 'shopper.gaveOrder', number: order.number, contact: order.email },
    { type: 'shopper.gaveTracking', tracking: order.parcels[0]?.number ?? '', doubtful: false },
    { type: 'shopper.pickedItems', items: [{ id: 'mug', count: 2 }] },
    { type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'photo-1' },
    { type: 'shopper.finishedEvidence' },
    { type: 'shopper.cantProvide', reason: 'threw_away' },
    { type: 'shopper.choseRemedy', remedy: 'refund' },
    { type: 'shopper.choseRemedy', remedy: 'resend' },
    { type: 'shopper.rated', score: 4 },
  ];
}

/** A state is what it is called and the few facts that decide what comes next. */
export function nameOf(state: Snapshot): string {
  const c = state.context;
  return JSON.stringify([
    state.value,
    Object.values(state.historyValue).flatMap((nodes) => (nodes ?? []).map((node) => node.id)),
    c.order === null ? 0 : c.order.parcels.length,
    c.parcel === null ? null : [c.parcel.state, c.parcel.reason ?? null],
    c.problem,
    c.case?.stage ?? null,
    c.promise === null ? null : [c.promise.kind, c.promise.owner],
    c.personBy !== null,
    Math.min(c.misses, 1),
    Math.min(c.tries, 1),
    c.provingFor,
    nextItem(c),
    nextPaper(c),
    c.besides.map(({ problem, promise }) => [problem, promise?.kind ?? null]),
    state.matches({ talk: 'identify' }) ? [c.given.order !== null, c.given.contact !== null, c.given.tracking !== null] : null,
    c.remedy,
    c.missing.length > 0,
    c.bookmark,
    c.agentPromise !== null,
  ]);
}

export function pathsOf(world: World) {
  return getShortestPaths(support, optionsOf(world));
}

export function mapOf(world: World) {
  return getAdjacencyMap(support, optionsOf(world));
}

/** Tries whatever may happen, breadth first, until the talk has ended. What was found to lead there is remembered. */
export function endOf(world: World): (from: Snapshot) => Snapshot | null {
  const known = new Map<string, Snapshot>();
  const happenings = eventsOf(world);
  return (from) => {
    const cameFrom = new Map<string, string | null>([[nameOf(from), null]]);
    const queue = [from];
    for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
      const name = nameOf(state);
      const end = state.hasTag('closed') ? state : known.get(name);
      if (end !== undefined) {
        for (let at: string | null = name; at !== null; at = cameFrom.get(at) ?? null) known.set(at, end);
        return end;
      }
      for (const event of happenings(state)) {
        const next: Snapshot = transition(support, state, event)[0];
        if (cameFrom.has(nameOf(next))) continue;
        cameFrom.set(nameOf(next), name);
        queue.push(next);
      }
    }
    return null;
  };
}

function optionsOf(world: World) {
  return {
    input,
    fromState: opened(world),
    events: eventsOf(world),
    serializeState: nameOf,
    serializeEvent: (event: FlowEvent) => JSON.stringify(event),
    stopWhen: world.stopWhen,
  };
}

export function opened({ opening }: World): Snapshot {
  const [first] = initialTransition(support, input);
  return opening.reduce((state, event) => transition(support, state, stamped(event))[0], first);
}

export function stamped(event: Happening, at: number = START): FlowEvent {
  return { ...event, at, fresh: 'TW-TEST' };
}

/** Walks one path again and hands each step to `look`. */
export function replay(events: readonly FlowEvent[], look: (seen: Seen) => void): void {
  let prompt: Prompted | null = null;
  const take = (snapshot: Snapshot, step: Step, event: FlowEvent | null) => {
    for (const { name, params } of step.effects) {
      if (name === 'ask') prompt = params;
      if (name === 'clearPrompt') prompt = null;
    }
    look({ snapshot, effects: step.effects, step, prompt, event });
  };
  const [first, actions] = initialTransition(support, input);
  let snapshot: Snapshot = first;
  take(snapshot, readActions(actions, START), null);
  for (const event of events) {
    if (event.type.startsWith('xstate.init')) continue;
    const [next, done] = transition(support, snapshot, event);
    snapshot = next;
    take(snapshot, readActions(done, event.at), event);
  }
}

export interface Prompted {
  name: string;
  prompt: PromptToAsk;
}

export interface Seen {
  snapshot: Snapshot;
  effects: Effect[];
  step: Step;
  prompt: Prompted | null;
  event: FlowEvent | null;
}

export function choicesOf(nodes: readonly AnyStateNode[]): string[] {
  return nodes.flatMap((node) =>
    (node.transitions.get('shopper.chose') ?? []).flatMap(({ guard }) => {
      const choice = isChose(guard) ? guard.params.choice : null;
      return choice === null ? [] : [choice];
    }),
  );
}

function isChose(guard: unknown): guard is { type: 'chose'; params: { choice: string } } {
  return typeof guard === 'object' && guard !== null && 'type' in guard && guard.type === 'chose';
}

function isLooking(state: Snapshot): boolean {
  return state.matches({ talk: { identify: 'looking' } }) || state.matches({ talk: { prove: 'looking' } });
}

function isLocating(state: Snapshot): boolean {
  return state.matches({ talk: { identify: 'locating' } }) || state.matches({ talk: { following: 'checking' } });
}
