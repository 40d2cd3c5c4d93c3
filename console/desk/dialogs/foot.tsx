import { Button } from '../../shared/button.tsx';
import { Problem } from '../../shared/problem.tsx';
import { word } from '../../shared/words.ts';
import type { Asking } from './use-asking.ts';

/** The end of each dialog: what was refused, the way out, and the one thing it is for, which says what happens. */
export function Foot({ asking, yes, close, danger = false }: { asking: Asking; yes: string; close: () => void; danger?: boolean }) {
  return (
    <>
      <Problem text={asking.problem} />
      <footer>
        <Button onClick={close}>{word('shell.notNow')}</Button>
        <Button kind="fill" type="submit" danger={danger} busy={asking.busy}>
          {yes}
        </Button>
      </footer>
    </>
  );
}
