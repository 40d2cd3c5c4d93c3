import type { Problem } from '../shops/check-settings.ts';
import { CliError } from './cli.ts';

export function toLines(problems: Problem[]): string[] {
  return problems.map(({ path, text }) => (path === '' ? `  ${text}` : `  ${path}: ${text}`));
}

/** A language that we have no words in would be promised to shoppers and answered in English. */
export function checkLocales(wanted: string[], offered: string[]): void {
  const missing = wanted.filter((locale) => !offered.includes(locale));
  if (missing.length > 0) throw new CliError(`There are no texts in ${missing.join(', ')}. Languages there are: ${offered.join(', ')}.`);
}
