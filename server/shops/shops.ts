import type { StoreSettings } from '../../protocol/settings.ts';
import type { Clock } from '../providers/ports.ts';
import type { ShopRow, Store } from '../store/port.ts';

/** Shops are read for every message and changed once a month: kept for a few seconds, so that every node follows soon. */
export interface Shops {
  byKey(key: string): Promise<ShopRow | null>;
  byId(id: string): Promise<ShopRow | null>;
  save(shop: ShopRow, settings: StoreSettings): Promise<void>;
}

const FRESH_MS = 5_000;

export function createShops({ store, clock }: { store: Store; clock: Clock }): Shops {
  const kept = new Map<string, { shop: ShopRow; until: number }>();

  async function find(name: string, read: () => Promise<ShopRow | null>): Promise<ShopRow | null> {
    const entry = kept.get(name);
    if (entry && entry.until > clock.now()) return entry.shop;
    const shop = await read();
    if (!shop) {
      kept.delete(name);
      return null;
    }
    // An unchanged shop stays the same object: whoever compares policies by reference sees that nothing changed.
    const same = entry?.shop.updatedAt === shop.updatedAt ? entry.shop : shop;
    kept.set(name, { shop: same, until: clock.now() + FRESH_MS });
    return same;
  }

  return {
    byKey: (key) => find(`key:${key}`, () => store.shopByKey(key)),
    byId: (id) => find(`id:${id}`, () => store.shopById(id)),
    save: async (shop, settings) => {
      await store.saveSettings(shop.id, settings, clock.now());
      kept.delete(`key:${shop.key}`);
      kept.delete(`id:${shop.id}`);
    },
  };
}
