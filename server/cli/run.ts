import { add } from './add.ts';
import { carryOut } from './carry-out.ts';
import type { Cli } from './cli.ts';
import { HELP } from './help.ts';
import { list } from './list.ts';
import { orders } from './orders.ts';
import { secret } from './secret.ts';
import { set } from './set.ts';

/** `npm run store`. Resolves to the exit code. */
export function run(argv: string[], cli: Cli, complain: (line: string) => void): Promise<0 | 1 | 2> {
  return carryOut({ script: 'store', help: HELP, commands: { add, list, set, orders, secret } }, argv, cli, complain);
}
