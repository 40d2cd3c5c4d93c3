/** Audit rows that belong to no conversation carry '' for it: SQLite can't take a NOT NULL away, and the rows must not be rewritten. */
export const sqlite = `
ALTER TABLE agents ADD COLUMN password_hash TEXT;
ALTER TABLE agents ADD COLUMN available INTEGER NOT NULL DEFAULT 1 CHECK (available IN (0, 1));
ALTER TABLE agents ADD COLUMN seen_at INTEGER;
ALTER TABLE agents ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
UPDATE agents SET email = lower(email);
CREATE UNIQUE INDEX agents_email ON agents (email);

CREATE INDEX agent_sessions_agent ON agent_sessions (agent_id);
CREATE INDEX agent_sessions_expiry ON agent_sessions (expires_at);

CREATE TABLE links (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  store_id TEXT REFERENCES shops (id),
  kind TEXT NOT NULL,
  agent_id TEXT REFERENCES agents (id),
  email TEXT,
  name TEXT,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX links_store ON links (store_id, created_at);
CREATE INDEX links_expiry ON links (expires_at);

CREATE TABLE notes (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  id TEXT NOT NULL,
  store_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  agent_id TEXT NOT NULL,
  agent_name TEXT NOT NULL,
  text TEXT NOT NULL,
  after_seq INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, id)
) STRICT;

ALTER TABLE cases ADD COLUMN finding TEXT;
ALTER TABLE cases ADD COLUMN asked TEXT;
CREATE INDEX cases_order ON cases (store_id, order_number) WHERE order_number IS NOT NULL;
CREATE INDEX cases_tracking ON cases (store_id, tracking_number) WHERE tracking_number IS NOT NULL;
ALTER TABLE promises ADD COLUMN what TEXT;
CREATE INDEX audit_store ON audit (store_id, id);

CREATE TABLE inbox (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations (id),
  store_id TEXT NOT NULL,
  status TEXT NOT NULL,
  agent_id TEXT,
  rank INTEGER NOT NULL,
  rank_at INTEGER NOT NULL,
  next_at INTEGER,
  order_number TEXT,
  tracking_number TEXT,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX inbox_open ON inbox (store_id, rank, rank_at, conversation_id) WHERE status <> 'closed';
CREATE INDEX inbox_status ON inbox (store_id, status, rank, rank_at, conversation_id);
CREATE INDEX inbox_mine ON inbox (store_id, agent_id, rank, rank_at, conversation_id) WHERE status = 'agent';
CREATE INDEX inbox_next ON inbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX inbox_order ON inbox (store_id, order_number) WHERE order_number IS NOT NULL;
CREATE INDEX inbox_tracking ON inbox (store_id, tracking_number) WHERE tracking_number IS NOT NULL;

-- Talks from before there was a list: what SQL can know of them. next_at 0: the clock ranks them again at once.
INSERT INTO inbox (conversation_id, store_id, status, agent_id, rank, rank_at, next_at, order_number, tracking_number, facts)
SELECT id, store_id, status, agent_id,
  CASE WHEN status = 'closed' THEN 9 WHEN status = 'waiting' THEN 3 WHEN waiting_at IS NOT NULL THEN 5 ELSE 7 END,
  CASE WHEN status = 'closed' THEN -updated_at WHEN status = 'waiting' THEN coalesce(wanted_at, updated_at)
    WHEN waiting_at IS NOT NULL THEN waiting_at ELSE -created_at END,
  CASE WHEN status = 'closed' THEN NULL ELSE 0 END,
  order_number, tracking_number,
  json_object('name', NULL, 'orderNumber', order_number, 'trackingNumber', tracking_number, 'parcel', NULL, 'lateAt', NULL,
    'dueAt', due_at, 'wantedAt', wanted_at, 'first', json(CASE WHEN first = 1 THEN 'true' ELSE 'false' END), 'protectionAt', NULL,
    'protectionWarnMs', warn_days * 86400000, 'waitingAt', waiting_at, 'photos', NULL, 'startedAt', created_at)
FROM (
  SELECT c.id, c.store_id, c.status, c.created_at, c.updated_at, json_extract(c.agent, '$.id') AS agent_id,
    CASE WHEN c.status = 'waiting' THEN coalesce(json_extract(c.hand_off, '$.at'), c.updated_at) END AS wanted_at,
    CASE WHEN c.status = 'waiting' THEN json_extract(c.hand_off, '$.first') END AS first,
    (SELECT order_number FROM cases WHERE cases.conversation_id = c.id ORDER BY opened_at DESC, number LIMIT 1) AS order_number,
    (SELECT tracking_number FROM cases WHERE cases.conversation_id = c.id ORDER BY opened_at DESC, number LIMIT 1) AS tracking_number,
    (SELECT min(due_at) FROM promises WHERE promises.conversation_id = c.id AND state = 'open'
      AND owner IN ('store', 'warehouse', 'person')) AS due_at,
    CASE WHEN c.status IN ('waiting', 'agent') THEN (SELECT min(at) FROM messages m WHERE m.conversation_id = c.id
      AND m.sent_by = 'shopper' AND m.seq > coalesce((SELECT max(seq) FROM messages a WHERE a.conversation_id = c.id
      AND a.sent_by = 'agent'), 0)) END AS waiting_at,
    coalesce(json_extract(s.settings, '$.policy.protectionWarnDays'), 0) AS warn_days
  FROM conversations c JOIN shops s ON s.id = c.store_id
  WHERE EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.sent_by = 'shopper')
);
`;
