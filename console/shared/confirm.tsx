import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asRefusal } from './api.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';
import { word } from './words.ts';

export interface ConfirmProps {
  title: string;
  /** What it does to whom. */
  children?: ComponentChildren;
  /** Says what happens: "Disable Nadia". */
  yes: string;
  no?: string;
  danger?: boolean;
  /** The dialog stays, and says why, where this rejects. */
  onYes: () => void | Promise<unknown>;
  onClose: () => void;
}

/** Asks once before what can't be undone. */
export function Confirm({ title, children, yes, no, danger = false, onYes, onClose }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => {
        const act = async () => {
          setBusy(true);
          setProblem(null);
          try {
            await onYes();
            close();
          } catch (error) {
            setProblem(asRefusal(error).text);
          }
          setBusy(false);
        };
        return (
          <>
            {children !== undefined && <div class="what">{children}</div>}
            <Problem text={problem} />
            <footer>
              <Button onClick={close}>{no ?? word('shell.notNow')}</Button>
              <Button kind="fill" danger={danger} busy={busy} onClick={() => void act()}>
                {yes}
              </Button>
            </footer>
          </>
        );
      }}
    </Dialog>
  );
}
