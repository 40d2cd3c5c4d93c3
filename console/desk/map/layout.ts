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

/** Words beside lines that share a place. Rows of steps and of the room between them take turns: step row 1 is grid row 3. */
export interface LabelPlace {
  /** In the main column, in the lane between both, or beside. */
  at: 'main' | 'between' | 'beside';
  kind: EdgeKind;
  gridRow: number;
  labels: string[];
}

/** The labels by their place, so that no two lie upon each other. */
export function labelPlaces(edges: readonly Edge[], nodes: readonly FlowNode[]): LabelPlace[] {
  const places = new Map<string, LabelPlace>();
  for (const edge of edges) {
    const kind = kindOf(edge, nodes);
    const from = nodes.find(({ id }) => id === edge.from);
    const to = nodes.find(({ id }) => id === edge.to);
    if (!kind || !from || !to || edge.label === undefined) continue;
    const at = kind === 'across' || kind === 'bend' ? 'between' : from.column === 0 ? 'main' : 'beside';
    const isUp = kind === 'bend' && to.row < from.row;
    const gridRow = kind === 'across' ? from.row * 2 + 1 : isUp ? from.row * 2 : from.row * 2 + 2;
    const key = `${at} ${kind} ${gridRow}`;
    const place = places.get(key) ?? { at, kind, gridRow, labels: [] };
    place.labels.push(edge.label);
    places.set(key, place);
  }
  return [...places.values()];
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
