/** Where the shopper is. Without query and fragment: those may carry what is nobody else's business. */
export function where(): { url: string; title: string } {
  return { url: (location.origin + location.pathname).slice(0, 500), title: document.title.slice(0, 200) };
}

/**
 * Client-side navigation, without touching the page's history functions: the navigation API tells, elsewhere we look
 * after a click, on going back and on coming back to the tab. A moment later, when the new title stands.
 */
export function watchAddress(listen: (target: EventTarget, type: string, handler: () => void) => void, changed: () => void): void {
  let last = location.href;
  const look = () => {
    setTimeout(() => {
      if (last !== location.href) {
        last = location.href;
        changed();
      }
    }, 300);
  };
  const navigation = (window as { navigation?: EventTarget }).navigation;
  if (navigation) return listen(navigation, 'currententrychange', look);
  listen(window, 'popstate', look);
  listen(document, 'click', look);
  listen(document, 'visibilitychange', look);
}

/** Holds the page still behind a full-screen panel; returns what puts it back exactly as it was. */
export function lockScroll(): () => void {
  const page = document.documentElement;
  const style = page.getAttribute('style');
  const left = scrollX;
  const top = scrollY;
  page.style.setProperty('overflow', 'hidden', 'important');
  const locked = page.getAttribute('style');
  return () => {
    // Where the page wrote to its style meanwhile, only our part is taken away.
    if (page.getAttribute('style') !== locked) page.style.removeProperty('overflow');
    else if (style === null) page.removeAttribute('style');
    else page.setAttribute('style', style);
    scrollTo({ left, top, behavior: 'instant' });
  };
}
