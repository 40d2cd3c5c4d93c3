/** Walks the flow as the server does: pure steps, effects read off as data, a clock that the test moves. */
import { initialTransition, transition } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import type { Effect, EffectParams, PromptToAsk } from '../../flows/effects.ts';
import type { FlowEvent, Stamp, Understood } from '../../flows/events.ts';
import { support } from '../../flows/support.ts';
import type { Policy } from '../../protocol/settings.ts';
import type { Words } from '../../protocol/words.ts';
import { policy as usual } from './facts.ts';

export type Snapshot = SnapshotFrom<typeof support>;
export type Unstamped<E> = E extends unknown ? Omit<E, keyof Stamp> : never;
export type Happening = Unstamped<FlowEvent>;

export interface Timer {
  id: string;
  dueAt: number;
  event: { type: string };
}

export interface Step {
  effects: Effect[];
  set: Timer[];
  cancelled: string[];
}

export interface Walk {
  readonly snapshot: Snapshot;
  readonly at: number;
  readonly timers: Timer[];
  readonly prompt: { name: string; prompt: PromptToAsk } | null;
  /** Effects of the last step. */
  readonly last: Step;
  /** Every effect so far. */
  readonly all: Effect[];
  /** `free`: somebody of the team, or null for nobody; left out, it is not known. */
  send(event: Happening, free?: string | null): Effect[];
  /** Moves the clock and fires what falls due on the way, in order. */
  wait(ms: number): Effect[];
  said(): string[];
  shown<K extends EffectParams['show']['card']['kind']>(kind: K): Extract<EffectParams['show']['card'], { kind: K }>[];
}

export const START = Date.UTC(2026, 7, 12, 9, 0); // Wed 12 August 2026, 10:00 in London

export function begin(options: { policy?: Partial<Policy>; tz?: string; at?: number } = {}): Walk {
  const policy = { ...usual, ...options.policy };
  const tz = options.tz ?? 'Europe/London';
  let at = options.at ?? START;
  let cases = 0;
  let [snapshot, actions] = initialTransition(support, { policy, tz, at });
  let timers: Timer[] = [];
  let prompt: Walk['prompt'] = null;
  let last: Step = { effects: [], set: [], cancelled: [] };
  const all: Effect[] = [];

  const take = (): Effect[] => {
    last = readActions(actions, at);
    all.push(...last.effects);
    for (const { name, params } of last.effects) {
      if (name === 'ask') prompt = params;
      if (name === 'clearPrompt') prompt = null;
    }
    timers = timers.filter((timer) => !last.cancelled.includes(timer.id)).concat(last.set);
    return last.effects;
  };
  const step = (event: Happening | { type: string }, free?: string | null): Effect[] => {
    const stamp = { at, fresh: `TW-${String(++cases).padStart(4, '0')}`, ...(free === undefined ? {} : { free }) };
    const stamped = { ...event, ...stamp } as FlowEvent;
    [snapshot, actions] = transition(support, snapshot, stamped);
    return take();
  };
  take();

  return {
    get snapshot() {
      return snapshot;
    },
    get at() {
      return at;
    },
    get timers() {
      return timers;
    },
    get prompt() {
      return prompt;
    },
    get last() {
      return last;
    },
    all,
    send: step,
    wait(ms) {
      const until = at + ms;
      const effects: Effect[] = [];
      for (;;) {
        const due = timers.filter((timer) => timer.dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        at = Math.max(at, due.dueAt);
        effects.push(...step(due.event));
      }
      at = until;
      return effects;
    },
    said: () => all.flatMap((effect) => (effect.name === 'say' ? [keyOf(effect.params.text)] : [])),
    shown: (kind) =>
      all.flatMap((effect) => (effect.name === 'show' && effect.params.card.kind === kind ? [effect.params.card] : [])) as ReturnType<
        Walk['shown']
      > as never,
  };
}

export function keyOf(words: Words): string {
  return '$t' in words ? words.$t : JSON.stringify(words);
}

export function saidIn(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.name === 'say' ? [keyOf(effect.params.text)] : []));
}

/** Nothing understood but that it was read. */
export function understood(news: Partial<Understood> = {}): Understood {
  return {
    intent: 'other',
    alternatives: [],
    between: null,
    wish: null,
    asks: null,
    checked: [],
    tracking: null,
    doubtful: false,
    order: null,
    contact: null,
    occasion: null,
    days: null,
    distress: 0,
    urgent: false,
    ...news,
  };
}

/** In order: a timer set after its cancel stands, one cancelled after its set does not. */
export function readActions(actions: readonly { type: string; params?: unknown }[], at: number): Step {
  const step: Step = { effects: [], set: [], cancelled: [] };
  for (const { type, params } of actions) {
    if (type === 'xstate.raise') {
      const { event, id, delay } = params as { event: { type: string }; id?: string; delay?: number };
      if (delay !== undefined) step.set.push({ id: id ?? event.type, dueAt: at + delay, event });
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { sendId: string };
      step.cancelled.push(sendId);
      step.set = step.set.filter((timer) => timer.id !== sendId);
    } else if (!type.startsWith('xstate.')) {
      step.effects.push({ name: type, params } as Effect);
    }
  }
  return step;
}
