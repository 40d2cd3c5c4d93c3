/** Both services know a number only once it is registered, and have nothing on it in the first moments after. */
import type { Parcel } from '../../protocol/parcel.ts';
import { normalise } from '../parcels/normalise.ts';
import type { TrackingProvider } from './ports.ts';

/** `empty`: registered, and no news of it yet. */
export type Look = { is: 'parcel'; parcel: Parcel } | { is: 'empty' } | { is: 'unregistered' };

export interface Service {
  provider: string;
  look(number: string): Promise<Look>;
  /** False where the service takes it for no tracking number at all. */
  register(number: string): Promise<boolean>;
}

/** Looks after a registration: a shopper waits for them, so they end well within the lease of their look-up. */
const PAUSES_MS = [2_000, 4_000, 8_000];

/** A number that is registered and silent is a parcel nobody has seen yet, and no number that does not exist. */
export function createTracking(service: Service, wait: (ms: number) => Promise<void>): TrackingProvider {
  return {
    async track(_storeId, query) {
      const number = normalise(query.number);
      let look = await service.look(number);
      if (look.is === 'unregistered') {
        if (!(await service.register(number))) return null;
        for (const pause of PAUSES_MS) {
          await wait(pause);
          look = await service.look(number);
          if (look.is === 'parcel') break;
        }
      }
      return look.is === 'parcel' ? look.parcel : unseen(number, service.provider);
    },
  };
}

function unseen(number: string, provider: string): Parcel {
  return { number, state: 'not_found', events: [], raw: { provider, status: 'registered' } };
}
