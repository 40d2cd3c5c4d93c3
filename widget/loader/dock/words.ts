import ar from '../../../locales/ar/loader.json';
import en from '../../../locales/en/loader.json';
import es from '../../../locales/es/loader.json';
import zh from '../../../locales/zh-CN/loader.json';

/** Beside these a language has its own plural forms of `unread`. */
type Words = Record<'panel' | 'hide' | 'unread_other', string>;
const tables: Record<string, Words | undefined> = { ar, en, es, zh };

export function wordsIn(language: string): Words {
  return tables[language] ?? en;
}

/** The launcher's name with the number of unread messages. */
export function unreadIn(language: string, count: number): string {
  const words: Words & Record<string, string> = wordsIn(language);
  const plural = new Intl.PluralRules(tables[language] ? language : 'en').select(count);
  return (words[`unread_${plural}`] ?? words.unread_other).replace('{{count}}', `${count}`);
}
