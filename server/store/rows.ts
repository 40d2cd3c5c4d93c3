/** Database rows as the port speaks of them. JSON columns arrive as text; whole numbers as number, string or bigint. */
import type { Message } from '../../protocol/message.ts';
import type { Order } from '../../protocol/order.ts';
import type {
  AgentRow,
  AuditRow,
  CaseRow,
  ConversationRow,
  EffectRow,
  InboxEntry,
  InboxRow,
  LinkRow,
  NoteRow,
  PhotoRow,
  PromiseRow,
  ShopRow,
  TimerRow,
} from './port.ts';

/** One row by column name, as a driver hands it out. */
export type Row = Record<string, unknown>;

export function toConversation(r: Row): ConversationRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    version: whole(r.version),
    tokenHash: text(r.token_hash),
    tokenExpiresAt: whole(r.token_expires_at),
    status: text(r.status),
    locale: text(r.locale),
    tz: text(r.tz),
    agent: json(r.agent),
    handOff: json(r.hand_off),
    flow: { version: whole(r.flow_version), snapshot: json(r.snapshot) },
    prompt: json(r.prompt),
    problem: orNull(r.problem),
    caseNumber: orNull(r.case_number),
    lastSeq: whole(r.last_seq),
    seenShopper: whole(r.seen_shopper),
    seenAgent: whole(r.seen_agent),
    page: json(r.page),
    identity: json(r.identity),
    createdAt: whole(r.created_at),
    updatedAt: whole(r.updated_at),
  };
}

export function toTokenOwner(r: Row): { storeId: string; conversationId: string; locale: string } {
  return { storeId: text(r.store_id), conversationId: text(r.id), locale: text(r.locale) };
}

export function toMessage(r: Row): Message {
  const message: Message = { seq: whole(r.seq), id: text(r.id), at: whole(r.at), from: text(r.sent_by), body: json(r.body) };
  return r.agent === null ? message : { ...message, agent: json(r.agent) };
}

export function toCase(r: Row): CaseRow {
  return {
    number: text(r.number),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    problem: text(r.problem),
    stage: text(r.stage),
    remedy: orNull(r.remedy),
    outcome: orNull(r.outcome),
    finding: orNull(r.finding),
    asked: orNull(r.asked),
    orderNumber: orNull(r.order_number),
    trackingNumber: orNull(r.tracking_number),
    openedAt: whole(r.opened_at),
    closedAt: wholeOrNull(r.closed_at),
  };
}

export function toPromise(r: Row): PromiseRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    kind: text(r.kind),
    owner: text(r.owner),
    dueAt: whole(r.due_at),
    madeAt: whole(r.made_at),
    state: text(r.state),
    what: orNull(r.what),
  };
}

export function toTimer(r: Row): TimerRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    name: text(r.name),
    event: json(r.event),
    dueAt: whole(r.due_at),
  };
}

export function toEffect(r: Row): EffectRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    effect: json(r.effect),
    createdAt: whole(r.created_at),
    attempts: whole(r.attempts),
  };
}

export function toPhoto(r: Row): PhotoRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    item: text(r.item),
    slot: text(r.slot),
    mime: text(r.mime),
    bytes: whole(r.bytes),
    width: whole(r.width),
    height: whole(r.height),
    sha256: text(r.sha256),
    createdAt: whole(r.created_at),
  };
}

export function toShop(r: Row): ShopRow {
  return {
    id: text(r.id),
    key: text(r.shop_key),
    settings: json(r.settings),
    identitySecret: text(r.identity_secret),
    createdAt: whole(r.created_at),
    updatedAt: whole(r.updated_at),
  };
}

export function toAgent(r: Row): AgentRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    name: text(r.name),
    email: text(r.email),
    role: text(r.role),
    disabled: whole(r.disabled) === 1,
    available: whole(r.available) === 1,
    seenAt: wholeOrNull(r.seen_at),
    createdAt: whole(r.created_at),
  };
}

export function toAccount(r: Row): { agent: AgentRow; passwordHash: string | null } {
  return { agent: toAgent(r), passwordHash: orNull(r.password_hash) };
}

export function toLiveSession(r: Row): { tokenHash: string; agent: AgentRow } {
  return { tokenHash: text(r.token_hash), agent: toAgent(r) };
}

export function toLink(r: Row): LinkRow {
  return {
    id: text(r.id),
    tokenHash: text(r.token_hash),
    storeId: orNull(r.store_id),
    kind: text(r.kind),
    agentId: orNull(r.agent_id),
    email: orNull(r.email),
    name: orNull(r.name),
    role: text(r.role),
    createdAt: whole(r.created_at),
    expiresAt: whole(r.expires_at),
  };
}

export function toAudit(r: Row): AuditRow & { id: number; conversationId: string | null } {
  const conversationId = text(r.conversation_id);
  return {
    id: whole(r.id),
    at: whole(r.at),
    actor: text(r.actor),
    action: text(r.action),
    detail: json(r.detail),
    conversationId: conversationId === '' ? null : conversationId,
  };
}

export function toInboxRow(r: Row): InboxRow {
  return {
    conversationId: text(r.conversation_id),
    storeId: text(r.store_id),
    status: text(r.status),
    agentId: orNull(r.agent_id),
    rank: whole(r.rank),
    rankAt: whole(r.rank_at),
    nextAt: wholeOrNull(r.next_at),
    facts: json(r.facts),
  };
}

export function toInboxEntry(r: Row): InboxEntry {
  return {
    ...toInboxRow(r),
    locale: text(r.locale),
    problem: orNull(r.problem),
    caseNumber: orNull(r.case_number),
    agent: json(r.agent),
    updatedAt: whole(r.updated_at),
    unread: whole(r.unread),
    preview: r.said_seq === null ? null : toMessage(spoken(r)),
  };
}

export function toLeftBehind(r: Row): { storeId: string; conversationId: string; agent: { id: string; name: string } } {
  return {
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    agent: { id: text(r.agent_id), name: text(r.agent_name) },
  };
}

export function toNote(r: Row): NoteRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    at: whole(r.at),
    agent: { id: text(r.agent_id), name: text(r.agent_name) },
    text: text(r.text),
    afterSeq: whole(r.after_seq),
  };
}

export function toOrder(r: Row): Order {
  return json(r.doc);
}

/** The message that came along in a row of something else. */
function spoken(r: Row): Row {
  return { seq: r.said_seq, id: r.said_id, at: r.said_at, sent_by: r.said_by, agent: r.said_agent, body: r.said_body };
}

// The three below trust the column: only this folder writes it, from values of the very type they give back.
function text<T extends string>(value: unknown): T {
  if (typeof value !== 'string') throw new TypeError(`expected text in a row, found ${typeof value}`);
  return value as T;
}

function orNull<T extends string>(value: unknown): T | null {
  return value === null ? null : text<T>(value);
}

function json<T>(value: unknown): T {
  return (value === null ? null : JSON.parse(text(value))) as T;
}

function whole(value: unknown): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new TypeError('expected a whole number in a row');
  return number;
}

function wholeOrNull(value: unknown): number | null {
  return value === null ? null : whole(value);
}
