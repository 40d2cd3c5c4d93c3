import { name as ar, retry as arRetry } from '../../locales/ar/loader.json';
import { name as en, retry as enRetry } from '../../locales/en/loader.json';
import { name as es, retry as esRetry } from '../../locales/es/loader.json';
import { name as zh, retry as zhRetry } from '../../locales/zh-CN/loader.json';

type ByLanguage = Record<string, string | undefined>;

// Bundled, for the launcher is drawn before anything else is fetched. By language without region.
const names: ByLanguage = { ar, en, es, zh };
const retries: ByLanguage = { ar: arRetry, en: enRetry, es: esRetry, zh: zhRetry };

/** The launcher's name: what it is for, or that it is worth another try. */
export function nameIn(language: string, failed: boolean): string {
  return failed ? (retries[language] ?? enRetry) : (names[language] ?? en);
}
