import { useEffect, useMemo } from 'preact/hooks';
import type { Wire } from '../../shared/wire.ts';

/** Told again this often while somebody types; it is forgotten after a little longer. */
const AGAIN_MS = 3_000;
const PAUSE_MS = 5_000;

/** Tells the shopper that somebody writes to them: not with every key, and not for longer than it is so. */
export function useTyping(wire: Wire, conversation: string): (on: boolean) => void {
  const typing = useMemo(() => {
    let toldAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (on: boolean) => void wire.ask('typing', { conversation, on }).catch(() => undefined);
    function set(on: boolean): void {
      clearTimeout(timer);
      if (on) timer = setTimeout(set, PAUSE_MS, false);
      const isDue = on ? performance.now() - toldAt > AGAIN_MS || toldAt === 0 : toldAt !== 0;
      if (!isDue) return;
      toldAt = on ? performance.now() : 0;
      tell(on);
    }
    return set;
  }, [wire, conversation]);
  useEffect(() => () => typing(false), [typing]);
  return typing;
}
