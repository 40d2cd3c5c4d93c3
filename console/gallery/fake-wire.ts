import { signal, type Signal } from '@preact/signals';
import type { AgentClientEvents, AgentServerEvents } from '../../protocol/agent-events.ts';
import type { AnswerTo, LineState, Wire } from '../shared/wire.ts';
import { WireRefusal } from '../shared/wire.ts';

type Answers = { [E in keyof AgentClientEvents]?: (payload: Parameters<AgentClientEvents[E]>[0]) => AnswerTo<E> | Promise<AnswerTo<E>> };

export interface FakeWire extends Wire {
  readonly state: Signal<LineState>;
  /** What was asked, oldest first. */
  readonly asked: { event: keyof AgentClientEvents; payload: unknown }[];
  /** As if the server had said it. */
  push<E extends keyof AgentServerEvents>(event: E, ...payload: Parameters<AgentServerEvents[E]>): void;
  /** Other answers from now on. */
  answer(answers: Answers): void;
}

/** A line whose other end is a table of answers. What has none is answered with a bare yes. */
export function fakeWire(answers: Answers, state: LineState = 'open'): FakeWire {
  const table: Answers = { ...answers };
  const hearers = new Map<string, Set<(payload: never) => void>>();
  const line = signal(state);
  const asked: FakeWire['asked'] = [];
  return {
    state: line,
    asked,
    async ask(event, payload) {
      if (line.value !== 'open') throw new WireRefusal('E_LINE', 'No line to the server.');
      asked.push({ event, payload });
      const answer = table[event] as ((payload: unknown) => unknown) | undefined;
      return (await (answer ? answer(payload) : { ok: true })) as never;
    },
    on(event, hear) {
      const those = hearers.get(event) ?? new Set();
      hearers.set(event, those.add(hear));
      return () => void those.delete(hear);
    },
    push(event, ...payload) {
      for (const hear of hearers.get(event) ?? []) (hear as (...payload: unknown[]) => void)(...payload);
    },
    answer: (more) => void Object.assign(table, more),
    close: () => undefined,
  };
}
