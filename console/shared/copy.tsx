import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { tell } from './toast.tsx';
import { word } from './words.ts';

/** Puts a text on the clipboard and says so. With `shown` the text itself is the button, else an icon or `label` is. `loud`: it is the next step. */
export function Copy({ text, shown, label, loud = false }: { text: string; shown?: string; label?: string; loud?: boolean }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (!(await toClipboard(text.replace(ISOLATES, '')))) return tell({ text: word('shell.notCopied') });
    setCopied(true);
    tell({ text: word('shell.copied') });
  };
  const words = shown !== undefined ? <bdi dir="ltr">{shown}</bdi> : label;
  return (
    <button
      type="button"
      class={shown !== undefined ? 'copy' : label === undefined ? 'bare' : loud ? 'btn fill' : 'btn soft'}
      aria-label={label ?? word('shell.copy', { text: shown ?? text })}
      onClick={() => void copy()}
    >
      {shown !== undefined && words}
      <Icon name={copied ? 'check' : 'copy'} />
      {shown === undefined && words}
    </button>
  );
}

/** They keep a code in one piece where the text runs the other way; in the carrier's form they would be wrong characters. */
const ISOLATES = /[\u2066-\u2069]/g;

export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS there is no clipboard by that name; the old way works.
    const field = document.createElement('textarea');
    const focused = document.activeElement;
    field.value = text;
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
