/** A person settles a promise by hand: it was kept elsewhere, or it no longer holds. The shopper sees which date it was. */
import type { FlowContext } from '../context.ts';
import type { FlowEvent } from '../events.ts';
import { by } from '../promises.ts';
import { actOn } from '../turn.ts';

export const settledByHand = {
  // Whoever still waits for a person keeps that date.
  guard: ({ context, event }: { context: FlowContext; event: FlowEvent }) =>
    event.type === 'agent.settledPromise' && dueOf(context, event.kind) !== null,
  actions: actOn('agent.settledPromise', (turn, { kind, state }) => {
    const due = dueOf(turn.facts, kind);
    if (due === null) return;
    if (kind === 'agentPromise') turn.settleByAgent(state);
    else if (kind === 'personAnswer') turn.settlePerson(state);
    else if (turn.facts.promise?.kind === kind) turn.settlePromise(state);
    else turn.settleBeside(kind, state);
    turn.line(`line:promise.${state}`, { by: by(due) }, 'clock');
  }),
};

function dueOf({ promise, besides, agentPromise, personBy, handOff }: FlowContext, kind: string): number | null {
  if (kind === 'agentPromise') return agentPromise?.dueAt ?? null;
  if (kind === 'personAnswer') return handOff === null ? personBy : null;
  return [promise, ...besides.map((one) => one.promise)].find((one) => one?.kind === kind)?.dueAt ?? null;
}
