import type { ConversationView } from '../../protocol/conversation.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Frame } from './frame.ts';
import type { ChatState } from './state.ts';
import { isNews, newsOf } from './unread.ts';

type Case = ConversationView['case'];

/** Tells the page what happened, each thing once. */
export function createAnnouncer(post: Frame['post']) {
  let upTo = 0;
  let last: Case = null;
  let counted = '0:0';
  let active: boolean | null = null;

  function setActive(next: boolean) {
    if (active !== next) post({ tw: 'active', active: next });
    active = next;
  }

  return {
    /** What the conversation holds already is no event. */
    begin(seq: number, conversation: ConversationView) {
      upTo = seq;
      last = conversation.case;
    },
    inactive: () => setActive(false),
    tell({ messages, conversation, store }: ChatState, unread: ShownMessage[]) {
      if (!conversation) return;
      setActive(conversation.status !== 'closed');
      for (const m of messages.filter((message) => message.seq > upTo)) {
        upTo = m.seq;
        if (isNews(m)) post({ tw: 'message', from: m.from, seq: m.seq });
      }
      const now = conversation.case;
      if (now && now.number !== last?.number) post({ tw: 'caseOpened', number: now.number });
      if (now?.closed && !(last?.closed && last.number === now.number)) post({ tw: 'caseClosed', number: now.number });
      last = now;
      const newest = unread.at(-1);
      const count = `${unread.length}:${newest?.seq ?? 0}`;
      if (count !== counted) {
        counted = count;
        post({ tw: 'unread', count: unread.length, ...(newest && { news: newsOf(newest, store, conversation.agent?.initials) }) });
      }
    },
  };
}
