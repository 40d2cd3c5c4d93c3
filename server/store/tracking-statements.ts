/** The statements of watched parcels and of the keys of outside services, in the SQL that both databases share. */
const WATCH = `conversation_id, number, store_id, carrier, seen, tries, next_at, until_at`;
const CLAIMED = `conversation_id = $1 AND number = $2 AND store_id = $3 AND next_at = $4`;

export const trackingWrite = {
  putWatch: `INSERT INTO watches (${WATCH}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (conversation_id, number) DO UPDATE SET carrier = excluded.carrier, seen = excluded.seen, tries = excluded.tries,
    next_at = excluded.next_at, until_at = excluded.until_at WHERE watches.store_id = excluded.store_id`,
  dropWatch: `DELETE FROM watches WHERE conversation_id = $1 AND number = $2 AND store_id = $3`,
  moveWatch: `UPDATE watches SET next_at = $5, tries = $6 WHERE ${CLAIMED}`,
  endWatch: `DELETE FROM watches WHERE ${CLAIMED}`,
  markTakenIn: `INSERT INTO webhook_events (store_id, provider, event_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
  sweepTakenIn: `DELETE FROM webhook_events WHERE at < $1`,
  putSecret: `INSERT INTO shop_secrets (store_id, name, value, updated_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (store_id, name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
  removeSecret: `DELETE FROM shop_secrets WHERE store_id = $1 AND name = $2`,
};

export const trackingRead = {
  watchesOf: `SELECT ${WATCH} FROM watches WHERE store_id = $1 AND conversation_id = $2 ORDER BY number`,
  watchesOn: `SELECT ${WATCH} FROM watches WHERE store_id = $1 AND number = $2 ORDER BY conversation_id`,
  takenIn: `SELECT 1 AS one FROM webhook_events WHERE store_id = $1 AND provider = $2 AND event_id = $3`,
  lastTakenIn: `SELECT max(at) AS at FROM webhook_events WHERE store_id = $1`,
  secret: `SELECT value FROM shop_secrets WHERE store_id = $1 AND name = $2`,
  secretsOf: `SELECT name, updated_at FROM shop_secrets WHERE store_id = $1 ORDER BY name`,
};

/** `skipLocked`: what the dialect needs so that two nodes claiming at once do not wait for each other. */
export function claimWatches(skipLocked: string): string {
  return `UPDATE watches SET next_at = $2 WHERE (conversation_id, number) IN (
    SELECT conversation_id, number FROM watches WHERE next_at <= $1 ORDER BY next_at LIMIT $3 ${skipLocked}
  ) RETURNING ${WATCH}`;
}
