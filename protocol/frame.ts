/** Between the loader in the shop's page and the panel in its frame, by postMessage with exact origins. */
export interface PageContext {
  order?: string;
  tracking?: string;
  email?: string;
}

export type ToPanel =
  | {
      tw: 'boot';
      /** What the page asks for; and how it is written itself, for where the shop does not offer that. */
      locale?: string;
      lang?: string;
      color?: string;
      context?: PageContext;
      identity?: string;
      flow?: string;
      page: { url: string; title: string };
      phone: boolean;
    }
  | { tw: 'shown' }
  | { tw: 'hidden' }
  | { tw: 'locale'; locale: string }
  | { tw: 'context'; context: PageContext }
  | { tw: 'identity'; identity: string }
  | { tw: 'flow'; flow: string }
  | { tw: 'page'; page: { url: string; title: string } };

export type FromPanel =
  | { tw: 'ready' }
  | { tw: 'close' }
  /** What the loader says beside its own name: the panel knows every language, and the loader must be small. `unread`: '' for nothing new. */
  | { tw: 'words'; panel: string; hide: string; unread: string }
  /** `news` is one line for the closed launcher. */
  | { tw: 'unread'; count: number; news?: { from: string; initials?: string; text: string } }
  | { tw: 'message'; from: string; seq: number }
  | { tw: 'caseOpened'; number: string }
  | { tw: 'caseClosed'; number: string }
  /** There is a conversation on this device, so the next page load may connect at once. */
  | { tw: 'active'; active: boolean }
  | { tw: 'error'; code: string };
