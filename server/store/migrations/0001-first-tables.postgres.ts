// JSON, not JSONB: what a shopper typed comes back to the letter. JSONB refuses \u0000 and half a surrogate pair, and
// one such character would make the message unsendable for ever.
export const postgres = `
CREATE TABLE shops (
  id TEXT PRIMARY KEY,
  shop_key TEXT NOT NULL UNIQUE,
  settings JSON NOT NULL,
  identity_secret TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES shops (id),
  version INTEGER NOT NULL,
  token_hash TEXT NOT NULL,
  token_expires_at BIGINT NOT NULL,
  status TEXT NOT NULL,
  locale TEXT NOT NULL,
  tz TEXT NOT NULL,
  agent JSON,
  hand_off JSON,
  problem TEXT,
  case_number TEXT,
  last_seq INTEGER NOT NULL,
  seen_shopper INTEGER NOT NULL,
  seen_agent INTEGER NOT NULL,
  page JSON,
  identity JSON,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  prompt JSON,
  flow_version INTEGER NOT NULL,
  snapshot JSON NOT NULL
);
CREATE INDEX conversations_token ON conversations (token_hash);
CREATE INDEX conversations_inbox ON conversations (store_id, status, updated_at);

CREATE TABLE messages (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  seq INTEGER NOT NULL,
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  sent_by TEXT NOT NULL,
  agent JSON,
  body JSON NOT NULL,
  PRIMARY KEY (conversation_id, seq),
  UNIQUE (conversation_id, id)
);

CREATE TABLE timers (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  name TEXT NOT NULL,
  store_id TEXT NOT NULL,
  id TEXT NOT NULL,
  event JSON NOT NULL,
  due_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, name)
);
CREATE INDEX timers_due ON timers (due_at);

CREATE TABLE effects (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  effect JSON NOT NULL,
  created_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  leased_until BIGINT NOT NULL
);
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
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  PRIMARY KEY (store_id, number)
);
CREATE INDEX cases_conversation ON cases (conversation_id);

CREATE TABLE promises (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  state TEXT NOT NULL
);
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
  created_at BIGINT NOT NULL
);
CREATE INDEX photos_conversation ON photos (conversation_id);
CREATE INDEX photos_age ON photos (store_id, created_at);

CREATE TABLE ratings (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  case_number TEXT,
  score INTEGER NOT NULL,
  comment TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX ratings_store ON ratings (store_id, at);

CREATE TABLE audit (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  detail JSON NOT NULL
);
CREATE INDEX audit_conversation ON audit (conversation_id);
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$;
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit();

CREATE TABLE orders (
  store_id TEXT NOT NULL REFERENCES shops (id),
  number TEXT NOT NULL,
  placed_at BIGINT NOT NULL,
  doc JSON NOT NULL,
  PRIMARY KEY (store_id, number)
);

CREATE TABLE order_trackings (
  store_id TEXT NOT NULL,
  tracking TEXT NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (store_id, tracking, number),
  FOREIGN KEY (store_id, number) REFERENCES orders (store_id, number)
);
CREATE INDEX order_trackings_order ON order_trackings (store_id, number);

CREATE TABLE agents (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL REFERENCES shops (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  disabled SMALLINT NOT NULL CHECK (disabled IN (0, 1)),
  UNIQUE (store_id, email)
);

CREATE TABLE agent_sessions (
  token_hash TEXT PRIMARY KEY,
  agent_id TEXT NOT NULL REFERENCES agents (id),
  store_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
`;
