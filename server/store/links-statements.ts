/** The statements about links into a talk and further devices, in the SQL that both databases share. */
import { CONVERSATION } from './statements.ts';

const DEVICE = `token_hash, store_id, conversation_id, kind, created_at, expires_at`;
const LINK = `token_hash, store_id, conversation_id, kind, what, created_at, expires_at`;

export const linksRead = {
  conversationByDevice: `SELECT ${CONVERSATION} FROM conversations WHERE store_id = $1 AND id =
    (SELECT d.conversation_id FROM devices d WHERE d.token_hash = $2 AND d.store_id = $1 AND d.expires_at > $3)`,
  ownerOfDevice: `SELECT c.store_id, c.id, c.locale FROM devices d JOIN conversations c ON c.id = d.conversation_id AND c.store_id = d.store_id
    WHERE d.token_hash = $1 AND d.expires_at > $2`,
  device: `SELECT ${DEVICE} FROM devices WHERE store_id = $1 AND token_hash = $2 AND expires_at > $3`,
  link: `SELECT ${LINK} FROM talk_links WHERE token_hash = $1 AND expires_at > $2`,
};

export const linksWrite = {
  addLink: `INSERT INTO talk_links (${LINK}) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  useLink: `DELETE FROM talk_links WHERE token_hash = $1 AND store_id = $2 AND expires_at > $3`,
  addDevice: `INSERT INTO devices (${DEVICE}) VALUES ($1, $2, $3, $4, $5, $6)`,
  sweepLinks: `DELETE FROM talk_links WHERE expires_at <= $1`,
  sweepDevices: `DELETE FROM devices WHERE expires_at <= $1`,
};
