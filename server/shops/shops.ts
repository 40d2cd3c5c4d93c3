import type { StoreSettings } from '../../protocol/settings.ts';
import type { Clock } from '../providers/ports.ts';
import type { AuditRow, ShopRow, Store } from '../store/port.ts';
import { withDefaults } from './defaults.ts';

/**
 * Shops are read for every message and changed once a month: kept for a few seconds, so that every node follows soon. What an older
 * release did not know yet is filled in.
 */
export interface Shops {
  byKey(key: string): Promise<ShopRow | null>;
  byId(id: string): Promise<ShopRow | null>;
  /** As it is in the database now, for those who are about to change it. */
  asStored(id: string): Promise<ShopRow | null>;
  save(shop: ShopRow, settings: StoreSettings): Promise<void>;
  /** Only where the settings still are as in `shop`; whether they were. Holds on this node at once. */
  change(shop: ShopRow, settings: StoreSettings, audit: Omit<AuditRow, 'at'>): Promise<boolean>;
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
    const same = entry?.shop.updatedAt === shop.updatedAt ? entry.shop : filled(shop);
    kept.set(name, { shop: same, until: clock.now() + FRESH_MS });
    return same;
  }

  function forget(shop: ShopRow): void {
    kept.delete(`key:${shop.key}`);
    kept.delete(`id:${shop.id}`);
  }

  return {
    byKey: (key) => find(`key:${key}`, () => store.shopByKey(key)),
    byId: (id) => find(`id:${id}`, () => store.shopById(id)),
    asStored: async (id) => {
      const shop = await store.shopById(id);
      return shop && filled(shop);
    },
    save: async (shop, settings) => {
      await store.saveSettings(shop.id, settings, clock.now());
      forget(shop);
    },
    change: async (shop, settings, audit) => {
      // The time is the version: two changes in one millisecond are two.
      const at = Math.max(clock.now(), shop.updatedAt + 1);
      const changed = await store.changeSettings(shop.id, shop.updatedAt, settings, at, { ...audit, at });
      forget(shop);
      return changed;
    },
  };
}

function filled(shop: ShopRow): ShopRow {
  return { ...shop, settings: withDefaults(shop.settings) };
}
