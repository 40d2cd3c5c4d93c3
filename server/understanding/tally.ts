/** How well lines are understood whose meaning is known. */
import type { Intent } from '../../flows/events.ts';
import type { Example } from './models.ts';

export interface Judged extends Example {
  /** Other meanings that a fair judge accepts too. */
  also?: Intent[];
}

export interface Tally {
  lines: number;
  right: number;
  /** Lines about something else, and those of them that were sent down a road. */
  off: number;
  astray: number;
  /** By language: lines and those that were right. */
  languages: Map<string, { lines: number; right: number }>;
  /** Lines whose language was told rightly. */
  language: number;
}

export interface Answer {
  intent: Intent;
  language: string;
}

export function tally(lines: readonly Judged[], answer: (line: Judged) => Answer): Tally {
  const sum: Tally = { lines: 0, right: 0, off: 0, astray: 0, languages: new Map(), language: 0 };
  for (const line of lines) {
    const { intent, language } = answer(line);
    const isRight = intent === line.intent || (line.also ?? []).includes(intent);
    const own = sum.languages.get(line.language) ?? { lines: 0, right: 0 };
    sum.languages.set(line.language, { lines: own.lines + 1, right: own.right + Number(isRight) });
    sum.lines++;
    sum.right += Number(isRight);
    sum.language += Number(language === line.language);
    if (line.intent === 'other') {
      sum.off++;
      sum.astray += Number(!isRight);
    }
  }
  return sum;
}

export function add(a: Tally, b: Tally): Tally {
  const languages = new Map(a.languages);
  for (const [name, { lines, right }] of b.languages) {
    const before = languages.get(name) ?? { lines: 0, right: 0 };
    languages.set(name, { lines: before.lines + lines, right: before.right + right });
  }
  return {
    lines: a.lines + b.lines,
    right: a.right + b.right,
    off: a.off + b.off,
    astray: a.astray + b.astray,
    language: a.language + b.language,
    languages,
  };
}

/** A line for each language and one for all. */
export function table(name: string, { lines, right, off, astray, language, languages }: Tally): string {
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5)} %`;
  const rows = [...languages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([one, of]) => `  ${one.padEnd(6)} ${share(of.right, of.lines)} of ${of.lines}`);
  const summary = `${name}: ${share(right, lines).trim()} of ${lines} lines; of ${off} off-topic lines ${share(astray, off).trim()} sent astray; language told in ${share(language, lines).trim()}`;
  return [summary, ...rows].join('\n');
}
