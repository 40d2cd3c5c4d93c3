/** What a shopper missed in the chat, as one mail: in their language, with who wrote it and the way back. */
import type { FlowContext } from '../../flows/context.ts';
import type { Message } from '../../protocol/message.ts';
import { asText } from '../letters/as-text.ts';
import type { Block } from '../letters/fill.ts';
import { layOut } from '../letters/layout.ts';
import type { Rendered } from '../letters/letters.ts';
import { oneLine } from '../letters/values.ts';
import type { ConversationRow, ShopRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { saidIn } from './said-in.ts';

/** More than this is read in the chat. */
const MOST = 30;

export function noticeMail(
  about: {
    shop: ShopRow;
    row: ConversationRow;
    context: FlowContext | null;
    messages: Message[];
    link: { url: string; expiresAt: number };
  },
  wording: Wording,
  now: number,
): Rendered {
  const { shop, row, messages, link } = about;
  const order = about.context?.order ?? null;
  const viewer: Viewer = { locale: row.locale, tz: row.tz, now };
  const say = (key: string, p?: Record<string, string>) => wording.text(viewer, `mail:${key}`, p);
  const line = (key: string, p?: Record<string, string>): Block => ({ kind: 'paragraph', lines: [[{ text: say(key, p), bold: false }]] });
  const places = { shop: shop.settings.name, ...(order && { order: oneLine(order.number) }) };
  const name = oneLine(order?.customerName?.trim().split(/\s+/)[0] ?? '');
  const shown = messages.slice(0, MOST).map((message) => wording.word(message, viewer));
  const date = wording.word({ $date: link.expiresAt, as: 'day' as const }, viewer);

  const subject = oneLine(say(order ? 'notice.subject' : 'notice.subjectPlain', places));
  const blocks: Block[] = [
    name === '' ? line('greetingPlain') : line('greeting', { name }),
    line('notice.intro'),
    ...saidIn(shown, wording, viewer),
    ...(messages.length > MOST ? [line('notice.more')] : []),
    { kind: 'button', url: link.url },
    line('once', { date }),
  ];
  const open = say('button');
  const foot = say(order ? 'footOrder' : 'foot', places);
  return {
    subject,
    text: asText({ blocks, open, foot }),
    html: layOut({ locale: row.locale, subject, blocks, shop: shop.settings, open, foot }),
  };
}
