/**
 * What a shopper's intent brings: the panel in its frame, the talk with it, and the line of news beside the launcher.
 * A file of its own, so that a page that nobody needs help on pays for the launcher alone.
 */
import type { FromPanel, ToPanel } from '../../../protocol/frame.ts';
import type { CreateDock } from '../core.ts';
import { localeOf, type State } from '../state.ts';
import { createBadge } from './badge.ts';
import { cleanContext } from './context.ts';
import css from './dock.css?inline';
import { rememberActive } from './active.ts';
import { watchAddress, where } from './page.ts';
import { createPanel } from './panel.ts';
import { createPeek, type News } from './peek.ts';
import { createScreen, PHONE } from './screen.ts';

const createDock: CreateDock = (core, { host, root, box }, button, wait, tools) => {
  const { change, emit, script } = core;
  const end = new AbortController();
  const listen = (target: EventTarget, type: string, handler: (event: never) => void) =>
    target.addEventListener(type, handler as EventListener, { signal: end.signal, passive: true });
  const phone = matchMedia(PHONE);
  const store = core.state.store ?? '';
  const active = rememberActive(store);
  let done: State = { ...core.state, open: false };
  let news: News | undefined;
  let words = { panel: '', hide: '', unread: '' };
  let opener: Element | null;
  let identity: string | undefined;
  let bootFlow: string | undefined;

  tools.dress(root, 1, css, script.nonce);

  const fetchIdentity = async () => {
    const given = core.state.identity;
    try {
      identity = typeof given === 'function' ? await given() : given;
    } catch {
      emit('error', { code: 'E_IDENTITY' });
    }
  };
  const tellIdentity = async () => {
    await fetchIdentity();
    if (identity) panel.post({ tw: 'identity', identity });
  };
  const boot = async () => {
    wait();
    change({ ready: false });
    await fetchIdentity();
    return (): ToPanel => {
      const { color, context, flow } = core.state;
      const locale = localeOf(core.state);
      const { lang } = document.documentElement;
      bootFlow = flow;
      return {
        tw: 'boot',
        ...(locale && { locale }),
        ...(lang && { lang }),
        ...(color && { color }),
        ...(identity && { identity }),
        ...(flow && { flow }),
        context: cleanContext(context),
        page: where(),
        phone: phone.matches,
      };
    };
  };
  const card = tools.add(box, 'div', 'panel');
  const panel = createPanel(card, script.origin, '/panel?store=' + encodeURIComponent(store), boot);
  const screen = createScreen(card, phone);
  const badge = createBadge(tools.add(button, 'span'));
  const peek = createPeek(box, tools, () => change({ open: true }), hideNews);

  function hideNews() {
    news = undefined;
    sync();
    button.focus();
  }

  const opened = () => {
    opener = document.activeElement;
    news = undefined;
    active.seen();
    panel.frame.focus();
    panel.post({ tw: 'shown' });
  };
  const closed = () => {
    panel.post({ tw: 'hidden' });
    // Where the shopper is already elsewhere in the page, they stay there.
    if (document.activeElement !== host) return;
    const back = button.hidden ? (opener as HTMLElement | null) : button;
    back?.focus({ preventScroll: true });
  };

  function sync() {
    const { state } = core;
    const { open, locale, context, flow, unread } = state;
    const was = done;
    const label = unread ? words.unread : '';
    done = state;
    panel.frame.title = words.panel || (button.getAttribute('aria-label') ?? '');
    screen(open);
    if (open !== was.open) (open ? opened : closed)();
    if (locale && locale !== was.locale) panel.post({ tw: 'locale', locale });
    if (context !== was.context) panel.post({ tw: 'context', context: cleanContext(context) });
    if (state.identity !== was.identity) void tellIdentity();
    badge.draw(open ? 0 : unread);
    peek.draw(open || button.hidden ? undefined : news, words.hide);
    if (state.label !== label) change({ label });
    if (flow && state.ready) {
      if (flow !== bootFlow) panel.post({ tw: 'flow', flow });
      // Asked for once: a panel that restarts resumes instead.
      bootFlow = undefined;
      change({ flow: undefined });
    }
  }

  const hear = (message: FromPanel) => {
    switch (message.tw) {
      case 'ready':
        wait(true);
        if (core.state.open && !core.state.ready) panel.frame.focus();
        change({ ready: true });
        return panel.post({ tw: core.state.open ? 'shown' : 'hidden' });
      case 'close':
        return change({ open: false });
      case 'words':
        words = message;
        return sync();
      case 'unread':
        news = message.count ? message.news : undefined;
        change({ unread: message.count });
        return emit('unread', { count: message.count });
      case 'active':
        return active.told(message.active);
      case 'message':
        return emit('message', { from: message.from, seq: message.seq });
      case 'caseOpened':
      case 'caseClosed':
        return emit(message.tw, { number: message.number });
      case 'error':
        return emit('error', { code: message.code });
    }
  };

  listen(window, 'message', (event: MessageEvent) => {
    const message = panel.read(event);
    if (message) hear(message);
  });
  listen(phone, 'change', sync);
  if (visualViewport) {
    listen(visualViewport, 'resize', () => screen(core.state.open));
    listen(visualViewport, 'scroll', () => screen(core.state.open));
  }
  watchAddress(listen, () => panel.post({ tw: 'page', page: where() }));
  host.onkeydown = (event) => {
    if (event.key === 'Escape') change({ open: false });
  };

  return {
    sync,
    remove() {
      end.abort();
      screen(false);
      peek.remove();
      badge.remove();
      panel.remove();
    },
  };
};

if (window.Tracewell) window.Tracewell.dock = createDock;
