import { parseArgs } from 'node:util';
import { SECRET_NAMES, SECRET_PATTERN } from '../../protocol/tracking.ts';
import type { Cli } from './cli.ts';
import { CliError } from './cli.ts';
import { findShop } from './find-shop.ts';

/** With a name: sets or removes the key of an outside service. Without one: shows what the shop's own server signs with. */
export async function secret(args: string[], cli: Cli): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, remove: { type: 'boolean', default: false } },
  });
  const [shopKey = values.key, name] = positionals;
  if (name === undefined) {
    const shop = await findShop(await cli.store(), shopKey);
    return cli.print(shop.identitySecret);
  }
  const known = SECRET_NAMES.find((one) => one === name);
  if (!known) throw new CliError(`There is no key "${name}". There are: ${SECRET_NAMES.join(', ')}.`);
  const store = await cli.store();
  const shop = await findShop(store, shopKey);
  const value = values.remove ? null : await cli.readSecret();
  if (value !== null && !new RegExp(SECRET_PATTERN).test(value)) {
    throw new CliError('Nothing was changed: a key has 8 to 200 letters, digits or signs, without blanks.');
  }
  const done = { at: cli.clock.now(), actor: 'command', action: value === null ? 'secret.removed' : 'secret.set', detail: { name } };
  await store.putSecret(shop.id, known, value, done);
  cli.print(`${value === null ? 'Removed' : 'Set'} ${name} of ${shop.settings.name}.`);
}
