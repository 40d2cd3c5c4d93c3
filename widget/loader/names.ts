import { name as ar, retry as arRetry } from '../../locales/ar/loader.json';
import { name as de, retry as deRetry } from '../../locales/de/loader.json';
import { name as en, retry as enRetry } from '../../locales/en/loader.json';
import { name as es, retry as esRetry } from '../../locales/es/loader.json';
import { name as fr, retry as frRetry } from '../../locales/fr/loader.json';
import { name as it, retry as itRetry } from '../../locales/it/loader.json';
import { name as ja, retry as jaRetry } from '../../locales/ja/loader.json';
import { name as ko, retry as koRetry } from '../../locales/ko/loader.json';
import { name as nl, retry as nlRetry } from '../../locales/nl/loader.json';
import { name as pl, retry as plRetry } from '../../locales/pl/loader.json';
import { name as pt, retry as ptRetry } from '../../locales/pt-BR/loader.json';
import { name as ru, retry as ruRetry } from '../../locales/ru/loader.json';
import { name as tr, retry as trRetry } from '../../locales/tr/loader.json';
import { name as uk, retry as ukRetry } from '../../locales/uk/loader.json';
import { name as zh, retry as zhRetry } from '../../locales/zh-CN/loader.json';

type Words = readonly [name: string, retry: string];

// Bundled, for the launcher is drawn before anything else is fetched, and says that it failed when nothing more can be. By language without region.
const words: Record<string, Words | undefined> & { en: Words } = {
  ar: [ar, arRetry],
  de: [de, deRetry],
  en: [en, enRetry],
  es: [es, esRetry],
  fr: [fr, frRetry],
  it: [it, itRetry],
  ja: [ja, jaRetry],
  ko: [ko, koRetry],
  nl: [nl, nlRetry],
  pl: [pl, plRetry],
  pt: [pt, ptRetry],
  ru: [ru, ruRetry],
  tr: [tr, trRetry],
  uk: [uk, ukRetry],
  zh: [zh, zhRetry],
};

/** The launcher's name: what it is for, and that it is worth another try where it failed. */
export function nameIn(language: string, failed: boolean): string {
  const [name, retry] = words[language] || words.en;
  return failed ? name + ': ' + retry : name;
}
