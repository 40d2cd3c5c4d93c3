import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Chat, createChat } from './chat.ts';
import { Panel } from './components/panel.tsx';
import { createFrame, type Frame } from './frame.ts';
import { fitScreen } from './screen.ts';
import { loadWords, type Word } from './words.ts';

void start();

async function start(): Promise<void> {
  fitScreen();
  const frame = createFrame(window);
  const locale = document.documentElement.lang || navigator.language;
  // The server's answer words a refusal; without even our own strings the keys are shown, and the talk still works.
  const word = await loadWords(locale).catch(() => (key: string) => key);
  const chat = createChat({ storeKey: new URLSearchParams(location.search).get('store') ?? '', url: location.origin, frame, word });
  const root = document.getElementById('app');
  if (root) render(<App chat={chat} frame={frame} first={word} />, root);
}

function App({ chat, frame, first }: { chat: Chat; frame: Frame; first: Word }) {
  const [state, setState] = useState(chat.get);
  const [words, setWords] = useState({ of: first });
  useEffect(() => {
    setState(chat.get());
    return chat.subscribe(() => setState(chat.get()));
  }, [chat]);
  useEffect(() => {
    let wanted = true;
    // Without its words a language keeps those of the one before.
    loadWords(state.locale).then(
      (of) => wanted && setWords({ of }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [state.locale]);
  const close = useCallback(() => frame.post({ tw: 'close' }), [frame]);
  return <Panel state={state} actions={chat.actions} words={words.of} close={close} />;
}
