import type { Store } from '../../../server/store/port.ts';

/** What the contract is tried on. */
export interface Subject {
  store: Store;
  /** A second store on the same data, as another process would open it. */
  another(): Promise<Store>;
  /** Plain SQL beside the store, for what the port only writes. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  dispose(): Promise<void>;
}
