/** The panel's own few strings: one small JSON per language, of which a shopper fetches one. */
export interface Word {
  /** `word('send.failed')`, `word('photos', { count: 2 })`: `count` picks the plural form. An unknown key is shown as it is. */
  (key: string, places?: Record<string, string | number>): string;
}

export type Strings = { [key: string]: string | Strings };
export type Loaders = Record<string, () => Promise<Strings>>;

/**
 * Words in `locale`, or in the nearest language there is: `pt-BR`, then `pt`, then another `pt-…`, then English.
 * Rejects when the file can't be fetched.
 */
export async function loadWords(locale: string, loaders: Loaders = bundled()): Promise<Word> {
  const found = nearest(locale, Object.keys(loaders));
  const strings = (await loaders[found]?.()) ?? {};
  return wordsIn(found, strings);
}

export function wordsIn(locale: string, strings: Strings): Word {
  const plurals = new Intl.PluralRules(locale);
  return (key, places = {}) => {
    const { count } = places;
    const plural = typeof count === 'number' ? find(strings, `${key}_${plurals.select(count)}`) : undefined;
    const template = plural ?? find(strings, key) ?? find(strings, `${key}_other`) ?? key;
    return template.replace(/{{(\w+)}}/g, (all, name: string) => (Object.hasOwn(places, name) ? String(places[name]) : all));
  };
}

function nearest(locale: string, known: string[]): string {
  const [language = ''] = locale.split('-');
  return (
    known.find((l) => l.toLowerCase() === locale.toLowerCase()) ??
    known.find((l) => l === language) ??
    known.find((l) => l.startsWith(`${language}-`)) ??
    'en'
  );
}

function find(strings: Strings, path: string): string | undefined {
  let at: string | Strings | undefined = strings;
  for (const part of path.split('.')) at = typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}

function bundled(): Loaders {
  const files = import.meta.glob<Strings>('../../locales/*/widget.json', { import: 'default' });
  return Object.fromEntries(Object.entries(files).map(([path, load]) => [path.split('/').at(-2) ?? '', load]));
}
