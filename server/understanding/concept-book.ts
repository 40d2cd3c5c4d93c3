/** Which concepts a text holds, in all languages at once: so routing does not hang on knowing the language. */
import { findNumbers } from '../parcels/numbers.ts';
import { asciiDigits } from '../parcels/normalise.ts';
import { CONCEPTS, type Concept } from './concepts.ts';
import type { LanguageWords } from './data.ts';
import { fold, tokens } from './fold.ts';
import { createPhraseBook } from './phrases.ts';

/** What stands in a text besides words; for the models these are concepts like others. */
export const MARKS = ['@tracking', '@email', '@order', '@digits', '@question', '@undelivered', '@unwanted'] as const;
export type Mark = (typeof MARKS)[number];

/** A text as rules and models see it. */
export interface Seen {
  /** Words, without tracking numbers and addresses. */
  said: readonly string[];
  concepts: ReadonlySet<Concept>;
  marks: ReadonlySet<Mark>;
}

export type See = (text: string) => Seen;

export function createConceptBook(words: Readonly<Record<string, LanguageWords>>): See {
  const book = createPhraseBook<Concept>(
    Object.values(words).flatMap(({ concepts }) =>
      CONCEPTS.flatMap((concept) => (concepts[concept] ?? []).map((phrase) => ({ phrase, value: concept }))),
    ),
  );
  const negations = new Set(Object.values(words).flatMap((one) => one.negations.map((word) => tokens(fold(word)).join(' '))));

  return (text) => {
    const marks = new Set<Mark>();
    let plain = asciiDigits(text.normalize('NFKC'));
    const take = (mark: Mark, pattern: RegExp) => {
      const without = plain.replace(pattern, ' ');
      if (without !== plain) marks.add(mark);
      plain = without;
    };
    take('@email', /[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[a-z]{2,24}/giu);
    for (const { number } of findNumbers(plain)) take('@tracking', spaced(number));
    take('@order', /#\s?\d{3,}/gu);
    if (/\d{5,}/.test(plain)) marks.add('@digits');
    if (/[?？؟]/u.test(plain)) marks.add('@question');
    const said = tokens(fold(plain));
    const counts = (concept: Concept, at: number) => {
      const turned = TURNED[concept];
      if (turned === undefined || !isNegated(said, at, turned.reach, negations)) return true;
      marks.add(turned.mark);
      return false;
    };
    return { said, marks, concepts: new Set(book.find(said, counts).map(({ value }) => value)) };
  };
}

/** "Not delivered", "no refund": said so that the opposite is meant. `reach`: how many words before it a "not" still belongs to it. */
const TURNED: Partial<Record<Concept, { mark: Mark; reach: number }>> = {
  delivered: { mark: '@undelivered', reach: 2 },
  signed: { mark: '@undelivered', reach: 1 },
  refund: { mark: '@unwanted', reach: 3 },
  resend: { mark: '@unwanted', reach: 3 },
};

function isNegated(said: readonly string[], at: number, reach: number, negations: ReadonlySet<string>): boolean {
  return said
    .slice(Math.max(0, at - reach), at)
    .some((word, i, before) => negations.has(word) || negations.has(before.slice(i, i + 2).join(' ')));
}

function spaced(number: string): RegExp {
  return new RegExp([...number].join('[\\s.\\u2010-\\u2015-]{0,2}'), 'giu');
}

/** Concepts and marks by name, in a fixed order. */
export function namesIn({ concepts, marks }: Pick<Seen, 'concepts' | 'marks'>): string[] {
  return [...CONCEPTS.filter((concept) => concepts.has(concept)), ...MARKS.filter((mark) => marks.has(mark))];
}
