import type { PageContext } from '../../protocol/frame.ts';

/** What the attributes of the script, `boot` and `update` may set. */
export interface Settings {
  store?: string | undefined;
  locale?: string | undefined;
  /** `start` or `end` of the line, so that a right-to-left page mirrors. */
  position?: string | undefined;
  /** `#rrggbb` */
  color?: string | undefined;
  /** `none`: the page opens the chat by itself. */
  launcher?: string | undefined;
}

/** A short-lived signed token, or a function that fetches one whenever a panel starts. */
export type Identity = string | (() => string | Promise<string>);

/**
 * What the page wishes and what the panel told. Never changed in place: the parts compare it with what they did last.
 * It is there before the boot, so that nothing called early is lost.
 */
export interface State extends Settings {
  open: boolean;
  /** As the page gave it; cleaned before it leaves the page. */
  context: { [K in keyof PageContext]: unknown };
  identity?: Identity | undefined;
  flow?: string | undefined;
  /** The panel answers. */
  ready: boolean;
  /** The panel did not come; the launcher offers to try again. */
  failed: boolean;
  unread: number;
  /** The launcher's name where it says more than usual. */
  label?: string | undefined;
}

export function firstState(settings: Settings): State {
  return { ...settings, open: false, context: {}, ready: false, failed: false, unread: 0 };
}

/** Without the owner's or the page's word for it, the language of the device. */
export function languageOf(state: State): string {
  return (localeOf(state) || navigator.language).replace(/[-_].*/, '');
}

export function localeOf(state: State): string {
  return state.locale || document.documentElement.lang;
}
