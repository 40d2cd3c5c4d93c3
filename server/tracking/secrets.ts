import type { SecretName, TrackingView } from '../../protocol/tracking.ts';
import type { Clock } from '../providers/ports.ts';
import type { AgentRow, ShopRow, Store } from '../store/port.ts';

/** Keys of outside services. They are written and removed, and never read out again but by what asks those services. */
export interface Secrets {
  view(shop: ShopRow, host: string): Promise<TrackingView>;
  /** null removes it. The record names the key and never what it is. */
  set(by: Pick<AgentRow, 'id' | 'storeId'>, name: SecretName, value: string | null): Promise<void>;
}

export function createSecrets({ store, clock }: { store: Store; clock: Clock }): Secrets {
  return {
    view: async (shop, host) => {
      const [secrets, heardAt] = await Promise.all([store.secretsOf(shop.id), store.lastTakenIn(shop.id)]);
      const at = (service: string) => `${host}/api/webhooks/${service}/${shop.key}`;
      return { secrets, webhooks: { afterShip: at('aftership'), seventeenTrack: at('17track') }, heardAt };
    },
    set: (by, name, value) =>
      store.putSecret(by.storeId, name, value, {
        at: clock.now(),
        actor: by.id,
        action: value === null ? 'secret.removed' : 'secret.set',
        detail: { name },
      }),
  };
}
