import type { StoreSettings } from '../../protocol/settings.ts';
import { defaultPolicy } from '../settings.ts';
import { merge } from './merge.ts';

/** Settings that an older release wrote lack what came since: it is filled in from what a new shop starts with. */
export function withDefaults(settings: StoreSettings): StoreSettings {
  return merge({ tracking: 'none', policy: defaultPolicy }, settings) as StoreSettings;
}
