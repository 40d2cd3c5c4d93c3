export const sqlite = `
ALTER TABLE photos ADD COLUMN findings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE photos ADD COLUMN print TEXT;

-- The first 64 bits of a picture's print in four parts: what differs from it in three bits shares one of them at least.
CREATE TABLE photo_prints (
  photo_id TEXT NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  part INTEGER NOT NULL,
  value INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (photo_id, part)
) STRICT;
CREATE INDEX photo_prints_value ON photo_prints (store_id, part, value);

-- Parcels that are looked at again until their story is over; a row a parcel and talk.
CREATE TABLE watches (
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  number TEXT NOT NULL,
  store_id TEXT NOT NULL,
  carrier TEXT,
  seen TEXT,
  tries INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, number)
) STRICT;
CREATE INDEX watches_due ON watches (next_at);
CREATE INDEX watches_number ON watches (store_id, number);

-- What a tracking service sent once is taken in once.
CREATE TABLE webhook_events (
  store_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  event_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (store_id, provider, event_id)
) STRICT;
CREATE INDEX webhook_events_age ON webhook_events (at);
CREATE INDEX webhook_events_store ON webhook_events (store_id, at);

-- Keys of outside services. Apart from the settings, which owners read.
CREATE TABLE shop_secrets (
  store_id TEXT NOT NULL REFERENCES shops (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, name)
) STRICT;

-- Letters and notices on their way out by e-mail.
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  letter TEXT NOT NULL,
  facts TEXT NOT NULL,
  after_seq INTEGER NOT NULL,
  through_seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  why TEXT,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  leased_until INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
CREATE INDEX mails_due ON mails (due_at) WHERE state = 'waiting';
CREATE INDEX mails_conversation ON mails (conversation_id, created_at);
CREATE INDEX mails_settled ON mails (settled_at) WHERE state <> 'waiting';
-- What is said next joins the notice that still waits. Once it is being sent, a new one is made.
CREATE UNIQUE INDEX mails_notice ON mails (conversation_id) WHERE letter = 'notice' AND state = 'waiting' AND attempts = 0;

-- One-time links into a talk: on the phone, from a letter, to a page that is printed.
CREATE TABLE talk_links (
  token_hash TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  kind TEXT NOT NULL,
  what TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX talk_links_expiry ON talk_links (expires_at);

-- Further devices of a shopper, beside the one on which the talk began.
CREATE TABLE devices (
  token_hash TEXT PRIMARY KEY,
  store_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX devices_conversation ON devices (conversation_id);
CREATE INDEX devices_expiry ON devices (expires_at);

-- An owner's own wording of a letter.
CREATE TABLE letter_texts (
  store_id TEXT NOT NULL REFERENCES shops (id),
  letter TEXT NOT NULL,
  locale TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, letter, locale)
) STRICT;

-- The seller's claim on the carrier; a row a case.
CREATE TABLE claims (
  store_id TEXT NOT NULL,
  case_number TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  doc TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (store_id, case_number)
) STRICT;
CREATE INDEX claims_conversation ON claims (conversation_id);
`;
