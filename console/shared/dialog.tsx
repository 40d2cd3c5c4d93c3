import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { word } from './words.ts';

export interface DialogProps {
  title: string;
  /** Below the title. */
  lead?: string;
  /** Called once it has closed, by whatever way. Take it off the page then, not before, or the focus has nowhere to go back to. */
  onClose: () => void;
  wide?: boolean;
  class?: string;
  /** `close` closes it as Escape does. */
  children: ComponentChildren | ((close: () => void) => ComponentChildren);
}

/** A real dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back. A sheet from below on a phone. */
export function Dialog({ title, lead, onClose, wide = false, class: more, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => ref.current?.close();
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      // Taken off while it is open: the browser forgets where the focus was, we don't.
      if (dialog?.open && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={['dialog', wide && 'wide', more].filter(Boolean).join(' ')}
      aria-labelledby={id}
      onClose={onClose}
      // A press that began inside and ended outside was a selection of text.
      onMouseDown={(event) => event.target === ref.current && close()}
    >
      {/* In a section a header and a footer are its own, not the page's. */}
      <section class="inside">
        <header>
          <h2 id={id}>{title}</h2>
          <Button kind="bare" icon="close" label={word('shell.close')} onClick={close} />
        </header>
        {lead !== undefined && <p class="lead">{lead}</p>}
        {typeof children === 'function' ? children(close) : children}
      </section>
    </dialog>
  );
}
