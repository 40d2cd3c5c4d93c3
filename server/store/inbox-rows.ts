/** Rows of the agents' list, as the port speaks of them. */
import type { Row } from './columns.ts';
import { json, orNull, text, whole, wholeOrNull } from './columns.ts';
import type { InboxEntry, InboxRow, NoteRow } from './port.ts';
import { toMessage } from './rows.ts';

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

/** The message that came along in a row of something else. */
function spoken(r: Row): Row {
  return { seq: r.said_seq, id: r.said_id, at: r.said_at, sent_by: r.said_by, agent: r.said_agent, body: r.said_body };
}
