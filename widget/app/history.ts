import type { ConversationView } from '../../protocol/conversation.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Page } from '../../protocol/shopper-events.ts';
import type { Connection } from './connection.ts';

export interface News {
  messages: ShownMessage[];
  conversation: ConversationView;
}

export interface History {
  messages(): ShownMessage[];
  conversation(): ConversationView | null;
  /** Last `seq` held without a gap before it. */
  last(): number;
  /** What a hello brought. */
  begin(news: News & { more: boolean }): Promise<void>;
  /** A push: adds what is new and in order; what is missing before it is fetched. */
  take(news: News): void;
  /** Some `seq` is known to exist; if it does not come by itself it is fetched. */
  expect(seq: number): void;
  /** Small changes that come without a turn. */
  patch(change: Partial<ConversationView>): void;
  /** Fetches until nothing is missing. Resolves also when the line breaks; the next hello goes on from there. */
  catchUp(): Promise<void>;
  /** The whole talk again in another language, swapped in one go. `locale` null: it was switched elsewhere. `chosen`: by
   *  the shopper themselves. false: not done. */
  reword(locale: string | null, chosen?: boolean): Promise<boolean>;
  reset(): void;
}

/** The truth is a gap-free `seq`; a push is only a hint of it. */
export function createHistory(call: Connection['call'], onChange: () => void): History {
  let messages: ShownMessage[] = [];
  let conversation: ConversationView | null = null;
  let known = 0;
  let fetching: Promise<void> | null = null;

  const last = () => messages.at(-1)?.seq ?? 0;

  function merge(news: News) {
    let next = last();
    const fresh = news.messages.filter((m) => m.seq === next + 1 && ++next);
    if (fresh.length) messages = [...messages, ...fresh];
    if (news.conversation.lastSeq >= (conversation?.lastSeq ?? 0)) conversation = news.conversation;
    known = Math.max(known, news.conversation.lastSeq);
    onChange();
  }

  async function fetchMissing() {
    for (let more = true; more || last() < known;) {
      const before = last();
      const page = await call('catchUp', { after: before });
      if (!page?.ok) return;
      merge(page);
      more = page.more;
      if (last() === before) return;
    }
  }

  function catchUp() {
    fetching ??= fetchMissing().finally(() => {
      fetching = null;
    });
    return fetching;
  }

  return {
    messages: () => messages,
    conversation: () => conversation,
    last,
    catchUp,
    async begin(news) {
      merge(news);
      if (news.more || last() < known) await catchUp();
    },
    take(news) {
      // A push may overtake the hello's answer, which then lacks it: all there is to do is to know of it.
      if (conversation) merge(news);
      known = Math.max(known, news.conversation.lastSeq);
      if (last() < known) void catchUp();
    },
    expect(seq) {
      known = Math.max(known, seq);
    },
    patch(change) {
      if (!conversation) return;
      conversation = { ...conversation, ...change };
      onChange();
    },
    async reword(locale, chosen) {
      const first = locale === null ? await call('catchUp', { after: 0 }) : await call('setLocale', { locale, ...(chosen && { chosen }) });
      if (!first?.ok) return false;
      const all = [...first.messages];
      let page: Page & { conversation: ConversationView } = first;
      while (page.more) {
        const next = await call('catchUp', { after: all.at(-1)?.seq ?? 0 });
        if (!next?.ok || !next.messages.length) return false;
        all.push(...next.messages);
        page = next;
      }
      messages = all;
      merge({ messages: [], conversation: page.conversation });
      if (last() < known) await catchUp();
      return true;
    },
    reset() {
      messages = [];
      conversation = null;
      known = 0;
      onChange();
    },
  };
}
