/** A database as the first release left it, and what the list must say of it afterwards. */
import { expect } from 'vitest';
import type { ConversationStatus } from '../../../protocol/conversation.ts';
import type { Store } from '../../../server/store/port.ts';
import { agent, DAY, inbox, NOW, shop } from './fixtures.ts';

/** Plain SQL for the tables of the first migration. */
export const BEFORE_INBOX = [
  `INSERT INTO shops (id, shop_key, settings, identity_secret, created_at, updated_at)
    VALUES ('shop-1', 'key', '${JSON.stringify(shop().settings)}', 'secret', ${NOW}, ${NOW})`,
  `INSERT INTO agents (id, store_id, name, email, role, disabled) VALUES ('agent-1', 'shop-1', 'Mina', 'Mina@Example.com', 'owner', 0)`,
  conversation('quiet', 'bot', `NULL, NULL`),
  conversation('silent', 'bot', `NULL, NULL`),
  conversation('wanted', 'waiting', `NULL, '{"reason":"asked","first":true,"at":${NOW + 3}}'`),
  conversation('had', 'agent', `'{"id":"agent-1","name":"Mina"}', '{"reason":"asked","first":true,"at":${NOW + 3}}'`),
  conversation('done', 'closed', `'{"id":"agent-1","name":"Mina"}', NULL`),
  ...['quiet', 'wanted', 'had', 'done'].map((id) => message(id, 1, 'shopper')),
  message('silent', 1, 'bot'),
  message('had', 2, 'agent'),
  message('had', 3, 'shopper'),
  message('had', 4, 'shopper'),
  ...[1, 2].map(
    (n) => `INSERT INTO cases (store_id, number, conversation_id, problem, stage, order_number, tracking_number, opened_at)
      VALUES ('shop-1', 'TW-${n}', 'quiet', 'lost', 'reported', '100${n}', 'LB${n}CN', ${NOW + n})`,
  ),
  ...['store', 'person', 'carrier'].map(
    (owner, i) => `INSERT INTO promises (id, store_id, conversation_id, kind, owner, due_at, made_at, state)
      VALUES ('p-${i}', 'shop-1', 'quiet', 'personAnswer', '${owner}', ${NOW + DAY - i}, ${NOW}, 'open')`,
  ),
];

export async function expectInboxOf(store: Store): Promise<void> {
  const facts = { startedAt: NOW + 1 };
  const found = { orderNumber: '1002', trackingNumber: 'LB2CN', dueAt: NOW + DAY - 1 };
  const rows = [
    inbox(
      'wanted',
      { status: 'waiting', rank: 3, rankAt: NOW + 3, nextAt: 0 },
      { ...facts, wantedAt: NOW + 3, first: true, waitingAt: NOW + 1 },
    ),
    inbox('had', { status: 'agent', agentId: 'agent-1', rank: 5, rankAt: NOW + 3, nextAt: 0 }, { ...facts, waitingAt: NOW + 3 }),
    inbox('quiet', { rank: 7, rankAt: -NOW - 1, nextAt: 0 }, { ...facts, ...found }),
  ];
  const done = inbox('done', { status: 'closed', agentId: 'agent-1', rank: 9, rankAt: -NOW - 2 }, facts);
  expect(await store.inboxPage('shop-1', { filter: 'all', agentId: '', after: null, limit: 10 })).toMatchObject(rows);
  expect(await store.inboxRow('shop-1', 'done')).toEqual(done);
  expect(await store.inboxRow('shop-1', 'silent')).toBeNull();
  expect(await store.dueInbox(0, 10)).toHaveLength(3);
  // What SQL wrote is, letter by letter, what we write: else the clock could never rank these rows.
  for (const was of rows) expect(await store.rerank(was, { ...was, nextAt: null })).toBe(true);
  expect(await store.conversation('shop-1', 'quiet')).toMatchObject({ locale: 'en', localeBy: 'page' });
  const mina = agent('agent-1', { name: 'Mina', email: 'mina@example.com', role: 'owner', createdAt: 0 });
  expect(await store.agentByEmail('mina@example.com')).toEqual({ agent: mina, passwordHash: null });
  expect(await store.casesOf('shop-1', 'quiet')).toMatchObject([{ finding: null, asked: null }, {}]);
}

function conversation(id: string, status: ConversationStatus, agentAndHandOff: string): string {
  return `INSERT INTO conversations (id, store_id, version, token_hash, token_expires_at, status, locale, tz, agent, hand_off, last_seq,
    seen_shopper, seen_agent, created_at, updated_at, flow_version, snapshot) VALUES ('${id}', 'shop-1', 1, 'hash-${id}', ${NOW}, '${status}',
    'en', 'UTC', ${agentAndHandOff}, 1, 0, 0, ${NOW + 1}, ${NOW + 2}, 1, '{}')`;
}

function message(id: string, seq: number, from: string): string {
  const body = `{"kind":"text","text":"words"}`;
  return `INSERT INTO messages (conversation_id, seq, store_id, id, at, sent_by, body)
    VALUES ('${id}', ${seq}, 'shop-1', 'm${seq}', ${NOW + seq}, '${from}', '${body}')`;
}
