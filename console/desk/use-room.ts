import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** `wide`: list, talk and case file side by side. `middle`: the case file in a drawer. `phone`: one column at a time. */
export type Room = 'wide' | 'middle' | 'phone';

const WIDE_PX = 1100;
const MIDDLE_PX = 640;

/** How much room the desk has: the shell takes its own. */
export function useRoom(root: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>('wide');
  useLayoutEffect(() => {
    const el = root.current;
    if (!el) return;
    const measure = () => setRoom(el.clientWidth >= WIDE_PX ? 'wide' : el.clientWidth >= MIDDLE_PX ? 'middle' : 'phone');
    measure();
    const size = new ResizeObserver(measure);
    size.observe(el);
    return () => size.disconnect();
  }, []);
  return room;
}
