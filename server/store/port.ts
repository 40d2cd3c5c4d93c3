/**
 * The one door to storage. SQLite and PostgreSQL implement it; one contract suite runs on both.
 *
 * Every row belongs to a store and every read names it (`storeId` first): a foreign id is answered like an unknown
 * one, with null. Times are epoch ms. JSON columns hold plain JSON. Methods reject with `StorageError` when the
 * database can't do its work; nothing is then half done.
 */
import type { CaseStage, Finding, Problem, Remedy } from '../../protocol/case.ts';
import type { ClaimDoc } from '../../protocol/claim.ts';
import type { ConversationStatus, LanguageBy } from '../../protocol/conversation.ts';
import type { InboxFilter } from '../../protocol/inbox.ts';
import type { Body, From, Message } from '../../protocol/message.ts';
import type { Order } from '../../protocol/order.ts';
import type { LetterId } from '../../protocol/letters.ts';
import type { ParcelState } from '../../protocol/parcel.ts';
import type { PhotoFinding } from '../../protocol/photo.ts';
import type { Prompt } from '../../protocol/prompt.ts';
import type { Role } from '../../protocol/rights.ts';
import type { StoreSettings } from '../../protocol/settings.ts';
import type { SecretName } from '../../protocol/tracking.ts';
import type { Param } from '../../protocol/words.ts';
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
  /** Only where they still are of `version` (their `updatedAt`); with its audit row, in one transaction. Whether it was. */
  changeSettings(storeId: string, version: number, settings: StoreSettings, at: number, audit: AuditRow): Promise<boolean>;

  // conversations
  conversation(storeId: string, id: string): Promise<ConversationRow | null>;
  /** By SHA-256 (hex) of the shopper's token or of one of their further devices; null also when that has expired at `now`. */
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
  /** Photos of the shop's other conversations whose print shares 16 of its first 64 bits, in their place, with `print`: whatever differs from
   *  it in three bits is among them. At most `limit`, fewest differing bits first. */
  photosLike(storeId: string, print: string, notConversationId: string, limit: number): Promise<LikePhoto[]>;
  /** Made before `createdBefore`, oldest first, at most `limit`: their time is over. */
  outdatedPhotos(storeId: string, createdBefore: number, limit: number): Promise<PhotoRow[]>;
  /** Forgets the row; the message that showed it stays and finds no picture. */
  deletePhoto(storeId: string, photoId: string): Promise<void>;

  // parcels that are watched: rows are written by `commit`
  watchesOf(storeId: string, conversationId: string): Promise<WatchRow[]>;
  /** Every talk of the shop that follows this parcel. Numbers are compared letter by letter. */
  watchesOn(storeId: string, number: string): Promise<WatchRow[]>;
  /** Those due at `now`, over all shops, the longest due first; puts each off to `now + leaseMs`, so that one node looks. They come with
   *  `nextAt` as it is then. */
  claimWatches(now: number, leaseMs: number, limit: number): Promise<WatchRow[]>;
  /** When to look again; only where nobody has moved it since it was claimed. */
  moveWatch(claimed: WatchRow, next: Pick<WatchRow, 'nextAt' | 'tries'>): Promise<void>;
  /** Its time is over; only where nobody has moved it since it was claimed. */
  endWatch(claimed: WatchRow): Promise<void>;

  // what tracking services sent
  hasTakenIn(storeId: string, provider: string, eventId: string): Promise<boolean>;
  /** Once more is fine. */
  markTakenIn(storeId: string, provider: string, eventId: string, at: number): Promise<void>;
  /** When this shop was last sent anything; null: never, or longer ago than is remembered. */
  lastTakenIn(storeId: string): Promise<number | null>;
  /** Forgets those before `before`. */
  sweepTakenIn(before: number): Promise<void>;

  // keys of outside services
  secret(storeId: string, name: SecretName): Promise<string | null>;
  /** Which there are, and since when; never what they are. */
  secretsOf(storeId: string): Promise<{ name: SecretName; setAt: number }[]>;
  /** null removes it. With its audit row, in one transaction. */
  putSecret(storeId: string, name: SecretName, value: string | null, audit: AuditRow): Promise<void>;

  // people
  /** False, and nothing written, where the e-mail address has an account: one address, one account, over all shops. */
  addAgent(agent: AgentRow, passwordHash: string | null): Promise<boolean>;
  agent(storeId: string, id: string): Promise<AgentRow | null>;
  /** By name, then id. */
  agentsOf(storeId: string): Promise<AgentRow[]>;
  /** Where nobody has signed in yet, the address itself names the shop: the one read of people without a store. Addresses are kept
   *  and asked in lower case. */
  agentByEmail(email: string): Promise<{ agent: AgentRow; passwordHash: string | null } | null>;
  /** All but `seenAt` and `createdAt`. */
  saveAgent(agent: AgentRow): Promise<void>;
  /** By itself, so that whoever says so can not take back what an owner changed meanwhile. */
  setAvailable(storeId: string, agentId: string, available: boolean): Promise<void>;
  savePassword(storeId: string, agentId: string, passwordHash: string): Promise<void>;
  /** They were connected at `at`. */
  markAgentsHere(agentIds: string[], at: number): Promise<void>;
  addAgentSession(session: { tokenHash: string; agentId: string; storeId: string; expiresAt: number }): Promise<void>;
  /** null also when the session has expired at `now` or the agent is disabled. */
  agentBySession(tokenHash: string, now: number): Promise<AgentRow | null>;
  /** Which of these are still good at `now`, with their agents as they are now: asked each second for all open sockets. */
  liveSessions(tokenHashes: string[], now: number): Promise<{ tokenHash: string; agent: AgentRow }[]>;
  endSession(tokenHash: string): Promise<void>;
  /** All of an agent's, but the one named. */
  endSessionsOf(storeId: string, agentId: string, except?: string): Promise<void>;
  /** Those that have expired at `now`, and links with them. */
  sweepSessions(now: number): Promise<void>;

  // one-time links
  addLink(link: LinkRow): Promise<void>;
  /** null also when it has expired at `now`. The token itself names the shop. */
  link(tokenHash: string, now: number): Promise<LinkRow | null>;
  invitesOf(storeId: string, now: number): Promise<LinkRow[]>;
  /** Whether there was one. */
  removeInvite(storeId: string, id: string): Promise<boolean>;
  /** Uses the link up, makes or changes the account and, where `shop` is given, makes the shop: all or nothing. `used`: it is gone or
   *  over; `exists`: the e-mail address has an account. */
  takeLink(
    tokenHash: string,
    now: number,
    made: { agent: AgentRow; passwordHash: string; shop?: ShopRow; audit: AuditRow },
  ): Promise<{ ok: true } | { ok: false; reason: 'used' | 'exists' }>;

  // links into a talk, and further devices of its shopper
  /** null: unknown, of another shop, over, or the token of the first device. */
  device(storeId: string, tokenHash: string, now: number): Promise<DeviceRow | null>;
  addTalkLink(link: TalkLinkRow): Promise<void>;
  /** null also when it has expired at `now`. The token itself names the shop. */
  talkLink(tokenHash: string, now: number): Promise<TalkLinkRow | null>;
  /** Uses the link up and lets the device in, both or neither; whether it was there to be used. Of many at once one is told true. */
  takeTalkLink(storeId: string, tokenHash: string, now: number, device: DeviceRow | null): Promise<boolean>;
  /** Links and devices that have expired at `now`. */
  sweepTalkLinks(now: number): Promise<void>;

  // the inbox: its rows are written by `commit`, and by `rerank`
  /** One page in the order of `rank`, `rankAt`, `conversationId`, read by index whatever the number of conversations. */
  inboxPage(storeId: string, query: InboxQuery): Promise<InboxEntry[]>;
  inboxItems(storeId: string, conversationIds: string[]): Promise<InboxEntry[]>;
  inboxRow(storeId: string, conversationId: string): Promise<InboxRow | null>;
  /** Counts no further than `cap`. */
  inboxCounts(storeId: string, agentId: string, cap: number): Promise<Record<InboxFilter, number>>;
  /** How many conversations each agent has, of those who have any. */
  chatsOf(storeId: string): Promise<{ agentId: string; chats: number }[]>;
  /** By case, order or tracking number, letter by letter; newest first. */
  inboxFind(storeId: string, text: string, limit: number): Promise<InboxEntry[]>;
  /** Rows whose rank changes by the clock alone, over all shops: `nextAt <= now`. */
  dueInbox(now: number, limit: number): Promise<InboxRow[]>;
  /** Writes `next` where the row still is as `was`; whether it was. */
  rerank(was: InboxRow, next: InboxRow): Promise<boolean>;
  /** Conversations that agents have who were last connected before `seenBefore`, over all shops. */
  leftBehind(
    seenBefore: number,
    limit: number,
  ): Promise<{ storeId: string; conversationId: string; agent: { id: string; name: string } }[]>;

  // notes, for agents only
  /** A second one under the same id is the first: nothing is written. */
  addNote(note: NoteRow): Promise<void>;
  /** Oldest first. */
  notesOf(storeId: string, conversationId: string): Promise<NoteRow[]>;
  /** One's own; whether there was one. */
  removeNote(storeId: string, conversationId: string, agentId: string, id: string): Promise<boolean>;

  // an owner's own wording of letters
  letterText(storeId: string, letter: LetterId, locale: string): Promise<LetterTextRow | null>;
  letterTextsOf(storeId: string): Promise<LetterTextRow[]>;
  /** Only where it still is of `version` (its `updatedAt`; null: there was none yet); with its audit row, in one transaction. Whether it was. */
  saveLetterText(storeId: string, version: number | null, text: LetterTextRow, audit: AuditRow): Promise<boolean>;
  /** Ours holds again. Whether there was one of that version. */
  removeLetterText(storeId: string, version: number, letter: LetterId, locale: string, audit: AuditRow): Promise<boolean>;
  // claims on carriers, for agents only
  claimOf(storeId: string, caseNumber: string): Promise<ClaimRow | null>;
  /** Only where it still is of `version`, 0 where there is none yet; with its audit row, in one transaction. Whether it was. */
  saveClaim(claim: Omit<ClaimRow, 'version'>, version: number, audit: AuditRow): Promise<boolean>;

  // letters and notices by e-mail: written by `commit`. A notice that waits untried takes a later one of its talk in.
  /** Due and not leased at `now`; leases them, so that one node sends each, and counts one more in `attempts`. None of a talk that another
   *  is being sent of. */
  claimMails(now: number, leaseMs: number, limit: number): Promise<MailRow[]>;
  /** Where it still is as `mail` was claimed; whether it was. */
  settleMail(
    mail: MailRow,
    as: { state: Exclude<MailRow['state'], 'waiting'>; why: MailWhy | null; throughSeq: number; at: number },
  ): Promise<boolean>;
  /** Lets it wait again until `dueAt`, where it still is as `mail` was claimed. */
  postponeMail(mail: MailRow, dueAt: number): Promise<boolean>;
  /** Oldest first. */
  mailsOf(storeId: string, conversationId: string): Promise<MailRow[]>;
  /** Forgets those of all shops that were settled before. */
  sweepMails(settledBefore: number): Promise<void>;

  // what was done, beside the conversations
  addAudit(storeId: string, row: AuditRow, conversationId?: string): Promise<void>;
  /** Newest first, `id < before`. */
  auditOf(storeId: string, before: number | null, limit: number): Promise<(AuditRow & { id: number; conversationId: string | null })[]>;

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
  /** New ones. */
  mails: MailRow[];
  audit: AuditRow[];
  /** Its place in the agents' list, where that changed. */
  inbox?: InboxRow;
  /** Parcels it follows from now on or otherwise than before, whole; and numbers it follows no more. */
  watches?: { put: WatchRow[]; drop: string[] };
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
  /** Whose word that is. */
  localeBy: LanguageBy;
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
  finding: Finding | null;
  /** What the shopper asked for. */
  asked: Remedy | 'either' | null;
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
  /** Of an agent's own: what was promised, as written. */
  what: string | null;
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
  /** What was noticed when it came in. */
  findings: PhotoFinding[];
  /** Tells the picture again: 16 hex digits to look it up by, then its detail. null: nothing to tell it by. */
  print: string | null;
  createdAt: number;
}

export interface LikePhoto {
  photo: PhotoRow;
  /** Of the conversation it belongs to. */
  caseNumber: string | null;
}

/** A letter on its way out. `notice`: what was said here while the shopper was away. */
export interface MailRow {
  id: string;
  storeId: string;
  conversationId: string;
  letter: LetterId | 'notice';
  /** Places of the letter that only this one has. */
  facts: Record<string, Param>;
  /** It is about the messages after this one, */
  afterSeq: number;
  /** up to this one. */
  throughSeq: number;
  state: 'waiting' | 'sent' | 'dropped' | 'failed';
  /** Why it was not sent; null while it waits and once it was. */
  why: MailWhy | null;
  createdAt: number;
  /** Not before. */
  dueAt: number;
  attempts: number;
  /** When it was sent, dropped or given up. */
  settledAt: number | null;
}

export interface LetterTextRow {
  letter: LetterId;
  locale: string;
  subject: string;
  body: string;
  updatedAt: number;
}

/** `read`: in the chat first. `told`: by another mail. `noAddress`: none is known that is proven. `off`: this server sends none.
 *  `refused`: the address is not taken. `unsent`: tried as often as makes sense. */
export type MailWhy = 'read' | 'told' | 'noAddress' | 'off' | 'refused' | 'unsent';

/** A parcel that a talk follows: looked at again by itself until its story is over. */
export interface WatchRow {
  conversationId: string;
  storeId: string;
  number: string;
  carrier: string | null;
  /** The news that the talk was last told, in short; null: none. */
  seen: string | null;
  /** Looks in a row that found nothing out. */
  tries: number;
  nextAt: number;
  untilAt: number;
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
  role: Role;
  disabled: boolean;
  /** Takes chats. */
  available: boolean;
  /** When they were last connected. */
  seenAt: number | null;
  createdAt: number;
}

export interface LinkRow {
  id: string;
  tokenHash: string;
  /** null: the shop is still to be made. */
  storeId: string | null;
  kind: 'setUp' | 'invite' | 'password';
  /** Whose password it is. */
  agentId: string | null;
  email: string | null;
  name: string | null;
  role: Role;
  createdAt: number;
  expiresAt: number;
}

/** A further device of a shopper: the one a link was opened on. */
export interface DeviceRow {
  tokenHash: string;
  storeId: string;
  conversationId: string;
  kind: 'phone' | 'mail';
  createdAt: number;
  expiresAt: number;
}

export interface TalkLinkRow extends Omit<DeviceRow, 'kind'> {
  kind: DeviceRow['kind'] | 'print';
  /** Of what there is a page to print. */
  what: string | null;
}

export interface NoteRow {
  id: string;
  storeId: string;
  conversationId: string;
  at: number;
  agent: { id: string; name: string };
  text: string;
  /** The last message at that moment. */
  afterSeq: number;
}

/** The seller's claim on the carrier; one for each case. */
export interface ClaimRow {
  storeId: string;
  caseNumber: string;
  conversationId: string;
  doc: ClaimDoc;
  /** 1 at the first. */
  version: number;
  updatedAt: number;
}

/** Where a conversation stands in the agents' list. The server works it out (`server/inbox/rank.ts`) and writes it when it changes. */
export interface InboxRow {
  conversationId: string;
  storeId: string;
  status: ConversationStatus;
  agentId: string | null;
  rank: number;
  rankAt: number;
  /** When the clock alone will change the rank; null: never. */
  nextAt: number | null;
  facts: InboxFacts;
}

/** What the rank is worked out from, and what the list shows of it. Plain JSON. */
export interface InboxFacts {
  name: string | null;
  orderNumber: string | null;
  trackingNumber: string | null;
  parcel: ParcelState | null;
  /** A promise was missed, at this time, and nothing was said since. */
  lateAt: number | null;
  /** The next promise that people must keep. */
  dueAt: number | null;
  /** A person has been wanted since; `first`: before the others. */
  wantedAt: number | null;
  first: boolean;
  protectionAt: number | null;
  /** How long before its end the protection counts. */
  protectionWarnMs: number;
  /** The shopper's oldest message without an answer, while a person has the floor or is wanted. */
  waitingAt: number | null;
  photos: { done: number; of: number } | null;
  startedAt: number;
}

export interface InboxQuery {
  filter: InboxFilter;
  /** Whose, for `mine`. */
  agentId: string;
  after: { rank: number; rankAt: number; conversationId: string } | null;
  limit: number;
}

/** A row with what the list shows beside it. */
export interface InboxEntry extends InboxRow {
  locale: string;
  problem: Problem | null;
  caseNumber: string | null;
  agent: { id: string; name: string } | null;
  updatedAt: number;
  /** Messages of the shopper after what agents have seen; counts to 10. */
  unread: number;
  /** The shopper's last. */
  preview: Message | null;
}

export type { Body, From };
