import type { StoreSettings } from '../../protocol/settings.ts';

/** The owner's own first line in this language; null where there is none, and ours is said: another language helps nobody. */
export function greetingOf({ greeting }: StoreSettings, locale: string): string | null {
  return (Object.hasOwn(greeting, locale) ? greeting[locale] : null) ?? null;
}
