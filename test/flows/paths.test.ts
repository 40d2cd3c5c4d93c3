import { transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import { STEP_IDS } from '../../flows/step-ids.ts';
import { stepsFor } from '../../flows/steps.ts';
import { support } from '../../flows/support.ts';
import { endOf, mapOf, nameOf, opened, pathsOf, stamped } from './graph.ts';
import type { World } from './graph.ts';
import { readActions, saidIn, START, understood } from './walk.ts';
import type { Happening, Snapshot } from './walk.ts';
import { WORLDS } from './worlds.ts';

const mei = { id: 'agent-mei', name: 'Mei' };

describe.each(Object.entries(WORLDS))('every path: %s', (_name, world) => {
  it('leads to an end, a dated promise or a person', () => {
    const map = new Map(Object.entries<Mapped>(mapOf(world) as unknown as Record<string, Mapped>));
    const hopeful = new Set([...map].filter(([, { state }]) => isCaredFor(state) || isElsewhere(world, state)).map(([key]) => key));
    for (let grown = true; grown;) {
      grown = false;
      for (const [key, { transitions }] of map) {
        if (hopeful.has(key) || !Object.values(transitions).some(({ state }) => hopeful.has(nameOf(state)))) continue;
        hopeful.add(key);
        grown = true;
      }
    }
    expect([...map.keys()].filter((key) => !hopeful.has(key))).toEqual([]);
    expect(map.size).toBeGreaterThan(0);
  });

  it('keeps exactly one floor, and always lets people in, start over and end', () => {
    const faults = new Set<string>();
    for (const state of statesOf(world)) {
      const name = JSON.stringify(state.value);
      if (state.tags.size !== 1) faults.add(`${name}: ${[...state.tags].join(' ')}`);
      for (const event of ANYWHERE) if (!state.can(stamped(event))) faults.add(`${name} refuses ${event.type}`);
      if (!after(state, { type: 'agent.took', agent: mei }).hasTag('agent')) faults.add(`${name} keeps a person out`);
      if (!after(state, { type: 'shopper.wantsPerson' }).hasTag(state.hasTag('agent') ? 'agent' : 'waiting'))
        faults.add(`${name} hides people`);
      if (!state.hasTag('agent') && !after(state, { type: 'shopper.startedOver' }).matches({ talk: 'welcome' }))
        faults.add(`${name} can't start over`);
      if (!after(state, { type: 'shopper.ended' }).hasTag('closed')) faults.add(`${name} can't end`);
    }
    expect([...faults]).toEqual([]);
  });

  it('goes on to the end from every step that may be re-entered, with what was collected', () => {
    const toEnd = endOf(world);
    const faults = new Set<string>();
    for (const state of sample(statesOf(world))) {
      const taken = after(state, { type: 'agent.took', agent: mei });
      for (const { id } of stepsFor(taken)) {
        const where = `${id}, given back in ${JSON.stringify(state.value)}`;
        const [back, actions] = transition(support, taken, stamped({ type: 'agent.gaveBack', step: id, agent: mei }));
        const said = saidIn(readActions(actions, START).effects);
        if (!/^bot:backAt\./u.test(said[0] ?? '')) faults.add(`${where}: begins with ${said[0] ?? 'nothing'}`);
        if (said.filter((key) => key.startsWith('bot:backAt.') || key.startsWith('bot:heard.')).length !== 1)
          faults.add(`${where}: greets twice`);
        if (back.context.agent !== null) faults.add(`${where}: the person still has the floor`);
        if (!isCaredFor(back) && !awaitsAnswer(back)) faults.add(`${where}: nothing happens in ${JSON.stringify(back.value)}`);
        for (const fact of COLLECTED) if (back.context[fact] !== taken.context[fact]) faults.add(`${where}: ${fact} is lost`);
        if (toEnd(back) === null) faults.add(`${where}: no way to the end`);
      }
    }
    expect([...faults]).toEqual([]);
  });

  it('does nothing at a step that is not offered', () => {
    for (const state of sample(statesOf(world))) {
      const taken = after(state, { type: 'agent.took', agent: mei });
      const offered = stepsFor(taken).map(({ id }) => id as string);
      for (const id of [...STEP_IDS, 'nowhere'].filter((one) => !offered.includes(one)))
        expect(taken.can(stamped({ type: 'agent.gaveBack', step: id, agent: mei })), id).toBe(false);
    }
  });
});

it('goes on where it was after a person gives back', () => {
  const state = opened(WORLDS['duties']!);
  const taken = after(state, { type: 'agent.took', agent: mei });
  expect(after(taken, { type: 'agent.gaveBack', step: 'resume', agent: mei }).value).toEqual(state.value);
});

const COLLECTED = ['order', 'parcel', 'evidence', 'missing', 'checks', 'given', 'remedy'] as const;

const ANYWHERE: readonly Happening[] = [
  { type: 'shopper.wantsPerson' },
  { type: 'shopper.startedOver' },
  { type: 'shopper.ended' },
  { type: 'agent.took', agent: mei },
  { type: 'agent.askedAgain', item: 'label', reason: 'too dark', agent: mei },
  { type: 'shopper.addedPhoto', item: 'loose', slot: 'one', photoId: 'photo-9' },
  { type: 'shopper.said', text: 'hello', understood: understood() },
];

/** Somebody owes the next word, by a date that lies ahead; or it is over. */
function isCaredFor(state: Snapshot): boolean {
  const { promise, personBy, agentPromise } = state.context;
  return (
    state.hasTag('closed') ||
    state.hasTag('agent') ||
    (agentPromise !== null && agentPromise.dueAt > START) ||
    (promise !== null && promise.dueAt > START) ||
    (personBy !== null && personBy > START)
  );
}

interface Mapped {
  state: Snapshot;
  transitions: Record<string, { state: Snapshot }>;
}

/** Another topic's ground, or the offer of a person: walked in a world of its own. */
function isElsewhere(world: World, state: Snapshot): boolean {
  return world.stopWhen(state) && (state.matches('talk') || state.matches({ person: 'offered' }));
}

/** The bot has asked something, or is looking something up. */
function awaitsAnswer(state: Snapshot): boolean {
  return (
    state.hasTag('bot') &&
    (state.can(stamped({ type: 'shopper.gaveTracking', tracking: 'X', doubtful: false })) ||
      state._nodes.some((node) => node.transitions.size > 0))
  );
}

function after(state: Snapshot, event: Happening): Snapshot {
  return transition(support, state, stamped(event))[0];
}

function statesOf(world: World): Snapshot[] {
  return pathsOf(world).map((path) => path.state);
}

function sample(states: Snapshot[]): Snapshot[] {
  const seen = new Map<string, Snapshot>();
  for (const state of states) seen.set(JSON.stringify([state.value, state.context.case?.stage, state.context.promise === null]), state);
  return [...seen.values()];
}
