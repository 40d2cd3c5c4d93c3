import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { importOrders } from '../providers/orders-import.ts';
import type { Cli } from './cli.ts';
import { CliError } from './cli.ts';
import { findShop } from './find-shop.ts';

const SHOWN = 20;

export async function orders(args: string[], cli: Cli): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { key: { type: 'string' }, file: { type: 'string' }, 'skip-bad': { type: 'boolean', default: false } },
  });
  const { file } = values;
  if (file === undefined) throw new CliError('Which file? Give --file orders.csv or --file orders.json.');
  const { orders: found, problems } = importOrders(await read(file, cli), formatOf(file));
  const lines = problems.slice(0, SHOWN).map(({ line, text }) => `  ${line}: ${text}`);
  if (problems.length > SHOWN) lines.push(`  and ${problems.length - SHOWN} more`);
  if (problems.length > 0 && !values['skip-bad']) {
    throw new CliError(`${file} was not taken. Mend these, or add --skip-bad to leave them out:`, ...lines);
  }
  if (found.length === 0) throw new CliError(`${file} holds no order that could be read.`, ...lines);

  const store = await cli.store();
  const shop = await findShop(store, values.key);
  await store.putOrders(shop.id, found);
  lines.forEach(cli.print);
  cli.print(`${found.length} ${found.length === 1 ? 'order' : 'orders'} of ${shop.settings.name} taken from ${file}.`);
}

function formatOf(file: string): 'csv' | 'json' {
  const ending = extname(file).toLowerCase();
  if (ending === '.csv' || ending === '.json') return ending === '.csv' ? 'csv' : 'json';
  throw new CliError(`${file} must end in .csv or .json.`);
}

async function read(file: string, cli: Cli): Promise<string> {
  try {
    return await cli.readText(file);
  } catch (error) {
    throw new CliError(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
