/** The order within layers: few lines cross. By the middle of what each is tied to, down and up in turns, the best order kept. */
import type { Net, Slot } from './net.ts';

const ROUNDS = 16;

export function inOrder({ layers, links }: Net): Slot[][] {
  const above = tied(links, 1);
  const below = tied(links, 0);
  let current = layers.map((layer) => [...layer]);
  let best = current;
  let fewest = crossings(current, below);
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    current = swept(current, round % 2 === 0 ? above : below, round % 2 === 0);
    current = swapped(current, above, below);
    const count = crossings(current, below);
    if (count < fewest) [best, fewest] = [current, count];
  }
  return best;
}

type Ties = ReadonlyMap<string, readonly string[]>;

/** `end` 1: by what comes below, what is above it; 0: the other way round. */
function tied(links: Net['links'], end: 0 | 1): Ties {
  const ties = new Map<string, string[]>();
  for (const link of links) ties.set(link[end], [...(ties.get(link[end]) ?? []), link[1 - end] as string]);
  return ties;
}

function swept(layers: Slot[][], ties: Ties, isDown: boolean): Slot[][] {
  const next = [...layers];
  const indices = layers.map((_, i) => i);
  for (const i of isDown ? indices.slice(1) : indices.slice(0, -1).reverse()) {
    const place = placesOf(next[isDown ? i - 1 : i + 1] ?? []);
    const layer = next[i] ?? [];
    const middle = new Map(layer.map(({ id }, at) => [id, middleOf((ties.get(id) ?? []).map((other) => place.get(other) ?? 0)) ?? at]));
    next[i] = layer
      .map((slot, at) => ({ slot, at }))
      .sort((a, b) => (middle.get(a.slot.id) ?? 0) - (middle.get(b.slot.id) ?? 0) || a.at - b.at)
      .map(({ slot }) => slot);
  }
  return next;
}

/** Neighbours change places where fewer lines cross then. */
function swapped(layers: Slot[][], above: Ties, below: Ties): Slot[][] {
  const next = layers.map((layer) => [...layer]);
  for (let again = 0; again < 4; again++) {
    let moved = false;
    next.forEach((layer, i) => {
      const up = placesOf(next[i - 1] ?? []);
      const down = placesOf(next[i + 1] ?? []);
      for (let at = 0; at + 1 < layer.length; at++) {
        const [left, right] = [layer[at] as Slot, layer[at + 1] as Slot];
        const cost = (a: Slot, b: Slot) =>
          crossed(above.get(a.id) ?? [], above.get(b.id) ?? [], up) + crossed(below.get(a.id) ?? [], below.get(b.id) ?? [], down);
        if (cost(right, left) >= cost(left, right)) continue;
        [layer[at], layer[at + 1]] = [right, left];
        moved = true;
      }
    });
    if (!moved) break;
  }
  return next;
}

function crossed(left: readonly string[], right: readonly string[], place: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const a of left) for (const b of right) if ((place.get(a) ?? 0) > (place.get(b) ?? 0)) count += 1;
  return count;
}

function crossings(layers: readonly Slot[][], below: Ties): number {
  let count = 0;
  layers.forEach((layer, i) => {
    const place = placesOf(layers[i + 1] ?? []);
    layer.forEach((left, at) => {
      for (const right of layer.slice(at + 1)) count += crossed(below.get(left.id) ?? [], below.get(right.id) ?? [], place);
    });
  });
  return count;
}

function placesOf(layer: readonly Slot[]): Map<string, number> {
  return new Map(layer.map(({ id }, at) => [id, at]));
}

function middleOf(places: readonly number[]): number | null {
  return places.length === 0 ? null : places.reduce((sum, place) => sum + place, 0) / places.length;
}
