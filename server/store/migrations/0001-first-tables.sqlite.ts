// Messages keep their rowid, so that new ones go to the end of the file: lying in the order of (conversation_id, seq), each
// would split pages in the middle of the tree, and a commit would write nearly twice as many (measured).
export const sqlite = `
CREATE TABLE shops (
  id TEXT PRIMARY KEY,
  shop_key TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  identity_secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES shops (id),
  version INTEGER NOT NULL,
  token_hash TEXT NOT NULL,
  token_expires_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  locale TEXT NOT NULL,
  tz TEXT NOT NULL,
  agent TEXT,
  hand_off TEXT,
  problem TEXT,
  case_number TEXT,
  last_seq INTEGER NOT NULL,
  seen_shopper INTEGER NOT NULL,
  seen_agent INTEGER NOT NULL,
  page TEXT,
  identity TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  prompt TEXT,
  flow_version INTEGER NOT NULL,
  snapshot TEXT NOT NULL
) STRICT;
CREATE INDEX conversations_token ON conversations (token_hash);
CREATE INDEX conversations_inbox ON conversations (store_id, status, updated_at);

CREATE TABLE messages (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  seq INTEGER NOT NULL,
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  sent_by TEXT NOT NULL,
  agent TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (conversation_id, seq),
  UNIQUE (conversation_id, id)
) STRICT;

CREATE TABLE timers (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  name TEXT NOT NULL,
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  event TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due_at);

CREATE TABLE effects (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  effect TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  leased_until INTEGER NOT NULL
) STRICT;
CREATE INDEX effects_pending ON effects (leased_until, created_at);

CREATE TABLE cases (
  store_id TEXT NOT NULL,
  number TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  problem TEXT NOT NULL,
  stage TEXT NOT NULL,
  remedy TEXT,
  outcome TEXT,
  order_number TEXT,
  tracking_number TEXT,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  PRIMARY KEY (store_id, number)
) STRICT;
CREATE INDEX cases_conversation ON cases (conversation_id);

CREATE TABLE promises (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX promises_conversation ON promises (conversation_id);

CREATE TABLE photos (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  item TEXT NOT NULL,
  slot TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX photos_conversation ON photos (conversation_id);
CREATE INDEX photos_age ON photos (store_id, created_at);

CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  case_number TEXT,
  score INTEGER NOT NULL,
  comment TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX ratings_store ON ratings (store_id, at);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_conversation ON audit (conversation_id);
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keeps_all_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE orders (
  store_id TEXT NOT NULL REFERENCES shops (id),
  number TEXT NOT NULL,
  placed_at INTEGER NOT NULL,
  doc TEXT NOT NULL,
  PRIMARY KEY (store_id, number)
) STRICT;

CREATE TABLE order_trackings (
  store_id TEXT NOT NULL,
  tracking TEXT NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (store_id, tracking, number),
  FOREIGN KEY (store_id, number) REFERENCES orders (store_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_trackings_order ON order_trackings (store_id, number);

CREATE TABLE agents (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES shops (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  UNIQUE (store_id, email)
) STRICT;

CREATE TABLE agent_sessions (
  token_hash TEXT PRIMARY KEY,
  agent_id TEXT NOT NULL REFERENCES agents (id),
  store_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
`;
