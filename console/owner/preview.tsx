import { useEffect, useRef, useState } from 'preact/hooks';
import { word } from '../shared/words.ts';

const SETTLE_MS = 400;

/** The real widget in the colour that is being tried. It can be looked at, not used: pressing things here would begin a talk. */
export function Preview({ store, color }: { store: string; color: string | null }) {
  const wanted = color === null || /^#[\da-f]{6}$/i.test(color) ? color : undefined;
  const [shown, setShown] = useState(wanted ?? null);
  useEffect(() => {
    // Half a colour is none; and whoever drags through a hundred wants to see the last.
    if (wanted === undefined || wanted === shown) return;
    const timer = setTimeout(() => setShown(wanted), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, shown]);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => keepFocus(frame), []);
  const query = new URLSearchParams({ store, ...(shown !== null && { color: shown }) });
  return (
    <figure class="preview">
      <div class="screen">
        <iframe ref={frame} title={word('store.preview')} src={`/console/preview?${query.toString()}`} tabIndex={-1} inert />
      </div>
      <figcaption>{word('store.previewNote')}</figcaption>
    </figure>
  );
}

/** A chat that opens takes the focus, which is right in a shop's page and wrong beside a field that somebody writes in. */
function keepFocus(frame: { readonly current: HTMLIFrameElement | null }): () => void {
  let last: Element | null = document.activeElement;
  const note = (event: FocusEvent) => {
    if (event.target instanceof Element && event.target !== frame.current) last = event.target;
  };
  const giveBack = () => {
    if (document.activeElement !== frame.current) return;
    frame.current?.blur();
    window.focus();
    if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true });
  };
  // Once the focus has really moved; while it moves it can't be turned.
  const later = () => void setTimeout(giveBack);
  document.addEventListener('focusin', note);
  window.addEventListener('blur', later);
  return () => {
    document.removeEventListener('focusin', note);
    window.removeEventListener('blur', later);
  };
}
