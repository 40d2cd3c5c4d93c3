/** How each event of the desk is served: its schema and its answer. All are in one table, held against the registry of rights. */
import type { Static, TSchema } from 'typebox';
import type { AgentClientEvents } from '../../../protocol/agent-events.ts';
import { EVENT_RIGHTS } from '../../../protocol/rights.ts';
import type { Seat } from './seat.ts';

export type EventName = keyof AgentClientEvents;

export interface Served<R extends object> {
  schema: TSchema;
  answer: (seat: Seat, payload: never) => Promise<R> | R;
}

/** What an event is answered with, beside its `ok`. */
type Answer<E extends EventName> = Omit<Extract<Parameters<NonNullable<Parameters<AgentClientEvents[E]>[1]>>[0], { ok: true }>, 'ok'>;

export type Table<E extends EventName = EventName> = { [K in E]: Served<Answer<K>> };

export function served<S extends TSchema, R extends object>(
  schema: S,
  answer: (seat: Seat, payload: Static<S>) => Promise<R> | R,
): Served<R> {
  return { schema, answer };
}

/** Throws where an event has no handler, or a handler no line in the registry: such a server must not start. */
export function assertComplete(table: Table): void {
  const lines = Object.keys(EVENT_RIGHTS);
  const handlers = Object.keys(table);
  const unserved = lines.filter((name) => !handlers.includes(name));
  const unruled = handlers.filter((name) => !lines.includes(name));
  if (unserved.length + unruled.length > 0)
    throw new Error(`events without a handler: ${unserved.join(', ') || 'none'}; handlers without a line: ${unruled.join(', ') || 'none'}`);
}
