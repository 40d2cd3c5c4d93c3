/** Edges as paths between measured boxes. Pixels from the chart's upper left corner, whichever way one reads. */
import type { FlowNode } from '../../../protocol/desk.ts';
import { kindOf, type Edge } from './layout.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Line {
  key: string;
  path: string;
  /** The arrow's head at its end. */
  head: string;
  done: boolean;
}

/** How far from its column the first that goes round runs, and how far apart those beside it. */
const LANE = 14;
const APART = 7;
const CORNER = 7;
const HEAD = 5;

export function linesOf(edges: readonly Edge[], nodes: readonly FlowNode[], boxes: ReadonlyMap<string, Box>, rtl: boolean): Line[] {
  const lanes = { 0: 0, 1: 0, between: 0 };
  return edges.flatMap((edge) => {
    const kind = kindOf(edge, nodes);
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    const column = nodes.find(({ id }) => id === edge.from)?.column ?? 0;
    if (!kind || !from || !to) return [];
    // +1 where the outer side of this column is to the right.
    const outer = (column === 1) !== rtl ? 1 : -1;
    const line = { key: `${edge.from}>${edge.to}`, done: edge.done };
    switch (kind) {
      case 'down':
        return [{ ...line, ...through(middle(from), bottom(from), [[middle(from), to.top]]) }];
      case 'across':
        return [{ ...line, ...through(side(from, -outer), centre(from), [[side(to, outer), centre(from)]]) }];
      case 'round': {
        const lane = outer > 0 ? Math.max(side(from, 1), side(to, 1)) : Math.min(side(from, -1), side(to, -1));
        const x = lane + outer * (LANE + APART * lanes[column]++);
        const [leaves, enters] = [from.top + from.height * 0.62, to.top + to.height * 0.5];
        return [
          {
            ...line,
            ...through(side(from, outer), leaves, [
              [x, leaves],
              [x, enters],
              [side(to, outer), enters],
            ]),
          },
        ];
      }
      case 'bend': {
        const [start, end] = [side(from, -outer), side(to, outer)];
        const shift = APART * (Math.ceil(lanes.between / 2) * (lanes.between % 2 ? 1 : -1));
        lanes.between += 1;
        const x = (start + end) / 2 + shift;
        // Off the middle, where the edges to and from beside are.
        const [low, high] = to.top > from.top ? [0.74, 0.26] : [0.26, 0.74];
        const [leaves, enters] = [from.top + from.height * low, to.top + to.height * high];
        return [
          {
            ...line,
            ...through(start, leaves, [
              [x, leaves],
              [x, enters],
              [end, enters],
            ]),
          },
        ];
      }
    }
  });
}

/** Both ways between the step a talk is at and the people beside the road: out above, back below. */
export function linesToPeople(now: Box, people: Box): Line[] {
  const right = people.left > now.left;
  const [here, there] = right ? [side(now, 1), side(people, -1)] : [side(now, -1), side(people, 1)];
  const within = (y: number) => Math.min(Math.max(y, people.top + 24), bottom(people) - 24);
  const x = (here + there) / 2;
  const [up, down] = [now.top + now.height * 0.32, now.top + now.height * 0.68];
  const [upThere, downThere] = [within(up), within(down)];
  const apart = upThere === downThere ? 12 : 0;
  const turn = up === upThere ? 0 : APART;
  return [
    {
      key: 'out',
      done: false,
      ...through(here, up, [
        [x + turn, up],
        [x + turn, upThere],
        [there, upThere],
      ]),
    },
    {
      key: 'back',
      done: false,
      ...through(there, downThere + apart, [
        [x - turn, downThere + apart],
        [x - turn, down],
        [here, down],
      ]),
    },
  ];
}

type Point = readonly [x: number, y: number];

/** Along right angles with rounded corners, and the head in the direction of the last piece. */
function through(x: number, y: number, points: Point[]): { path: string; head: string } {
  const all = straight([[x, y], ...points]);
  let path = `M${at([x, y])}`;
  all.slice(1, -1).forEach((corner, i) => {
    const [before, after] = [all[i] ?? corner, all[i + 2] ?? corner];
    const r = Math.min(CORNER, far(before, corner) / 2, far(corner, after) / 2);
    path += `L${at(towards(corner, before, r))}Q${at(corner)} ${at(towards(corner, after, r))}`;
  });
  const end = all.at(-1) ?? [x, y];
  const last = all.at(-2) ?? [x, y];
  path += `L${at(end)}`;
  const [back] = [towards(end, last, HEAD)];
  const across: Point = end[0] === last[0] ? [HEAD - 1, 0] : [0, HEAD - 1];
  const head = `M${at([back[0] + across[0], back[1] + across[1]])}L${at(end)}L${at([back[0] - across[0], back[1] - across[1]])}`;
  return { path, head };
}

/** Without points that another already stands at, and without those that no corner is at. */
function straight(points: Point[]): Point[] {
  const apart = points.filter((p, i) => i === 0 || far(p, points[i - 1] ?? p) > 0.5);
  return apart.filter((p, i) => {
    const [a, b] = [apart[i - 1], apart[i + 1]];
    return !a || !b || !((a[0] === p[0] && p[0] === b[0]) || (a[1] === p[1] && p[1] === b[1]));
  });
}

function towards(from: Point, to: Point, by: number): Point {
  const length = far(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) / length) * by, from[1] + ((to[1] - from[1]) / length) * by];
}

const far = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const at = ([x, y]: Point) => `${+x.toFixed(1)} ${+y.toFixed(1)}`;
const middle = (box: Box) => box.left + box.width / 2;
const centre = (box: Box) => box.top + box.height / 2;
const bottom = (box: Box) => box.top + box.height;
const side = (box: Box, way: number) => (way > 0 ? box.left + box.width : box.left);
