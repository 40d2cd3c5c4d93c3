import { useEffect, useState } from 'preact/hooks';

export type Rest = typeof import('./rest.ts');

const AGAIN_MS = 2_000;

/**
 * What comes later: asked for when it is `needed`, and already when the shopper first touches the panel. A bad line is
 * tried again until it is here.
 */
export function useRest(needed: boolean): Rest | null {
  const [rest, setRest] = useState<Rest | null>(null);
  const [wanted, want] = useState(0);
  useEffect(() => {
    const soon = () => want(1);
    for (const sign of SIGNS) addEventListener(sign, soon, { once: true });
  }, []);
  useEffect(() => {
    if (rest || !(needed || wanted)) return;
    import('./rest.ts').then(setRest, () => setTimeout(() => want(wanted + 1), AGAIN_MS));
  }, [needed, wanted]);
  return rest;
}

const SIGNS = ['pointerdown', 'keydown', 'focusin'];
