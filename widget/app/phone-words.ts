import { loadWords, type Loaders, type Strings, type Word } from './words.ts';

/** Words about going on with the phone, and about links; apart from the others, which every shopper downloads. */
export function loadPhoneWords(locale: string): Promise<Word> {
  return loadWords(locale, LOADERS);
}

const FILES = import.meta.glob<Strings>('../../locales/*/phone.json', { import: 'default' });
const LOADERS: Loaders = Object.fromEntries(Object.entries(FILES).map(([path, load]) => [path.split('/').at(-2) ?? '', load]));
