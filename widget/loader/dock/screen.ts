import { lockScroll } from './page.ts';

export const PHONE = '(max-width:480px),(max-height:480px)';

/**
 * Fits the card to a phone's screen while it is open, with the page held still behind it. The on-screen keyboard
 * shrinks only the visual viewport, and a frame can't see that: so the card follows it.
 */
export function createScreen(card: HTMLElement, phone: MediaQueryList): (open: boolean) => void {
  let unlock: (() => void) | undefined;

  return (open) => {
    const full = open && phone.matches;
    if (full && !unlock) unlock = lockScroll();
    if (!full && unlock) {
      unlock();
      unlock = undefined;
    }
    const view = visualViewport;
    card.style.height = full && view ? view.height + 'px' : '';
    card.style.top = full && view ? view.offsetTop + 'px' : '';
  };
}
