/** Settings as they come from a file, a form or a command: strict in shape, and told in words what is wrong. */
import { Compile } from 'typebox/compile';
import { StoreSettings } from '../../protocol/settings.ts';
import { normaliseOrigin } from '../identity/origin.ts';
import { knowsCountry, knowsRegion } from './closed-days.ts';

export interface Problem {
  /** `policy.promises.hour`; empty for the whole. */
  path: string;
  /** A sentence for the owner. */
  text: string;
}

export type Checked = { ok: true; settings: StoreSettings } | { ok: false; problems: Problem[] };

const shape = Compile(StoreSettings);

/** Normalises origins and leaves out greetings that say nothing; changes nothing else. */
export function checkSettings(value: unknown): Checked {
  if (!shape.Check(value)) return { ok: false, problems: shapeProblems(value) };
  const origins = value.origins.map(normaliseOrigin);
  const problems = [...originProblems(origins), ...meaningProblems(value), ...greetingProblems(value)];
  if (problems.length > 0) return { ok: false, problems };
  const named = [...new Set(origins.flatMap((one) => (one.ok ? [one.origin] : [])))];
  return { ok: true, settings: { ...value, origins: named, greeting: written(value.greeting) } };
}

function originProblems(origins: ReturnType<typeof normaliseOrigin>[]): Problem[] {
  return origins.flatMap((one, index) => (one.ok ? [] : [{ path: `origins.${index}`, text: one.problem }]));
}

function greetingProblems({ greeting }: StoreSettings): Problem[] {
  return Object.entries(greeting).flatMap(([locale, text]) => {
    const path = `greeting.${locale}`;
    if (!isLocale(locale)) return [{ path, text: `"${locale}" is not a language code like en or pt-BR` }];
    return MORE_THAN_TEXT.test(text) ? [{ path, text: 'must be one line of plain text, without markup' }] : [];
  });
}

/** Tags, stars, places, line breaks, and characters that turn what stands around them. */
const MORE_THAN_TEXT = /<[/!a-z]|\*\*|\{\{|[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/iu;

function written(greeting: StoreSettings['greeting']): StoreSettings['greeting'] {
  const lines = Object.entries(greeting).map(([locale, text]) => [locale, text.trim()] as const);
  return Object.fromEntries(lines.filter(([, text]) => text !== ''));
}

/** What a schema can't say. */
function meaningProblems({ policy, locales, defaultLocale }: StoreSettings): Problem[] {
  const { deliveryBusinessDays: delivery, hours } = policy;
  const { country, region } = policy.holidays;
  const unknownLocale = locales.find((locale) => !isLocale(locale));
  return [
    delivery.max < delivery.min && { path: 'policy.deliveryBusinessDays.max', text: `must be ${delivery.min} (the minimum) or more` },
    hours.to <= hours.from && { path: 'policy.hours.to', text: `must be later than ${hours.from} (the opening hour)` },
    !isTimeZone(hours.tz) && { path: 'policy.hours.tz', text: `"${hours.tz}" is not a time zone like Europe/Berlin` },
    unknownLocale !== undefined && { path: 'locales', text: `"${unknownLocale}" is not a language code like en or pt-BR` },
    country !== null && !knowsCountry(country) && { path: 'policy.holidays.country', text: `"${country}" is not a country like DE or GB` },
    region !== null &&
      !(country !== null && knowsRegion(country, region)) && {
        path: 'policy.holidays.region',
        text: `"${region}" is not a region of that country, like BY in DE`,
      },
    !locales.includes(defaultLocale) && { path: 'defaultLocale', text: `"${defaultLocale}" must be one of: ${locales.join(', ')}` },
  ].filter((problem) => problem !== false);
}

function shapeProblems(value: unknown): Problem[] {
  const problems = shape.Errors(value).flatMap(({ keyword, instancePath, params, message }) => {
    const path = instancePath.split('/').slice(1).join('.');
    return told(keyword, path, params, message);
  });
  // A union reports each of its branches; one sentence for a place is enough.
  return problems.filter((problem, index) => problems.findIndex((other) => other.path === problem.path) === index);
}

function told(keyword: string, path: string, params: Record<string, unknown>, message: string): Problem[] {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return under(path, params['requiredProperties']).map((missing) => ({ path: missing, text: 'is missing' }));
    case 'additionalProperties':
      return under(path, params['additionalProperties']).map((extra) => ({ path: extra, text: 'is not a setting' }));
    case 'type':
      return [{ path, text: `must be ${TYPES[String(params['type'])] ?? String(params['type'])}` }];
    case 'minimum':
      return [{ path, text: `must be ${limit} or more` }];
    case 'maximum':
      return [{ path, text: `must be ${limit} or less` }];
    case 'minLength':
    case 'minItems':
      return [{ path, text: 'must not be empty' }];
    case 'maxLength':
      return [{ path, text: `must have ${limit} characters or fewer` }];
    case 'pattern':
      return [{ path, text: 'must be a color like #14532d' }];
    // These repeat what another error says better.
    case 'boolean':
    case 'anyOf':
      return [];
    default:
      return [{ path, text: message }];
  }
}

function under(path: string, names: unknown): string[] {
  return Array.isArray(names) ? names.map((name) => (path === '' ? String(name) : `${path}.${String(name)}`)) : [];
}

const TYPES: Record<string, string> = {
  integer: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
  null: 'a whole number or null',
};

function isTimeZone(tz: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: tz });
    return true;
  } catch {
    return false;
  }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale)[0] === locale;
  } catch {
    return false;
  }
}
