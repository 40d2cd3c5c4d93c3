/** The seller's claim on the carrier, one for each case. */
import { json, text, whole, type Row } from './columns.ts';
import type { Database, Step } from './database.ts';
import { audit } from './people.ts';
import type { ClaimRow, Store } from './port.ts';
import { queriesOf } from './queries.ts';

type ClaimMethods = Pick<Store, 'claimOf' | 'saveClaim'>;

const COLUMNS = `store_id, case_number, conversation_id, doc, version, updated_at`;

export const claimSql = {
  one: `SELECT ${COLUMNS} FROM claims WHERE store_id = $1 AND case_number = $2`,
  add: `INSERT INTO claims (${COLUMNS}) VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT DO NOTHING`,
  change: `UPDATE claims SET doc = $4, updated_at = $5, version = version + 1
    WHERE store_id = $1 AND case_number = $2 AND conversation_id = $3 AND version = $6`,
};

export function claimMethods(database: Database): ClaimMethods {
  const { one } = queriesOf(database);

  return {
    claimOf: (storeId, caseNumber) => one(toClaim, claimSql.one, storeId, caseNumber),
    async saveClaim(claim, version, done) {
      const { storeId, caseNumber, conversationId, doc, updatedAt } = claim;
      const values = [storeId, caseNumber, conversationId, JSON.stringify(doc), updatedAt];
      const saved: Step<'changed'> =
        version === 0
          ? { sql: claimSql.add, values, otherwise: 'changed' }
          : { sql: claimSql.change, values: [...values, version], otherwise: 'changed' };
      return (await database.transact([saved, audit(storeId, done, conversationId)])) === null;
    },
  };
}

function toClaim(r: Row): ClaimRow {
  return {
    storeId: text(r.store_id),
    caseNumber: text(r.case_number),
    conversationId: text(r.conversation_id),
    doc: json(r.doc),
    version: whole(r.version),
    updatedAt: whole(r.updated_at),
  };
}
