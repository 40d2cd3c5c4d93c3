import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { MoreIcons } from '../../look/icons.tsx';
import type { ChatActions, ChatState } from '../state.ts';
import type { Word } from '../words.ts';
import { Banner } from './banner.tsx';
import { Bar } from './bar.tsx';
import { ChatContext, type MenuPage } from './chat.ts';
import { Composer } from './composer.tsx';
import { Refused, Skeleton } from './outside.tsx';
import { Thread } from './thread.tsx';
import { RestContext, useRest } from './use-rest.ts';

interface Props {
  state: ChatState;
  actions: ChatActions;
  words: Word;
  close: () => void;
  /** There is an earlier talk to draw: what it needs is fetched before it comes. */
  resumes?: boolean;
}

/** The whole panel, drawn from the state alone. */
export function Panel({ state, actions, words: w, close, resumes = false }: Props) {
  const [menu, openMenu] = useState<MenuPage | null>(null);
  const [told, tell] = useState('');
  const closeMenu = useCallback(() => openMenu(null), []);
  const { phase, messages, outbox, conversation } = state;
  // Without a line to the server one may write all the same: it is kept, and goes out when there is one.
  const usable = phase === 'ready' || (phase === 'loading' && state.link === 'offline');
  const isBare = !messages.length && !outbox.length && (conversation?.prompt?.kind ?? 'topics') === 'topics';
  const rest = useRest(!isBare || menu !== null || resumes);
  const chat = useMemo(() => ({ state, actions, w, close, tell, openMenu }), [state, actions, w, close]);
  useRoot(state);
  useEscape(close);

  return (
    <ChatContext.Provider value={chat}>
      <RestContext.Provider value={rest}>
        <MoreIcons.Provider value={rest?.MORE_PATHS ?? NONE}>
          <Bar />
          <Banner />
          {usable ? <Thread /> : phase === 'refused' ? <Refused /> : <Skeleton />}
          {usable && <Composer />}
          {menu && rest && <rest.Menu page={menu} onClose={closeMenu} />}
          <p role="status" class="sr">
            {told}
          </p>
        </MoreIcons.Provider>
      </RestContext.Provider>
    </ChatContext.Provider>
  );
}

const NONE = {};
const RTL = /^(ar|fa|he|ur)\b/;

/** Language, direction and the store's colour live on the root, where styles and readers look for them. */
function useRoot({ locale, store }: ChatState): void {
  const color = store?.color;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = locale;
    root.dir = RTL.test(locale) ? 'rtl' : 'ltr';
    if (color) root.style.setProperty('--store-accent', color);
    else root.style.removeProperty('--store-accent');
  }, [locale, color]);
}

/** An open dialog takes Escape for itself; without one it closes the panel. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.key === 'Escape' && !e.isComposing && !document.querySelector('dialog[open]')) close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [close]);
}
