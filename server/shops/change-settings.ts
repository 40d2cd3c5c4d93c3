import { Invalid, Refused } from '../errors.ts';
import type { AgentRow, ShopRow } from '../store/port.ts';
import { checkSettings } from './check-settings.ts';
import { changedPaths } from './changed-paths.ts';
import type { Shops } from './shops.ts';

/**
 * An owner's new settings, whole. `E_INVALID` with what is wrong where; `E_CHANGED` where somebody saved since `version` was read. The
 * audit names what changed, not what was written.
 */
export async function changeSettings(
  by: AgentRow,
  given: { version: number; settings: unknown },
  { shops, offered }: { shops: Shops; offered: string[] },
): Promise<ShopRow> {
  const before = await shops.asStored(by.storeId);
  if (!before) throw new Refused('E_NOT_FOUND');
  const checked = checkSettings(given.settings);
  if (!checked.ok) throw new Invalid(checked.problems);
  const { settings } = checked;
  // A language that we have no words in would be promised to shoppers and answered in English.
  const missing = settings.locales.filter((locale) => !offered.includes(locale) && !before.settings.locales.includes(locale));
  if (missing.length > 0) throw new Invalid([{ path: 'locales', text: `There are no texts in ${missing.join(', ')}` }]);
  if (before.updatedAt !== given.version) throw new Refused('E_CHANGED');

  const changed = changedPaths(before.settings, settings);
  if (changed.length === 0) return before;
  const audit = { actor: by.id, action: 'settings.changed', detail: { changed: changed.join(', ') } };
  if (!(await shops.change(before, settings, audit))) throw new Refused('E_CHANGED');
  const after = await shops.asStored(by.storeId);
  if (!after) throw new Refused('E_NOT_FOUND');
  return after;
}
