import type { StoreSettings } from '../../protocol/settings.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import { defaultPolicy } from '../settings.ts';
import type { ShopRow } from '../store/port.ts';
import { checkSettings } from './check-settings.ts';
import type { Problem } from './check-settings.ts';

export type NewShop = Partial<StoreSettings> & Pick<StoreSettings, 'name' | 'origins'>;

/** What a shop starts with; its owner changes it. */
export const shopDefaults = {
  color: null,
  locales: ['en'],
  defaultLocale: 'en',
  greeting: {},
  identityRequired: false,
  tracking: 'none',
  policy: defaultPolicy,
} satisfies Partial<StoreSettings>;

/** Makes the row, does not store it. `newSecret` gives at least 256 random bits. */
export function createShop(
  input: NewShop,
  make: { newId: NewId; newSecret: () => string; clock: Clock },
): { ok: true; shop: ShopRow } | { ok: false; problems: Problem[] } {
  const checked = checkSettings({ ...shopDefaults, ...input });
  if (!checked.ok) return checked;
  const now = make.clock.now();
  const { settings } = checked;
  return {
    ok: true,
    // With a name of its own a key is told from other ids, and never begins with a dash, which a command would take for an option.
    shop: { id: make.newId(), key: `tw_${make.newId()}`, settings, identitySecret: make.newSecret(), createdAt: now, updatedAt: now },
  };
}
