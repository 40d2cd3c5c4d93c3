import { parseArgs } from 'node:util';
import { createShop } from '../shops/create.ts';
import { snippet } from '../shops/snippet.ts';
import type { Cli } from './cli.ts';
import { CliError } from './cli.ts';
import { checkLocales, toLines } from './problems.ts';

export async function add(args: string[], cli: Cli): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      origin: { type: 'string', multiple: true },
      locale: { type: 'string', multiple: true },
      color: { type: 'string' },
    },
  });
  const { name, origin: origins, locale: locales = ['en'], color } = values;
  if (!name?.trim()) throw new CliError('What is the shop called? Give --name "Sample Shop".');
  if (!origins) throw new CliError('Which pages may open the chat? Give --origin https://shop.example for each address.');
  checkLocales(locales, cli.locales);
  const made = createShop(
    {
      name: name.trim(),
      origins,
      locales: [...new Set(locales)],
      defaultLocale: locales[0] ?? 'en',
      ...(color !== undefined && { color }),
    },
    cli,
  );
  if (!made.ok) throw new CliError('The shop was not added:', ...toLines(made.problems));

  const { shop } = made;
  await (await cli.store()).addShop(shop);
  cli.print(`Added ${shop.settings.name}.`);
  cli.print(`Key: ${shop.key}`);
  cli.print('');
  cli.print('Put this line into the pages of the shop:');
  cli.print(`  ${snippet(shop, cli.host)}`);
  cli.print('');
  cli.print('To sign who the visitor is, the shop needs its identity secret. It is kept with the shop and shown by:');
  cli.print(`  npm run store -- secret --key ${shop.key}`);
}
