import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InboxItem } from '../../protocol/inbox.ts';
import { Dialog } from '../shared/dialog.tsx';
import { Icon } from '../shared/icons.tsx';
import { go } from '../shared/router.ts';
import { WireRefusal, type Wire } from '../shared/wire.ts';
import { isolated, wayOf, word } from '../shared/words.ts';

/** Finds a conversation by its case, order or tracking number, and goes there. */
export function FindDialog({ line, onClose }: { line: Wire; onClose: () => void }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ items: InboxItem[] } | { problem: string } | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const wanted = text.trim();

  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    setAt(0);
    if (wanted === '') return setFound(null);
    let isCurrent = true;
    const timer = setTimeout(() => {
      line.ask('find', { text: wanted }).then(
        ({ items }) => isCurrent && setFound({ items }),
        (error: unknown) => isCurrent && setFound({ problem: error instanceof WireRefusal ? error.text : word('problems.broken') }),
      );
    }, GATHER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, line]);

  const items = found && 'items' in found ? found.items : [];
  return (
    <Dialog title={word('shell.find')} onClose={onClose} class="finder">
      {(close) => {
        const open = (item: InboxItem | undefined) => {
          if (!item) return;
          close();
          go({ page: 'inbox', filter: 'all', conversation: item.id });
        };
        return (
          <>
            <input
              ref={field}
              class="input"
              type="text"
              dir={wayOf(text)}
              role="combobox"
              aria-expanded={items.length > 0}
              aria-controls="found"
              aria-activedescendant={items.length > 0 ? `found-${at}` : undefined}
              aria-autocomplete="list"
              aria-label={word('shell.findWhat')}
              placeholder={word('shell.findWhat')}
              maxLength={80}
              autocomplete="off"
              spellcheck={false}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                if (step !== undefined && items.length > 0) {
                  event.preventDefault();
                  setAt((at + step + items.length) % items.length);
                } else if (event.key === 'Enter') {
                  event.preventDefault();
                  open(items[at]);
                }
              }}
            />
            <ul id="found" role="listbox" aria-label={word('shell.found')}>
              {items.map((item, index) => (
                <li key={item.id} id={`found-${index}`} role="option" aria-selected={index === at} onClick={() => open(item)}>
                  <b>
                    <bdi>{item.name ?? word('shell.somebody')}</bdi>
                  </b>
                  <span>
                    {item.caseNumber !== null && <bdi>{item.caseNumber}</bdi>}
                    {item.orderNumber !== null && <bdi>{word('shell.order', { number: item.orderNumber })}</bdi>}
                    {item.status === 'closed' && word('shell.closed')}
                  </span>
                  <Icon name="right" />
                </li>
              ))}
            </ul>
            <p class="hint" role="status">
              {found === null
                ? word('shell.findHint')
                : 'problem' in found
                  ? found.problem
                  : items.length === 0
                    ? word('shell.foundNothing', { text: isolated(wanted) })
                    : word('shell.foundCount', { count: items.length })}
            </p>
          </>
        );
      }}
    </Dialog>
  );
}

const GATHER_MS = 200;
