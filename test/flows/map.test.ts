/** The map of a talk’s road: true to the machine, whole, and lit in exactly one place. */
import { transition } from 'xstate';
import type { AnyStateNode } from 'xstate';
import { describe, expect, it } from 'vitest';
import { chartOf } from '../../flows/map/charts.ts';
import type { Chart } from '../../flows/map/chart.ts';
import { flowMap } from '../../flows/map/map.ts';
import type { FlowMap } from '../../flows/map/map.ts';
import { placeOf } from '../../flows/status.ts';
import { stepsFor } from '../../flows/steps.ts';
import { support } from '../../flows/support.ts';
import type { FlowMapView } from '../../protocol/desk.ts';
import type { Worded } from '../../protocol/words.ts';
import { order, PARCELS } from './facts.ts';
import { pathsOf, stamped } from './graph.ts';
import { TALKS } from './talks.ts';
import { begin } from './walk.ts';
import type { Snapshot, Walk } from './walk.ts';
import { WORLDS } from './worlds.ts';

const mei = { id: 'agent-mei', name: 'Mei' };

describe.each(Object.entries(WORLDS))('the map of %s', (_name, world) => {
  const states = [...new Map(pathsOf(world).map(({ state }) => [JSON.stringify([state.value, factsOf(state)]), state])).values()];

  it('lights exactly one place in every state, also while a person has the floor', () => {
    const faults = new Set<string>();
    for (const state of states) {
      for (const seen of [state, after(state)]) {
        const lit = flowMap(seen, []).nodes.filter(({ state: where }) => where === 'now');
        if (lit.length !== 1)
          faults.add(`${JSON.stringify(seen.value)} at ${placeOf(seen)}: ${lit.map(({ id }) => id).join(' and ') || 'nowhere'}`);
      }
    }
    expect([...faults]).toEqual([]);
  });

  it('is drawn from states that exist, hangs together from the start to the end, and keeps each place to itself', () => {
    for (const chart of new Map(
      states.map((state) => [JSON.stringify(chartOf(placeOf(state), state.context).title), chartAt(state)]),
    ).values()) {
      for (const { paths } of nodesOf(chart)) for (const path of paths) expect(nodeAt(path), path).toBeDefined();
    }
    const faults = new Set<string>();
    for (const state of states) for (const fault of faultsOf(flowMap(state, []))) faults.add(fault);
    expect([...faults]).toEqual([]);
  });

  it('marks only what may be re-entered now', () => {
    for (const state of states) {
      const offered = stepsFor(state).map(({ id }) => id as string);
      const marked = flowMap(state, []).nodes.flatMap(({ step }) => step ?? []);
      expect(offered).toEqual(expect.arrayContaining(marked));
      expect(new Set(marked).size).toBe(marked.length);
      if (state.hasTag('closed')) expect(marked).toEqual([]);
    }
  });
});

describe('the map of missing items', () => {
  it('shows what is behind, how far the photos are, and what is ahead', () => {
    const talk = photos();
    const map = flowMap(
      talk.snapshot,
      talk.timers.map(({ id, dueAt }) => ({ name: id, dueAt })),
    );
    const main = map.nodes.filter(({ column }) => column === 0).sort((a, b) => a.row - b.row);
    expect(main.map(({ id, state }) => [id, state])).toEqual([
      ['find', 'done'],
      ['items', 'done'],
      ['case', 'done'],
      ['group', 'done'],
      ['packaging', 'now'],
      ['label', 'ahead'],
      ['scale', 'ahead'],
      ['collected', 'ahead'],
      ['warehouse', 'ahead'],
      ['remedies', 'ahead'],
      ['doing', 'ahead'],
      ['closed', 'ahead'],
    ]);
    expect(main[4]).toMatchObject({ progress: { done: 4, of: 6 }, step: 'photos' });
    expect(map.nodes.find(({ id }) => id === 'carrier')).toMatchObject({ column: 1, row: 8, state: 'ahead' });
    expect(map.edges).toContainEqual({ from: 'warehouse', to: 'carrier', label: { $t: 'line:map.edge.leftComplete' }, done: false });
    expect(map.edges.find(({ to }) => to === 'packaging')).toEqual({ from: 'group', to: 'packaging', done: true });
    expect([map.done, map.of]).toEqual([4, 11]);
    const dueAt = (name: string) => talk.timers.find(({ id }) => id.includes(name))?.dueAt;
    expect(map.timers).toEqual([
      { at: dueAt('evidenceReminder'), label: { $t: 'line:map.timer.reminder' } },
      { at: dueAt('protection'), label: { $t: 'line:map.timer.protection' } },
    ]);
  });

  it('stays where the bot was while a person has the floor, and moves with what they enter', () => {
    const talk = photos();
    talk.send({ type: 'agent.took', agent: mei });
    expect(litIn(talk)).toBe('packaging');
    talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei });
    expect(litIn(talk)).toBe('carrier');
    talk.send({ type: 'agent.recorded', finding: 'notPacked', agent: mei });
    expect(litIn(talk)).toBe('remedies');
    talk.send({ type: 'agent.closed', outcome: 'solved', agent: mei });
    expect(litIn(talk)).toBe('closed');
  });
});

it('words the timers by what they are for, the next one first', () => {
  const talk = begin();
  for (const event of TALKS['settled'] ?? []) talk.send(event);
  const map = flowMap(talk.snapshot, [
    ...talk.timers.map(({ id, dueAt }) => ({ name: id, dueAt })),
    { name: 'xstate.after.unknown', dueAt: 1 },
  ]);
  expect(map.timers.map(({ label }) => label)).toEqual([
    { $t: 'line:map.timer.agentPromise' },
    { $t: 'line:map.timer.remedyDone' },
    { $t: 'line:map.timer.protection' },
  ]);
});

it('is the desk’s map once it is worded', () => {
  const worded = (map: Worded<FlowMap>): FlowMapView => map;
  expect(worded).toBeTypeOf('function');
});

function photos(): Walk {
  const talk = begin();
  talk.send({ type: 'shopper.chose', choice: 'missing' });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p0' });
  talk.send({ type: 'shopper.finishedEvidence' });
  for (const slot of ['top', 'left', 'front', 'right']) talk.send({ type: 'shopper.addedPhoto', item: 'packaging', slot, photoId: slot });
  return talk;
}

function litIn(talk: Walk): string | undefined {
  return flowMap(talk.snapshot, []).nodes.find(({ state }) => state === 'now')?.id;
}

function faultsOf({ title, nodes, edges, done, of }: FlowMap): string[] {
  const name = JSON.stringify(title);
  const ids = nodes.map(({ id }) => id);
  const start = nodes.find(({ column, row }) => column === 0 && row === 0)?.id ?? '';
  const ends = nodes.filter(({ end }) => end === true);
  const reached = reach([start], edges);
  const leading = reach(
    ends.map(({ id }) => id),
    edges.map(({ from, to }) => ({ from: to, to: from })),
  );
  return [
    ...(ends.length === 1 ? [] : [`${name}: ${ends.length} ends`]),
    ...(new Set(ids).size === ids.length ? [] : [`${name}: a place twice`]),
    ...(new Set(nodes.map(({ column, row }) => `${column}/${row}`)).size === nodes.length ? [] : [`${name}: two in one cell`]),
    ...edges.flatMap(({ from, to }) =>
      [from, to].filter((id) => !ids.includes(id)).map((id) => `${name}: an edge to ${id}, which is not there`),
    ),
    ...ids.filter((id) => !reached.has(id)).map((id) => `${name}: nothing leads to ${id}`),
    ...ids.filter((id) => !leading.has(id)).map((id) => `${name}: ${id} leads to no end`),
    ...(done <= of && of > 0 ? [] : [`${name}: ${done} of ${of}`]),
  ];
}

function reach(from: string[], edges: readonly { from: string; to: string }[]): Set<string> {
  const seen = new Set(from);
  for (let grown = true; grown;) {
    grown = false;
    for (const edge of edges) {
      if (!seen.has(edge.from) || seen.has(edge.to)) continue;
      seen.add(edge.to);
      grown = true;
    }
  }
  return seen;
}

function chartAt(state: Snapshot): Chart {
  return chartOf(placeOf(state), state.context);
}

function nodesOf({ main, side }: Chart) {
  return [...main, ...side];
}

function nodeAt(path: string): AnyStateNode | undefined {
  return path.split('.').reduce<AnyStateNode | undefined>((node, key) => node?.states[key], support.root as AnyStateNode);
}

function after(state: Snapshot): Snapshot {
  return transition(support, state, stamped({ type: 'agent.took', agent: mei }))[0];
}

function factsOf({ context }: Snapshot): unknown[] {
  return [context.case?.stage, context.problem, context.parcel?.state, context.road, context.remedy, context.promise?.kind];
}
