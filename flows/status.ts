/** What others may know of a talk without looking into its states. */
import type { AnyMachineSnapshot, StateValue } from 'xstate';
import type { ConversationStatus } from '../protocol/conversation.ts';
import type { FlowContext } from './context.ts';
import type { StepId } from './step-ids.ts';
import { HISTORY, STEPS } from './steps.ts';

/** Who has the floor. A person who was asked for is waited for, also while the bot goes on collecting. */
export function statusOf(snapshot: FlowSnapshot): ConversationStatus {
  if (snapshot.hasTag('closed')) return 'closed';
  if (snapshot.hasTag('agent')) return 'agent';
  if (snapshot.hasTag('waiting')) return 'waiting';
  return snapshot.context.handOff === null ? 'bot' : 'waiting';
}

/** Id of the step the bot is at, or will go on at; null where that is no step of its own. */
export function currentStep(snapshot: FlowSnapshot): StepId | null {
  const place = placeOf(snapshot);
  return STEPS.find(({ paths }) => paths.some((path) => isWithin(place, path)))?.id ?? null;
}

/** Where the bot is; while somebody else has the floor, where it will go on. A path such as `talk.missing.items`. */
export function placeOf({ value, context, historyValue }: FlowSnapshot): string {
  const now = pathOf(value);
  if (isWithin(now, 'talk') || isWithin(now, 'closed')) return now;
  const marked = STEPS.find(({ id }) => id === context.bookmark)?.paths[0];
  return marked ?? historyValue[HISTORY]?.[0]?.path.join('.') ?? now;
}

export function isWithin(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}.`);
}

export type FlowSnapshot = Pick<AnyMachineSnapshot, 'hasTag' | 'historyValue'> & { value: StateValue; context: FlowContext };

/** No state of ours is parallel, so there is one path. */
function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [key = '', inner] = Object.entries(value)[0] ?? [];
  return inner === undefined ? key : `${key}.${pathOf(inner)}`;
}
