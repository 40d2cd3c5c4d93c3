import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../look/icons.tsx';
import { type MenuPage, useChat } from './chat.ts';
import { ownName } from './languages.tsx';
import { Ledger } from './ledger.tsx';
import { Sheet } from './sheet.tsx';
import { saveTalk } from './transcript.ts';

/** Language, the talk as a file, starting over, ending. What can't be undone asks once. */
export function Menu({ page, onClose }: { page: MenuPage; onClose: () => void }) {
  const { state, actions, w } = useChat();
  const [now, go] = useState(page);
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed is gone with its page; the next key belongs to the new one, however soon it comes.
  useLayoutEffect(() => {
    if (now !== page) list.current?.querySelector('button')?.focus();
  }, [now]);
  const locales = state.store?.locales ?? [];
  const item = (icon: IconName | null, label: string, onClick: () => void, more?: { lang?: string; current?: boolean }) => (
    <li key={label}>
      <button onClick={onClick} lang={more?.lang} aria-current={more?.current || undefined}>
        {icon ? <Icon name={icon} /> : <i class="i" />}
        <span>{label}</span>
      </button>
    </li>
  );

  return (
    <Sheet name={w('ui.menu')} kind="menu" onClose={onClose}>
      {(close) => {
        const then = (act: () => void) => () => {
          close();
          act();
        };
        return (
          <>
            {(now === 'startOver' || now === 'end') && <p>{w(`ui.${now}Sure`)}</p>}
            {now === 'all' && state.conversation?.promises && <Ledger promises={state.conversation.promises} />}
            <ul ref={list}>
              {now === 'all' && (
                <>
                  {locales.length > 1 && item('globe', w('ui.language'), () => go('language'))}
                  {item(
                    'doc',
                    w('ui.save'),
                    then(() => saveTalk(state, w)),
                  )}
                  {item('retry', w('ui.startOver'), () => go('startOver'))}
                  {item('close', w('ui.end'), () => go('end'))}
                </>
              )}
              {now === 'language' &&
                locales.map((code) =>
                  item(
                    code === state.locale ? 'check' : null,
                    ownName(code),
                    then(() => actions.setLocale(code)),
                    { lang: code, current: code === state.locale },
                  ),
                )}
              {(now === 'startOver' || now === 'end') && (
                <>
                  {item('check', w(`ui.${now}`), then(actions[now]))}
                  {item('close', w('ui.notNow'), close)}
                </>
              )}
            </ul>
          </>
        );
      }}
    </Sheet>
  );
}
