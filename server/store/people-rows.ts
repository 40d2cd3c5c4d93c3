/** Rows about people and their deeds, as the port speaks of them. */
import type { Row } from './columns.ts';
import { json, orNull, text, whole, wholeOrNull } from './columns.ts';
import type { AgentRow, AuditRow, LinkRow } from './port.ts';

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
