import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';

/** Puts a code on the clipboard and says so, to eyes and to ears. Without `bare` the code itself is the button. */
export function Copy({ text, bare }: { text: string; bare?: boolean }) {
  const { w, tell } = useChat();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (!(await toClipboard(text.replace(ISOLATES, '')))) return;
    setCopied(true);
    tell(w('ui.copied'));
  };
  return (
    <button class={bare ? 'bare' : 'copy'} aria-label={w('ui.copy', { text })} onClick={() => void copy()}>
      {!bare && <bdi dir="ltr">{text}</bdi>}
      {copied && (
        <span class="copied" aria-hidden="true">
          {w('ui.copied')}
        </span>
      )}
      <Icon name={copied ? 'check' : 'copy'} />
    </button>
  );
}

/** They keep a code in one piece where the text runs the other way; in the carrier's form they would be wrong characters. */
const ISOLATES = /[\u2066-\u2069]/g;

/** A frame may be denied the clipboard by its page; the old way works there. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    const focused = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
