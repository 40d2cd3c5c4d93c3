/** The first owner of a fresh server: there is no default password, but a link that is shown once where the server was started. */
import type { NewId } from '../providers/ports.ts';
import type { LinkRow, Store } from '../store/port.ts';
import { newLink } from './new-link.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;

/** No token has this hash, so nobody can open it. It is there to be found: the link was shown, and is not shown a second time. */
const SHOWN = 'set-up was shown';

/**
 * The token of the link that makes the first owner, or null where there are people already or the link was shown before. `storeId`:
 * the shop it is for, or null where the owner makes one with it.
 */
export async function setUpToken(store: Store, storeId: string | null, make: { newId: NewId; now: number }): Promise<string | null> {
  if (!(await isEmpty(store)) || (await store.link(SHOWN, make.now))) return null;
  const about = { kind: 'setUp', storeId, role: 'owner' } as const;
  const { token, link } = newLink(about, { ...make, lifeMs: 10 * YEAR_MS });
  const mark: LinkRow = { ...newLink(about, { ...make, lifeMs: 1_000 * YEAR_MS }).link, tokenHash: SHOWN };
  try {
    await store.addLink(mark);
  } catch (error) {
    // Another node was a moment faster: it shows its own.
    if (await store.link(SHOWN, make.now)) return null;
    throw error;
  }
  await store.addLink(link);
  return token;
}

/** Nobody has an account in any shop. */
export async function isEmpty(store: Store): Promise<boolean> {
  for (const { id } of await store.shops()) if ((await store.agentsOf(id)).length > 0) return false;
  return true;
}

/** A link that nobody used is worth nothing any more once there is an owner by another way. */
export async function isSetUpOpen(store: Store, { storeId }: Pick<LinkRow, 'storeId'>): Promise<boolean> {
  if (storeId === null) return isEmpty(store);
  return (await store.agentsOf(storeId)).every(({ role }) => role !== 'owner');
}
