import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A form that first shows what is missing. `check` answers whether all is there; the first field that is wrong gets the focus. */
export function Form({ check, onSend, children }: { check: () => boolean; onSend: () => void; children: ComponentChildren }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => beginIn(form.current), []);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (check()) return onSend();
        // What is wrong is drawn with the next frame.
        requestAnimationFrame(() =>
          form.current
            ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(> .error) input, fieldset:has(> .error) textarea')
            ?.focus(),
        );
      }}
    >
      {children}
    </form>
  );
}

/** A dialog that opens puts the focus on its first button, which closes it. Under a finger a field would bring up the keyboard. */
export function beginIn(part: HTMLElement | null): () => void {
  const frame = requestAnimationFrame(() => {
    const focused = document.activeElement;
    const isMeant = focused !== null && focused !== document.body && !focused.closest('dialog header') && focused.tagName !== 'DIALOG';
    if (isMeant || matchMedia('(pointer: coarse)').matches) return;
    const first = FIRST.map((what) => part?.querySelector<HTMLElement>(what)).find(Boolean);
    first?.focus();
  });
  return () => cancelAnimationFrame(frame);
}

/** What is chosen already, or where the talk is; else whatever comes first. */
const FIRST = ['input:checked', '[aria-current]:is(button)', 'input, textarea, button.node'];
