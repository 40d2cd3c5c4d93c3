import type { Settings } from './state.ts';

export interface Script {
  /** Ours: where the panel lives, and the only origin the loader talks to. */
  origin: string;
  /** For the one `<style>` that old browsers need under a strict policy. */
  nonce: string;
  settings: Settings;
}

/** The element that brought us. `currentScript` is null where a bundler made a module of the snippet. */
export function findScript(): Script {
  const script = (document.currentScript ?? document.querySelector('script[src*="/widget.js"]')) as HTMLScriptElement;
  // Attributes of no meaning to us come along and mean nothing.
  return { origin: new URL(script.src).origin, nonce: script.nonce ?? '', settings: { ...script.dataset } };
}
