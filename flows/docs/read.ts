/** The machine as charts: one for each topic, one for what is heard anywhere, and the whole. */
import type { AnyStateNode } from 'xstate';
import type { FloorTag } from '../setup.ts';
import { causeOf, gathered, transitionsOf } from './causes.ts';
import type { Box, Cause, Chart, Way } from './chart.ts';
import { gatherOuts } from './ways-out.ts';

const FLOORS = ['bot', 'waiting', 'agent', 'closed'] as const satisfies readonly FloorTag[];

export interface Topic {
  id: string;
  node: AnyStateNode;
}

/** The children of the root, and of those that are no topic but hold some, theirs. */
export function topicsOf(root: AnyStateNode): Topic[] {
  return childrenOf(root)
    .flatMap((node) => (node.key === HOLDER ? childrenOf(node) : [node]))
    .map((node) => ({ id: node.key, node }));
}

const HOLDER = 'talk';

export function topicChart(topic: Topic, topics: readonly Topic[]): Chart {
  const { id, node } = topic;
  const drawing = new Drawing(topics);
  const states = nodesOf(node);
  for (const state of states.filter(isLeaf)) drawing.add(stateBox(state, node));
  if (!isLeaf(node)) {
    drawing.add({ ...BARE, id: 'start', name: 'start', kind: 'start' });
    drawing.way('start', boxId(firstLeaf(node)), null);
  }
  for (const [at, from] of entrances(topic, topics)) {
    drawing.add({ ...BARE, id: `in:${at}`, name: `from ${from.join(', ')}`, kind: 'in' });
    drawing.way(`in:${at}`, at, null);
  }
  for (const state of states) drawing.transitions(state, node);
  return gatherOuts({ id, title: id, ...drawing.done() });
}

/** What the root and the talk hear wherever they are. */
export function anywhereChart(root: AnyStateNode, topics: readonly Topic[]): Chart {
  const drawing = new Drawing(topics);
  for (const node of [root, ...childrenOf(root).filter(({ key }) => key === HOLDER)]) drawing.transitions(node, null);
  return gatherOuts({ id: 'anywhere', title: 'anywhere', ...drawing.done() });
}

/** The topics as boxes. */
export function wholeChart(root: AnyStateNode, topics: readonly Topic[]): Chart {
  const ways: Way[] = [];
  const add = (from: string, to: string) => {
    if (from !== to && !ways.some((way) => way.from === from && way.to === to)) ways.push({ from, to, causes: [] });
  };
  const holders = [root, ...childrenOf(root).filter(({ key }) => key === HOLDER)];
  for (const [from, nodes] of [
    ...holders.map((node): [string, AnyStateNode[]] => [anywhereName(node), [node]]),
    ...topics.map(({ id, node }): [string, AnyStateNode[]] => [id, nodesOf(node)]),
  ]) {
    for (const one of nodes.flatMap(transitionsOf))
      for (const target of one.target ?? []) add(from, topicOf(target, topics)?.id ?? anywhereName(target));
  }
  const boxes: Box[] = [
    { ...BARE, id: 'start', name: 'start', kind: 'start' },
    ...holders.map((node): Box => ({ ...BARE, id: anywhereName(node), name: anywhereName(node), kind: 'anywhere' })),
    ...topics.map(({ id, node }): Box => ({ ...BARE, id, name: id, kind: 'topic', floor: sharedFloor(node) })),
  ];
  const first = topicOf(firstLeaf(root), topics);
  return { id: 'whole', title: 'the whole', boxes, ways: [...(first ? [{ from: 'start', to: first.id, causes: [] }] : []), ...ways] };
}

const BARE = { within: null, floor: null, decides: false, stays: [] as Cause[] };

class Drawing {
  readonly #topics: readonly Topic[];
  readonly #boxes = new Map<string, Box>();
  readonly #ways = new Map<string, Way>();

  constructor(topics: readonly Topic[]) {
    this.#topics = topics;
  }

  add(box: Box): void {
    if (!this.#boxes.has(box.id)) this.#boxes.set(box.id, box);
  }

  way(from: string, to: string, cause: Way['causes'][number] | null): void {
    const key = `${from} > ${to}`;
    const way = this.#ways.get(key) ?? { from, to, causes: [] };
    if (cause) way.causes.push(cause);
    this.#ways.set(key, way);
  }

  /** `within`: the topic that is drawn; targets beyond it are ways out. */
  transitions(state: AnyStateNode, within: AnyStateNode | null): void {
    const all = transitionsOf(state);
    if (all.length === 0) return;
    const from = isLeaf(state) ? boxId(state) : `anywhere:${boxId(state)}`;
    if (!isLeaf(state)) this.add({ ...BARE, id: from, name: anywhereName(state), kind: 'anywhere', stays: staysOf(state) });
    for (const one of all) {
      for (const target of one.target ?? []) {
        const to = within !== null && isIn(target, within) ? boxId(firstLeaf(target)) : this.#out(target);
        const cause = causeOf(one, all);
        if (to === from) this.#boxes.get(from)?.stays.push({ ...cause, text: `${cause.text}, again` });
        else this.way(from, to, cause);
      }
    }
  }

  #out(target: AnyStateNode): string {
    const topic = topicOf(target, this.#topics);
    const name = topic === null || topic.node === target ? (topic?.id ?? target.key) : `${topic.id}: ${pathIn(target, topic.node)}`;
    this.add({ ...BARE, id: `out:${name}`, name, kind: 'out' });
    return `out:${name}`;
  }

  done(): Pick<Chart, 'boxes' | 'ways'> {
    return { boxes: [...this.#boxes.values()], ways: [...this.#ways.values()].map((way) => ({ ...way, causes: gathered(way.causes) })) };
  }
}

function stateBox(state: AnyStateNode, topic: AnyStateNode): Box {
  const parent = state === topic || state.parent === topic ? null : (state.parent ?? null);
  const heard = transitionsOf(state);
  return {
    id: boxId(state),
    name: state.key,
    within: parent && pathIn(parent, topic),
    kind: 'state',
    floor: floorOf(state),
    decides: heard.length > 0 && heard.every(({ eventType }) => eventType === ''),
    stays: staysOf(state),
  };
}

function staysOf(state: AnyStateNode): Cause[] {
  const all = transitionsOf(state);
  return gathered(all.filter(({ target }) => target === undefined || target.length === 0).map((one) => causeOf(one, all)));
}

/** By state, the topics from which it is gone to. */
function entrances(topic: Topic, topics: readonly Topic[]): [at: string, from: string[]][] {
  const found = new Map<string, string[]>();
  for (const other of topics.filter(({ id }) => id !== topic.id)) {
    for (const target of nodesOf(other.node)
      .flatMap(transitionsOf)
      .flatMap((one) => one.target ?? [])) {
      if (!isIn(target, topic.node)) continue;
      const at = boxId(firstLeaf(target));
      found.set(at, [...new Set([...(found.get(at) ?? []), other.id])]);
    }
  }
  return [...found];
}

function floorOf(node: AnyStateNode): FloorTag | null {
  const own = FLOORS.find((floor) => node.tags.includes(floor));
  return own ?? (node.parent ? floorOf(node.parent) : null);
}

/** Where all states of a topic have one. */
function sharedFloor(node: AnyStateNode): FloorTag | null {
  const floors = new Set(nodesOf(node).filter(isLeaf).map(floorOf));
  return floors.size === 1 ? ([...floors][0] ?? null) : null;
}

function topicOf(node: AnyStateNode, topics: readonly Topic[]): Topic | null {
  return topics.find((topic) => isIn(node, topic.node)) ?? null;
}

function firstLeaf(node: AnyStateNode): AnyStateNode {
  const [first] = node.initial?.target ?? [];
  return first && !isLeaf(node) ? firstLeaf(first) : node;
}

function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states) as AnyStateNode[];
}

function isLeaf(node: AnyStateNode): boolean {
  return childrenOf(node).length === 0;
}

function isIn(node: AnyStateNode, other: AnyStateNode): boolean {
  return node === other || (node.parent ? isIn(node.parent, other) : false);
}

function boxId(node: AnyStateNode): string {
  return node.path.join('.');
}

function pathIn(node: AnyStateNode, topic: AnyStateNode): string {
  return node.path.slice(topic.path.length).join(' · ');
}

function anywhereName(node: AnyStateNode): string {
  return node.parent ? `anywhere in ${node.key}` : 'anywhere at all';
}
