import { parseArgs } from 'node:util';
import type { Cli } from './cli.ts';

export async function list(args: string[], cli: Cli): Promise<void> {
  parseArgs({ args, options: {} });
  const shops = await (await cli.store()).shops();
  if (shops.length === 0) cli.print('No shops yet. `npm run store -- add --help` shows how to add one.');
  for (const { key, settings } of shops) {
    cli.print(`${key}  ${settings.name}  ${settings.locales.join(',')}  ${settings.origins.join(' ') || '(no origins)'}`);
  }
}
