/**
 * The only file of the server that knows XState. A step is pure: snapshot and event in, snapshot and lists out.
 *
 * XState's delayed transitions show as `xstate.raise` with a delay, and leaving them as `xstate.cancel`; both are
 * handed out as timers for the change to store, since nothing may wait in memory for something a shopper was promised.
 */
import { createActor, initialTransition, type ExecutableActionObject, type SnapshotFrom } from 'xstate';
import type { Policy } from '../../protocol/settings.ts';
import type { FlowInput } from '../../flows/context.ts';
import type { ClosedDays } from '../../flows/dates.ts';
import type { Effect } from '../../flows/effects.ts';
import type { AgentEvent, FlowEvent, Stamp } from '../../flows/events.ts';
import { currentStep as stepOf, statusOf } from '../../flows/status.ts';
import { support } from '../../flows/support.ts';
import { FLOW_VERSION, migrate } from '../../flows/versions.ts';
import { defaultPolicy } from '../settings.ts';
import type { ConversationStatus } from '../../protocol/conversation.ts';

export type FlowState = SnapshotFrom<typeof support>;
export interface StoredFlow {
  version: number;
  snapshot: unknown;
}

export interface Step {
  flow: FlowState;
  effects: Effect[];
  timers: { start: { name: string; event: { type: string }; delayMs: number }[]; cancel: string[] };
  status: ConversationStatus;
}

export function begin(input: FlowInput): Step {
  return toStep(initialTransition(support, input));
}

/**
 * What XState's own `transition()` makes anew for every call: an actor that never starts. Making it runs the whole
 * first step of the machine, which costs as much as the step that is wanted, so one is kept.
 */
type Scope = Parameters<typeof support.transition>[2];
const still = createActor(support, { input: { policy: defaultPolicy, tz: 'UTC', at: 0 } });
const nothing = (): void => undefined;
const inert: Omit<Scope, 'actionExecutor'> = {
  self: still,
  system: still.system,
  id: '',
  sessionId: '',
  defer: nothing,
  logger: nothing,
  stopChild: nothing,
  emit: nothing,
};

/** Policy and holidays are the shop's of this moment, so that an owner's change holds from the next event on. */
export function step(
  flow: FlowState,
  event: FlowEvent | ({ type: string } & Stamp),
  policy: Policy,
  closedDays: ClosedDays = NO_DAYS,
): Step {
  const { context } = flow;
  if (context.policy !== policy || context.closedDays !== closedDays) flow = { ...flow, context: { ...context, policy, closedDays } };
  const actions: ExecutableActionObject[] = [];
  const scope: Scope = { ...inert, actionExecutor: (action) => void actions.push(action) };
  return toStep([support.transition(flow, event as FlowEvent, scope), actions]);
}

/** As plain JSON for the store; without policy and holidays, which are the shop's and not the conversation's. */
export function freeze(flow: FlowState): StoredFlow {
  const persisted = support.getPersistedSnapshot(flow) as unknown as { context: object };
  return { version: FLOW_VERSION, snapshot: { ...persisted, context: { ...persisted.context, policy: undefined, closedDays: undefined } } };
}

/** null when this version can't read it: the conversation then goes to a person, with everything said still there. */
export function thaw(stored: StoredFlow, policy: Policy): FlowState | null {
  try {
    const snapshot = migrate(stored) as { context: object } | null;
    if (snapshot === null) return null;
    const whole = { ...snapshot, context: { ...snapshot.context, policy, closedDays: NO_DAYS } };
    type Restore = Parameters<typeof support.restoreSnapshot>;
    // The second argument is the scope of invoked actors; our flows have none.
    return support.restoreSnapshot(whole as unknown as Restore[0], {} as Restore[1]);
  } catch {
    return null;
  }
}

/** Whether this event would do anything to the talk as it stands. */
export function accepts(flow: FlowState, event: AgentEvent, at: number): boolean {
  return flow.can({ ...event, at, fresh: '' });
}

/** Where the bot is, or was last, for the flow map; null when it can't be read. */
export function currentStep(stored: StoredFlow, policy: Policy): string | null {
  const flow = thaw(stored, policy);
  return flow && stepOf(flow);
}

const NO_DAYS: ClosedDays = [];

function toStep([flow, actions]: readonly [FlowState, readonly ExecutableActionObject[]]): Step {
  const result: Step = { flow, effects: [], timers: { start: [], cancel: [] }, status: statusOf(flow) };
  for (const action of actions) {
    const params = (action.params ?? {}) as Record<string, unknown>;
    if (action.type === 'xstate.raise') {
      if (typeof params['delay'] !== 'number') continue;
      // When it comes due it is stamped anew; what it is about is its own.
      const { at: _at, fresh: _fresh, ...event } = params['event'] as { type: string; at?: number; fresh?: string };
      const name = typeof params['id'] === 'string' ? params['id'] : event.type;
      stop(name);
      result.timers.start.push({ name, event, delayMs: params['delay'] });
    } else if (action.type === 'xstate.cancel') {
      stop(String(params['sendId']));
    } else if (!action.type.startsWith('xstate.')) {
      result.effects.push({ name: action.type, params: action.params } as Effect);
    }
  }
  return result;

  // In the order of the actions: a timer started and left within one step must not be stored.
  function stop(name: string): void {
    result.timers.start = result.timers.start.filter((timer) => timer.name !== name);
    result.timers.cancel.push(name);
  }
}
