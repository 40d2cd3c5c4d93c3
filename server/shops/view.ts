import type { StoreView } from '../../protocol/conversation.ts';
import type { ShopRow } from '../store/port.ts';

/** What every shopper may see of a shop. Picked field by field, so that a new setting stays private until it is named here. */
/** `spoken`: languages there are words in; another that the shop offers would be answered in English. */
export function storeView(shop: ShopRow, spoken: readonly string[]): StoreView {
  const { name, color, locales, defaultLocale } = shop.settings;
  return { key: shop.key, name, color, locales: locales.filter((one) => spoken.includes(one)), defaultLocale };
}
