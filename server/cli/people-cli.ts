/** What the commands about people share. */
import type { ErrorCode } from '../../protocol/errors.ts';
import { Refused } from '../errors.ts';
import type { Passwords } from '../people/passwords.ts';
import { createPeople, type People } from '../people/people.ts';
import { createSessions, type Sessions } from '../people/sessions.ts';
import { emailOf } from '../people/sign-in.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import type { AgentRow, ShopRow, Store } from '../store/port.ts';
import { CliError } from './cli.ts';
import { findShop } from './find-shop.ts';

export interface PeopleCli {
  /** Opens the store when it is first asked for, so that a mistyped command touches nothing. */
  store: () => Promise<Store>;
  print: (line: string) => void;
  /** Our public address, for links. */
  host: string;
  passwords: Passwords;
  newId: NewId;
  clock: Clock;
}

/** In the audit, for whoever has the machine itself. */
export const COMMAND_LINE = 'command line';

export async function peopleOf(cli: PeopleCli): Promise<{ store: Store; people: People; sessions: Sessions }> {
  const store = await cli.store();
  // Running servers look at their open sockets each second; there is nobody to tell here.
  const sessions = createSessions({ store, clock: cli.clock, ended: () => undefined });
  return { store, sessions, people: createPeople({ store, sessions, clock: cli.clock, newId: cli.newId }) };
}

/** The shop that `--key` names; the only one there is needs no naming. */
export async function shopOf(store: Store, key: string | undefined): Promise<ShopRow> {
  const [only, ...others] = await store.shops();
  if (key !== undefined) return findShop(store, key);
  if (!only) throw new CliError('There is no shop yet. `npm run store -- add --help` shows how to add one.');
  if (others.length > 0) throw new CliError('Which shop? Give --key KEY; `npm run store -- list` shows the keys.');
  return only;
}

export function emailGiven(email: string | undefined): string {
  if (email === undefined) throw new CliError('Whose? Give --email ada@shop.example.');
  const clean = emailOf(email);
  if (!/^[^\s@]+@[^\s@]+$/.test(clean) || clean.length > 254) throw new CliError(`"${email}" is not an e-mail address.`);
  return clean;
}

export async function agentGiven(store: Store, email: string | undefined): Promise<AgentRow> {
  const address = emailGiven(email);
  const found = await store.agentByEmail(address);
  if (!found) throw new CliError(`Nobody has the address ${address}. \`npm run agent -- list\` shows who there is.`);
  return found.agent;
}

/** What the console would refuse, in the words of the command line. */
export async function orSaid<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const line = error instanceof Refused ? LINES[error.code] : undefined;
    throw line === undefined ? error : new CliError(line);
  }
}

const LINES: Partial<Record<ErrorCode, string>> = {
  E_EXISTS: 'This e-mail address has an account already. `npm run agent -- reset` gives it a new password.',
  E_LAST_OWNER: 'This is the only owner who can sign in. Add another first: `npm run agent -- add --role owner`.',
};
