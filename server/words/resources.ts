import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The texts a server speaks; the panel's and the loader's own travel with their bundles. */
const NAMESPACES = ['bot', 'card', 'prompt', 'choice', 'line', 'parcel', 'error', 'desk', 'letter', 'letters', 'mail'] as const;

export type Resources = Record<string, Record<string, object>>;

/** `locales/<lang>/<namespace>.json` for every language folder there is: `{ en: { bot: {...} } }`. */
export function readResources(dir = fileURLToPath(new URL('../../locales/', import.meta.url))): Resources {
  const resources: Resources = {};
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const files = readdirSync(`${dir}/${entry.name}`);
    resources[entry.name] = Object.fromEntries(
      NAMESPACES.filter((ns) => files.includes(`${ns}.json`)).map((ns) => [
        ns,
        JSON.parse(readFileSync(`${dir}/${entry.name}/${ns}.json`, 'utf8')) as object,
      ]),
    );
  }
  return resources;
}
