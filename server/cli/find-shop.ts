import type { ShopRow } from '../store/port.ts';
import type { ShopStore } from './cli.ts';
import { CliError } from './cli.ts';

/** The shop that `--key` names. */
export async function findShop(store: Pick<ShopStore, 'shopByKey'>, key: string | undefined): Promise<ShopRow> {
  if (!key) throw new CliError('Which shop? Give --key KEY; `npm run store -- list` shows the keys.');
  const shop = await store.shopByKey(key);
  if (!shop) throw new CliError(`There is no shop with the key "${key}". \`npm run store -- list\` shows the keys.`);
  return shop;
}
