/** Conversations as the desk sees them, made up. Leeds, Friday 14 August 2026, 14:18. */
import type { ParcelCard } from '../../protocol/card.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { DeskView, FlowMapView, FlowNode, LetterView, PhotoNote } from '../../protocol/desk.ts';
import type { Colleague } from '../../protocol/agent-events.ts';

export const NOW = Date.UTC(2026, 7, 14, 13, 18);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const utc = (day: number, hour: number, minute = 0) => Date.UTC(2026, 7, day, hour, minute);

const SAME_LABEL: PhotoNote[] = [{ kind: 'sameLabel', tone: 'good', text: 'The barcode is this parcel’s: LZ482917367CN' }];
const NOTICED: { [slot: string]: PhotoNote[] } = {
  left: [
    { kind: 'dark', tone: 'wait', text: 'It is dark' },
    {
      kind: 'seenBefore',
      tone: 'wait',
      text: 'Nearly the same picture came in case TW-7K2P. Compare the two; it proves nothing by itself.',
      link: 'conversation-earlier',
    },
  ],
  right: [{ kind: 'twice', tone: 'wait', text: 'Nearly the same picture as “Top”' }],
};

export const maya: DeskView = {
  shopper: {
    name: 'Maya Osei',
    locale: 'en',
    language: 'English',
    languageBy: 'page',
    tz: 'Europe/London',
    city: 'Leeds',
    identity: null,
    page: { url: 'https://northfold.example/orders/10482', title: 'Your order' },
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
        name: 'The parcel’s road from Shenzhen to Leeds: the carrier calls it delivered.',
        tone: 'plain',
        stops: [
          { name: 'Shenzhen', note: '24 Jul', done: true },
          { name: 'UK border', note: '9 Aug', done: true },
          { name: 'Leeds', note: '11 Aug, 10:32', done: true },
        ],
        at: 2,
        gate: 'open',
      },
      tag: { tone: 'plain', icon: 'check', text: 'Delivered' },
      fact: { label: 'The carrier’s scan', value: 'Tue 11 August, 10:32' },
      rows: [
        { label: 'Number', value: 'LZ482917367CN' },
        { label: 'Signed by', value: 'Osei' },
      ],
      todo: [],
      events: [
        { text: 'Delivered, signed for', at: 'Tue 11 Aug, 10:32', place: 'Leeds' },
        { text: 'Out for delivery', at: 'Tue 11 Aug, 07:10', place: 'Leeds' },
        { text: 'Left the border', at: 'Sun 9 Aug, 18:40', place: 'Langley' },
        { text: 'Arrived in the United Kingdom', at: 'Sat 8 Aug, 06:02', place: 'Langley' },
        { text: 'Left the country', at: 'Sat 25 Jul, 01:15', place: 'Shenzhen' },
        { text: 'Posted', at: 'Fri 24 Jul, 16:20', place: 'Shenzhen' },
      ],
    },
  },
  order: {
    number: '10482',
    placedAt: Date.UTC(2026, 6, 21, 9),
    total: '£64.00',
    items: [
      { name: 'Lamp base, oak', quantity: 1, price: '£36.00' },
      { name: 'Lamp shade, sand', quantity: 1, price: '£22.00' },
      { name: 'Bulb, warm white', quantity: 2, price: '£3.00' },
    ],
    address: '14 Albion Terrace\nLeeds LS6 2AB\nUnited Kingdom',
  },
  case: {
    number: 'TW 4827',
    problem: 'missing',
    stage: 'photos',
    openedAt: utc(14, 12, 52),
    closedAt: null,
    outcome: null,
    remedy: null,
    asked: null,
    finding: null,
  },
  missing: [{ name: 'Lamp shade, sand', count: 1 }],
  protectionEndsAt: Date.UTC(2026, 8, 8, 17),
  facts: [
    { label: 'Why it matters', value: 'a birthday' },
    { label: 'Looked in the packing', value: 'yes, twice' },
  ],
  evidence: [
    {
      item: 'group',
      title: 'Photo of everything',
      state: 'done',
      reason: null,
      slots: [{ slot: 'one', label: 'Photo of everything', photo: 'photo-group-1', findings: [] }],
    },
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
    {
      item: 'label',
      title: 'The label',
      state: 'cant',
      reason: 'threw_away',
      slots: [{ slot: 'one', label: 'The label', photo: null, findings: [] }],
    },
  ],
  loose: [{ photo: 'photo-loose-1', label: 'Photo', findings: [] }],
  promises: [
    {
      id: 'promise-2',
      kind: 'deliveryCheck',
      label: 'News, whatever it is',
      owner: 'bot',
      madeAt: NOW - 40 * MINUTE,
      dueAt: utc(19, 17),
      state: 'open',
    },
    {
      id: 'promise-1',
      kind: 'warehouseAnswer',
      label: 'What the packing video shows',
      owner: 'warehouse',
      madeAt: NOW - 98 * MINUTE,
      dueAt: NOW + 42 * MINUTE,
      state: 'open',
    },
    {
      id: 'promise-0',
      kind: 'personAnswer',
      label: 'Order found',
      owner: 'person',
      madeAt: NOW - 3 * HOUR,
      dueAt: NOW - 26 * MINUTE,
      state: 'kept',
    },
  ],
  claim: null,
  mails: [],
  notes: [],
  findings: ['notPacked', 'packed', 'unclear'],
  remedies: ['resend', 'refund'],
  agent: { id: 'agent-nadia', name: 'Nadia Kaya', initials: 'NK' },
};

/** Photos about which something was noticed. */
export const noticed: DeskView = {
  ...maya,
  evidence: maya.evidence.map((piece) => ({
    ...piece,
    ...(piece.item === 'label' && { state: 'done' as const, reason: null }),
    slots: piece.slots.map((slot) => ({
      ...slot,
      photo: piece.item === 'label' ? 'photo-label-1' : slot.photo,
      findings: piece.item === 'label' ? SAME_LABEL : (NOTICED[slot.slot] ?? []),
    })),
  })),
  loose: [
    { photo: 'photo-loose-1', label: 'Photo', findings: [{ kind: 'small', tone: 'wait', text: 'It is small; details are hard to see' }] },
  ],
};

export const talk: ConversationView = {
  id: 'conversation-maya',
  status: 'bot',
  locale: 'en',
  localeBy: 'page',
  agent: null,
  prompt: null,
  case: { number: 'TW 4827', problem: 'missing', stage: 'photos', closed: false },
  promises: null,
  lastSeq: 14,
  seen: { shopper: 14, agent: 14 },
};

/** The bot has only just begun. */
export const stranger: DeskView = {
  ...maya,
  shopper: { ...maya.shopper, name: null, city: null, page: null },
  problem: null,
  parcel: null,
  order: null,
  case: null,
  missing: [],
  protectionEndsAt: null,
  facts: [],
  evidence: [],
  loose: [],
  promises: [],
  findings: [],
  remedies: [],
  agent: null,
};

const held: ParcelCard<string> = {
  kind: 'parcel',
  road: {
    name: 'The parcel’s road from Shenzhen to Graz: it waits at the border.',
    tone: 'wait',
    stops: [
      { name: 'Shenzhen', note: 'left 24 July', done: true },
      { name: 'Border, Austria', note: 'held', done: false },
      { name: 'Graz', note: 'by 28 August', done: false },
    ],
    at: 1,
    gate: 'closed',
  },
  tag: { tone: 'wait', icon: 'gate', text: 'Customs wait for duties to be paid' },
  rows: [
    { label: 'Number', value: 'RB123456785CN' },
    { label: 'Amount', value: '€14.20', detail: 'tax €8.20, fee €6.00' },
    { label: 'Until', value: 'Fri 21 August', detail: 'then it goes back' },
  ],
  todo: [],
  events: [{ text: 'Held by customs', at: 'Wed 12 Aug, 08:00', place: 'Wien' }],
};

/** Everything is late or over, and every word is as long as words get. */
export const hard: DeskView = {
  ...maya,
  shopper: { ...maya.shopper, name: 'Bartholomäus Schmitt-Oberhuber', locale: 'de', language: 'German', tz: 'Europe/Vienna', city: 'Graz' },
  problem: 'customs',
  parcel: { number: 'RB123456785CN', carrier: 'China Post', lastMile: null, state: 'customs_held', card: held },
  order: {
    ...(maya.order ?? { number: '', placedAt: 0, total: '', items: [], address: null }),
    number: 'NF-2026-000010482-AT',
    address: 'Donaudampfschifffahrtsgesellschaftsstraße 144, Stiege 3, Tür 27\n8010 Graz\nÖsterreich',
    items: [{ name: 'Aufbewahrungskörbchenunterlegscheibenset, naturfarben <b>neu</b>', quantity: 12, price: '€1,164.00' }],
  },
  case: { ...(maya.case as NonNullable<DeskView['case']>), stage: 'customs', asked: 'either', remedy: 'refund', finding: 'lost' },
  missing: [{ name: 'Aufbewahrungskörbchenunterlegscheibenset, naturfarben <b>neu</b>', count: 12 }],
  protectionEndsAt: NOW + 2 * DAY,
  facts: [
    { label: 'Lieferzeitwahrnehmung <script>', value: '<img src=x onerror=alert(1)>' },
    { label: 'Occasion', value: 'wedding' },
  ],
  promises: [
    {
      id: 'late-1',
      kind: 'customsUpdate',
      label: 'Benachrichtigung über den Zollbearbeitungsstand',
      owner: 'bot',
      madeAt: NOW - DAY,
      dueAt: NOW - 18 * MINUTE,
      state: 'open',
    },
    {
      id: 'late-2',
      kind: 'agentPromise',
      label: '<i>I will ring</i> them at once',
      owner: 'Nadia Kaya',
      madeAt: NOW - 3 * DAY,
      dueAt: NOW - 2 * DAY,
      state: 'late',
    },
    {
      id: 'void-1',
      kind: 'traceAnswer',
      label: 'What the search finds',
      owner: 'carrier',
      madeAt: NOW - 3 * DAY,
      dueAt: NOW - DAY,
      state: 'void',
    },
  ],
  mails: [
    { id: 'mail-1', label: '<b>Benachrichtigung</b> über den Zollbearbeitungsstand', state: 'failed', why: 'unsent', at: NOW - HOUR },
    { id: 'mail-2', label: 'What they missed in the chat', state: 'waiting', why: null, at: NOW + 2 * MINUTE },
  ],
  findings: [],
  loose: [{ photo: 'photo-missing', label: '<u>Photo</u>', findings: [] }],
};

/** Settled and closed. */
export const settled: DeskView = {
  ...maya,
  case: {
    ...(maya.case as NonNullable<DeskView['case']>),
    stage: 'settled',
    closedAt: NOW - HOUR,
    outcome: 'solved',
    asked: 'resend',
    remedy: 'resend',
    finding: 'notPacked',
  },
  promises: maya.promises.map((promise) => ({ ...promise, state: 'kept' as const })),
  mails: [
    { id: 'mail-1', label: 'Photos received', state: 'sent', why: null, at: NOW - DAY },
    { id: 'mail-2', label: 'What they missed in the chat', state: 'dropped', why: 'read', at: NOW - HOUR },
  ],
  protectionEndsAt: NOW - DAY,
  findings: [],
  remedies: [],
};

const node = (id: string, label: string, row: number, more: Partial<FlowNode> = {}): FlowNode => ({
  id,
  label,
  row,
  column: 0,
  state: 'ahead',
  step: null,
  ...more,
});

export const missingMap: FlowMapView = {
  title: 'Items missing · flow 12 · Maya Osei',
  nodes: [
    node('find', 'Find the parcel', 0, { state: 'done' }),
    node('items', 'Which items, how many', 1, { state: 'done', step: 'items' }),
    node('case', 'Open the case', 2, { state: 'done' }),
    node('group', 'Photo of everything', 3, { state: 'done', step: 'photos' }),
    node('sides', 'All six sides', 4, { state: 'now', note: '4 of 6, two to go', progress: { done: 4, of: 6 }, step: 'resume' }),
    node('label', 'The label', 5, { step: 'label' }),
    node('collected', 'Did someone else collect it?', 6, { step: 'collected' }),
    node('warehouse', 'Warehouse check', 7, { note: 'running, answer by 15:00', step: 'following' }),
    node('search', 'Carrier search', 7, { column: 1, note: 'next news by a date' }),
    node('remedy', 'Resend or refund', 8, { step: 'remedies' }),
    node('closed', 'Closed', 8, { column: 1, end: true }),
  ],
  edges: [
    { from: 'find', to: 'items', done: true },
    { from: 'items', to: 'case', done: true },
    { from: 'case', to: 'group', done: true },
    { from: 'group', to: 'sides', done: true },
    { from: 'sides', to: 'label', done: false },
    { from: 'sides', to: 'collected', label: 'can’t, with a reason', done: false },
    { from: 'label', to: 'collected', done: false },
    { from: 'collected', to: 'warehouse', label: 'what the video shows', done: false },
    { from: 'warehouse', to: 'search', label: 'all in', done: false },
    { from: 'warehouse', to: 'remedy', label: 'not packed', done: false },
    { from: 'search', to: 'closed', done: false },
    { from: 'remedy', to: 'closed', done: false },
  ],
  done: 4,
  of: 7,
  timers: [
    { at: NOW + 21 * HOUR, label: 'one reminder for the photos' },
    { at: NOW + 3 * DAY, label: 'goes on without them' },
  ],
};

/** Few steps with long words, side ways everywhere: no room for the legend beside them. */
export const crowdedMap: FlowMapView = {
  title: 'Zollabfertigungsschwierigkeiten · Bartholomäus Schmitt-Oberhuber',
  nodes: [
    node('find', 'Sendungsverfolgungsnummer herausfinden <b>jetzt</b>', 0, { state: 'done', step: 'identify' }),
    node('why', 'Zurückhaltungsgrund herausfinden', 1, { state: 'done', column: 0 }),
    node('pay', 'Einfuhrumsatzsteuer und Verzollungsgebühr bezahlen', 2, {
      state: 'now',
      step: 'customs',
      note: 'Bestätigung des Zustellunternehmens steht aus',
    }),
    node('papers', 'Unterlagen nachreichen', 1, { column: 1, step: 'documents' }),
    node('back', 'Rücksendungsbearbeitung', 2, { column: 1 }),
    node('follow', 'Weiterverfolgung', 3, { step: 'following' }),
    node('end', 'Abgeschlossen', 3, { column: 1, end: true }),
  ],
  edges: [
    { from: 'find', to: 'why', done: true },
    { from: 'why', to: 'pay', done: true },
    { from: 'why', to: 'papers', label: 'Unterlagen fehlen', done: false },
    { from: 'pay', to: 'back', label: 'Annahmeverweigerung', done: false },
    { from: 'pay', to: 'follow', label: 'Zahlungsbestätigung eingegangen', done: false },
    { from: 'papers', to: 'follow', done: false },
    { from: 'follow', to: 'why', label: 'wieder angehalten', done: false },
    { from: 'follow', to: 'end', done: false },
    { from: 'back', to: 'end', done: false },
  ],
  done: 2,
  of: 4,
  timers: [{ at: NOW + 5 * DAY, label: 'Erinnerung an die Zahlungsfrist' }],
};

const colleague = (id: string, name: string, initials: string, here: boolean, available: boolean, chats: number): Colleague => ({
  id,
  name,
  initials,
  here,
  available,
  chats,
});

export const few: Colleague[] = [
  colleague('agent-nadia', 'Nadia Kaya', 'NK', true, true, 2),
  colleague('agent-tom', 'Tom Becker', 'TB', true, true, 1),
  colleague('agent-rosa', 'Rosa Marín', 'RM', true, false, 4),
  colleague('agent-sun', 'Sun Wei', 'SW', false, false, 0),
];

export const many: Colleague[] = [
  ...few,
  ...Array.from({ length: 9 }, (_, i) => colleague(`agent-${i}`, `Colleague Number ${i + 1}`, `C${i + 1}`, i % 2 === 0, i % 3 !== 0, i)),
];

export const letters: LetterView[] = [
  {
    id: 'sorry',
    title: 'Sorry, it is our mistake',
    text: 'Hallo Frau Osei,\n\nder Lampenschirm wurde beim Packen vergessen. Das ist unser Fehler.\n\nEin neuer geht heute auf den Weg.',
    mine: 'Hello Ms Osei,\n\nThe lamp shade was left out at packing. That is our mistake.\n\nA new one leaves today.',
  },
  {
    id: 'wait',
    title: 'We wait for the warehouse',
    text: 'Hallo Frau Osei,\n\ndas Lager sieht sich das Packvideo an. Sie hören bis Freitag, 15:00 Uhr von uns.',
    mine: 'Hello Ms Osei,\n\nThe warehouse looks at the packing video. You hear from us by Friday, 15:00.',
  },
  {
    id: 'police',
    title: 'Ask the neighbours once more',
    text: 'Hallo Frau Osei,\n\nhaben Sie noch einmal bei den Nachbarn gefragt?',
    mine: 'Hello Ms Osei,\n\nhave you asked the neighbours once more?',
  },
];
