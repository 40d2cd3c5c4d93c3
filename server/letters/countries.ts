/** The language in which a post office reads, of those that we write. Where a country has several, the one that every office has. */
const COUNTRIES: Record<string, readonly string[]> = {
  es: ['AR', 'BO', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'ES', 'GQ', 'GT', 'HN', 'MX', 'NI', 'PA', 'PE', 'PR', 'PY', 'SV', 'UY', 'VE'],
  'zh-CN': ['CN'],
  ar: ['AE', 'BH', 'DZ', 'EG', 'IQ', 'JO', 'KW', 'LB', 'LY', 'MA', 'MR', 'OM', 'PS', 'QA', 'SA', 'SD', 'SY', 'TN', 'YE'],
};

/** By ISO 3166-1 alpha-2; null: English alone. */
export function languageOf(country: string | undefined): string | null {
  const code = country?.toUpperCase();
  return Object.entries(COUNTRIES).find(([, countries]) => code !== undefined && countries.includes(code))?.[0] ?? null;
}
