/** The words of one language that understanding goes by; they live in `locales/<lang>/understanding.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Ask, Checked, Intent, Occasion } from '../../flows/events.ts';
import type { Concept } from './concepts.ts';

/**
 * Phrases are words in a row. `word*` takes any ending, `(a|b|)` any of these or nothing, `~` up to six other words or
 * characters. Case, accents, apostrophes, Arabic spelling variants and traditional characters don't matter. Chinese,
 * Japanese and Korean are compared character by character, whatever the spaces.
 */
export interface LanguageWords {
  /** Phrases for each concept. Those of all languages are looked for in every text, so none may be a common word of another language. */
  concepts: Record<Concept, string[]>;
  /** What people write, by what they mean: the models learn from these. */
  examples: Record<Intent, string[]>;
  occasions: Partial<Record<Occasion, string[]>>;
  asks: Record<Ask, string[]>;
  checked: Record<Checked, string[]>;
  urgent: string[];
  distress: string[];
  /** Before a wish they turn it round: "no refund". */
  negations: string[];
  days: {
    /** "two" -> 2 */
    numerals: Record<string, number>;
    /** "week" -> 7 */
    units: Record<string, number>;
    /** "fortnight" -> 14 */
    fixed: Record<string, number>;
    /** Before or after the span they show that it lies ahead: "in three days". */
    aheadBefore: string[];
    aheadAfter: string[];
  };
  orderWords: string[];
  postcodeWords: string[];
  answers: { yes: string[]; no: string[]; unsure: string[] };
  /** Words that add nothing to a yes or no: "yes please". */
  fillers: string[];
}

/** By language, each language folder that has the file. */
export function readUnderstanding(dir = fileURLToPath(new URL('../../locales/', import.meta.url))): Record<string, LanguageWords> {
  const files = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, `${dir}/${entry.name}/understanding.json`] as const)
    .filter(([, file]) => existsSync(file));
  return Object.fromEntries(files.map(([language, file]) => [language, JSON.parse(readFileSync(file, 'utf8')) as LanguageWords]));
}
