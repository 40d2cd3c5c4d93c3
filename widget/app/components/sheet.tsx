import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * A real dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back. `children` gets
 * `close`; unmounting an open dialog would lose the focus, so parents wait for `onClose`.
 */
export function Sheet(props: { name: string; kind: string; onClose: () => void; children: (close: () => void) => ComponentChildren }) {
  const ref = useRef<HTMLDialogElement>(null);
  const close = () => ref.current?.close();
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      class={props.kind}
      aria-label={props.name}
      onClose={props.onClose}
      onClick={(e) => e.target === ref.current && close()}
    >
      <div class="inside">{props.children(close)}</div>
    </dialog>
  );
}
