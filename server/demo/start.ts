/** The demo as `npm start` runs it: shop and orders in the store, recorded tracking, and a storefront on a port of its own. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import type { Clock, TrackingProvider } from '../providers/ports.ts';
import { createRecordedTracking } from '../providers/tracking-recorded.ts';
import type { Store } from '../store/port.ts';
import { DEMO_KEY, demoOrders, demoStories, demoTracking, seedDemo } from './demo.ts';
import { createStorefront } from './storefront/storefront.ts';

export interface Demo {
  shopId: string;
  tracking: TrackingProvider;
  /** Opens the storefront; `port` is the one that the server itself listens on. Resolves to its address. */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
}

export async function startDemo({ config, store, clock }: { config: Config; store: Store; clock: Clock }): Promise<Demo> {
  const now = clock.now();
  const origins = [`http://localhost:${config.storefrontPort}`, `http://127.0.0.1:${config.storefrontPort}`];
  const shop = await seedDemo(store, { clock, origins });
  // Dates are relative to today, and the storefront may have moved: both follow the start that people are looking at.
  await store.putOrders(shop.id, demoOrders(now));
  await store.saveSettings(shop.id, { ...shop.settings, origins: [...new Set([...shop.settings.origins, ...origins])] }, now);

  let storefront: ReturnType<typeof createStorefront> | null = null;
  return {
    shopId: shop.id,
    tracking: createRecordedTracking(demoTracking(now)),
    listen: async (port) => {
      const widgetOrigin = config.publicUrl ?? `http://localhost:${port}`;
      storefront = createStorefront({ widgetOrigin, storeKey: DEMO_KEY, orders: demoStories(now) });
      storefront.listen(config.storefrontPort, config.host);
      await once(storefront, 'listening');
      return `http://localhost:${(storefront.address() as AddressInfo).port}`;
    },
    close: async () => {
      if (!storefront) return;
      storefront.closeAllConnections();
      storefront.close();
      await once(storefront, 'close');
    },
  };
}
