import type { StoreView } from '../../protocol/conversation.ts';
import type { FromPanel } from '../../protocol/frame.ts';
import type { ShownMessage } from '../../protocol/message.ts';

/** Somebody speaks to the shopper: not their own words, nor the lines that nobody says. */
export const isNews = (message: ShownMessage) => message.from === 'bot' || message.from === 'agent';

export function unreadAfter(messages: ShownMessage[], seen: number): ShownMessage[] {
  return messages.filter((message) => message.seq > seen && isNews(message));
}

type News = NonNullable<Extract<FromPanel, { tw: 'unread' }>['news']>;

const LINE = 140;

/** One line for the closed launcher. */
export function newsOf(message: ShownMessage, store: StoreView | null, initials: string | undefined): News {
  const line = textOf(message).replace(/\s+/g, ' ').trim();
  return {
    from: message.agent?.name ?? store?.name ?? '',
    text: line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line,
    ...(message.from === 'agent' && initials && { initials }),
  };
}

function textOf({ from, body }: ShownMessage): string {
  if (body.kind === 'photo') return body.alt;
  if (body.kind !== 'card') return from === 'bot' ? unmarked(body.text) : body.text;
  const { card } = body;
  if (card.kind === 'document') return card.title;
  return card.kind === 'parcel' ? (card.tag?.text ?? card.road.name) : `${card.label} ${card.number}`;
}

/** The bot's texts may carry `**bold**`. */
export const unmarked = (text: string) => text.replace(/\*\*(.+?)\*\*/g, '$1');
