import { add, dress } from './dom.ts';
import css from './loader.css?inline';

export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  /** Everything we draw stands in here, out of reach of the page's styles. */
  box: HTMLElement;
  remove(): void;
}

/**
 * The host hangs on `<html>`, beside `<body>`: shops that swap the whole body on navigation then leave the chat and
 * its frame untouched. Where somebody clears it away all the same, it comes back.
 */
export function createShell(nonce: string): Shell {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  dress(root, 0, css, nonce);
  const box = add(root, 'div');

  const stay = () => {
    const page = document.documentElement;
    if (host.parentNode !== page) page.append(host);
    guard.observe(page, { childList: true });
  };
  const guard = new MutationObserver(stay);
  guard.observe(document, { childList: true });
  stay();

  return {
    host,
    root,
    box,
    remove() {
      guard.disconnect();
      host.remove();
    },
  };
}
