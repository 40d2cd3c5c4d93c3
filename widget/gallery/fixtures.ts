import type { Card, CaseCard, DocumentCard, Guard, ParcelCard, RecapCard } from '../../protocol/card.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { Body, From, ShownMessage } from '../../protocol/message.ts';
import type { ChatState } from '../app/state.ts';

export const NOON = new Date(2026, 7, 14, 14, 8).getTime();
const MINUTE = 60_000;

export const guard: Guard<string> = {
  tone: 'good',
  text: 'Your buyer protection runs to **Tue 8 September**.',
  how: {
    label: 'How to open a dispute',
    steps: [
      'Open the shop’s order page and choose this order.',
      'Choose **Open a dispute** and say it did not arrive.',
      'Add the case number. We answer there too.',
    ],
  },
};

export const found: ParcelCard<string> = {
  kind: 'parcel',
  road: {
    name: 'From Shenzhen over the UK border to Leeds; the parcel is on the second leg',
    tone: 'plain',
    stops: [
      { name: 'Shenzhen', note: 'left 24 Jul', done: true },
      { name: 'UK border', note: 'cleared 9 Aug', done: true },
      { name: 'Leeds', note: 'by 19 Aug', done: false },
    ],
    at: 1.5,
    gate: 'open',
  },
  fact: { label: 'We expect it by', value: 'Wed 19 August', count: { value: '5', label: 'days left' } },
  rows: [],
  todo: [],
  events: [
    { text: 'Sorting centre', place: 'Leeds', at: 'yesterday, 21:40' },
    { text: 'Cleared by customs', place: 'UK border', at: '9 Aug, 08:15' },
    { text: 'Arrived in the country', place: 'UK border', at: '7 Aug, 23:02' },
    { text: 'Left the country', place: 'Shenzhen', at: '26 Jul, 11:30' },
    { text: 'Picked up', place: 'Shenzhen', at: '24 Jul, 16:45' },
  ],
  guard,
};

export const held: ParcelCard<string> = {
  kind: 'parcel',
  road: {
    name: 'The parcel waits at the UK border',
    tone: 'wait',
    stops: [
      { name: 'Shenzhen', note: 'left 24 Jul', done: true },
      { name: 'UK border', note: 'held since 12 Aug', done: true },
      { name: 'Leeds', done: false },
    ],
    at: 1,
    gate: 'closed',
  },
  tag: { tone: 'wait', icon: 'gate', text: 'Waiting at the border' },
  fact: { label: '', value: 'Import VAT is due' },
  rows: [
    { label: 'Amount', value: '£19.40', detail: 'tax £11.40, fee £8.00' },
    { label: 'Asked by', value: 'Royal Mail' },
    { label: 'Until', value: 'Tue 25 August', detail: 'then it goes back' },
  ],
  todo: [{ text: 'Open Royal Mail’s own site or app.' }, { text: 'Enter', copy: 'LZ482917367CN' }],
  events: [],
  guard,
  safety: '**We never send a link to pay.** If a text message does, leave it.',
};

export const stub: CaseCard<string> = {
  kind: 'case',
  number: 'TW-4827',
  label: 'Case',
  steps: [
    { label: 'Told us', state: 'done' },
    { label: 'Photos', state: 'done' },
    { label: 'Warehouse', state: 'now' },
    { label: 'Carrier', state: 'next' },
    { label: 'Settled', state: 'next' },
  ],
  promise: {
    label: 'You hear from us by',
    date: 'Wed 19 August, 18:00',
    note: 'your time, news or no news',
    leaf: { month: 'Aug', day: '19' },
  },
  doing: '**Now:** our warehouse looks at the packing video and the weight. We don’t know yet what it will show.',
  keep: 'Keep the box and the label until this is closed.',
  guard: { ...guard, text: 'Your buyer protection runs to **Tue 8 September**. A case with us doesn’t move that date.' },
};

export const letter: DocumentCard<string> = {
  kind: 'document',
  icon: 'doc',
  title: 'Letter for your post office',
  text: 'In two languages, with the tracking number and what it is about. Print it, or show it on your phone.',
  label: 'Open it to print',
  opens: { letter: 'postOffice' },
};

export const video: DocumentCard<string> = {
  kind: 'document',
  icon: 'camera',
  title: 'Packing video of the warehouse',
  text: 'What the warehouse saw when your parcel was packed. It opens in a new tab.',
  label: 'Watch the video',
  opens: { href: 'https://video.example.com/packing/TW-9M2X' },
};

export const recap: RecapCard<string> = {
  kind: 'recap',
  number: 'TW-4827',
  label: 'Case',
  title: 'Settled in 13 days',
  tag: { tone: 'good', text: 'Closed' },
  lines: [
    { at: '14 Aug', text: 'You told us the shade was missing' },
    { at: '17 Aug', text: 'The warehouse found it had not been packed' },
    { at: '20 Aug', text: 'A new shade left, free of charge' },
  ],
};

/** A message by whoever, one minute after the one before. */
export function talk(...lines: [From, Body<string> | string, number?][]): ShownMessage[] {
  let at = NOON;
  return lines.map(([from, said, later = 1], i) => {
    at += later * MINUTE;
    const body: Body<string> = typeof said === 'string' ? { kind: 'text', text: said } : said;
    const agent =
      from === 'agent' || (body.kind === 'line' && body.text.includes('Nadia')) ? { agent: { id: 'agent-1', name: 'Nadia Kern' } } : {};
    return { seq: i + 1, id: `message-${i + 1}`, at, from, body, ...agent };
  });
}

export const card = (of: Card<string>): Body<string> => ({ kind: 'card', card: of });

export function state(messages: ShownMessage[], conversation: Partial<ConversationView> = {}, more: Partial<ChatState> = {}): ChatState {
  return {
    phase: 'ready',
    refusal: null,
    link: 'online',
    store: {
      key: 'demo',
      name: 'Northfold',
      color: null,
      locales: ['en', 'es', 'ar', 'de', 'fr', 'it', 'ja', 'ko', 'nl', 'pt', 'ru', 'zh'],
      defaultLocale: 'en',
    },
    conversation: {
      id: 'conversation-1',
      status: 'bot',
      locale: 'en',
      localeBy: 'page',
      agent: null,
      prompt: null,
      case: null,
      promises: null,
      lastSeq: messages.length,
      seen: { shopper: messages.length, agent: 0 },
      ...conversation,
    },
    messages,
    outbox: [],
    typing: null,
    phone: false,
    unread: 0,
    firstUnreadSeq: null,
    locale: 'en',
    ...more,
  };
}
