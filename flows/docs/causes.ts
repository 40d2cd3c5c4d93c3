/** The words of a transition: its event, and in brackets its guard. */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Cause } from './chart.ts';

/** All that a state hears or does by itself, in the order in which it is tried. */
export function transitionsOf(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...(node.always ?? []), ...[...node.transitions.values()].flat()];
}

/** `among`: the state's own transitions; one without a guard after others of its event is what happens else. */
export function causeOf(one: AnyTransitionDefinition, among: readonly AnyTransitionDefinition[]): Cause {
  const eventType = String(one.eventType);
  const guard = guardText(one.guard);
  const sameEvent = among.filter((other) => other.eventType === eventType);
  const isElse = guard === null && sameEvent.indexOf(one) > 0;
  const said = guard === null ? (isElse ? ' [else]' : '') : ` [${guard}]`;
  return { text: `${eventName(eventType)}${said}`, timer: isTimer(eventType) };
}

/** Of causes of one event the guards are gathered: `shopper.chose [haveBox, unsure]`. */
export function gathered(causes: readonly Cause[]): Cause[] {
  const guards = new Map<string, { timer: boolean; all: string[] }>();
  for (const { text, timer } of causes) {
    const [, event = text, guard] = /^(.*?)(?: \[(.*)\])?$/s.exec(text) ?? [];
    const known = guards.get(event) ?? { timer, all: [] };
    if (guard !== undefined && !known.all.includes(guard)) known.all.push(guard);
    guards.set(event, known);
  }
  return [...guards].map(([event, { timer, all }]) => ({ timer, text: all.length === 0 ? event : `${event} [${all.join(', ')}]` }));
}

function eventName(type: string): string {
  if (type === '') return 'at once';
  const after = /^xstate\.after\.([^.]+)\./.exec(type);
  return after ? `after ${after[1]}` : type;
}

/** Time runs out by `after`, and by the moments that a step asked to be called at. */
function isTimer(type: string): boolean {
  return /^xstate\.after\.|\.(fellDue|nears)$/.test(type);
}

function guardText(guard: unknown): string | null {
  if (guard === undefined || guard === null) return null;
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') return sourceText(String(guard));
  const { type, params } = guard as { type: string; params?: Record<string, unknown> };
  const values = params && typeof params === 'object' ? Object.values(params).map(String) : [];
  if (type === 'chose') return values.join(', ');
  return values.length === 0 ? type : `${type} ${values.join(', ')}`;
}

/** A guard that has no name is told by what it says. */
function sourceText(source: string): string {
  const body = source
    .replace(/\s+/g, ' ')
    .replace(/^\(.*?\)\s*=>\s*/, '')
    .replace(/\bcontext\??\./g, '')
    .replace(/\(\{ ?context(?:, ?event)? ?\}\)/g, '()')
    .replaceAll("['", '.')
    .replaceAll("']", '')
    .replaceAll(' === ', ' = ')
    .replaceAll(' !== ', ' ≠ ')
    .replaceAll(' && ', ' and ')
    .replaceAll(' || ', ' or ')
    .replaceAll("'", '');
  return body.length > LONGEST ? `${body.slice(0, LONGEST).trimEnd()} …` : body;
}

const LONGEST = 110;
