/** The console's line to the server: the types; `connection.ts` makes one, the gallery and tests hand in another. */
import type { ReadonlySignal } from '@preact/signals';
import type { AgentClientEvents, AgentServerEvents } from '../../protocol/agent-events.ts';
import type { ErrorCode, Refusal } from '../../protocol/errors.ts';

/** What an event is answered with when it was not refused. */
export type AnswerTo<E extends keyof AgentClientEvents> =
  NonNullable<Parameters<AgentClientEvents[E]>[1]> extends (answer: infer A) => void ? Exclude<A, Refusal> : never;

/** `connecting` at first; `lost`: tries again by itself; `out`: signed out, and nothing is tried. */
export type LineState = 'connecting' | 'open' | 'lost' | 'out';

export interface Wire {
  readonly state: ReadonlySignal<LineState>;
  /** Rejects with `WireRefusal` when refused, and with code `E_LINE` where no answer came within ten seconds. */
  ask<E extends keyof AgentClientEvents>(event: E, payload: Parameters<AgentClientEvents[E]>[0]): Promise<AnswerTo<E>>;
  /** Returns how to stop hearing it. */
  on<E extends keyof AgentServerEvents>(event: E, hear: AgentServerEvents[E]): () => void;
  close(): void;
}

export class WireRefusal extends Error {
  override readonly name = 'WireRefusal';
  readonly code: ErrorCode | 'E_LINE';
  /** For the reader; worded by the server. */
  readonly text: string;
  readonly retryAfterMs: number | undefined;
  constructor(code: ErrorCode | 'E_LINE', text: string, retryAfterMs?: number) {
    super(code);
    this.code = code;
    this.text = text;
    this.retryAfterMs = retryAfterMs;
  }
}
