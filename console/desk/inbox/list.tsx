import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { now } from '../../shared/clock.ts';
import { href } from '../../shared/router.ts';
import { word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import { ItemRow } from './item-row.tsx';
import { rowsOf } from './sections.ts';
import { useWindow } from './use-window.ts';

/** The rows themselves. Of ten thousand only those in sight are on the page. */
export function List({ desk, open }: { desk: DeskModel; open: string | null }) {
  const { items, filter, viewing, more, loadingMore, counts } = desk.inbox.view.value;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const time = now.value;
  // Headings change at midnight and when a promise comes near, not with every tick.
  const hour = Math.floor(time / 60_000);
  const rows = useMemo(() => rowsOf(items, filter, time), [items, filter, hour]);
  const { shown, height, atEnd, reveal } = useWindow(scroller, rows, focused);
  const total = counts?.[filter] ?? items.length;

  useEffect(() => {
    if (atEnd && more && !loadingMore) desk.inbox.more();
  }, [atEnd, more, loadingMore, items]);

  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [filter]);

  // A key moved to another row: it comes into sight, then it has the focus.
  const wanted = desk.row.value;
  useEffect(() => {
    if (!wanted) return;
    reveal(wanted.id);
    setFocused(wanted.id);
    const frame = requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(wanted.id)}"]`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [wanted]);

  return (
    <div
      class="items"
      ref={scroller}
      onFocusIn={(event) =>
        setFocused((event.target as HTMLElement).closest<HTMLElement>('[data-conversation]')?.dataset.conversation ?? null)
      }
      onFocusOut={() => setFocused(null)}
    >
      <ul style={{ height: `${height}px` }} aria-busy={loadingMore}>
        {shown.map(({ row, top }) =>
          row.kind === 'heading' ? (
            <li key={row.key} class="heading" style={{ top: `${top}px` }}>
              <h3>{word(`inbox.section.${row.section}`)}</h3>
            </li>
          ) : (
            <li
              key={row.key}
              style={{ top: `${top}px` }}
              aria-posinset={row.at + 1}
              aria-setsize={more && total >= MOST ? -1 : Math.max(total, items.length)}
            >
              <ItemRow
                item={row.item}
                href={href({ page: 'inbox', filter, conversation: row.item.id })}
                now={time}
                open={row.item.id === open}
                viewing={viewing.get(row.item.id) ?? []}
                me={desk.me.id}
              />
            </li>
          ),
        )}
      </ul>
      <p class="sr" role="status">
        {loadingMore ? word('inbox.loadingMore') : ''}
      </p>
    </div>
  );
}

/** Counts stop here. */
const MOST = 1000;
