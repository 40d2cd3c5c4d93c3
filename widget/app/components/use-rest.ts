import { createContext } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Rest = typeof import('./rest.ts');

/** What comes after the first words; null until it is here. Apart from the chat's own context, which those parts use. */
export const RestContext = createContext<Rest | null>(null);

const AGAIN_MS = 2_000;

/** The parts that come later, from the moment they are `needed`; on a bad line it is tried until they are here. */
export function useRest(needed: boolean): Rest | null {
  const [rest, setRest] = useState<Rest | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (rest || !needed) return;
    const again = () => setTimeout(() => setTries(tries + 1), AGAIN_MS);
    import('./rest.ts').then(setRest, again);
  }, [needed, tries]);
  return rest;
}
