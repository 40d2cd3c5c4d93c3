/** Every statement of the store, in the SQL that SQLite and PostgreSQL share. Each names the store it works for. */

export const CONVERSATION = `id, store_id, version, token_expires_at, status, locale, tz, agent, hand_off, flow_version, snapshot,
  prompt, problem, case_number, last_seq, seen_shopper, seen_agent, page, identity, updated_at, locale_by,
  token_hash, created_at`;
const CASE = `store_id, number, conversation_id, problem, stage, remedy, outcome, finding, asked, order_number,
  tracking_number, opened_at, closed_at`;
const PROMISE = `id, store_id, conversation_id, kind, owner, due_at, made_at, state, what`;
const PHOTO = `id, store_id, conversation_id, item, slot, mime, bytes, width, height, sha256, created_at, findings, print`;
const TIMER = `store_id, conversation_id, name, id, event, due_at`;
const EFFECT = `id, store_id, conversation_id, effect, created_at, attempts`;
const MESSAGE = `store_id, conversation_id, seq, id, at, sent_by, agent, body`;
const SHOP = `id, shop_key, settings, identity_secret, created_at, updated_at`;

/** What one Change is made of. */
export const change = {
  insertConversation: `INSERT INTO conversations (${CONVERSATION}) VALUES (${places(23)}) ON CONFLICT (id) DO NOTHING`,
  // `seen` is moved by markSeen beside the turns, so a step that loaded an older value must not take it back.
  updateConversation: `UPDATE conversations SET version = $3, token_expires_at = $4, status = $5, locale = $6, tz = $7,
    agent = $8, hand_off = $9, flow_version = $10, snapshot = $11, prompt = $12, problem = $13, case_number = $14, last_seq = $15,
    seen_shopper = CASE WHEN seen_shopper > $16 THEN seen_shopper ELSE $16 END,
    seen_agent = CASE WHEN seen_agent > $17 THEN seen_agent ELSE $17 END,
    page = $18, identity = $19, updated_at = $20, locale_by = $21
    WHERE id = $1 AND store_id = $2 AND version = $22 AND last_seq = $23`,
  // Apart, because it hardly ever changes: SQLite writes the index page of each column an UPDATE names, changed or not.
  updateToken: `UPDATE conversations SET token_hash = $3 WHERE id = $1 AND store_id = $2 AND token_hash <> $3`,
  insertMessage: `INSERT INTO messages (${MESSAGE}) VALUES (${places(8)}) ON CONFLICT (conversation_id, id) DO NOTHING`,
  insertEffect: `INSERT INTO effects (${EFFECT}, leased_until) VALUES (${places(6)}, 0)`,
  settleEffect: `DELETE FROM effects WHERE store_id = $1 AND conversation_id = $2 AND id = $3`,
  fireTimer: `DELETE FROM timers WHERE store_id = $1 AND conversation_id = $2 AND id = $3`,
  cancelTimer: `DELETE FROM timers WHERE store_id = $1 AND conversation_id = $2 AND name = $3`,
  setTimer: `INSERT INTO timers (${TIMER}) VALUES (${places(6)})
    ON CONFLICT (conversation_id, name) DO UPDATE SET id = excluded.id, event = excluded.event, due_at = excluded.due_at`,
  putCase: `INSERT INTO cases (${CASE}) VALUES (${places(13)})
    ON CONFLICT (store_id, number) DO UPDATE SET problem = excluded.problem, stage = excluded.stage, remedy = excluded.remedy,
    outcome = excluded.outcome, finding = excluded.finding, asked = excluded.asked, order_number = excluded.order_number, tracking_number = excluded.tracking_number,
    opened_at = excluded.opened_at, closed_at = excluded.closed_at WHERE cases.conversation_id = excluded.conversation_id`,
  putPromise: `INSERT INTO promises (${PROMISE}) VALUES (${places(9)})
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, owner = excluded.owner, due_at = excluded.due_at, made_at = excluded.made_at,
    state = excluded.state, what = excluded.what WHERE promises.store_id = excluded.store_id AND promises.conversation_id = excluded.conversation_id`,
  insertPhoto: `INSERT INTO photos (${PHOTO}) VALUES (${places(13)})`,
  insertPrint: `INSERT INTO photo_prints (photo_id, store_id, conversation_id, part, value, hash) VALUES (${places(6)})`,
  removePhoto: `DELETE FROM photos WHERE store_id = $1 AND conversation_id = $2 AND id = $3`,
  insertRating: `INSERT INTO ratings (store_id, conversation_id, case_number, score, comment, at) VALUES (${places(6)})`,
  insertAudit: `INSERT INTO audit (store_id, conversation_id, at, actor, action, detail) VALUES (${places(6)})`,
};

export const read = {
  shopByKey: `SELECT ${SHOP} FROM shops WHERE shop_key = $1`,
  shopById: `SELECT ${SHOP} FROM shops WHERE id = $1`,
  shops: `SELECT ${SHOP} FROM shops ORDER BY created_at, id`,
  conversation: `SELECT ${CONVERSATION} FROM conversations WHERE store_id = $1 AND id = $2`,
  conversationByToken: `SELECT ${CONVERSATION} FROM conversations WHERE store_id = $1 AND token_hash = $2 AND token_expires_at > $3
    ORDER BY created_at DESC LIMIT 1`,
  ownerOfToken: `SELECT store_id, id, locale FROM conversations WHERE token_hash = $1 AND token_expires_at > $2
    ORDER BY created_at DESC LIMIT 1`,
  messages: `SELECT ${MESSAGE} FROM messages WHERE store_id = $1 AND conversation_id = $2 AND seq > $3 ORDER BY seq LIMIT $4`,
  messageById: `SELECT ${MESSAGE} FROM messages WHERE store_id = $1 AND conversation_id = $2 AND id = $3`,
  casesOf: `SELECT ${CASE} FROM cases WHERE store_id = $1 AND conversation_id = $2 ORDER BY opened_at, number`,
  promisesOf: `SELECT ${PROMISE} FROM promises WHERE store_id = $1 AND conversation_id = $2 ORDER BY made_at, id`,
  timersOf: `SELECT ${TIMER} FROM timers WHERE store_id = $1 AND conversation_id = $2 ORDER BY due_at, name`,
  dueTimers: `SELECT ${TIMER} FROM timers WHERE due_at <= $1 ORDER BY due_at LIMIT $2`,
  nextTimerAt: `SELECT min(due_at) AS at FROM timers`,
  orderByNumber: `SELECT doc FROM orders WHERE store_id = $1 AND number = $2`,
  orderByTracking: `SELECT o.doc FROM order_trackings t JOIN orders o ON o.store_id = t.store_id AND o.number = t.number
    WHERE t.store_id = $1 AND t.tracking = $2 ORDER BY o.placed_at DESC LIMIT 1`,
  photo: `SELECT ${PHOTO} FROM photos WHERE store_id = $1 AND id = $2`,
  outdatedPhotos: `SELECT ${PHOTO} FROM photos WHERE store_id = $1 AND created_at < $2 ORDER BY created_at, id LIMIT $3`,
  photosOf: `SELECT ${PHOTO} FROM photos WHERE store_id = $1 AND conversation_id = $2 ORDER BY created_at, id`,
  ping: `SELECT 1 AS one`,
};

/** `$1` the shop, `$2` the conversation that is left out, `$3` how many at most, then the four parts. */
export const printsLike = `SELECT DISTINCT photo_id, hash FROM (
    ${[0, 1, 2, 3].map((part) => `SELECT photo_id, hash FROM photo_prints WHERE store_id = $1 AND conversation_id <> $2 AND part = ${part} AND value = $${part + 4}`).join(' UNION ALL ')}
  ) AS alike LIMIT $3`;

export const photosWithCases = (list: string) =>
  `SELECT ${PHOTO.split(', ')
    .map((column) => `p.${column}`)
    .join(', ')}, c.case_number FROM photos p JOIN conversations c ON c.id = p.conversation_id WHERE p.store_id = $1 AND p.id IN (${list})`;

export const write = {
  addShop: `INSERT INTO shops (${SHOP}) VALUES (${places(6)})`,
  saveSettings: `UPDATE shops SET settings = $2, updated_at = $3 WHERE id = $1`,
  changeSettings: `UPDATE shops SET settings = $2, updated_at = $3 WHERE id = $1 AND updated_at = $4`,
  deletePhoto: `DELETE FROM photos WHERE store_id = $1 AND id = $2`,
  seenByShopper: seen('seen_shopper'),
  seenByAgent: seen('seen_agent'),
  putOrder: `INSERT INTO orders (store_id, number, placed_at, doc) VALUES (${places(4)})
    ON CONFLICT (store_id, number) DO UPDATE SET placed_at = excluded.placed_at, doc = excluded.doc`,
  clearTrackings: `DELETE FROM order_trackings WHERE store_id = $1 AND number = $2`,
  putTracking: `INSERT INTO order_trackings (store_id, tracking, number) VALUES (${places(3)}) ON CONFLICT DO NOTHING`,
};

/** `skipLocked`: what the dialect needs so that two nodes claiming at once do not wait for each other. */
export function claimEffects(skipLocked: string): string {
  return `UPDATE effects SET leased_until = $2, attempts = attempts + 1 WHERE id IN (
    SELECT id FROM effects WHERE leased_until <= $1 ORDER BY leased_until, created_at LIMIT $3 ${skipLocked}
  ) RETURNING ${EFFECT}`;
}

/** The conversation first: by its first value a batch knows which row a write locks, and takes the rows in one order. */
function seen(column: 'seen_shopper' | 'seen_agent'): string {
  const reached = 'CASE WHEN last_seq < $3 THEN last_seq ELSE $3 END';
  return `UPDATE conversations SET ${column} = ${reached} WHERE id = $1 AND store_id = $2 AND ${column} < ${reached}`;
}

function places(count: number): string {
  return Array.from({ length: count }, (_, i) => `$${i + 1}`).join(', ');
}
