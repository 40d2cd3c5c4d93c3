/** Rows to store; each is whole, and says only what a test is about. */
import type { Message } from '../../../protocol/message.ts';
import type { Order } from '../../../protocol/order.ts';
import type { StoreSettings } from '../../../protocol/settings.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import type {
  AgentRow,
  CaseRow,
  Change,
  ConversationRow,
  DeviceRow,
  EffectRow,
  InboxFacts,
  InboxRow,
  LinkRow,
  MailRow,
  NoteRow,
  PhotoRow,
  PromiseRow,
  ShopRow,
  TalkLinkRow,
  TimerRow,
  WatchRow,
} from '../../../server/store/port.ts';

export const NOW = 1_800_000_000_000;
export const DAY = 86_400_000;

const settings: StoreSettings = {
  name: 'Paper & Co',
  color: '#4f46e5',
  locales: ['en', 'de'],
  defaultLocale: 'en',
  origins: ['https://shop.example'],
  greeting: {},
  identityRequired: false,
  tracking: 'none',
  policy: defaultPolicy,
};

export function shop(id = 'shop-1'): ShopRow {
  return { id, key: `key-of-${id}`, settings, identitySecret: `secret-of-${id}`, createdAt: NOW, updatedAt: NOW };
}

export function conversation(id: string, about: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id,
    storeId: 'shop-1',
    version: 1,
    tokenHash: `hash-of-${id}`,
    tokenExpiresAt: NOW + DAY,
    status: 'bot',
    locale: 'en',
    localeBy: 'page',
    tz: 'Europe/Berlin',
    agent: null,
    handOff: null,
    flow: { version: 1, snapshot: { value: 'welcome', context: { misses: 0 } } },
    prompt: null,
    problem: null,
    caseNumber: null,
    lastSeq: 0,
    seenShopper: 0,
    seenAgent: 0,
    page: null,
    identity: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...about,
  };
}

/** The change that makes a conversation, or goes on from `before`; `lastSeq` and the version are counted here. */
export function change(before: ConversationRow | string, about: Partial<Change> = {}, row: Partial<ConversationRow> = {}): Change {
  const first = typeof before === 'string' ? conversation(before, { version: 0, ...row }) : before;
  const messages = about.messages ?? [];
  return {
    storeId: first.storeId,
    conversationId: first.id,
    expectedVersion: first.version,
    conversation: { ...first, ...row, version: first.version + 1, lastSeq: first.lastSeq + messages.length },
    effects: [],
    settledEffects: [],
    timers: { set: [], cancel: [], fired: null },
    cases: [],
    promises: [],
    photos: [],
    removedPhotos: [],
    ratings: [],
    mails: [],
    audit: [],
    ...about,
    messages,
  };
}

export function said(seq: number, text = `message ${seq}`, id = `message-${seq}`): Message {
  return { seq, id, at: NOW + seq, from: 'shopper', body: { kind: 'text', text } };
}

export function timer(conversationId: string, name: string, about: Partial<TimerRow> = {}): TimerRow {
  const event = { type: `xstate.after.${name}` };
  return { id: `${conversationId}:${name}`, storeId: 'shop-1', conversationId, name, event, dueAt: NOW + DAY, ...about };
}

export function effect(conversationId: string, id: string, about: Partial<EffectRow> = {}): EffectRow {
  const lookUp = { name: 'lookUpParcel' as const, params: { number: 'LB123456789CN' } };
  return { id, storeId: 'shop-1', conversationId, effect: lookUp, createdAt: NOW, attempts: 0, ...about };
}

export function caseRow(conversationId: string, number: string, about: Partial<CaseRow> = {}): CaseRow {
  return {
    number,
    storeId: 'shop-1',
    conversationId,
    problem: 'delivered',
    stage: 'reported',
    remedy: null,
    outcome: null,
    finding: null,
    asked: null,
    orderNumber: '1001',
    trackingNumber: null,
    openedAt: NOW,
    closedAt: null,
    ...about,
  };
}

export function promise(conversationId: string, id: string, about: Partial<PromiseRow> = {}): PromiseRow {
  return {
    id,
    storeId: 'shop-1',
    conversationId,
    kind: 'carrierAnswer',
    owner: 'carrier',
    dueAt: NOW + 3 * DAY,
    madeAt: NOW,
    state: 'open',
    what: null,
    ...about,
  };
}

export function photo(conversationId: string, id: string, about: Partial<PhotoRow> = {}): PhotoRow {
  return {
    id,
    storeId: 'shop-1',
    conversationId,
    item: 'packaging',
    slot: 'top',
    mime: 'image/jpeg',
    bytes: 120_000,
    width: 1600,
    height: 1200,
    findings: [],
    print: null,
    sha256: 'ab'.repeat(32),
    createdAt: NOW,
    ...about,
  };
}

export function order(number: string, trackings: string[], about: Partial<Order> = {}): Order {
  return {
    number,
    email: 'ada@example.com',
    placedAt: NOW - 10 * DAY,
    currency: 'EUR',
    total: 4200,
    items: [{ id: 'i1', name: 'Lamp', quantity: 1, price: 4200 }],
    parcels: trackings.map((tracking) => ({ number: tracking })),
    ...about,
  };
}

export function agent(id: string, about: Partial<AgentRow> = {}): AgentRow {
  return {
    id,
    storeId: 'shop-1',
    name: `Name of ${id}`,
    email: `${id}@example.com`,
    role: 'agent',
    disabled: false,
    available: true,
    seenAt: null,
    createdAt: NOW,
    ...about,
  };
}

export function link(id: string, about: Partial<LinkRow> = {}): LinkRow {
  return {
    id,
    tokenHash: `hash-of-${id}`,
    storeId: 'shop-1',
    kind: 'invite',
    agentId: null,
    email: `${id}@example.com`,
    name: null,
    role: 'agent',
    createdAt: NOW,
    expiresAt: NOW + DAY,
    ...about,
  };
}

export function talkLink(tokenHash: string, about: Partial<TalkLinkRow> = {}): TalkLinkRow {
  return { ...device(tokenHash), kind: 'phone', what: null, ...about };
}

export function device(tokenHash: string, about: Partial<DeviceRow> = {}): DeviceRow {
  return { tokenHash, storeId: 'shop-1', conversationId: 'c1', kind: 'phone', createdAt: NOW, expiresAt: NOW + DAY, ...about };
}

export function note(conversationId: string, id: string, about: Partial<NoteRow> = {}): NoteRow {
  const agent = { id: 'agent-1', name: 'Mina' };
  return { id, storeId: 'shop-1', conversationId, at: NOW, agent, text: `note ${id}`, afterSeq: 1, ...about };
}

export function watch(conversationId: string, number: string, about: Partial<WatchRow> = {}): WatchRow {
  return {
    conversationId,
    storeId: 'shop-1',
    number,
    carrier: null,
    seen: null,
    tries: 0,
    nextAt: NOW,
    untilAt: NOW + 60 * DAY,
    ...about,
  };
}

export function inbox(conversationId: string, about: Partial<InboxRow> = {}, facts: Partial<InboxFacts> = {}): InboxRow {
  return {
    conversationId,
    storeId: 'shop-1',
    status: 'bot',
    agentId: null,
    rank: 7,
    rankAt: -NOW,
    nextAt: null,
    ...about,
    facts: {
      name: null,
      orderNumber: null,
      trackingNumber: null,
      parcel: null,
      lateAt: null,
      dueAt: null,
      wantedAt: null,
      first: false,
      protectionAt: null,
      protectionWarnMs: 3 * DAY,
      waitingAt: null,
      photos: null,
      startedAt: NOW,
      ...about.facts,
      ...facts,
    },
  };
}

export function mail(conversationId: string, id: string, about: Partial<MailRow> = {}): MailRow {
  return {
    id,
    storeId: 'shop-1',
    conversationId,
    letter: 'notice',
    facts: {},
    afterSeq: 0,
    throughSeq: 1,
    state: 'waiting',
    why: null,
    createdAt: NOW,
    dueAt: NOW,
    attempts: 0,
    settledAt: null,
    ...about,
  };
}
