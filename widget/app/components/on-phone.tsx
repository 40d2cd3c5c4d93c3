import { useEffect, useState } from 'preact/hooks';
import type { EvidencePrompt } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import { loadPhoneWords } from '../phone-words.ts';
import type { Word } from '../words.ts';
import { useChat } from './chat.ts';
import { PhoneSheet } from './phone-sheet.tsx';

/** Where there is no camera at hand: the same step on the phone, by a code; and that it is open there, once it is. */
export function OnPhone({ prompt, offer }: { prompt: EvidencePrompt<string>; offer: boolean }) {
  const { state } = useChat();
  const word = usePhoneWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div role="status">
        {state.phone && word && (
          <p class="hint met">
            <Icon name="check" />
            <span>{word('connected')}</span>
          </p>
        )}
      </div>
      {(offer || open) && word && (
        <button class="btn soft wide" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="phone" />
          {word('offer')}
        </button>
      )}
      {open && word && <PhoneSheet prompt={prompt} word={word} onClose={() => setOpen(false)} />}
    </>
  );
}

/** null until they are here; without them nothing is offered. */
function usePhoneWords(): Word | null {
  const { locale } = useChat().state;
  const [word, setWord] = useState<{ of: Word } | null>(null);
  useEffect(() => {
    let wanted = true;
    loadPhoneWords(locale).then(
      (of) => wanted && setWord({ of }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return word?.of ?? null;
}
