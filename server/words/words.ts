import i18next, { type TFunction } from 'i18next';
import type { Worded, Words } from '../../protocol/words.ts';
import { createFormats, type Formats } from './formats.ts';
import type { Resources } from './resources.ts';

/** Who reads, and when: language, IANA zone of the shopper, epoch ms for "yesterday". */
export interface Viewer {
  locale: string;
  tz: string;
  now: number;
}

export interface Wording {
  /** Languages there are, `en` among them. */
  locales: string[];
  /** The same structure with every node of words worded for this viewer. Strings pass as they are. */
  word<T>(value: T, viewer: Viewer): Worded<T>;
  /** One text by key: `error:E_RATE`. */
  text(viewer: Viewer, key: string, params?: Record<string, string | number>): string;
  /** A language by its name in the viewer's: `es` is "Spanish". */
  language(viewer: Pick<Viewer, 'locale'>, code: string): string;
  /** The best language for these wishes, most wanted first. */
  pick(wishes: (string | undefined)[], offered: string[], fallback: string): string;
}

export async function createWording(resources: Resources): Promise<Wording> {
  const locales = Object.keys(resources);
  const i18n = i18next.createInstance();
  await i18n.init({
    resources: resources,
    fallbackLng: 'en',
    ns: Object.keys(resources['en'] ?? {}),
    defaultNS: 'bot',
    // What is worded goes into text nodes and JSON, never into HTML.
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
  });
  const fixed = new Map(locales.map((locale) => [locale, remembering(i18n.getFixedT(locale))]));
  const english = fixed.get('en') ?? remembering(i18n.getFixedT('en'));
  const formats = createFormats();

  function word<T>(value: T, viewer: Viewer): Worded<T> {
    return reword(value, viewer, fixed.get(viewer.locale) ?? english, formats) as Worded<T>;
  }

  return {
    locales,
    word,
    text: (viewer, key, params) => word({ $t: key, ...(params && { p: params }) }, viewer),
    language: ({ locale }, code) => formats.language(locale, code),
    pick: (wishes, offered, fallback) => pick(wishes, offered, fallback),
  };
}

type Translate = (key: string, params?: Record<string, string | number>) => string;

/** Texts without places are the same every time, and most texts are: labels, questions, reasons. */
function remembering(t: TFunction): Translate {
  const plain = new Map<string, string>();
  return (key, params) => {
    if (params) return t(key, params);
    let text = plain.get(key);
    if (text === undefined) plain.set(key, (text = t(key)));
    return text;
  };
}

function reword(value: unknown, viewer: Viewer, t: Translate, formats: Formats): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => reword(item, viewer, t, formats));
  if ('$t' in value) return spoken(value as Extract<Words, { $t: string }>, viewer, t, formats);
  if ('$date' in value) return datum(value as Extract<Words, { $date: number }>, viewer, formats);
  if ('$money' in value) {
    const { $money, currency } = value as Extract<Words, { $money: number }>;
    return formats.amount(viewer.locale, $money, currency);
  }
  if ('$code' in value) return isolateCode(String(value.$code), viewer.locale);
  if ('$country' in value) return formats.country(viewer.locale, String(value.$country));
  if ('$language' in value) return formats.language(viewer.locale, String(value.$language));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reword(item, viewer, t, formats)]));
}

function spoken(node: Extract<Words, { $t: string }>, viewer: Viewer, t: Translate, formats: Formats): string {
  if (!node.p) return t(node.$t);
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(node.p)) {
    if (typeof value === 'number') params[name] = name === 'count' ? value : formats.number(viewer.locale, value);
    else if (typeof value === 'string') params[name] = isolate(value.replaceAll('**', ''), viewer.locale);
    else params[name] = reword(value, viewer, t, formats) as string;
  }
  return t(node.$t, params);
}

function datum(node: Extract<Words, { $date: number }>, viewer: Viewer, formats: Formats): string {
  return formats.date(viewer.locale, viewer.tz, node.$date, node.as, viewer.now);
}

const RTL = new Set(['ar', 'he', 'fa', 'ur']);
const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

// First-strong isolate: a name in another script can't turn the sentence around. Left out where nothing can turn.
export function isolate(text: string, locale: string): string {
  return RTL.has(language(locale)) || RTL_LETTERS.test(text) ? `\u2068${text}\u2069` : text;
}

function isolateCode(text: string, locale: string): string {
  return RTL.has(language(locale)) ? `\u2066${text}\u2069` : text;
}

/** `zh` matches `zh-CN` and `es-MX` matches `es`; exact wins. */
function pick(wishes: (string | undefined)[], offered: string[], fallback: string): string {
  for (const wish of wishes) {
    if (!wish) continue;
    const lower = wish.toLowerCase();
    const exact = offered.find((locale) => locale.toLowerCase() === lower);
    const found = exact ?? offered.find((locale) => language(locale) === language(lower));
    if (found) return found;
  }
  return fallback;
}

function language(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}
