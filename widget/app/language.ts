import type { ConversationView, StoreView } from '../../protocol/conversation.ts';
import type { Connection } from './connection.ts';
import type { History } from './history.ts';
import type { Notes } from './storage.ts';

export interface LanguageOptions {
  notes: Notes;
  connection: Pick<Connection, 'online'>;
  history: History;
  /** The language on the screen. */
  current(): string;
  show(locale: string): void;
}

/** What the shopper chose here goes before what they write in, which the server follows, and that before what the page asks for. */
export function createLanguage({ notes, connection, history, current, show }: LanguageOptions) {
  let wished = '';
  let rewording = false;

  function chosen(): string {
    const noted = notes.get('locale');
    return /^[\w-]{2,20}$/.test(noted) ? noted : '';
  }

  /** Its language is still for the page to say. */
  function isPages(conversation: ConversationView | null): boolean {
    return !chosen() && (conversation?.localeBy ?? 'page') === 'page';
  }

  function switchTo(locale: string) {
    show(locale);
    void reword(locale);
  }

  async function reword(locale: string | null) {
    if (rewording || !connection.online()) return;
    rewording = true;
    const wanted = current();
    await history.reword(locale, locale !== null && chosen() !== '');
    rewording = false;
    const now = history.conversation()?.locale;
    // Another was chosen meanwhile; else it is what the server could do.
    if (current() !== wanted) await reword(current());
    else if (now && connection.online()) show(now);
  }

  return {
    chosen,
    wish: () => chosen() || wished,
    /** The person's own choice, remembered on the device. */
    choose(locale: string) {
      notes.set('locale', locale);
      switchTo(locale);
    },
    /** The page asks, for as long as it is open. */
    ask(locale: string) {
      wished = locale;
      if (isPages(history.conversation())) switchTo(locale);
    },
    /** A hello found the conversation; to what it must be switched, by a choice, or by the `page` that it goes on in. */
    greeted(conversation: ConversationView, { locales }: StoreView, page = ''): string {
      const { locale } = conversation;
      const wish = chosen() || (isPages(conversation) ? wished || page : '');
      const offered = locales.find((one) => one === wish) ?? locales.find((one) => base(one) === base(wish));
      if (offered && offered !== locale) return offered;
      show(locale);
      return '';
    },
    /** A turn came in `locale`: another tab switched, or the bot by its own question. */
    turned(locale: string) {
      if (locale === current() || rewording) return;
      if (chosen()) notes.set('locale', locale);
      wished = '';
      show(locale);
      void reword(null);
    },
    switchTo,
  };
}
export type Language = ReturnType<typeof createLanguage>;

const base = (locale: string) => locale.toLowerCase().split('-')[0];
