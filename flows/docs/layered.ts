/**
 * Where boxes stand and how lines run: in layers from top to bottom. What is said beside a line is a box too, so that no two ever lie
 * upon each other; a line that passes a layer has a place of its own in it. Everything follows from the input alone.
 */
import type { Net, Slot } from './net.ts';
import { inOrder } from './order.ts';
import { inPlace } from './place.ts';

export interface Size {
  id: string;
  width: number;
  height: number;
}

export interface Line {
  from: string;
  to: string;
  /** What is said beside it, if anything. */
  label: Size | null;
}

export interface Placed {
  x: number;
  y: number;
}

export interface Laid {
  width: number;
  height: number;
  /** Upper left corners, of boxes and labels. */
  at: Map<string, Placed>;
  /** Points from box to box, of each line in the order given; between two with another x a curve, else straight. */
  routes: { points: Placed[]; /** It runs against the reading direction. */ back: boolean }[];
}

const GAP_X = 22;
const GAP_Y = 34;
/** So much more room for each line that turns between two layers. */
const GAP_PER_LINE = 3;
const MOST_GAP_Y = 96;

export function layOut(sizes: readonly Size[], lines: readonly Line[]): Laid {
  const back = backward(sizes, lines);
  const { net, chains } = netOf(sizes, lines, back);
  const ordered = { ...net, layers: inOrder(net) };
  const centres = inPlace(ordered, GAP_X);
  return drawn(ordered, centres, chains, back);
}

/** Lines that close a circle: depth first, in the order given. */
function backward(sizes: readonly Size[], lines: readonly Line[]): boolean[] {
  const state = new Map<string, 'open' | 'done'>();
  const back = lines.map(() => false);
  const visit = (id: string) => {
    state.set(id, 'open');
    lines.forEach(({ from, to }, i) => {
      if (from !== id) return;
      if (state.get(to) === 'open') back[i] = true;
      else if (!state.has(to)) visit(to);
    });
    state.set(id, 'done');
  };
  for (const { id } of sizes) if (!state.has(id)) visit(id);
  return back;
}

interface Chain {
  /** Slots from the upper box to the lower. */
  slots: string[];
}

function netOf(sizes: readonly Size[], lines: readonly Line[], back: readonly boolean[]): { net: Net; chains: Chain[] } {
  const ends = lines.map(({ from, to }, i) => (back[i] ? { up: to, down: from } : { up: from, down: to }));
  const depth = depths(sizes, lines, ends);
  const layers: Slot[][] = [];
  const put = (layer: number, slot: Slot) => (layers[layer] ??= []).push(slot);
  for (const size of sizes) put(depth.get(size.id) ?? 0, { ...size, passes: false });
  const links: Net['links'] = [];
  const chains = lines.map(({ label }, i): Chain => {
    const { up, down } = ends[i] ?? { up: '', down: '' };
    const [from, to] = [depth.get(up) ?? 0, depth.get(down) ?? 0];
    // A label stands near the box it speaks of: where its line begins.
    const labelled = back[i] ? to - 1 : from + 1;
    const slots = [up];
    for (let layer = from + 1; layer < to; layer++) {
      const isLabel = label !== null && layer === labelled;
      const slot = isLabel ? { ...label, passes: false } : { id: `${i}@${layer}`, width: 2, height: 0, passes: true };
      put(layer, slot);
      slots.push(slot.id);
    }
    slots.push(down);
    slots.slice(1).forEach((slot, at) => links.push([slots[at] ?? '', slot]));
    return { slots };
  });
  for (let i = 0; i < layers.length; i++) layers[i] ??= [];
  return { net: { layers, links }, chains };
}

/** The longest way from above, with room for a label in between. */
function depths(sizes: readonly Size[], lines: readonly Line[], ends: readonly { up: string; down: string }[]): Map<string, number> {
  const depth = new Map(sizes.map(({ id }) => [id, 0]));
  for (let round = 0; round <= sizes.length; round++) {
    let moved = false;
    ends.forEach(({ up, down }, i) => {
      const least = (depth.get(up) ?? 0) + (lines[i]?.label ? 2 : 1);
      if ((depth.get(down) ?? 0) >= least) return;
      depth.set(down, least);
      moved = true;
    });
    if (!moved) break;
  }
  // A box that only leads away stands right above where it leads.
  for (const { id } of sizes) {
    const below = ends.flatMap(({ up, down }, i) => (up === id ? [(depth.get(down) ?? 0) - (lines[i]?.label ? 2 : 1)] : []));
    if (below.length > 0 && !ends.some(({ down }) => down === id)) depth.set(id, Math.min(...below));
  }
  return depth;
}

function drawn(net: Net, centres: ReadonlyMap<string, number>, chains: readonly Chain[], back: readonly boolean[]): Laid {
  const slots = new Map(net.layers.flat().map((slot) => [slot.id, slot]));
  const layerOf = new Map(net.layers.flatMap((layer, i) => layer.map(({ id }) => [id, i] as const)));
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  net.layers.forEach((layer, i) => {
    tops[i] = y;
    bottoms[i] = y + Math.max(0, ...layer.map(({ height }) => height));
    const leaving = net.links.filter(([from]) => layerOf.get(from) === i).length;
    y = bottoms[i] + Math.min(MOST_GAP_Y, GAP_Y + leaving * GAP_PER_LINE);
  });

  const at = new Map<string, Placed>();
  for (const [id, { width, passes }] of slots) {
    if (!passes) at.set(id, { x: (centres.get(id) ?? 0) - width / 2, y: tops[layerOf.get(id) ?? 0] ?? 0 });
  }
  const ports = portsOf(net, centres, slots);
  const routes = chains.map(({ slots: chain }, i) => {
    const points = chain.slice(1).flatMap((to, step) => {
      const from = chain[step] ?? '';
      const [upper, lower] = [layerOf.get(from) ?? 0, layerOf.get(to) ?? 0];
      const leaves = ports.get(`${from} > ${to} from`) ?? 0;
      const arrives = ports.get(`${from} > ${to} to`) ?? 0;
      const slot = slots.get(from);
      return [
        { x: leaves, y: (tops[upper] ?? 0) + (slot?.passes ? 0 : (slot?.height ?? 0)) },
        { x: leaves, y: bottoms[upper] ?? 0 },
        { x: arrives, y: tops[lower] ?? 0 },
      ];
    });
    return { points: back[i] ? points.reverse() : points, back: back[i] ?? false };
  });
  const right = Math.max(
    0,
    ...[...at].map(([id, { x }]) => x + (slots.get(id)?.width ?? 0)),
    ...routes.flatMap(({ points }) => points.map(({ x }) => x)),
  );
  return { width: right, height: Math.max(0, ...bottoms), at, routes };
}

/** Where lines touch a box: beside each other, in the order in which they come. */
function portsOf(net: Net, centres: ReadonlyMap<string, number>, slots: ReadonlyMap<string, Slot>): Map<string, number> {
  const ports = new Map<string, number>();
  const spread = (id: string, links: Net['links'], end: 'from' | 'to') => {
    const { width = 0, passes = true } = slots.get(id) ?? {};
    const other = ([from, to]: [string, string]) => centres.get(end === 'from' ? to : from) ?? 0;
    const sorted = [...links].sort((a, b) => other(a) - other(b));
    const room = passes ? 0 : Math.min(width - 24, (sorted.length - 1) * 18);
    sorted.forEach(([from, to], i) => {
      const shift = sorted.length < 2 ? 0 : (i / (sorted.length - 1) - 0.5) * room;
      ports.set(`${from} > ${to} ${end}`, (centres.get(id) ?? 0) + shift);
    });
  };
  for (const id of slots.keys()) {
    spread(
      id,
      net.links.filter(([from]) => from === id),
      'from',
    );
    spread(
      id,
      net.links.filter(([, to]) => to === id),
      'to',
    );
  }
  return ports;
}
