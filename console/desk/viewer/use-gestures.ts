import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface Gestures {
  /** By a factor, about a point from the middle of the stage. */
  onZoom: (factor: number, at: Point) => void;
  onMove: (by: Point) => void;
  /** Twice at one place. */
  onDouble: (at: Point) => void;
  /** Whether moving pans; where it doesn't, a stroke to the side is a swipe. */
  canMove: boolean;
  /** -1: the finger went to the left. */
  onSwipe: (way: 1 | -1) => void;
}

interface Point {
  x: number;
  y: number;
}

const SWIPE_PX = 48;

/** Mouse, fingers and wheel on the stage: one finger moves, two zoom, the wheel zooms, a stroke goes to the next. */
export function useGestures(stage: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const now = useRef(gestures);
  now.current = gestures;
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const down = new Map<number, Point>();
    let stroke: { from: Point; last: Point } | null = null;
    const at = (event: MouseEvent): Point => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
    };
    const onDown = (event: PointerEvent) => {
      // Who holds the pointer gets the click: not what a button is meant for.
      if (event.button !== 0 || (event.target as Element).closest('button')) return;
      element.setPointerCapture(event.pointerId);
      down.set(event.pointerId, at(event));
      stroke = down.size === 1 && event.pointerType !== 'mouse' ? { from: at(event), last: at(event) } : null;
    };
    const onMove = (event: PointerEvent) => {
      const before = down.get(event.pointerId);
      if (!before) return;
      const here = at(event);
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, here);
      if (stroke) stroke.last = here;
      if (other) {
        const factor = distance(here, other) / (distance(before, other) || 1);
        now.current.onZoom(factor, { x: (here.x + other.x) / 2, y: (here.y + other.y) / 2 });
      } else if (now.current.canMove) {
        now.current.onMove({ x: here.x - before.x, y: here.y - before.y });
      }
    };
    const onUp = (event: PointerEvent) => {
      down.delete(event.pointerId);
      if (stroke && !now.current.canMove && event.type === 'pointerup') {
        const [x, y] = [stroke.last.x - stroke.from.x, stroke.last.y - stroke.from.y];
        if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 1.5 * Math.abs(y)) now.current.onSwipe(x < 0 ? -1 : 1);
      }
      stroke = null;
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      now.current.onZoom(Math.exp((-event.deltaY * lines) / 400), at(event));
    };
    const onDouble = (event: MouseEvent) => now.current.onDouble(at(event));
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    element.addEventListener('dblclick', onDouble);
    // Preact's own would be passive, and the page below would scroll.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
      element.removeEventListener('dblclick', onDouble);
      element.removeEventListener('wheel', onWheel);
    };
  }, []);
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
