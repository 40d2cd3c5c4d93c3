import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Box } from './edge-paths.ts';

export interface Measured {
  /** By `data-box`, from the upper left corner of the root. */
  boxes: ReadonlyMap<string, Box>;
  width: number;
  height: number;
  isRtl: boolean;
  /** One column, as on a phone. */
  isNarrow: boolean;
}

const NARROW_PX = 540;
const NOTHING: Measured = { boxes: new Map(), width: 0, height: 0, isRtl: false, isNarrow: false };

/** Where everything with a `data-box` lies in the root, now and whenever words, fonts or the window change it. */
export function useBoxes(root: RefObject<HTMLElement | null>, drawn: unknown[]): Measured {
  const [measured, setMeasured] = useState(NOTHING);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => {
      const found = measureIn(element);
      setMeasured((before) => (isSame(before, found) ? before : found));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const box of boxesIn(element)) observer.observe(box);
    measure();
    return () => observer.disconnect();
    // What is narrow holds other boxes.
  }, [...drawn, measured.isNarrow]);
  return measured;
}

function measureIn(root: HTMLElement): Measured {
  const from = root.getBoundingClientRect();
  const boxes = new Map(
    boxesIn(root).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [element.dataset.box ?? '', { left: left - from.left, top: top - from.top, width, height }];
    }),
  );
  return {
    boxes,
    width: root.clientWidth,
    height: root.clientHeight,
    isRtl: getComputedStyle(root).direction === 'rtl',
    isNarrow: root.clientWidth < NARROW_PX,
  };
}

function boxesIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-box]')];
}

function isSame(a: Measured, b: Measured): boolean {
  if (a.width !== b.width || a.height !== b.height || a.isRtl !== b.isRtl || a.boxes.size !== b.boxes.size) return false;
  return [...b.boxes].every(([id, box]) => {
    const other = a.boxes.get(id);
    return other?.left === box.left && other.top === box.top && other.width === box.width && other.height === box.height;
  });
}
