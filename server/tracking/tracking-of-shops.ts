import type { StoreSettings } from '../../protocol/settings.ts';
import type { SecretName, TrackingService } from '../../protocol/tracking.ts';
import { unreachable } from '../errors.ts';
import { create17Track } from '../providers/tracking-17track.ts';
import { createAfterShip } from '../providers/tracking-after-ship.ts';
import type { Clock, Outside, TrackingProvider } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';

export interface TrackingOfShopsDeps {
  settings: (storeId: string) => Promise<StoreSettings | null>;
  store: Pick<Store, 'secret'>;
  outside: Outside;
  urls: Record<Asked, string>;
  /** What is asked where a shop has no service. */
  recorded: TrackingProvider;
  clock: Clock;
  wait?: (ms: number) => Promise<void>;
}
type Asked = Exclude<TrackingService, 'none'>;

const KEYS: Record<Asked, SecretName> = { afterShip: 'afterShip.key', seventeenTrack: 'seventeenTrack.key' };

/** Each shop asks the service that its owner chose, with its own key and within its own limits. */
export function createTrackingOfShops(deps: TrackingOfShopsDeps): TrackingProvider {
  const { settings, store, urls, recorded, wait = sleep } = deps;
  const clients = new Map<string, { service: Asked; key: string; client: TrackingProvider }>();

  return {
    async track(storeId, query) {
      const service = (await settings(storeId))?.tracking ?? 'none';
      if (service === 'none') return recorded.track(storeId, query);
      return (await clientOf(storeId, service)).track(storeId, query);
    },
  };

  async function clientOf(storeId: string, service: Asked): Promise<TrackingProvider> {
    const key = await store.secret(storeId, KEYS[service]);
    if (key === null) throw new Error(`no key is set for ${service}`);
    const kept = clients.get(storeId);
    if (kept?.service === service && kept.key === key) return kept.client;
    const client = create(service, { ...deps, wait, url: urls[service], key });
    clients.set(storeId, { service, key, client });
    return client;
  }
}

function create(service: Asked, deps: Parameters<typeof createAfterShip>[0]): TrackingProvider {
  switch (service) {
    case 'afterShip':
      return createAfterShip(deps);
    case 'seventeenTrack':
      return create17Track(deps);
    default:
      return unreachable(service);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
