/** Photos found again by their prints. Which of them are the same picture is told by whoever made the prints. */
import { text } from './columns.ts';
import type { Database } from './database.ts';
import type { Store } from './port.ts';
import { queriesOf } from './queries.ts';
import { toPhoto } from './rows.ts';
import { photosWithCases, printsLike } from './statements.ts';

export const HASH_DIGITS = 16;
const PART_DIGITS = 4;
/** Some 16 bits are those of many pictures, and none of them is worth a walk through all. */
const MOST_ROWS = 2_000;

/** The four parts of 16 bits that a print is found by; none of no print. */
export function partsOf(print: string | null): number[] {
  return (print?.slice(0, HASH_DIGITS).match(new RegExp(`.{${PART_DIGITS}}`, 'g')) ?? []).map((digits) => Number.parseInt(digits, 16));
}

export function printMethods(database: Database): Pick<Store, 'photosLike'> {
  const { many, manyOf } = queriesOf(database);
  return {
    async photosLike(storeId, print, notConversationId, limit) {
      const hash = print.slice(0, HASH_DIGITS);
      const toHash = (row: Parameters<typeof toPhoto>[0]) => ({ id: text<string>(row.photo_id), apart: bitsApart(text(row.hash), hash) });
      const found = await many(toHash, printsLike, storeId, notConversationId, MOST_ROWS, ...partsOf(print));
      const nearest = found.sort((a, b) => a.apart - b.apart || (a.id < b.id ? -1 : 1)).slice(0, limit);
      if (nearest.length === 0) return [];
      const ids = nearest.map(({ id }) => id);
      const photos = await manyOf(
        (row) => ({ photo: toPhoto(row), caseNumber: row.case_number === null ? null : text<string>(row.case_number) }),
        photosWithCases,
        [storeId],
        ids,
      );
      return photos.sort((a, b) => ids.indexOf(a.photo.id) - ids.indexOf(b.photo.id));
    },
  };
}

function bitsApart(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; differing > 0n; differing &= differing - 1n) bits += 1;
  return bits;
}
