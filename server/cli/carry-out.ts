import { StorageError } from '../store/port.ts';
import { CliError } from './cli.ts';

export interface Program<C> {
  /** As in `npm run store`. */
  script: string;
  help: string;
  commands: Record<string, (args: string[], cli: C) => Promise<void>>;
}

/** Exit code: 0 done, 1 storage failed, 2 the command can't be carried out and nothing was changed. */
export async function carryOut<C extends { print: (line: string) => void }>(
  { script, help, commands }: Program<C>,
  argv: string[],
  cli: C,
  complain: (line: string) => void,
): Promise<0 | 1 | 2> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    cli.print(help);
    return name === undefined ? 2 : 0;
  }
  const more = `More: npm run ${script} -- --help`;
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new CliError(`There is no command "${name}".`, `Commands: ${Object.keys(commands).join(', ')}. ${more}`);
    await command(args, cli);
    return 0;
  } catch (error) {
    if (error instanceof CliError) return said(error.lines, 2);
    if (isUsageError(error)) return said([error.message, more], 2);
    if (error instanceof StorageError) return said([`Storage failed: ${error.message}`], 1);
    throw error;
  }

  function said<Code extends 1 | 2>(lines: string[], code: Code): Code {
    lines.forEach(complain);
    return code;
  }
}

/** An option that `parseArgs` doesn't know, or one without its value. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
