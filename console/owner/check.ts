/** What can be told before the server is asked. The server looks at everything again. */
import type { StoreSettings } from '../../protocol/settings.ts';
import { word } from '../shared/words.ts';
import { at } from './paths.ts';
import { NUMBERS, type NumberPlace } from './number-fields.ts';

/** By place; empty when nothing is wrong. */
export type Problems = Record<string, string>;

export function check(settings: StoreSettings): Problems {
  const problems: Problems = {};
  for (const one of Object.values<NumberPlace>(NUMBERS)) {
    const value = at(settings, one.path);
    if (one.optional !== undefined && value === null) continue;
    if (!Number.isInteger(value) || Number(value) < one.min || Number(value) > one.max) problems[one.path] = outside(one);
  }
  const { name, origins, locales, defaultLocale, policy } = settings;
  const { deliveryBusinessDays: delivery, hours } = policy;
  if (name.trim() === '') problems['name'] = word('store.nameNeeded');
  if (settings.color !== null && !/^#[\da-f]{6}$/i.test(settings.color)) problems['color'] = word('store.colorWrong');
  if (locales.length === 0) problems['locales'] = word('store.localesNeeded');
  else if (!locales.includes(defaultLocale)) problems['defaultLocale'] = word('store.defaultNotOffered');
  origins.forEach((origin, index) => {
    if (origin.trim() === '') problems[`origins.${index}`] = word('store.originEmpty');
  });
  if (!problems['policy.deliveryBusinessDays.max'] && delivery.max < delivery.min) {
    problems['policy.deliveryBusinessDays.max'] = word('store.maxBelowMin', { min: delivery.min });
  }
  if (policy.protectionCountdownDays.some((days) => !Number.isInteger(days) || days < 1 || days > 30)) {
    problems['policy.protectionCountdownDays'] = word('store.countdownWrong');
  }
  const { country, region } = policy.holidays;
  if (country !== null && !/^[A-Z]{2}$/.test(country)) problems['policy.holidays.country'] = word('store.holidayCountryWrong');
  if (country === null && region !== null) problems['policy.holidays.region'] = word('store.holidayRegionAlone');
  if (hours.to <= hours.from) problems['policy.hours.to'] = word('store.closesBeforeOpens');
  return problems;
}

/** From 1 to 30 */
export function bounds({ min, max }: NumberPlace): string {
  if (max === Infinity) return word('store.atLeast', { min });
  return word('store.fromTo', { min, max });
}

function outside(place: NumberPlace): string {
  return word('store.wholeNumber', { bounds: bounds(place) });
}
