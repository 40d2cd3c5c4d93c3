import { useEffect, useState } from 'preact/hooks';
import { word } from '../shared/words.ts';

const SETTLE_MS = 400;

export interface PreviewProps {
  store: string;
  color: string | null;
  locale: string;
  /** Of the saved settings: with another, another greeting may be saved. */
  version: number;
}

/**
 * The real widget in the colour that is being tried, with the greeting that is saved. It can be looked at, not used: pressing things
 * here would begin a talk.
 */
export function Preview({ store, color, locale, version }: PreviewProps) {
  const wanted = color === null || /^#[\da-f]{6}$/i.test(color) ? color : undefined;
  const [shown, setShown] = useState(wanted ?? null);
  useEffect(() => {
    // Half a colour is none; and whoever drags through a hundred wants to see the last.
    if (wanted === undefined || wanted === shown) return;
    const timer = setTimeout(() => setShown(wanted), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, shown]);
  const query = new URLSearchParams({ store, locale, version: String(version), ...(shown !== null && { color: shown }) });
  return (
    <figure class="preview">
      <div class="screen">
        <iframe title={word('store.preview')} src={`/console/preview?${query.toString()}`} tabIndex={-1} inert />
      </div>
      <figcaption>{word('store.previewNote')}</figcaption>
    </figure>
  );
}
