import { parseArgs } from 'node:util';
import { type PeopleCli, shopOf } from './people-cli.ts';

export async function listAgents(args: string[], cli: PeopleCli): Promise<void> {
  const { values } = parseArgs({ args, options: { key: { type: 'string' } } });
  const store = await cli.store();
  const shops = values.key === undefined ? await store.shops() : [await shopOf(store, values.key)];
  let count = 0;
  for (const { id, key } of shops)
    for (const { email, name, role, disabled } of await store.agentsOf(id)) {
      count += 1;
      cli.print(`${key}  ${email}  ${name}  ${role}${disabled ? '  disabled' : ''}`);
    }
  if (count === 0) cli.print('Nobody yet. `npm run agent -- add --help` shows how to add somebody.');
}
