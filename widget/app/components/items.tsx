import { useState } from 'preact/hooks';
import type { ItemsPrompt } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { Locked } from './locked.tsx';

/** Which of the order's items, and how many of each. */
export function Items({ prompt }: { prompt: ItemsPrompt<string> }) {
  const { actions, w } = useChat();
  const [counts, setCounts] = useState<Record<string, number>>({});
  const set = (id: string, count: number) => setCounts({ ...counts, [id]: count });
  const picked = prompt.items.flatMap(({ id, name }) => (counts[id] ? [{ id, name, count: counts[id] }] : []));
  const submit = () =>
    actions.pickItems(
      picked.map(({ id, count }) => ({ id, count })),
      picked.map(({ name, count }) => `${count} × ${name}`).join(', '),
    );
  return (
    <>
      <div class="card">
        <ul class="items">
          {prompt.items.map(({ id, name, detail, quantity }) => {
            const count = counts[id] ?? 0;
            return (
              <li key={id}>
                <label>
                  <input type="checkbox" checked={count > 0} onChange={() => set(id, count ? 0 : 1)} />
                  <span>
                    {name}
                    {detail && <small>{detail}</small>}
                  </span>
                </label>
                {count > 0 && quantity > 1 && (
                  <div class="count-of" role="group" aria-label={name}>
                    <button
                      class="bare"
                      aria-label={w('ui.fewer')}
                      aria-disabled={count === 1}
                      onClick={() => count > 1 && set(id, count - 1)}
                    >
                      <Icon name="minus" />
                    </button>
                    <output>{w('ui.countOf', { done: count, of: quantity })}</output>
                    <button
                      class="bare"
                      aria-label={w('ui.more')}
                      aria-disabled={count === quantity}
                      onClick={() => count < quantity && set(id, count + 1)}
                    >
                      <Icon name="plus" />
                    </button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <Locked label={prompt.submit} why={picked.length ? null : w('ui.pickOne')} onClick={submit} />
    </>
  );
}
