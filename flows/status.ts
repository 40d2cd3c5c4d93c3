/** What others may know of a talk without looking into its states. */
import type { AnyMachineSnapshot, StateValue } from 'xstate';
import type { ConversationStatus } from '../protocol/conversation.ts';
import type { FlowContext } from './context.ts';
import { STEPS } from './steps.ts';

/** Who has the floor. A person who was asked for is waited for, also while the bot goes on collecting. */
export function statusOf(snapshot: FlowSnapshot): ConversationStatus {
  if (snapshot.hasTag('closed')) return 'closed';
  if (snapshot.hasTag('agent')) return 'agent';
  if (snapshot.hasTag('waiting')) return 'waiting';
  return snapshot.context.handOff === null ? 'bot' : 'waiting';
}

/** Id of the step the bot is at, or was at when a person took the floor; null where that is no step of its own. */
export function currentStep(snapshot: FlowSnapshot): string | null {
  const paths = pathsOf(snapshot);
  const found = STEPS.filter((step) => paths.some((path) => path === step.path || path.startsWith(`${step.path}.`)));
  return found[0]?.id ?? null;
}

export type FlowSnapshot = Pick<AnyMachineSnapshot, 'hasTag' | 'historyValue'> & { value: StateValue; context: FlowContext };

function pathsOf(snapshot: FlowSnapshot): string[] {
  const now = pathOf(snapshot.value);
  if (!now.startsWith('person')) return [now];
  return (snapshot.historyValue[HISTORY] ?? []).map((node) => node.path.join('.'));
}

const HISTORY = 'back';

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([key, inner]) => (inner === undefined ? key : `${key}.${pathOf(inner)}`))
    .join('|');
}
