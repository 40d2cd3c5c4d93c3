/**
 * The one door to storage. SQLite and PostgreSQL implement it; one contract suite runs on both.
 *
 * Every row belongs to a store and every read names it (`storeId` first): a foreign id is answered like an unknown
 * one, with null. Times are epoch ms. JSON columns hold plain JSON. Methods reject with `StorageError` when the
 * database can't do its work; nothing is then half done.
 */
import type { CaseStage, Problem, Remedy } from '../../protocol/case.ts';
import type { ConversationStatus } from '../../protocol/conversation.ts';
import type { Body, From, Message } from '../../protocol/message.ts';
import type { Order } from '../../protocol/order.ts';
import type { Prompt } from '../../protocol/prompt.ts';
import type { StoreSettings } from '../../protocol/settings.ts';
import type { HandOffReason, OutsideEffect, PromiseKind, PromiseOwner } from '../../flows/effects.ts';

export class StorageError extends Error {
  override readonly name = 'StorageError';
}

export interface Store {
  /** The road's hot path: all of `change` or nothing, durable when the promise resolves. Changes that arrive in the
   *  same tick may share one transaction; one's conflict never undoes another's work. */
  commit(change: Change): Promise<CommitResult>;

  // shops
  addShop(shop: ShopRow): Promise<void>;
  shopByKey(key: string): Promise<ShopRow | null>;
  shopById(id: string): Promise<ShopRow | null>;
  shops(): Promise<ShopRow[]>;
  saveSettings(storeId: string, settings: StoreSettings, at: number): Promise<void>;

  // conversations
  conversation(storeId: string, id: string): Promise<ConversationRow | null>;
  /** By SHA-256 (hex) of the shopper's token; null also when the token has expired at `now`. */
  conversationByToken(storeId: string, tokenHash: string, now: number): Promise<ConversationRow | null>;
  /** Whose token this is, where a request carries nothing but the token: the one read without a store, since the token
   *  itself is what names it. */
  ownerOfToken(tokenHash: string, now: number): Promise<{ storeId: string; conversationId: string; locale: string } | null>;
  /** Oldest first, `seq > after`, at most `limit`. */
  messages(storeId: string, conversationId: string, after: number, limit: number): Promise<Message[]>;
  /** For a message sent twice: what became of the first. */
  messageById(storeId: string, conversationId: string, messageId: string): Promise<Message | null>;
  /** Monotonic: a lower `seq` changes nothing, and none goes beyond the last message. Leaves `version` alone: a `Change`
   *  whose conversation was loaded before never takes it back. */
  markSeen(storeId: string, conversationId: string, by: 'shopper' | 'agent', seq: number): Promise<void>;
  casesOf(storeId: string, conversationId: string): Promise<CaseRow[]>;
  promisesOf(storeId: string, conversationId: string): Promise<PromiseRow[]>;
  timersOf(storeId: string, conversationId: string): Promise<TimerRow[]>;

  // the ticker's and the performer's work, over all shops
  dueTimers(now: number, limit: number): Promise<TimerRow[]>;
  /** Due time of the earliest timer, or null. */
  nextTimerAt(): Promise<number | null>;
  /** Effects not settled and not leased at `now`; leases them until `now + leaseMs`, so that one node performs each.
   *  Each claim counts one more in `attempts`: 1 at the first. */
  claimEffects(now: number, leaseMs: number, limit: number): Promise<EffectRow[]>;

  // orders
  /** All or none; an order that is there already is replaced. Numbers are compared letter by letter. */
  putOrders(storeId: string, orders: Order[]): Promise<void>;
  orderByNumber(storeId: string, number: string): Promise<Order | null>;
  orderByTracking(storeId: string, tracking: string): Promise<Order | null>;

  // photos: rows are written by `commit`
  photo(storeId: string, photoId: string): Promise<PhotoRow | null>;
  photosOf(storeId: string, conversationId: string): Promise<PhotoRow[]>;
  /** Made before `createdBefore`, oldest first, at most `limit`: their time is over. */
  outdatedPhotos(storeId: string, createdBefore: number, limit: number): Promise<PhotoRow[]>;
  /** Forgets the row; the message that showed it stays and finds no picture. */
  deletePhoto(storeId: string, photoId: string): Promise<void>;

  // people
  addAgent(agent: AgentRow): Promise<void>;
  addAgentSession(session: { tokenHash: string; agentId: string; storeId: string; expiresAt: number }): Promise<void>;
  /** null also when the session has expired at `now` or the agent is disabled. */
  agentBySession(tokenHash: string, now: number): Promise<AgentRow | null>;

  /** Cheap proof of life for `/health`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** One step of one conversation, whole. */
export interface Change {
  storeId: string;
  conversationId: string;
  /** The version that was loaded; 0 makes the row. Another version in the database: conflict, nothing written. */
  expectedVersion: number;
  /** As it shall be; `version` is `expectedVersion + 1` and `lastSeq` counts `messages` in. */
  conversation: ConversationRow;
  messages: Message[];
  effects: EffectRow[];
  /** Effects whose result this step took in. Already settled: conflict. */
  settledEffects: string[];
  /** `fired` and then `cancel` are taken away before `set` is put. `fired` is the row's id, and a row that is gone or was
   *  set anew since is a conflict; `cancel` holds names, and cancelling what is not there is fine; setting a name again
   *  replaces it. */
  timers: { set: TimerRow[]; cancel: string[]; fired: string | null };
  /** New ones and changed ones, whole. */
  cases: CaseRow[];
  promises: PromiseRow[];
  photos: PhotoRow[];
  removedPhotos: string[];
  ratings: { caseNumber: string | null; score: number; comment: string | null; at: number }[];
  audit: AuditRow[];
}

export type CommitResult =
  | { ok: true }
  /** Somebody else wrote first: load again and step again. */
  | { ok: false; reason: 'conflict' }
  /** The case number is taken: step again with another. */
  | { ok: false; reason: 'caseNumberTaken' }
  /** A message id of this change is already in the conversation (sent twice): nothing written. The hot path relies on
   *  the UNIQUE constraint for this instead of asking first. */
  | { ok: false; reason: 'duplicateMessage' };

export interface ConversationRow {
  id: string;
  storeId: string;
  version: number;
  tokenHash: string;
  tokenExpiresAt: number;
  status: ConversationStatus;
  locale: string;
  tz: string;
  agent: { id: string; name: string } | null;
  /** Why a person is wanted; null while none is. */
  handOff: { reason: HandOffReason; first: boolean; at: number } | null;
  /** The flow's persisted snapshot; only `server/conversation/runner.ts` looks inside. */
  flow: { version: number; snapshot: unknown };
  prompt: { name: string; prompt: Prompt } | null;
  problem: Problem | null;
  caseNumber: string | null;
  lastSeq: number;
  seenShopper: number;
  seenAgent: number;
  page: { url: string; title?: string } | null;
  /** Subject of a verified identity, or null. */
  identity: { sub: string; email?: string } | null;
  createdAt: number;
  updatedAt: number;
}

export interface TimerRow {
  id: string;
  storeId: string;
  conversationId: string;
  /** XState's send id; unique in its conversation. */
  name: string;
  /** The event to feed to the flow when due. */
  event: { type: string };
  dueAt: number;
}

export interface EffectRow {
  id: string;
  storeId: string;
  conversationId: string;
  effect: OutsideEffect;
  createdAt: number;
  attempts: number;
}

export interface CaseRow {
  number: string;
  storeId: string;
  conversationId: string;
  problem: Problem;
  stage: CaseStage;
  remedy: Remedy | null;
  outcome: 'solved' | 'unsolved' | null;
  orderNumber: string | null;
  trackingNumber: string | null;
  openedAt: number;
  closedAt: number | null;
}

export interface PromiseRow {
  id: string;
  storeId: string;
  conversationId: string;
  kind: PromiseKind;
  owner: PromiseOwner;
  dueAt: number;
  madeAt: number;
  state: 'open' | 'kept' | 'late' | 'void';
}

export interface PhotoRow {
  id: string;
  storeId: string;
  conversationId: string;
  item: string;
  slot: string;
  mime: 'image/jpeg';
  bytes: number;
  width: number;
  height: number;
  /** Hex of the stored file. */
  sha256: string;
  createdAt: number;
}

export interface AuditRow {
  at: number;
  actor: string;
  action: string;
  detail: Record<string, string | number | boolean | null>;
}

export interface ShopRow {
  id: string;
  /** Public; stands in the embed snippet. */
  key: string;
  settings: StoreSettings;
  /** HMAC secret for signed identities; never leaves the server but to its owner. */
  identitySecret: string;
  createdAt: number;
  updatedAt: number;
}

export interface AgentRow {
  id: string;
  storeId: string;
  name: string;
  email: string;
  role: 'agent' | 'lead' | 'owner';
  disabled: boolean;
}

export type { Body, From };
