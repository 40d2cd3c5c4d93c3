import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../refusal.ts';

export interface Asking {
  busy: boolean;
  /** What the last one was refused with. */
  problem: string | null;
  /** One at a time; rejects never: `problem` says why. Answers whether it went well. */
  run(ask: () => Promise<unknown>): Promise<boolean>;
  /** Shows something that is wrong before anything is asked, or takes it away. */
  say(problem: string | null): void;
}

/** Sends what a dialog is for, and keeps what was refused beside what was typed. */
export function useAsking(read: (error: unknown) => string | null = wordsOf): Asking {
  const [busy, setBusy] = useState(false);
  const [problem, say] = useState<string | null>(null);
  const here = useHere();
  const isAsking = useRef(false);
  const run = async (ask: () => Promise<unknown>) => {
    if (isAsking.current) return false;
    isAsking.current = true;
    setBusy(true);
    say(null);
    try {
      await ask();
      return true;
    } catch (error) {
      if (here.current) say(read(error));
      return false;
    } finally {
      isAsking.current = false;
      if (here.current) setBusy(false);
    }
  };
  return { busy, problem, run, say };
}

/** Whether the one who asked is still on the page when the answer comes. */
function useHere(): { current: boolean } {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
