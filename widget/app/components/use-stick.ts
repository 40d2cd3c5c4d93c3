import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 60;

/**
 * Keeps the newest in view while the reader is at the end, but never past the beginning of what is new; a reader who
 * has scrolled away is left in peace, and `behind` says that there is more.
 * `tail` changes whenever something was added; `mine` when the reader added it.
 */
export function useStick(scroller: RefObject<HTMLElement | null>, tail: string, mine: string): { behind: boolean; jump: () => void } {
  const [behind, setBehind] = useState(false);
  const atEnd = useRef(true);
  const last = useRef<Element | null>(null);
  const count = useRef(0);
  const lastPrompt = useRef<Element | null>(null);
  const start = useRef<Element | null>(null);
  const lastMine = useRef(mine);

  const endOf = (el: HTMLElement) => el.scrollHeight - el.clientHeight;

  useLayoutEffect(() => {
    const el = scroller.current;
    if (!el) return;
    const log = el.querySelector('[role=log]');
    const newest = log?.lastElementChild ?? null;
    const prompt = el.querySelector('.prompt');
    const own = mine !== '' && mine !== lastMine.current;
    const isLonger = newest !== last.current;
    // Parts that come late, or somebody typing, add nothing that one could begin to read at.
    const stays = prompt !== null && prompt === lastPrompt.current;
    // What was sent is drawn anew once it is said: what follows it stands where it would have stood.
    const after = (stays && log?.children[count.current]) || prompt;
    if (isLonger) start.current = last.current?.isConnected ? last.current.nextElementSibling : after;
    else if (prompt !== lastPrompt.current) start.current = prompt;
    if (own) start.current = null;

    if (own || atEnd.current) {
      const first = start.current;
      const top = Math.min(endOf(el), first instanceof HTMLElement && first.isConnected ? first.offsetTop - 12 : Infinity);
      // An answer above a prompt that stays: the browser holds the prompt where it is, and would hide the answer.
      if (top > el.scrollTop || (isLonger && stays && !own)) el.scrollTop = top;
    } else if (isLonger) setBehind(true);
    lastMine.current = mine;
    last.current = newest;
    count.current = log?.children.length ?? 0;
    lastPrompt.current = prompt;
  }, [tail]);

  useEffect(() => {
    const el = scroller.current;
    if (!el) return;
    const look = () => {
      atEnd.current = endOf(el) - el.scrollTop < NEAR_PX;
      if (atEnd.current) setBehind(false);
    };
    // The keyboard came up or went: whoever was at the end still is.
    let height = el.clientHeight;
    const size = new ResizeObserver(() => {
      if (atEnd.current && height !== el.clientHeight) el.scrollTop = endOf(el);
      height = el.clientHeight;
    });
    el.addEventListener('scroll', look, { passive: true });
    size.observe(el);
    return () => {
      el.removeEventListener('scroll', look);
      size.disconnect();
    };
  }, []);

  const jump = () => {
    const el = scroller.current;
    if (!el) return;
    el.scrollTop = endOf(el);
    el.focus({ preventScroll: true });
  };
  return { behind, jump };
}
