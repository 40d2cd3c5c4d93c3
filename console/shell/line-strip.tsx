import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shared/icons.tsx';
import type { Wire } from '../shared/wire.ts';
import { word } from '../shared/words.ts';

/** A line that comes back within a breath is nothing to speak of. */
const PATIENCE_MS = 2_000;

/** Says that the line is lost, for as long as it is. */
export function LineStrip({ line }: { line: Wire }) {
  const state = line.state.value;
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (state !== 'lost' && state !== 'connecting') return setLost(false);
    const timer = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => clearTimeout(timer);
    // The pause between two tries does not begin it anew.
  }, [state === 'lost' || state === 'connecting']);
  return (
    <div class="line-strip" role="status">
      {lost && (
        <p>
          <Icon name="off" />
          <span>{word('shell.noLine')}</span>
        </p>
      )}
    </div>
  );
}
