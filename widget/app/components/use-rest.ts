import { createContext } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import restStyles from '../styles/rest.css?url';

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
    loadRest().then(setRest, again);
  }, [needed, tries]);
  return rest;
}

/** Nothing of it is drawn before its styles are here too. */
async function loadRest(): Promise<Rest> {
  const [rest] = await Promise.all([import('./rest.ts'), addStyles(restStyles)]);
  return rest;
}

function addStyles(href: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // An earlier try may have brought the styles and not the parts.
    const link = document.querySelector<HTMLLinkElement>(`[href="${href}"]`) ?? document.createElement('link');
    if (link.sheet) return resolve(link);
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(href));
    };
    document.head.append(link);
  });
}
