import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Chat, createChat } from './chat.ts';
import { Panel } from './components/panel.tsx';
import { createFrame, type Frame } from './frame.ts';
import { fitScreen } from './screen.ts';
import { loadWords, type Word } from './words.ts';

const COLOR = /^#[\da-f]{6}$/i;

void start();

async function start(): Promise<void> {
  fitScreen();
  const storeKey = new URLSearchParams(location.search).get('store') ?? '';
  const opened = parent === window ? await (await import('./alone.tsx')).openAlone(storeKey) : { frame: createFrame(window) };
  const chat = createChat({ storeKey, url: location.origin, ...opened });
  // Without even our own strings their keys are shown, and the talk still works.
  const words = await loadWords(chat.get().locale).catch((): Word => (key) => key);
  const root = document.getElementById('app');
  if (root) render(<App chat={chat} frame={opened.frame} words={words} />, root);
}

function App({ chat, frame, words }: { chat: Chat; frame: Frame; words: Word }) {
  const [state, setState] = useState(chat.get);
  const [word, setWord] = useState({ of: words });
  useEffect(() => {
    setState(chat.get());
    return chat.subscribe(() => setState(chat.get()));
  }, [chat]);
  useEffect(() => {
    let wanted = true;
    const speak = (of: Word) => {
      if (wanted) setWord({ of });
    };
    // Without its words a language keeps those of the one before.
    loadWords(state.locale).then(speak, () => {});
    return () => {
      wanted = false;
    };
  }, [state.locale]);
  const tellWords = useRef(() => {});
  const { unread: count } = state;
  useEffect(() => {
    const [panel, hide, unread] = [word.of('frame.panel'), word.of('frame.hide'), count ? word.of('frame.unread', { count }) : ''];
    tellWords.current = () => frame.post({ tw: 'words', panel, hide, unread });
    tellWords.current();
  }, [frame, word, count]);
  const [color, setColor] = useState('');
  useEffect(
    () =>
      frame.on((message) => {
        if (message.tw !== 'boot') return;
        setColor(COLOR.test(message.color ?? '') ? (message.color ?? '') : '');
        tellWords.current();
      }),
    [frame],
  );
  // The page may set the colour of its own launcher; the panel goes with it.
  const shown = useMemo(() => (color && state.store ? { ...state, store: { ...state.store, color } } : state), [state, color]);
  const close = useCallback(() => frame.post({ tw: 'close' }), [frame]);
  return <Panel state={shown} actions={chat.actions} words={word.of} close={close} resumes={chat.resumes} />;
}
