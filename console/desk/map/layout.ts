/** Where things stand on the map, before anything is measured. */
import type { FlowMapView, FlowNode } from '../../../protocol/desk.ts';

export type Edge = FlowMapView['edges'][number];

/**
 * How an edge runs. `down`: to the next box of its column. `across`: to the box beside. `round`: past others of its column, or back up,
 * by the outer side. `bend`: to another row of the other column, by the lane between both.
 */
export type EdgeKind = 'down' | 'across' | 'round' | 'bend';

/** As one reads: row by row, the main road first. */
export function inReadingOrder(nodes: readonly FlowNode[]): FlowNode[] {
  return [...nodes].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** null: it leads to or from something that is not on the map, or to itself. */
export function kindOf(edge: Edge, nodes: readonly FlowNode[]): EdgeKind | null {
  const from = nodes.find(({ id }) => id === edge.from);
  const to = nodes.find(({ id }) => id === edge.to);
  if (!from || !to || from === to) return null;
  if (from.column !== to.column) return from.row === to.row ? 'across' : 'bend';
  if (to.row <= from.row) return 'round';
  const between = nodes.some(({ column, row }) => column === from.column && row > from.row && row < to.row);
  return between ? 'round' : 'down';
}

export interface Run {
  from: number;
  /** How many rows. */
  rows: number;
}

/** The longest run of rows that nothing stands in beside the main road; the upper one of two. */
export function freeBeside(nodes: readonly FlowNode[]): Run {
  const last = Math.max(-1, ...nodes.map(({ row }) => row));
  const taken = new Set(nodes.filter(({ column }) => column === 1).map(({ row }) => row));
  let best: Run = { from: 0, rows: 0 };
  let run: Run = { from: 0, rows: 0 };
  for (let row = 0; row <= last; row++) {
    run = taken.has(row) ? { from: row + 1, rows: 0 } : { ...run, rows: run.rows + 1 };
    if (run.rows > best.rows) best = run;
  }
  return best;
}
