import { parseArgs } from 'node:util';
import type { Cli } from './cli.ts';
import { findShop } from './find-shop.ts';

export async function secret(args: string[], cli: Cli): Promise<void> {
  const { values } = parseArgs({ args, options: { key: { type: 'string' } } });
  const shop = await findShop(await cli.store(), values.key);
  cli.print(shop.identitySecret);
}
