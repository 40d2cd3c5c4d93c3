/** Every event of every socket passes here: schema, limits, errors, answer. No handler is registered any other way. */
import type { TSchema, Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Ack, ErrorCode, Refusal } from '../../protocol/errors.ts';
import { type Because, Refused } from '../errors.ts';
import type { Log } from '../log.ts';
import { StorageError } from '../store/port.ts';

export interface Gate {
  /** Refuses with a time to wait when this socket, visitor or address has asked too much. */
  allow(event: string): { ok: true } | { ok: false; retryAfterMs: number };
  /** True while the server drains. */
  closing(): boolean;
  /** Whether whoever is at the other end may send this event at all. Absent: all may. */
  may?(event: string): boolean;
  word(code: ErrorCode, because?: Because): string;
  log: Log;
}

/** The part of a Socket.IO socket that is needed; both namespaces have it. */
interface Listens {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
}

export function on<S extends TSchema, R extends object>(
  socket: Listens,
  gate: Gate,
  event: string,
  schema: S,
  handler: (payload: Static<S>) => Promise<R> | R,
): void {
  const check = compiled(schema);
  socket.on(event, (payload: unknown, ack: unknown) => {
    void answer(payload).then((result) => {
      if (typeof ack === 'function') (ack as (a: Ack<R>) => void)(result);
    });
  });

  async function answer(payload: unknown): Promise<Ack<R>> {
    try {
      if (gate.closing()) return refusal('E_CLOSING', 1_000);
      const allowed = gate.allow(event);
      if (!allowed.ok) return refusal('E_RATE', allowed.retryAfterMs);
      if (gate.may?.(event) === false) return refusal('E_NOT_ALLOWED');
      if (!check.Check(payload)) return refusal('E_BAD_PAYLOAD');
      return { ok: true, ...(await handler(payload as Static<S>)) };
    } catch (error) {
      if (error instanceof Refused) return refusal(error.code, error.retryAfterMs, error.because);
      gate.log.error('socket.failed', { event, error });
      return refusal(error instanceof StorageError ? 'E_STORAGE' : 'E_INTERNAL');
    }
  }

  function refusal(code: ErrorCode, retryAfterMs?: number, because?: Because): Refusal {
    return { ok: false, code, text: gate.word(code, because), ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
}

// Compiling a schema costs more than a turn of the bot: once per schema, not once per socket.
const validators = new WeakMap<TSchema, { Check(value: unknown): boolean }>();

function compiled(schema: TSchema): { Check(value: unknown): boolean } {
  let validator = validators.get(schema);
  if (!validator) {
    validator = Compile(schema);
    validators.set(schema, validator);
  }
  return validator;
}
