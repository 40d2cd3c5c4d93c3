import { signal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { word } from './words.ts';

export interface Toast {
  text: string;
  /** Takes back what was done; offered for as long as the line stands. */
  undo?: () => void;
  /** Default: 5 seconds, with an undo 10. */
  forMs?: number;
}

const shown = signal<(Toast & { id: number }) | null>(null);
let last = 0;

/** Says what was done, one thing at a time, near the top of the screen and to ears. */
export function tell(toast: Toast): void {
  last += 1;
  // What was said before is old news by now: who was told "Note kept" must not wait to hear that somebody else has the chat.
  shown.value = { ...toast, id: last };
}

/** Once, in the shell. It lies above an open dialog too, by the popover's own layer. */
export function Toasts() {
  const { value: toast } = shown;
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const element = place.current;
    // Shown anew for each: an open dialog lies above what was shown before it.
    if (!element?.showPopover) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toast) element.showPopover();
  }, [toast?.id]);

  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => done(toast.id), toast.forMs ?? (toast.undo ? 10_000 : 5_000));
    return () => clearTimeout(timer);
  }, [toast?.id]);

  return (
    <>
      {/* Ears hear what appears in a place that was there before. */}
      <div class="sr" role="status">
        {toast?.text}
      </div>
      <div class="toasts" popover="manual" ref={place} role="region" aria-labelledby={id}>
        {toast && (
          <p key={toast.id}>
            <span id={id}>{toast.text}</span>
            {toast.undo && (
              <Button kind="quiet" onClick={undoLast}>
                {word('shell.undo')}
              </Button>
            )}
            <Button kind="bare" icon="close" label={word('shell.dismiss')} onClick={() => done(toast.id)} />
          </p>
        )}
      </div>
    </>
  );
}

/** Takes back what the line speaks of, as its button does. False where there is nothing to take back. */
export function undoLast(): boolean {
  const toast = shown.peek();
  if (!toast?.undo) return false;
  done(toast.id);
  toast.undo();
  return true;
}

function done(id: number): void {
  if (shown.peek()?.id === id) shown.value = null;
}
