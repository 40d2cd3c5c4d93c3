/**
 * The console's own words: one file per language, of which a reader fetches theirs. Components that call `word` are drawn again
 * when the language changes.
 */
import { signal } from '@preact/signals';
import { createInstance } from 'i18next';
import type english from '../../locales/en/console.json';
import { notes } from './notes.ts';

/** Each text there is, `shell.signOut`; a plural by its stem. A key that no file has does not compile. */
export type WordKey = Keys<typeof english>;
export type Places = Record<string, string | number>;

type Keys<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${Stem<K>}` : Keys<T[K], `${Before}${K}.`>;
}[keyof T & string];
type Stem<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

type Strings = { [key: string]: string | Strings };

const files = import.meta.glob<Strings>('../../locales/*/console.json', { import: 'default' });
const loaders = new Map(Object.entries(files).map(([path, load]) => [path.split('/').at(-2) ?? '', load]));
const i18n = createInstance({ fallbackLng: 'en', ns: 'console', defaultNS: 'console', interpolation: { escapeValue: false } });
const shown = signal('en');

/** The language on the screen. */
export const language: { readonly value: string } = shown;

/** `word('inbox.more', { count: 2 })`: `count` picks the plural form. */
export function word(key: WordKey, places: Places = {}): string {
  return i18n.t(key, { ...places, lng: shown.value });
}

/** `Top, left and right`, as the reader's language joins what belongs together. */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(shown.value, { type: 'conjunction' }).format(parts);
}

/** Languages that the console can be read in. */
export function languages(): string[] {
  return [...loaders.keys()].sort();
}

/** `es` is called `español` by its readers. */
export function ownName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Before anything is drawn: the reader's choice on this device, else the browser's. */
export async function beginWords(): Promise<void> {
  await i18n.init();
  const wished = [notes.get('locale'), ...navigator.languages];
  await speak(wished.map(nearest).find((one) => one !== null) ?? 'en');
}

/** The reader's own choice, remembered on the device. Without its words the language stays what it was, and it rejects. */
export async function chooseLanguage(locale: string): Promise<void> {
  await speak(locale);
  notes.set('locale', locale);
}

/** A name or a number that runs the other way than the sentence it stands in keeps to itself. */
export function isolated(text: string): string {
  return RTL_LETTERS.test(text) === (direction(shown.value) === 'rtl') ? text : `\u2068${text}\u2069`;
}

const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** Of a field: what stands in it runs its own way; while it is empty it keeps to the page’s. */
export function wayOf(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}

export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}

async function speak(locale: string): Promise<void> {
  const strings = await Promise.all([...new Set(['en', locale])].map(async (one) => [one, await loaders.get(one)?.()] as const));
  for (const [one, texts] of strings) if (texts) i18n.addResourceBundle(one, 'console', texts, true, true);
  shown.value = locale;
  document.documentElement.lang = locale;
  document.documentElement.dir = direction(locale);
}

/** `pt-BR`, then `pt`, then another `pt-…`. */
function nearest(locale: string): string | null {
  const known = languages();
  const [base = ''] = locale.split('-');
  if (base === '') return null;
  return (
    known.find((one) => one.toLowerCase() === locale.toLowerCase()) ??
    known.find((one) => one === base) ??
    known.find((one) => one.startsWith(`${base}-`)) ??
    null
  );
}
