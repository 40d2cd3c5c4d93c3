/** The statements about mails, in the SQL that both databases share. */
const MAIL = `id, store_id, conversation_id, letter, facts, after_seq, through_seq, state, why, created_at, due_at, attempts, settled_at`;
/** Nobody else has claimed it since. */
const AS_CLAIMED = `id = $1 AND store_id = $2 AND state = 'waiting' AND attempts = $3`;

export const mailRead = {
  ofTalk: `SELECT ${MAIL} FROM mails WHERE store_id = $1 AND conversation_id = $2 ORDER BY created_at, id`,
};

export const mailWrite = {
  put: `INSERT INTO mails (${MAIL}, leased_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0)
    ON CONFLICT (conversation_id) WHERE letter = 'notice' AND state = 'waiting' AND attempts = 0
    DO UPDATE SET through_seq = excluded.through_seq`,
  settle: `UPDATE mails SET state = $4, why = $5, through_seq = $6, settled_at = $7 WHERE ${AS_CLAIMED} RETURNING id`,
  postpone: `UPDATE mails SET due_at = $4, leased_until = 0 WHERE ${AS_CLAIMED} RETURNING id`,
  sweep: `DELETE FROM mails WHERE state <> 'waiting' AND settled_at < $1`,
};

/** `skipLocked`: what the dialect needs so that two nodes claiming at once do not wait for each other. */
export function claimMails(skipLocked: string): string {
  return `UPDATE mails SET leased_until = $2, attempts = attempts + 1 WHERE id IN (
    SELECT m.id FROM mails m WHERE m.state = 'waiting' AND m.due_at <= $1 AND m.leased_until <= $1
      AND NOT EXISTS (SELECT 1 FROM mails o WHERE o.conversation_id = m.conversation_id AND o.state = 'waiting' AND o.leased_until > $1)
    ORDER BY m.due_at LIMIT $3 ${skipLocked}
  ) RETURNING ${MAIL}`;
}
