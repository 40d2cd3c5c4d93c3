import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** A form that first shows what is missing. `check` answers whether all is there; the first field that is wrong gets the focus. */
export function Form({ check, onSend, children }: { check: () => boolean; onSend: () => void; children: ComponentChildren }) {
  const form = useRef<HTMLFormElement>(null);
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
