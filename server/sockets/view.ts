import type { ConversationView } from '../../protocol/conversation.ts';
import type { Message, ShownMessage } from '../../protocol/message.ts';
import type { Prompt } from '../../protocol/prompt.ts';
import type { Page } from '../../protocol/shopper-events.ts';
import type { Viewer, Wording } from '../words/words.ts';
import type { Loaded } from '../conversation/conversations.ts';
import type { ConversationRow, Store } from '../store/port.ts';
import { promiseLines } from './promise-lines.ts';

export const PAGE_SIZE = 100;

/** `here`: the agent who has the chat is connected. `greeting`: the shop's own, in the viewer's language. */
export function conversationView(
  { row, case: openCase, promises }: Pick<Loaded, 'row' | 'case' | 'promises'>,
  wording: Wording,
  viewer: Viewer,
  here: boolean,
  greeting: string | null = null,
): ConversationView {
  return {
    id: row.id,
    status: row.status,
    locale: row.locale,
    localeBy: row.localeBy,
    agent: row.agent && { name: row.agent.name, initials: initials(row.agent.name), here },
    prompt: row.prompt && greeted(wording.word(row.prompt.prompt, viewer), greeting),
    case: openCase && { number: openCase.number, problem: openCase.problem, stage: openCase.stage, closed: openCase.closedAt !== null },
    promises: promiseLines(promises, wording, viewer),
    lastSeq: row.lastSeq,
    seen: { shopper: row.seenShopper, agent: row.seenAgent },
  };
}

/** The owner's line stands where ours does; what is said below it, that this is a bot, is never theirs to take away. */
function greeted(prompt: Prompt<string>, greeting: string | null): Prompt<string> {
  return prompt.kind === 'topics' && greeting !== null ? { ...prompt, title: greeting } : prompt;
}

export function shown(messages: Message[], wording: Wording, viewer: Viewer): ShownMessage[] {
  return messages.map((message) => wording.word(message, viewer));
}

/** What came after `after`, one page of it. */
export async function page(store: Store, row: ConversationRow, after: number, wording: Wording, viewer: Viewer): Promise<Page> {
  const messages = await store.messages(row.storeId, row.id, after, PAGE_SIZE);
  return { messages: shown(messages, wording, viewer), more: messages.length === PAGE_SIZE };
}

function initials(name: string): string {
  const letters = name.split(/\s+/).map((part) => [...part][0] ?? '');
  return (letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '')).toUpperCase();
}
