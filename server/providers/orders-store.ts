import { normalise } from '../parcels/normalise.ts';
import type { Store } from '../store/port.ts';
import type { OrdersProvider } from './ports.ts';

/** Orders that were imported, or pushed to us, and lie in our own store. */
export function createOrdersOfStore(store: Pick<Store, 'orderByNumber' | 'orderByTracking'>): OrdersProvider {
  return {
    byNumber: (storeId, number) => store.orderByNumber(storeId, orderNumber(number)),
    byTracking: (storeId, number) => store.orderByTracking(storeId, normalise(number)),
  };
}

/** "# 1003 " and "1003" are one order; the shop's own dashes and letters stay. */
export function orderNumber(text: string): string {
  return text.normalize('NFKC').replace(/[#\s]/g, '').toUpperCase();
}
