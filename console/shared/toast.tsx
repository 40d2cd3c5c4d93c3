import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { word } from './words.ts';

export interface Toast {
  text: string;
  /** Takes back what was done; offered for as long as the line stands. */
  undo?: () => void;
  /** Default: 5 seconds, with an undo 10. */
  forMs?: number;
}

const queue = signal<(Toast & { id: number })[]>([]);
let last = 0;

/** Says what was done, one thing at a time, near the top of the screen and to ears. */
export function tell(toast: Toast): void {
  last += 1;
  // What waits behind it would be old news by its turn; two are enough.
  queue.value = [...queue.value.slice(0, 1), { ...toast, id: last }];
}

/** Once, in the shell. It lies above an open dialog too, by the popover's own layer. */
export function Toasts() {
  const [first] = queue.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    // Shown anew for each: an open dialog lies above what was shown before it.
    if (!element?.showPopover) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (first) element.showPopover();
  }, [first?.id]);

  useEffect(() => {
    if (!first) return;
    const timer = setTimeout(() => done(first.id), first.forMs ?? (first.undo ? 10_000 : 5_000));
    return () => clearTimeout(timer);
  }, [first?.id]);

  return (
    <>
      {/* Ears hear what appears in a place that was there before. */}
      <div class="sr" role="status">
        {first?.text}
      </div>
      <div class="toasts" popover="manual" ref={place}>
        {first && (
          <p key={first.id}>
            <span>{first.text}</span>
            {first.undo && (
              <Button kind="quiet" onClick={undoLast}>
                {word('shell.undo')}
              </Button>
            )}
            <Button kind="bare" icon="close" label={word('shell.dismiss')} onClick={() => done(first.id)} />
          </p>
        )}
      </div>
    </>
  );
}

/** Takes back what the line speaks of, as its button does. False where there is nothing to take back. */
export function undoLast(): boolean {
  const [first] = queue.value;
  if (!first?.undo) return false;
  done(first.id);
  first.undo();
  return true;
}

function done(id: number): void {
  queue.value = queue.value.filter((one) => one.id !== id);
}
