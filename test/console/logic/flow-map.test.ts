import { describe, expect, it } from 'vitest';
import type { FlowNode } from '../../../protocol/desk.ts';
import { linesOf, linesToPeople, type Box } from '../../../console/desk/map/edge-paths.ts';
import { freeBeside, inReadingOrder, kindOf, labelPlaces, type Edge } from '../../../console/desk/map/layout.ts';

const node = (id: string, row: number, column: 0 | 1 = 0): FlowNode => ({ id, label: id, state: 'ahead', step: null, column, row });
const edge = (from: string, to: string, done = false): Edge => ({ from, to, done });

const NODES = [node('a', 0), node('b', 1), node('c', 2), node('d', 3), node('side', 2, 1), node('end', 3, 1)];

/** Boxes of 200 by 40, a column each 260, a row each 70; mirrored where one reads from the right. */
const boxes = (rtl = false): Map<string, Box> =>
  new Map(
    NODES.map(({ id, row, column }) => [id, { left: 20 + 260 * (rtl ? 1 - column : column), top: 70 * row, width: 200, height: 40 }]),
  );
const pathOf = (from: string, to: string, rtl = false) => linesOf([edge(from, to)], NODES, boxes(rtl), rtl)[0]?.path;
const xs = (path = '') => [...path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x));

describe('an edge', () => {
  it('goes straight down to the next box of its column, and straight across to the one beside', () => {
    expect(pathOf('a', 'b')).toBe('M120 40L120 70');
    expect(pathOf('c', 'side')).toBe('M220 160L280 160');
  });

  it('goes round the others of its column by the outer side, and up again too', () => {
    expect(kindOf(edge('a', 'c'), NODES)).toBe('round');
    expect(Math.min(...xs(pathOf('a', 'c')))).toBe(6);
    expect(kindOf(edge('d', 'a'), NODES)).toBe('round');
    expect(pathOf('d', 'a')).toMatch(/^M20 .*L20 20$/);
  });

  it('takes a lane of its own beside another that goes round', () => {
    const [first, second] = linesOf([edge('a', 'c'), edge('b', 'd')], NODES, boxes(), false);
    expect(Math.min(...xs(first?.path))).not.toBe(Math.min(...xs(second?.path)));
  });

  it('bends between the columns to reach another row', () => {
    const path = pathOf('a', 'end') ?? '';
    expect(path).toMatch(/^M220 29.6L/);
    expect(path).toMatch(/L280 220.4$/);
    expect(Math.max(...xs(path))).toBe(280);
  });

  it('mirrors with the reading direction', () => {
    for (const [from, to] of [
      ['a', 'b'],
      ['a', 'c'],
      ['c', 'side'],
      ['a', 'end'],
    ] as const) {
      const mirrored = xs(pathOf(from, to, true)).map((x) => 500 - x);
      expect(mirrored).toEqual(xs(pathOf(from, to)));
    }
  });

  it('has its head where it ends, pointing on', () => {
    const [down] = linesOf([edge('a', 'b', true)], NODES, boxes(), false);
    expect(down).toMatchObject({ done: true, head: 'M124 65L120 70L116 65' });
  });

  it('to or from nowhere is not drawn', () => {
    expect(linesOf([edge('a', 'gone'), edge('gone', 'a'), edge('a', 'a')], NODES, boxes(), false)).toEqual([]);
  });

  it('skips rows that nothing stands in', () => {
    expect(kindOf(edge('a', 'b'), [node('a', 0), node('b', 4)])).toBe('down');
  });
});

describe('the way to the people', () => {
  const now: Box = { left: 20, top: 200, width: 200, height: 100 };

  it('is straight where they stand beside', () => {
    const lines = linesToPeople(now, { left: 280, top: 100, width: 200, height: 300 });
    expect(lines.map(({ path }) => path)).toEqual(['M220 232L280 232', 'M280 268L220 268']);
  });

  it('bends where they stand further up, and mirrors', () => {
    const [out] = linesToPeople(now, { left: 280, top: 0, width: 200, height: 120 });
    expect(out?.path).toMatch(/^M220 232L.*L280 96$/);
    const [left] = linesToPeople({ ...now, left: 280 }, { left: 20, top: 0, width: 200, height: 120 });
    expect(left?.path).toMatch(/^M280 232L.*L220 96$/);
  });
});

describe('the map', () => {
  it('is read row by row, the main road first', () => {
    expect(inReadingOrder([...NODES].reverse()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'side', 'd', 'end']);
  });

  it('has its words where their lines are, and those of one place one below the other', () => {
    const worded = [
      { ...edge('a', 'b'), label: 'down' },
      { ...edge('a', 'c'), label: 'round' },
      { ...edge('c', 'side'), label: 'across' },
      { ...edge('side', 'a'), label: 'up' },
      { ...edge('c', 'end'), label: 'on' },
      { ...edge('side', 'd'), label: 'back' },
      edge('c', 'd'),
      { ...edge('a', 'gone'), label: 'nowhere' },
    ];
    expect(labelPlaces(worded, NODES)).toEqual([
      { at: 'main', kind: 'down', gridRow: 2, labels: ['down'] },
      { at: 'main', kind: 'round', gridRow: 2, labels: ['round'] },
      { at: 'between', kind: 'across', gridRow: 5, labels: ['across'] },
      { at: 'between', kind: 'bend', gridRow: 4, labels: ['up'] },
      { at: 'between', kind: 'bend', gridRow: 6, labels: ['on', 'back'] },
    ]);
  });

  it('has room beside the main road where nothing stands', () => {
    expect(freeBeside(NODES)).toEqual({ from: 0, rows: 2 });
    expect(freeBeside([node('a', 0), node('b', 1), node('x', 0, 1)])).toEqual({ from: 1, rows: 1 });
    expect(freeBeside([])).toEqual({ from: 0, rows: 0 });
  });
});
