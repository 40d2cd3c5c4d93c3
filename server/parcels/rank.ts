/** Every rule that fits a normalised number, likeliest first. */
import type { Candidate } from './candidate.ts';
import { checkFits } from './check-digits.ts';
import { NUMBER_RULES } from './rules/rules.ts';
import type { NumberRule } from './rules/rule.ts';
import { s10 } from './s10.ts';

export interface Ranked {
  candidate: Candidate;
  /** How much the shape alone says; see `NumberRule`. */
  telling: number;
}

const LONGEST = 40;

export function ranked(number: string): Ranked[] {
  if (number.length > LONGEST) return [];
  const fitting = NUMBER_RULES.filter((rule) => rule.shape.test(number)).map((rule) => fromRule(rule, number));
  // A sort keeps the order of what weighs the same.
  return [...s10(number), ...fitting].sort((a, b) => weight(b) - weight(a));
}

function fromRule({ carrier, kind, check, telling }: NumberRule, number: string): Ranked {
  const checkDigit = check === undefined ? 'none' : checkFits(check, number) ? 'ok' : 'failed';
  return { candidate: { carrier, kind, checkDigit }, telling };
}

/** A digit that fits says more than any shape, and one that doesn't takes nothing from a shape that is its own. */
function weight({ candidate, telling }: Ranked): number {
  return telling + { ok: 1, none: 0.5, failed: 0 }[candidate.checkDigit];
}
