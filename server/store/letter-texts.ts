/** An owner's own wording of letters. */
import { text, whole, type Row } from './columns.ts';
import type { Database } from './database.ts';
import { audit } from './people.ts';
import type { LetterTextRow, Store } from './port.ts';
import { queriesOf } from './queries.ts';

type LetterTextMethods = Pick<Store, 'letterText' | 'letterTextsOf' | 'saveLetterText' | 'removeLetterText'>;

const COLUMNS = `letter, locale, subject, body, updated_at`;
const OF_ONE = `store_id = $1 AND letter = $2 AND locale = $3`;
const SQL = {
  one: `SELECT ${COLUMNS} FROM letter_texts WHERE ${OF_ONE}`,
  all: `SELECT ${COLUMNS} FROM letter_texts WHERE store_id = $1 ORDER BY letter, locale`,
  add: `INSERT INTO letter_texts (store_id, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
  change: `UPDATE letter_texts SET subject = $4, body = $5, updated_at = $6 WHERE ${OF_ONE} AND updated_at = $7`,
  remove: `DELETE FROM letter_texts WHERE ${OF_ONE} AND updated_at = $4`,
};

export function letterTextMethods(database: Database): LetterTextMethods {
  const { one, many } = queriesOf(database);
  return {
    letterText: (storeId, letter, locale) => one(toLetterText, SQL.one, storeId, letter, locale),
    letterTextsOf: (storeId) => many(toLetterText, SQL.all, storeId),
    async saveLetterText(storeId, version, row, done) {
      // A version is a moment, and must be another one even where the clock stood still or was set back.
      const at = version === null ? row.updatedAt : Math.max(row.updatedAt, version + 1);
      const values = [storeId, row.letter, row.locale, row.subject, row.body, at];
      const written =
        version === null
          ? { sql: SQL.add, values, otherwise: 'changed' as const }
          : { sql: SQL.change, values: [...values, version], otherwise: 'changed' as const };
      return (await database.transact([written, audit(storeId, done)])) === null;
    },
    async removeLetterText(storeId, version, letter, locale, done) {
      const removed = { sql: SQL.remove, values: [storeId, letter, locale, version], otherwise: 'changed' as const };
      return (await database.transact([removed, audit(storeId, done)])) === null;
    },
  };
}

function toLetterText(r: Row): LetterTextRow {
  return {
    letter: text(r.letter),
    locale: text(r.locale),
    subject: text(r.subject),
    body: text(r.body),
    updatedAt: whole(r.updated_at),
  };
}
