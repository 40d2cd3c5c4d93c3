/** The statements of the agents' list, of notes and of the audit, in the SQL that both databases share. */
import { INBOX_FILTERS, type InboxFilter } from '../../protocol/inbox.ts';

const ROW = `i.conversation_id, i.store_id, i.status, i.agent_id, i.rank, i.rank_at, i.next_at, i.facts`;
const COLUMNS = `conversation_id, store_id, status, agent_id, rank, rank_at, next_at, order_number, tracking_number, facts`;
const NOTE = `id, store_id, conversation_id, at, agent_id, agent_name, text, after_seq`;

/** Of a conversation `c`: the shopper's words that no agent has seen, no more than ten of them. */
const UNREAD = `(SELECT count(*) FROM (SELECT 1 FROM messages u WHERE u.conversation_id = c.id AND u.seq > c.seen_agent
  AND u.sent_by = 'shopper' LIMIT 10) AS few)`;
const LAST_WORDS = `(SELECT l.seq FROM messages l WHERE l.conversation_id = i.conversation_id AND l.sent_by = 'shopper'
  ORDER BY l.seq DESC LIMIT 1)`;
const entriesOf = (rows: string) => `SELECT ${ROW}, c.locale, c.problem, c.case_number, c.agent, c.updated_at, ${UNREAD} AS unread,
  p.seq AS said_seq, p.id AS said_id, p.at AS said_at, p.sent_by AS said_by, p.agent AS said_agent, p.body AS said_body
  FROM ${rows} i JOIN conversations c ON c.id = i.conversation_id
  LEFT JOIN messages p ON p.conversation_id = i.conversation_id AND p.seq = ${LAST_WORDS}`;

/** Each is the condition of an index: `inbox_open`, `inbox_status` or `inbox_mine`. */
const FILTERS: Record<InboxFilter, (agentId: string) => string> = {
  all: () => `i.status <> 'closed'`,
  waiting: () => `i.status = 'waiting'`,
  mine: (agentId) => `i.status = 'agent' AND i.agent_id = ${agentId}`,
  bot: () => `i.status = 'bot'`,
  closed: () => `i.status = 'closed'`,
};

export const inboxWrite = {
  put: `INSERT INTO inbox (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (conversation_id) DO UPDATE SET status = excluded.status, agent_id = excluded.agent_id, rank = excluded.rank,
    rank_at = excluded.rank_at, next_at = excluded.next_at, order_number = excluded.order_number,
    tracking_number = excluded.tracking_number, facts = excluded.facts WHERE inbox.store_id = excluded.store_id`,
  // The facts too are compared: a step that wrote others has ranked by them, and its rank may be the same by chance.
  rerank: `UPDATE inbox SET status = $3, agent_id = $4, rank = $5, rank_at = $6, next_at = $7, order_number = $8, tracking_number = $9,
    facts = $10 WHERE conversation_id = $1 AND store_id = $2 AND status = $11 AND agent_id IS NOT DISTINCT FROM $12 AND rank = $13
    AND rank_at = $14 AND next_at IS NOT DISTINCT FROM $15 AND CAST(facts AS TEXT) = $16 RETURNING conversation_id`,
  addNote: `INSERT INTO notes (${NOTE}) SELECT $1, c.store_id, c.id, $4, $5, $6, $7, $8 FROM conversations c
    WHERE c.store_id = $2 AND c.id = $3 ON CONFLICT (conversation_id, id) DO NOTHING`,
  removeNote: `DELETE FROM notes WHERE store_id = $1 AND conversation_id = $2 AND agent_id = $3 AND id = $4 RETURNING id`,
};

export const inboxRead = {
  row: `SELECT ${ROW} FROM inbox i WHERE i.store_id = $1 AND i.conversation_id = $2`,
  items: (list: string) => `${entriesOf('inbox')} WHERE i.store_id = $1 AND i.conversation_id IN (${list})`,
  /** Their ids alone: `items` reads the rest. A talk about several parcels is found by each, through its cases. `CROSS`:
   *  else SQLite begins with the whole list. */
  find: `SELECT c.id FROM (
      SELECT conversation_id FROM cases WHERE store_id = $1 AND number = $2
      UNION SELECT conversation_id FROM cases WHERE store_id = $1 AND order_number = $2
      UNION SELECT conversation_id FROM cases WHERE store_id = $1 AND tracking_number = $2
      UNION SELECT conversation_id FROM inbox WHERE store_id = $1 AND order_number = $2
      UNION SELECT conversation_id FROM inbox WHERE store_id = $1 AND tracking_number = $2
    ) AS named
    CROSS JOIN inbox i CROSS JOIN conversations c
    WHERE i.conversation_id = named.conversation_id AND i.store_id = $1 AND c.id = i.conversation_id
    ORDER BY c.created_at DESC, c.id LIMIT $3`,
  chatsOf: `SELECT agent_id, count(*) AS chats FROM inbox WHERE store_id = $1 AND status = 'agent' AND agent_id IS NOT NULL
    GROUP BY agent_id`,
  due: `SELECT ${ROW} FROM inbox i WHERE i.next_at <= $1 ORDER BY i.next_at LIMIT $2`,
  leftBehind: `SELECT i.store_id, i.conversation_id, a.id AS agent_id, a.name AS agent_name FROM agents a
    JOIN inbox i ON i.store_id = a.store_id AND i.agent_id = a.id AND i.status = 'agent'
    WHERE a.seen_at IS NULL OR a.seen_at < $1 ORDER BY coalesce(a.seen_at, 0), i.conversation_id LIMIT $2`,
  notesOf: `SELECT ${NOTE} FROM notes WHERE store_id = $1 AND conversation_id = $2 ORDER BY at, id`,
};

/**
 * `$1` shop, `$2` to `$4` the row after which to go on, `$5` how many, `$6` the agent of `mine`. The page is cut before anything is
 * joined to it, so that no planner can join first; its rows come in any order.
 */
export function inboxPage(filter: InboxFilter, byBytes: string): string {
  const place = `i.rank, i.rank_at, i.conversation_id${byBytes}`;
  return entriesOf(`(SELECT ${ROW} FROM inbox i WHERE i.store_id = $1 AND ${FILTERS[filter]('$6')} AND (${place}) > ($2, $3, $4)
    ORDER BY ${place} LIMIT $5)`);
}

/** `$1` shop, `$2` agent, `$3` how far to count. In the order of the page, so that it is the same index that is walked. */
export function inboxCounts(byBytes: string): string {
  const count = (filter: InboxFilter) => `(SELECT count(*) FROM (SELECT 1 FROM inbox i WHERE i.store_id = $1
    AND ${FILTERS[filter]('$2')} ORDER BY i.rank, i.rank_at, i.conversation_id${byBytes} LIMIT $3) AS few) AS in_${filter}`;
  return `SELECT ${INBOX_FILTERS.map(count).join(', ')}`;
}
