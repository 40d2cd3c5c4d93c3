import { useState } from 'preact/hooks';
import type { ShownMessage } from '../../../protocol/message.ts';
import { tell } from '../../shared/toast.tsx';
import { word } from '../../shared/words.ts';

export interface OriginalProps {
  isShown: boolean;
  /** Of the shopper. */
  name: string;
  ask: () => Promise<ShownMessage>;
  onChange: (message: ShownMessage | null) => void;
}

/** Shows the bot's words as the shopper reads them, and back. Fetched once. */
export function Original({ isShown, name, ask, onChange }: OriginalProps) {
  const [fetched, setFetched] = useState<ShownMessage | null>(null);
  const [busy, setBusy] = useState(false);

  async function show(): Promise<void> {
    setBusy(true);
    try {
      const message = fetched ?? (await ask());
      setFetched(message);
      onChange(message);
    } catch {
      tell({ text: word('talk.original.failed') });
    }
    setBusy(false);
  }

  return (
    <button type="button" class="original" aria-pressed={isShown} aria-busy={busy} onClick={() => (isShown ? onChange(null) : void show())}>
      {busy ? word('talk.original.loading') : isShown ? word('talk.original.mine') : word('talk.original.show', { name })}
    </button>
  );
}
