/**
 * One-time links: the first owner, an invitation, a new password. A link is a token of 256 random bits, kept as its hash and used up
 * in the transaction that makes the account. It travels in the fragment of the address, which no server and no log ever sees.
 */
import type { Static } from 'typebox';
import type { FieldProblem, Join, LinkView } from '../../protocol/people.ts';
import { Invalid, Refused } from '../errors.ts';
import { hashToken, newToken } from '../identity/tokens.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import { createShop } from '../shops/create.ts';
import type { Shops } from '../shops/shops.ts';
import type { AgentRow, LinkRow, ShopRow, Store } from '../store/port.ts';
import type { Backoff } from './backoff.ts';
import type { Passwords } from './passwords.ts';
import type { NewSession, Sessions } from './sessions.ts';
import { isSetUpOpen } from './set-up.ts';
import { type Browser, emailOf } from './sign-in.ts';

export interface Links {
  /** What it is for. `E_LINK` for one that is unknown, used or over. */
  read(token: string): Promise<LinkView>;
  /** Takes it up: makes the account or sets the password, and signs in. */
  join(given: Static<typeof Join>, from: Browser): Promise<NewSession>;
}

export interface LinksDeps {
  store: Store;
  shops: Shops;
  sessions: Sessions;
  passwords: Passwords;
  backoff: Backoff;
  clock: Clock;
  newId: NewId;
}

export function createLinks(deps: LinksDeps): Links {
  const { store, shops, sessions, passwords, backoff, clock, newId } = deps;

  async function find(token: string): Promise<LinkRow> {
    const link = await store.link(hashToken(token), clock.now());
    if (!link || (link.kind === 'setUp' && !(await isSetUpOpen(store, link)))) throw new Refused('E_LINK');
    return link;
  }

  /** Whose password it sets; whoever was disabled since can't come back by it. */
  async function ownerOf({ storeId, agentId }: LinkRow): Promise<AgentRow> {
    const agent = storeId !== null && agentId !== null ? await store.agent(storeId, agentId) : null;
    if (!agent || agent.disabled) throw new Refused('E_LINK');
    return agent;
  }

  return {
    read: async (token) => {
      const link = await find(token);
      const { kind, role } = link;
      const shop = link.storeId === null ? null : await shops.byId(link.storeId);
      const { email, name } = kind === 'password' ? await ownerOf(link) : link;
      return { kind, role, email, name, shop: shop?.settings.name ?? null };
    },

    join: async (given, { address, cookie }) => {
      const link = await find(given.token);
      const now = clock.now();
      const { agent, shop } =
        link.kind === 'password' ? { agent: await ownerOf(link), shop: null } : newAccount(link, given, { newId, clock });
      const passwordHash = await passwords.hash(given.password);
      const taken = await store.takeLink(link.tokenHash, now, {
        agent,
        passwordHash,
        ...(shop && { shop }),
        audit: {
          at: now,
          actor: agent.id,
          action: link.kind === 'password' ? 'password.set' : 'person.joined',
          detail: { person: agent.id, role: agent.role, link: link.id },
        },
      });
      if (!taken.ok) throw new Refused(taken.reason === 'exists' ? 'E_EXISTS' : 'E_LINK');
      if (link.kind === 'password') await sessions.endAll(agent);
      backoff.trust(agent.email, address);
      return sessions.begin(agent, cookie);
    },
  };
}

function newAccount(
  link: LinkRow,
  given: Static<typeof Join>,
  make: { newId: NewId; clock: Clock },
): { agent: AgentRow; shop: ShopRow | null } {
  const name = given.name?.trim() || link.name;
  const email = link.email ?? (given.email === undefined ? null : emailOf(given.email));
  const shop = link.storeId === null ? newShop(given, make) : null;
  const storeId = link.storeId ?? shop?.id;
  const missing = [name === null && 'name', email === null && 'email', storeId === undefined && 'shop'].filter((path) => path !== false);
  if (name === null || email === null || storeId === undefined) throw new Invalid(missing.map(isMissing));
  const now = make.clock.now();
  return {
    shop,
    agent: { id: make.newId(), storeId, name, email, role: link.role, disabled: false, available: true, seenAt: null, createdAt: now },
  };
}

function newShop({ shop }: Static<typeof Join>, make: { newId: NewId; clock: Clock }): ShopRow | null {
  if (!shop) return null;
  const made = createShop({ name: shop.name.trim(), origins: [shop.origin] }, { ...make, newSecret: newToken });
  if (made.ok) return made.shop;
  // The form has one address, not a list.
  throw new Invalid(made.problems.map(({ path, text }) => ({ path: `shop.${path.replace(/^origins\.\d+$/, 'origin')}`, text })));
}

function isMissing(path: string): FieldProblem {
  return { path, text: 'is missing' };
}
