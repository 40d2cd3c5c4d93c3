/**
 * The panel's end of the talk with the loader.
 *
 * The panel can't know the shop's origin in advance, and needn't: `frame-ancestors` lets only the store's own origins
 * frame it. So it speaks second.
 * 1. On each `load` event of the iframe, and again every second until `ready` comes, the loader posts `boot` with the
 *    panel's exact origin as the target. (A panel that reloads itself fires `load` again and is booted again.)
 * 2. The panel takes the origin of the first `boot` that comes from `window.parent`, pins it, and answers `ready` to
 *    that origin as soon as it can act. Each further `boot` is answered too.
 * 3. On each `ready` the loader tells whether the panel is on the screen: `shown` or `hidden`.
 * From then on either side checks source and origin of every message. Nothing is ever posted to '*'.
 */
import type { FromPanel, PageContext, ToPanel } from '../../protocol/frame.ts';

export type Boot = Extract<ToPanel, { tw: 'boot' }>;

export interface Frame {
  /** Hears all that comes. The first hearer gets what came before it, a later one the last `boot` and whether it is shown. */
  on(fn: (message: ToPanel) => void): void;
  /** Before the first `boot` there is nobody to tell: dropped. */
  post(message: FromPanel): void;
}

/** Fits `window`; tests hand in their own. */
export interface FrameWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  addEventListener(type: 'message', fn: (event: MessageEvent) => void): void;
}

export function createFrame(self: FrameWindow): Frame {
  const parent = self.parent;
  const hearers: ((message: ToPanel) => void)[] = [];
  const early: ToPanel[] = [];
  const lately = new Map<string, ToPanel>();
  let origin = '';

  const post = (message: FromPanel) => {
    if (origin) parent.postMessage(message, origin);
  };

  self.addEventListener('message', (event) => {
    if (event.source !== parent || (parent as unknown) === self || event.origin === 'null') return;
    if (origin && event.origin !== origin) return;
    const message = read(event.data);
    if (!message || (!origin && message.tw !== 'boot')) return;
    origin = event.origin;
    if (hearers.length) tell(message);
    else early.push(message);
  });

  function tell(message: ToPanel) {
    if (message.tw === 'boot') lately.set('boot', message);
    if (message.tw === 'shown' || message.tw === 'hidden') lately.set('shown', message);
    for (const fn of hearers) fn(message);
    if (message.tw === 'boot') post({ tw: 'ready' });
  }

  return {
    post,
    on(fn) {
      hearers.push(fn);
      for (const message of lately.values()) fn(message);
      for (const message of early.splice(0)) tell(message);
    },
  };
}

/** The host page may say anything; what the server would refuse for its size is cut or left out here. */
function read(data: unknown): ToPanel | null {
  if (!isRecord(data)) return null;
  const [locale, lang, identity, flow] = [text(data.locale, 20), text(data.lang, 20), text(data.identity, 4096), text(data.flow, 30)];
  switch (data.tw) {
    case 'boot': {
      const color = text(data.color, 30);
      const context = contextOf(data.context);
      return {
        tw: 'boot',
        page: pageOf(data.page),
        phone: data.phone === true,
        ...(locale && { locale }),
        ...(lang && { lang }),
        ...(color && { color }),
        ...(context && { context }),
        ...(identity && { identity }),
        ...(flow && { flow }),
      };
    }
    case 'shown':
    case 'hidden':
      return { tw: data.tw };
    case 'locale':
      return locale ? { tw: 'locale', locale } : null;
    case 'context':
      return { tw: 'context', context: contextOf(data.context) ?? {} };
    case 'identity':
      return identity ? { tw: 'identity', identity } : null;
    case 'flow':
      return flow ? { tw: 'flow', flow } : null;
    case 'page':
      return { tw: 'page', page: pageOf(data.page) };
    default:
      return null;
  }
}

function contextOf(value: unknown): PageContext | undefined {
  if (!isRecord(value)) return undefined;
  const [order, tracking, email] = [text(value.order, 40), text(value.tracking, 60), text(value.email, 254)];
  return { ...(order && { order }), ...(tracking && { tracking }), ...(email && { email }) };
}

function pageOf(value: unknown): { url: string; title: string } {
  const page = isRecord(value) ? value : {};
  return { url: text(page.url, Infinity).slice(0, 500), title: text(page.title, Infinity).slice(0, 200) };
}

/** '' for what is no text or too long. Shops like to give order numbers as numbers. */
function text(value: unknown, most: number): string {
  const found = typeof value === 'number' ? String(value) : value;
  return typeof found === 'string' && found.length <= most ? found : '';
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
