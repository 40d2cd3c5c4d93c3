/** Questions: what is said, the answers on offer, and where each leads. */
import type { Icon } from '../protocol/icons.ts';
import type { Choice } from '../protocol/prompt.ts';
import { t } from '../protocol/words.ts';
import type { PromptToAsk } from './effects.ts';
import { act } from './turn.ts';
import type { Turn } from './turn.ts';

/** Says a question and offers its answers. `name` is the question's own, and the key of its text unless `tell` says it. */
export function asking(name: string, choices: readonly string[], tell?: (turn: Turn) => void) {
  return act((turn) => {
    if (tell === undefined) turn.say(`bot:${name}`);
    else tell(turn);
    turn.ask(name, quick(choices));
  });
}

export function quick(ids: readonly string[]): PromptToAsk {
  return { kind: 'choices', choices: choices(ids) };
}

export function choices(ids: readonly string[]): Choice[] {
  return ids.map((id) => choice(id));
}

export function choice(id: string, icon?: Icon): Choice {
  return icon === undefined ? { id, label: t(`choice:${id}`) } : { id, label: t(`choice:${id}`), icon };
}

/** Where each answer leads, by the id of its choice. */
export function answers<T extends object>(then: Record<string, T>) {
  return Object.entries(then).map(([id, transition]) => ({ guard: { type: 'chose' as const, params: { choice: id } }, ...transition }));
}

/** Keeps the answer to a one-by-one check. */
export function noted(check: string, answer: string) {
  return act((turn) => turn.know({ checks: { ...turn.facts.checks, [check]: answer }, misses: 0 }));
}
