/** A state with many ways to other topics would make a picture as wide as a wall: they are told in one box, a line each. */
import type { Box, Cause, Chart, Way } from './chart.ts';

const MOST = 4;

export function gatherOuts(chart: Chart): Chart {
  const kinds = new Map(chart.boxes.map((box) => [box.id, box]));
  const isOut = ({ to }: Way) => kinds.get(to)?.kind === 'out';
  const many = chart.boxes.filter(({ id }) => chart.ways.filter((way) => way.from === id && isOut(way)).length > MOST);
  const gatheredFrom = new Set(many.map(({ id }) => id));
  const kept = chart.ways.filter((way) => !(gatheredFrom.has(way.from) && isOut(way)));
  const reached = new Set(kept.map(({ to }) => to));
  const added = many.map(({ id }): Box => {
    const outs = chart.ways.filter((way) => way.from === id && isOut(way));
    const stays = outs.flatMap((way) => linesOf(way, kinds.get(way.to)?.name ?? way.to));
    return { id: `outs:${id}`, name: 'other topics', within: null, kind: 'out', floor: null, decides: false, stays };
  });
  return {
    ...chart,
    boxes: [...chart.boxes.filter(({ id, kind }) => kind !== 'out' || reached.has(id)), ...added],
    ways: [...kept, ...many.map(({ id }): Way => ({ from: id, to: `outs:${id}`, causes: [] }))],
  };
}

function linesOf({ causes }: Way, to: string): Cause[] {
  return causes.map(({ text, timer }) => ({ text: `${text} → ${to}`, timer }));
}
