/** How far from the left each slot of an ordered net stands: near what it is tied to, and never upon its neighbour. */
import type { Net, Slot } from './net.ts';

const ROUNDS = 30;
/** A line that passes wants to be straight more than a box wants its middle. */
const PASSING = 6;

/** Centres by id; the leftmost edge is at 0. */
export function inPlace({ layers, links }: Net, gap: number): Map<string, number> {
  const centre = new Map<string, number>();
  for (const layer of layers) {
    let x = 0;
    for (const { id, width } of layer) {
      centre.set(id, x + width / 2);
      x += width + gap;
    }
  }
  const ties = new Map<string, string[]>();
  for (const [from, to] of links) {
    ties.set(from, [...(ties.get(from) ?? []), to]);
    ties.set(to, [...(ties.get(to) ?? []), from]);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const layer of round % 2 === 0 ? layers : [...layers].reverse()) settle(layer, ties, centre, gap);
  }
  const left = Math.min(...layers.flat().map(({ id, width }) => (centre.get(id) ?? 0) - width / 2));
  return new Map([...centre].map(([id, x]) => [id, Math.round((x - left) * 10) / 10]));
}

interface Run {
  /** Wanted middle of the first, and the weight of that wish. */
  at: number;
  weight: number;
  slots: Slot[];
}

/** Least squares under the order: slots that would overlap move together, to the middle of what they want. */
function settle(layer: readonly Slot[], ties: ReadonlyMap<string, string[]>, centre: Map<string, number>, gap: number): void {
  const offsets = new Map<string, number>();
  let x = 0;
  layer.forEach(({ id, width }, i) => {
    const before = layer[i - 1];
    x += before ? (before.width + width) / 2 + gap : 0;
    offsets.set(id, x);
  });
  const runs: Run[] = [];
  for (const slot of layer) {
    const tied = ties.get(slot.id) ?? [];
    const wish = tied.length === 0 ? (centre.get(slot.id) ?? 0) : tied.reduce((sum, id) => sum + (centre.get(id) ?? 0), 0) / tied.length;
    const weight = slot.passes ? PASSING : tied.length === 0 ? 0.1 : 1;
    runs.push({ at: wish - (offsets.get(slot.id) ?? 0), weight, slots: [slot] });
    for (let last = runs.length - 1; last > 0; last--) {
      const [left, right] = [runs[last - 1] as Run, runs[last] as Run];
      if (left.at <= right.at) break;
      const both = left.weight + right.weight;
      runs.splice(last - 1, 2, {
        at: (left.at * left.weight + right.at * right.weight) / both,
        weight: both,
        slots: [...left.slots, ...right.slots],
      });
    }
  }
  for (const { at, slots } of runs) for (const { id } of slots) centre.set(id, at + (offsets.get(id) ?? 0));
}
