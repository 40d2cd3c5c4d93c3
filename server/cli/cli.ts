/** What every command is given, and how it says no. */
import type { Clock, NewId } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';

export interface Cli {
  /** Opens the store when it is first asked for, so that a mistyped command touches nothing. */
  store: () => Promise<ShopStore>;
  print: (line: string) => void;
  readText: (path: string) => Promise<string>;
  /** From standard input; never shown. */
  readSecret: () => Promise<string>;
  /** Our public address, for the snippet. */
  host: string;
  /** Languages there are. */
  locales: string[];
  newId: NewId;
  newSecret: () => string;
  clock: Clock;
}
export type ShopStore = Pick<Store, 'addShop' | 'shops' | 'shopByKey' | 'saveSettings' | 'putOrders' | 'putSecret'>;

export type Command = (args: string[], cli: Cli) => Promise<void>;

/** The person at the keyboard can mend it: told in these lines, nothing was changed. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly lines: string[];
  constructor(...lines: string[]) {
    super(lines[0] ?? '');
    this.lines = lines;
  }
}
