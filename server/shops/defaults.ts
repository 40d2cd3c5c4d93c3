import type { Policy, StoreSettings } from '../../protocol/settings.ts';
import { defaultPolicy } from '../settings.ts';
import { merge } from './merge.ts';

/** Settings that an older release wrote lack what came since: it is filled in from what a new shop starts with. */
export function withDefaults(settings: StoreSettings): StoreSettings {
  const stored: Partial<StoreSettings> = settings;
  return {
    ...settings,
    greeting: stored.greeting ?? {},
    tracking: stored.tracking ?? 'none',
    policy: merge(defaultPolicy, settings.policy) as Policy,
  };
}
