import { StorageError } from '../store/port.ts';
import { add } from './add.ts';
import type { Cli, Command } from './cli.ts';
import { CliError } from './cli.ts';
import { HELP } from './help.ts';
import { list } from './list.ts';
import { orders } from './orders.ts';
import { secret } from './secret.ts';
import { set } from './set.ts';

/** Exit code: 0 done, 1 storage failed, 2 the command can't be carried out and nothing was changed. */
export async function run(argv: string[], cli: Cli, complain: (line: string) => void): Promise<0 | 1 | 2> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    cli.print(HELP);
    return name === undefined ? 2 : 0;
  }
  try {
    const command = COMMANDS.get(name);
    if (!command)
      throw new CliError(`There is no command "${name}".`, `Commands: ${[...COMMANDS.keys()].join(', ')}. More: npm run store -- --help`);
    await command(args, cli);
    return 0;
  } catch (error) {
    if (error instanceof CliError) return said(error.lines, 2);
    if (isUsageError(error)) return said([error.message, 'More: npm run store -- --help'], 2);
    if (error instanceof StorageError) return said([`Storage failed: ${error.message}`], 1);
    throw error;
  }

  function said<C extends 1 | 2>(lines: string[], code: C): C {
    lines.forEach(complain);
    return code;
  }
}

const COMMANDS = new Map<string, Command>([
  ['add', add],
  ['list', list],
  ['set', set],
  ['orders', orders],
  ['secret', secret],
]);

/** An option that `parseArgs` doesn't know, or one without its value. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
