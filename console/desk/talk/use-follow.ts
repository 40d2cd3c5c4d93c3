import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 60;
/** Nearer to the beginning than this asks for what came before. */
const EARLY_PX = 240;

export interface Following {
  /** What is drawn first and last; they change when something was added. */
  head: string;
  tail: string;
  /** The last that I wrote myself. */
  mine: string;
  onEarly: () => void;
  /** The end is in sight, and somebody looks. */
  onEnd: () => void;
}

/** Keeps the end in sight for whoever is there, and what is read in its place for whoever is not. */
export function useFollow(scroller: RefObject<HTMLElement | null>, { head, tail, mine, onEarly, onEnd }: Following) {
  const [behind, setBehind] = useState(false);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const before = useRef({ head, tail, mine, height: 0 });
  const calls = useRef({ onEarly, onEnd });
  calls.current = { onEarly, onEnd };

  const toEnd = (el: HTMLElement) => {
    el.scrollTop = el.scrollHeight;
    lastTop.current = el.scrollTop;
    atEnd.current = true;
    setBehind(false);
  };
  const told = () => {
    if (atEnd.current && document.visibilityState === 'visible' && document.hasFocus()) calls.current.onEnd();
  };

  useLayoutEffect(() => {
    const el = scroller.current;
    if (!el) return;
    const was = before.current;
    if (head !== was.head && was.height > 0) el.scrollTop += el.scrollHeight - was.height;
    if (mine !== was.mine || atEnd.current) toEnd(el);
    else if (tail !== was.tail) setBehind(true);
    before.current = { head, tail, mine, height: el.scrollHeight };
    lastTop.current = el.scrollTop;
    told();
  }, [head, tail, mine]);

  useEffect(() => {
    const el = scroller.current;
    const inner = el?.firstElementChild;
    if (!el || !inner) return;
    const look = () => {
      const isNear = el.scrollHeight - el.clientHeight - el.scrollTop < NEAR_PX;
      // Only who scrolls up leaves the end; what grew below has not been followed yet.
      if (isNear || el.scrollTop < lastTop.current - 1) atEnd.current = isNear;
      lastTop.current = el.scrollTop;
      if (atEnd.current) setBehind(false);
      if (el.scrollTop < EARLY_PX) calls.current.onEarly();
      told();
    };
    // The composer grew, a window was made smaller, a wording is longer: whoever was at the end still is.
    const size = new ResizeObserver(() => {
      if (atEnd.current) el.scrollTop = el.scrollHeight;
      lastTop.current = el.scrollTop;
      before.current.height = el.scrollHeight;
    });
    size.observe(el);
    size.observe(inner);
    el.addEventListener('scroll', look, { passive: true });
    addEventListener('focus', told);
    document.addEventListener('visibilitychange', told);
    return () => {
      size.disconnect();
      el.removeEventListener('scroll', look);
      removeEventListener('focus', told);
      document.removeEventListener('visibilitychange', told);
    };
  }, []);

  return {
    behind,
    jump() {
      const el = scroller.current;
      if (!el) return;
      toEnd(el);
      el.focus({ preventScroll: true });
      told();
    },
  };
}
