import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Row } from './sections.ts';
import { inSight, layOut, rowAt } from './window.ts';

const ITEM_PX = 86;
const HEADING_PX = 31;
const BEYOND = 6;

/** The rows of a long list that are near what is in sight, each with its place. What one looks at stays where it is. */
export function useWindow(scroller: RefObject<HTMLElement | null>, rows: readonly Row[], held: string | null) {
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const layout = useMemo(() => layOut(rows.map((row) => (row.kind === 'item' ? ITEM_PX : HEADING_PX))), [rows]);
  const anchor = useRef<{ key: string; above: number } | null>(null);

  const remember = (top: number) => {
    const at = rowAt(layout.starts, top);
    const row = rows[at];
    // At the top one waits for what comes in there.
    anchor.current = top > 4 && row ? { key: row.key, above: top - (layout.starts[at] ?? 0) } : null;
  };

  useEffect(() => {
    const el = scroller.current;
    if (!el) return;
    const look = () => {
      remember(el.scrollTop);
      setSight({ top: el.scrollTop, height: el.clientHeight });
    };
    look();
    const size = new ResizeObserver(look);
    size.observe(el);
    el.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      el.removeEventListener('scroll', look);
    };
  }, [layout]);

  useLayoutEffect(() => {
    const el = scroller.current;
    const { current } = anchor;
    if (!el || !current) return;
    const at = rows.findIndex((row) => row.key === current.key);
    const top = at < 0 ? null : (layout.starts[at] ?? 0) + current.above;
    if (top !== null && Math.abs(top - el.scrollTop) > 1) el.scrollTop = top;
  }, [layout]);

  const { from, to } = inSight(layout, sight.top, sight.height, BEYOND);
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  // Whoever has the focus keeps it, however far the list is scrolled.
  const heldAt = held === null ? -1 : rows.findIndex((row) => row.key === held);
  if (heldAt >= 0 && heldAt < from) indices.unshift(heldAt);
  if (heldAt >= to) indices.push(heldAt);

  return {
    height: layout.height,
    atEnd: to >= rows.length - 4,
    shown: indices.flatMap((at) => {
      const row = rows[at];
      return row ? [{ row, top: layout.starts[at] ?? 0 }] : [];
    }),
    /** Brings a row into sight, with the heading above the first. */
    reveal(key: string) {
      const el = scroller.current;
      const at = rows.findIndex((row) => row.key === key);
      if (!el || at < 0) return;
      const start = layout.starts[rows[at - 1]?.kind === 'heading' ? at - 1 : at] ?? 0;
      const end = layout.starts[at + 1] ?? 0;
      if (start < el.scrollTop) el.scrollTop = start;
      else if (end > el.scrollTop + el.clientHeight) el.scrollTop = end - el.clientHeight;
    },
  };
}
