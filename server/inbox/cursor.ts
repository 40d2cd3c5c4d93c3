import type { InboxEntry, InboxQuery } from '../store/port.ts';

type After = NonNullable<InboxQuery['after']>;

/** Where the next page begins: the place of the last row. Opaque to clients, and read with suspicion when it comes back. */
export function cursorOf({ rank, rankAt, conversationId }: InboxEntry): string {
  return Buffer.from(`${rank}.${rankAt}.${conversationId}`).toString('base64url');
}

/** null where it is none of ours. */
export function readCursor(cursor: string): After | null {
  const [, rank, rankAt, conversationId] = FORM.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (rank === undefined || rankAt === undefined || conversationId === undefined) return null;
  const after = { rank: Number(rank), rankAt: Number(rankAt), conversationId };
  return Number.isSafeInteger(after.rankAt) ? after : null;
}

const FORM = /^(\d)\.(-?\d{1,16})\.([A-Za-z0-9_-]{8,40})$/;
