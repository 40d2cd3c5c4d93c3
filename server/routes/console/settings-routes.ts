import { Type } from 'typebox';
import type { SettingsView } from '../../../protocol/people.ts';
import { Refused } from '../../errors.ts';
import { changeSettings } from '../../shops/change-settings.ts';
import type { Shops } from '../../shops/shops.ts';
import { snippet } from '../../shops/snippet.ts';
import type { ShopRow } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';
import type { Gate } from './gate.ts';

/** `SaveSettings` with the settings still to be looked at: what is wrong in them is told place by place. */
const Given = Type.Object({ version: Type.Integer(), settings: Type.Unknown() }, { additionalProperties: false });

export function settingsRoutes(gate: Gate, { shops, wording }: { shops: Shops; wording: Wording }): void {
  gate.serve('GET /api/console/settings', null, async ({ who, host }) => {
    const shop = await shops.asStored(who.agent.storeId);
    if (!shop) throw new Refused('E_NOT_FOUND');
    return view(shop, host);
  });

  gate.serve('PUT /api/console/settings', Given, async ({ who, body, host }) =>
    view(await changeSettings(who.agent, body, { shops, offered: wording.locales }), host),
  );

  function ours(locale: string): string {
    return wording.text({ locale, tz: 'UTC', now: 0 }, 'prompt:welcome.title');
  }

  function view(shop: ShopRow, host: string): SettingsView {
    return {
      settings: shop.settings,
      version: shop.updatedAt,
      key: shop.key,
      snippet: snippet(shop, host),
      languages: wording.locales.map((id) => ({ id, name: ownName(id), greeting: ours(id) })),
    };
  }
}

/** `es` is "español", in whatever language it is read. */
function ownName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}
