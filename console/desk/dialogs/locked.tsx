import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';

/** It can't be done now, and why. */
export function Locked({ text, close }: { text: string; close: () => void }) {
  return (
    <>
      <p class="locked">
        <Icon name="lock" />
        <span>{text}</span>
      </p>
      <footer>
        <Button onClick={close}>{word('shell.close')}</Button>
      </footer>
    </>
  );
}
