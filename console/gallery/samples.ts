/** People, parcels and words that nobody ever sent. */
import type { ConversationView } from '../../protocol/conversation.ts';
import type { DeskView } from '../../protocol/desk.ts';
import { RANKS, type Face, type InboxCounts, type InboxItem, type RankName } from '../../protocol/inbox.ts';
import type { Body, From, ShownMessage } from '../../protocol/message.ts';
import type { Me } from '../../protocol/people.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const NOW = Date.now();

export const NADIA: Face = { id: 'agent-nadia', name: 'Nadia Keller', initials: 'NK' };
export const TOM: Face = { id: 'agent-tom-01', name: 'Tom Berg', initials: 'TB' };
export const RITA: Face = { id: 'agent-rita-1', name: 'Rita Melo', initials: 'RM' };

export const ME: Me = {
  agent: { ...NADIA, email: 'nadia@northfold.example', role: 'agent', available: true },
  store: { key: 'northfold', name: 'Northfold', color: null },
  csrf: 'sample',
  locales: ['en'],
};

let made = 0;
export function item(rank: RankName, part: Partial<InboxItem> = {}): InboxItem {
  const id = part.id ?? `conv-${String(++made).padStart(6, '0')}`;
  const chipAt = part.chipAt ?? null;
  return {
    id,
    rank: RANKS[rank],
    rankAt: chipAt ?? -NOW + made,
    chipAt,
    name: null,
    locale: 'en',
    language: 'English',
    status: rank === 'closed' ? 'closed' : rank === 'person' ? 'waiting' : 'bot',
    problem: null,
    parcel: null,
    photos: null,
    preview: null,
    unread: 0,
    agent: null,
    caseNumber: null,
    orderNumber: null,
    lastAt: NOW,
    ...part,
  };
}

const said = (text: string): InboxItem['preview'] => ({ from: 'shopper', text });
export const MAYA = 'conv-maya-01';

export function inboxItems(): InboxItem[] {
  return [
    item('late', {
      name: 'Jonas Adler',
      locale: 'de',
      language: 'German',
      chipAt: NOW - 18 * MINUTE,
      problem: 'in_transit',
      parcel: 'expired',
      preview: said('Es ist jetzt die dritte Woche ohne ein Wort'),
      unread: 2,
    }),
    item('due', {
      id: MAYA,
      name: 'Maya Linden',
      chipAt: NOW + 42 * MINUTE,
      problem: 'missing',
      parcel: 'delivered',
      preview: said('Could you send only the shade?'),
      unread: 1,
    }),
    item('person', {
      name: 'فاطمة الزهراني',
      locale: 'ar',
      language: 'Arabic',
      chipAt: NOW - 6 * MINUTE,
      problem: 'customs',
      parcel: 'customs_held',
      preview: said('هل يمكنني التحدث مع شخص؟'),
      unread: 3,
    }),
    item('protection', {
      name: 'Elena Prado',
      locale: 'es',
      language: 'Spanish',
      chipAt: NOW + 2 * DAY,
      problem: 'delivered',
      parcel: 'delivered',
      preview: said('El vecino dice que no lo tiene'),
    }),
    item('waiting', {
      name: 'Sam Whitby',
      chipAt: NOW - 70 * MINUTE,
      status: 'agent',
      agent: RITA,
      problem: 'delivered',
      preview: said('The photo shows a blue door. Mine is green.'),
      unread: 1,
    }),
    item('promised', {
      name: 'Chloé Marchand',
      locale: 'fr',
      language: 'French',
      chipAt: new Date(NOW).setHours(23, 30, 0, 0),
      problem: 'returned',
      preview: said('D’accord, la bonne adresse est 14 rue des Lilas'),
    }),
    item('promised', {
      name: 'Piotr Zielny',
      locale: 'pl',
      language: 'Polish',
      chipAt: NOW + 4 * DAY,
      problem: 'in_transit',
      parcel: 'in_transit',
      preview: said('Dobrze, dziękuję'),
    }),
    item('quiet', {
      name: 'Anna Lindblom',
      locale: 'sv',
      language: 'Swedish',
      problem: 'missing',
      photos: { done: 2, of: 6 },
      preview: said('Jag tar resten ikväll'),
    }),
    item('quiet', { preview: said('hello') }),
  ];
}

export const COUNTS: InboxCounts = { all: 12, waiting: 5, mine: 4, bot: 3, closed: 240 };

/** One message after the other, a minute apart unless its time is named. */
export function talk(from: number, ...lines: [From, Body<string> | string, number?, Face?][]): ShownMessage[] {
  let at = from;
  return lines.map(([who, body, time, agent], index) => {
    at = time ?? at + MINUTE;
    return {
      seq: index + 1,
      id: `message-${String(index + 1).padStart(4, '0')}`,
      at,
      from: who,
      ...(agent && { agent: { id: agent.id, name: agent.name } }),
      body: typeof body === 'string' ? { kind: 'text', text: body } : body,
    };
  });
}

const photo = (slot: 'top' | 'left' | 'front' | 'right', alt: string): Body<string> => ({
  kind: 'photo',
  photoId: `photo-${slot}-1`,
  item: 'packaging',
  slot,
  alt,
});

export function mayasTalk(): ShownMessage[] {
  const begin = NOW - 34 * MINUTE;
  return talk(
    begin,
    ['system', { kind: 'line', icon: 'gap', text: 'Came from the order page, chose **Something is missing**.' }],
    ['shopper', 'The lamp came but the shade isn’t in the box. It was my mum’s birthday present.'],
    ['bot', 'I’m sorry, that was your mum’s present. Your order 10482 came as one parcel. What is missing from it?'],
    ['shopper', { kind: 'choice', text: '1 lamp shade, sand' }],
    ['system', { kind: 'line', icon: 'box', text: 'Case **TW 4827** opened. Promise: what the video shows, by 15:00.' }],
    ['bot', 'Next, all six sides of the box. A cut or a second layer of tape shows where it was opened.'],
    ['shopper', photo('top', 'Top'), begin + 17 * MINUTE],
    ['shopper', photo('front', 'Front'), begin + 17 * MINUTE],
    ['shopper', photo('left', 'Left'), begin + 17 * MINUTE],
    ['shopper', photo('right', 'Right'), begin + 17 * MINUTE],
    ['shopper', 'Could you send only the shade?', begin + 20 * MINUTE],
  );
}

export function conversation(part: Partial<ConversationView> = {}): ConversationView {
  return {
    id: MAYA,
    status: 'bot',
    locale: 'en',
    localeBy: 'page',
    agent: null,
    prompt: {
      kind: 'evidence',
      id: 'prompt-1',
      choices: [],
      item: 'packaging',
      step: 2,
      of: 3,
      left: 'Two to go',
      title: 'All six sides',
      why: '',
      example: 'box',
      slots: [
        { id: 'top', label: 'top', photoId: 'photo-top-1' },
        { id: 'left', label: 'left', photoId: 'photo-left-1' },
        { id: 'front', label: 'front', photoId: 'photo-front-1' },
        { id: 'right', label: 'right', photoId: 'photo-right-1' },
        { id: 'back', label: 'back' },
        { id: 'bottom', label: 'bottom' },
      ],
      cant: { label: '', title: '', reasons: [] },
      next: '',
      enough: true,
    },
    case: { number: 'TW 4827', problem: 'missing', stage: 'photos', closed: false },
    promises: null,
    lastSeq: 11,
    seen: { shopper: 11, agent: 10 },
    ...part,
  };
}

export function desk(part: Partial<DeskView> = {}): DeskView {
  return {
    shopper: {
      name: 'Maya Linden',
      locale: 'en',
      language: 'English',
      languageBy: 'page',
      tz: 'Europe/London',
      city: 'Leeds',
      identity: null,
      page: { url: 'https://northfold.example/orders/10482', title: 'Order 10482' },
      here: true,
    },
    problem: 'missing',
    parcel: {
      number: 'LZ482917367CN',
      carrier: 'China Post',
      lastMile: 'Royal Mail',
      state: 'delivered',
      card: {
        kind: 'parcel',
        road: {
          name: 'From Shenzhen over the UK border to Leeds; delivered',
          tone: 'plain',
          stops: [
            { name: 'Shenzhen', note: '24 Jul', done: true },
            { name: 'UK border', note: '9 Aug', done: true },
            { name: 'Leeds', note: '11 Aug, 10:32', done: true },
          ],
          at: 2,
          gate: 'open',
        },
        rows: [],
        todo: [],
        events: [{ text: 'Delivered, signed “Linden”', at: '11 Aug, 10:32', place: 'Leeds' }],
      },
    },
    order: {
      number: '10482',
      placedAt: NOW - 24 * DAY,
      total: '£64.00',
      items: [{ name: 'Lamp shade, sand', quantity: 1, price: '£22.00' }],
      address: null,
    },
    case: {
      number: 'TW 4827',
      problem: 'missing',
      stage: 'photos',
      openedAt: NOW - 30 * MINUTE,
      closedAt: null,
      outcome: null,
      remedy: null,
      asked: null,
      finding: null,
    },
    missing: [{ name: 'Lamp shade, sand', count: 1 }],
    protectionEndsAt: NOW + 25 * DAY,
    facts: [{ label: 'Occasion', value: 'A birthday present' }],
    evidence: [
      {
        item: 'packaging',
        title: 'All six sides',
        state: 'open',
        reason: null,
        slots: [
          { slot: 'top', label: 'Top', photo: 'photo-top-1', findings: [] },
          { slot: 'left', label: 'Left', photo: 'photo-left-1', findings: [] },
          { slot: 'front', label: 'Front', photo: 'photo-front-1', findings: [] },
          { slot: 'right', label: 'Right', photo: 'photo-right-1', findings: [] },
          { slot: 'back', label: 'Back', photo: null, findings: [] },
          { slot: 'bottom', label: 'Bottom', photo: null, findings: [] },
        ],
      },
    ],
    loose: [],
    promises: [
      {
        id: 'promise-001',
        kind: 'warehouse',
        label: 'What the packing video shows',
        owner: 'warehouse',
        dueAt: NOW + 42 * MINUTE,
        madeAt: NOW - 30 * MINUTE,
        state: 'open',
      },
      {
        id: 'promise-002',
        kind: 'news',
        label: 'News, whatever it is',
        owner: 'bot',
        dueAt: NOW + 5 * DAY,
        madeAt: NOW - 30 * MINUTE,
        state: 'open',
      },
      {
        id: 'promise-003',
        kind: 'order',
        label: 'Order found',
        owner: 'bot',
        dueAt: NOW - 20 * MINUTE,
        madeAt: NOW - 32 * MINUTE,
        state: 'kept',
      },
    ],
    claim: null,
    mails: [],
    notes: [],
    findings: ['notPacked', 'packed', 'unclear'],
    remedies: ['resend', 'refund'],
    agent: null,
    ...part,
  };
}

export const STEPS = [
  { id: 'resume', label: 'Where it was', current: false },
  { id: 'items', label: 'Which items are missing', current: false },
  { id: 'photos', label: 'All six sides', current: true },
  { id: 'investigation', label: 'Warehouse check', current: false },
  { id: 'remedies', label: 'Resend or refund', current: false },
];
