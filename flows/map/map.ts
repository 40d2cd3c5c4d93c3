/** The statechart of one talk's road: where it is, what is behind it, and where a person may give it back. */
import type { FlowNode } from '../../protocol/desk.ts';
import type { Words } from '../../protocol/words.ts';
import { nextItem } from '../checklist.ts';
import type { FlowContext } from '../context.ts';
import { isWithin, placeOf } from '../status.ts';
import type { FlowSnapshot } from '../status.ts';
import type { StepId } from '../step-ids.ts';
import { stepsFor } from '../steps.ts';
import type { Chart, ChartEdge, ChartNode } from './chart.ts';
import { chartOf } from './charts.ts';
import { shortestWay } from './shortest-way.ts';
import { timerWords } from './timers.ts';
import type { RunningTimer } from './timers.ts';

/** `FlowMapView` before it is worded. */
export interface FlowMap {
  title: Words;
  nodes: MapNode[];
  edges: { from: string; to: string; label?: Words; done: boolean }[];
  done: number;
  of: number;
  timers: { at: number; label: Words }[];
}

export interface MapNode extends Omit<FlowNode, 'label' | 'note'> {
  label: Words;
  note?: Words;
}

export function flowMap(snapshot: FlowSnapshot, timers: readonly RunningTimer[]): FlowMap {
  const { context } = snapshot;
  const place = placeOf(snapshot);
  const chart = chartOf(place, context);
  const all = [...chart.main, ...chart.side];
  const edges = edgesOf(chart);
  const now = standsFor(all, place, context);
  const offered = snapshot.hasTag('closed') ? [] : stepsFor(snapshot).map(({ id }) => id);
  const follows = standsFor(all, 'talk.following.open', context);
  const rows = rowsOf(chart);
  const nodes = all.map((node): MapNode => {
    const note = node === now || node.steps.includes('photos') ? node.note?.(context) : null;
    const progress = node.progress?.(context);
    return {
      id: node.id,
      label: node.label,
      ...(note ? { note } : {}),
      ...(progress === undefined ? {} : { progress }),
      state: node === now ? 'now' : node.done(context) ? 'done' : 'ahead',
      step: stepOf(node, offered, context, node === follows),
      column: chart.main.includes(node) ? 0 : 1,
      row: rows.get(node.id) ?? 0,
      ...(node.end === undefined ? {} : { end: node.end }),
    };
  });
  const states = new Map(nodes.map(({ id, state }) => [id, state]));
  const isBehind = (id: string): boolean => states.get(id) === 'done';
  const way = shortestWay(edges, chart.main[0]?.id ?? '', now?.id ?? null, chart.main.at(-1)?.id ?? '').slice(0, -1);
  return {
    title: chart.title,
    nodes,
    edges: edges.map((one) => ({ ...one, done: isBehind(one.from) && states.get(one.to) !== 'ahead' })),
    done: way.filter(isBehind).length,
    of: way.length,
    timers: timerWords(timers, context),
  };
}

/** The node that stands for a place: the one that names it most closely, and where several do, the one of the case's stage. */
function standsFor(nodes: readonly ChartNode[], place: string, context: FlowContext): ChartNode | null {
  const named = nodes.flatMap((node) => node.paths.filter((path) => isWithin(place, path)).map((path) => ({ node, length: path.length })));
  const closest = Math.max(...named.map(({ length }) => length));
  const fitting = named.filter(({ length }) => length === closest).map(({ node }) => node);
  const stage = context.case?.stage ?? 'none';
  const item = nextItem(context);
  return (
    fitting.find(({ id }) => id === item) ??
    fitting.find(({ stages }) => stages?.includes(stage)) ??
    fitting.find(({ rest }) => rest === true) ??
    fitting[0] ??
    null
  );
}

/** The photos go on with the next piece; waiting goes on where the case stands. */
function stepOf({ id, steps }: ChartNode, offered: readonly StepId[], context: FlowContext, follows: boolean): StepId | null {
  const fits = (step: StepId): boolean => (step === 'photos' ? id === nextItem(context) : step === 'following' ? follows : true);
  return steps.find((step) => offered.includes(step) && fits(step)) ?? null;
}

function edgesOf({ main, edges }: Chart): ChartEdge[] {
  const straight = main.slice(1).map(({ id }, i): ChartEdge => ({ from: main[i]?.id ?? '', to: id }));
  const isNamed = ({ from, to }: ChartEdge): boolean => edges.some((one) => one.from === from && one.to === to);
  return [...straight.filter((one) => !isNamed(one)), ...edges];
}

/** Each beside its place, or in the next row that is free. */
function rowsOf({ main, side }: Chart): Map<string, number> {
  const rows = new Map(main.map(({ id }, row) => [id, row]));
  const taken = new Set<number>();
  for (const { id, at } of side) {
    let row = rows.get(at) ?? 0;
    while (taken.has(row)) row += 1;
    taken.add(row);
    rows.set(id, row);
  }
  return rows;
}
