import { MIGRATIONS } from '../../../server/store/migrations/list.ts';

const CHILDREN_FIRST = [
  ...['photo_prints', 'watches', 'webhook_events', 'shop_secrets', 'mails', 'talk_links', 'devices', 'letter_texts', 'claims'],
  ...['messages', 'timers', 'effects', 'cases', 'promises', 'photos', 'ratings', 'audit', 'notes', 'inbox'],
  ...['conversations', 'order_trackings', 'orders', 'links', 'agent_sessions', 'agents', 'shops'],
];

/** Back to a database that was just made: several statements. Much quicker than to make another, or to TRUNCATE. */
export const EMPTY_ALL = [
  'ALTER TABLE audit DISABLE TRIGGER USER',
  ...CHILDREN_FIRST.map((table) => `DELETE FROM ${table}`),
  'ALTER TABLE audit ENABLE TRIGGER USER',
  `UPDATE schema_version SET version = ${MIGRATIONS.length}`,
].join('; ');
