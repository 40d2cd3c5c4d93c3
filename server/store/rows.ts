/** Database rows as the port speaks of them. */
import type { Message } from '../../protocol/message.ts';
import type { Order } from '../../protocol/order.ts';
import type { Row } from './columns.ts';
import { json, orNull, text, whole, wholeOrNull } from './columns.ts';
import type { CaseRow, ConversationRow, EffectRow, PhotoRow, PromiseRow, ShopRow, TimerRow } from './port.ts';

export function toConversation(r: Row): ConversationRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    version: whole(r.version),
    tokenHash: text(r.token_hash),
    tokenExpiresAt: whole(r.token_expires_at),
    status: text(r.status),
    locale: text(r.locale),
    localeBy: text(r.locale_by),
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
    findings: json(r.findings),
    print: orNull(r.print),
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

export function toOrder(r: Row): Order {
  return json(r.doc);
}
