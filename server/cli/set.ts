import { parseArgs } from 'node:util';
import { checkSettings } from '../shops/check-settings.ts';
import { withDefaults } from '../shops/defaults.ts';
import { isGroup, merge } from '../shops/merge.ts';
import type { Cli } from './cli.ts';
import { CliError } from './cli.ts';
import { findShop } from './find-shop.ts';
import { checkLocales, toLines } from './problems.ts';

export async function set(args: string[], cli: Cli): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { key: { type: 'string' }, policy: { type: 'string', multiple: true }, settings: { type: 'string' } },
  });
  const { policy = [], settings: path } = values;
  if (policy.length === 0 && path === undefined) throw new CliError('What is to change? Give --policy PATH=VALUE or --settings FILE.json.');
  const changes = [...(path === undefined ? [] : [await readChanges(path, cli)]), ...policy.map(policyChange)];

  const store = await cli.store();
  const shop = await findShop(store, values.key);
  const checked = checkSettings(changes.reduce<unknown>(merge, withDefaults(shop.settings)));
  if (!checked.ok) throw new CliError('Nothing was changed:', ...toLines(checked.problems));
  checkLocales(checked.settings.locales, [...cli.locales, ...shop.settings.locales]);
  await store.saveSettings(shop.id, checked.settings, cli.clock.now());
  cli.print(`Changed ${checked.settings.name}. It holds from the next message on.`);
}

async function readChanges(path: string, cli: Cli): Promise<unknown> {
  try {
    const changes: unknown = JSON.parse(await cli.readText(path));
    if (isGroup(changes)) return changes;
  } catch (error) {
    throw new CliError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new CliError(`${path} must hold an object like { "policy": { "protectionDays": 75 } }.`);
}

/** `promises.hour=18` as { policy: { promises: { hour: 18 } } }. Names are checked with the whole. */
function policyChange(text: string): unknown {
  const at = text.indexOf('=');
  const names = text.slice(0, Math.max(0, at)).split('.');
  if (at < 1 || names.includes('')) throw new CliError(`"${text}" is not PATH=VALUE, like promises.hour=18.`);
  return ['policy', ...names].reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), value(text.slice(at + 1)));
}

function value(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
