import type { ComponentChildren } from 'preact';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { Picture } from './picture.tsx';
import { Sheet } from './sheet.tsx';

/** A photo, large, and what one can do with it. */
export function Viewer(props: {
  url: string | null;
  alt: string;
  error?: string | undefined;
  onClose: () => void;
  children?: (close: () => void) => ComponentChildren;
}) {
  const { w } = useChat();
  return (
    <Sheet name={props.alt} kind="viewer" onClose={props.onClose}>
      {(close) => (
        <>
          <header>
            <h2>{props.alt}</h2>
            <button class="bare" aria-label={w('ui.back')} onClick={close}>
              <Icon name="close" />
            </button>
          </header>
          <Picture url={props.url} alt={props.alt}>
            <p>{w(props.url === null ? 'ui.loading' : 'ui.noPhoto')}</p>
          </Picture>
          {props.error && <p class="st bad">{props.error}</p>}
          {props.children && <div class="two">{props.children(close)}</div>}
        </>
      )}
    </Sheet>
  );
}
