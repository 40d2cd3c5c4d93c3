/** The statements about people, their sessions, links and deeds, in the SQL that both databases share. */
const AGENT = `id, store_id, name, email, role, disabled, available, seen_at, created_at`;
const OF_SESSION = `a.id, a.store_id, a.name, a.email, a.role, a.disabled, a.available, a.seen_at, a.created_at
  FROM agent_sessions s JOIN agents a ON a.id = s.agent_id AND a.store_id = s.store_id`;
const LINK = `id, token_hash, store_id, kind, agent_id, email, name, role, created_at, expires_at`;

export const peopleRead = {
  agent: `SELECT ${AGENT} FROM agents WHERE store_id = $1 AND id = $2`,
  agentsOf: `SELECT ${AGENT} FROM agents WHERE store_id = $1 ORDER BY name, id`,
  agentByEmail: `SELECT ${AGENT}, password_hash FROM agents WHERE email = $1`,
  agentBySession: `SELECT ${OF_SESSION} WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled = 0`,
  liveSessions: (list: string) =>
    `SELECT s.token_hash, ${OF_SESSION} WHERE s.expires_at > $1 AND a.disabled = 0 AND s.token_hash IN (${list})`,
  link: `SELECT ${LINK} FROM links WHERE token_hash = $1 AND expires_at > $2`,
  invitesOf: `SELECT ${LINK} FROM links WHERE store_id = $1 AND kind = 'invite' AND expires_at > $2 ORDER BY created_at, id`,
  audit: `SELECT id, conversation_id, at, actor, action, detail FROM audit WHERE store_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3`,
};

export const peopleWrite = {
  // Of the id or of the address: either way there is such an account.
  addAgent: `INSERT INTO agents (${AGENT}, password_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
  // When they were here is moved by markHere alone: who saves a name has read an older moment.
  saveAgent: `UPDATE agents SET name = $3, email = $4, role = $5, disabled = $6, available = $7 WHERE id = $1 AND store_id = $2`,
  setAvailable: `UPDATE agents SET available = $3 WHERE id = $1 AND store_id = $2`,
  savePassword: `UPDATE agents SET password_hash = $3 WHERE id = $1 AND store_id = $2`,
  markHere: `UPDATE agents SET seen_at = $2 WHERE id = $1 AND (seen_at IS NULL OR seen_at < $2)`,
  addSession: `INSERT INTO agent_sessions (token_hash, agent_id, store_id, expires_at) VALUES ($1, $2, $3, $4)`,
  endSession: `DELETE FROM agent_sessions WHERE token_hash = $1`,
  endSessionsOf: `DELETE FROM agent_sessions WHERE agent_id = $1 AND store_id = $2 AND token_hash <> $3`,
  sweepSessions: `DELETE FROM agent_sessions WHERE expires_at <= $1`,
  sweepLinks: `DELETE FROM links WHERE expires_at <= $1`,
  addLink: `INSERT INTO links (${LINK}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  useLink: `DELETE FROM links WHERE token_hash = $1 AND expires_at > $2`,
  removeInvite: `DELETE FROM links WHERE store_id = $1 AND id = $2 AND kind = 'invite' RETURNING id`,
};
