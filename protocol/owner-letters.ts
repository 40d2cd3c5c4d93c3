/** The letters as an owner words them. */
import { Type } from 'typebox';
import { LETTERS, type LetterId } from './letters.ts';
import type { FieldProblem } from './people.ts';

const strict = { additionalProperties: false };
const letter = Type.Unsafe<LetterId>(Type.Enum([...LETTERS]));
const locale = Type.String({ minLength: 2, maxLength: 20 });
/** A little more than fits, so that it is told at its field. */
const wording = { subject: Type.String({ maxLength: 1_000 }), body: Type.String({ maxLength: 20_000 }) };

/** `version`: as it was read; null where there was none of the owner's own. */
export const SaveLetter = Type.Object({ letter, locale, ...wording, version: Type.Union([Type.Integer(), Type.Null()]) }, strict);
export const PutLetterBack = Type.Object({ letter, locale, version: Type.Integer() }, strict);
export const PreviewLetter = Type.Object({ letter, locale, ...wording, bare: Type.Boolean() }, strict);

export interface LettersView {
  letters: { id: LetterId; title: string; places: LetterPlace[] }[];
  /** The shop's languages. */
  locales: string[];
  /** One for each letter and language. */
  texts: LetterTextView[];
}

export interface LetterPlace {
  id: string;
  label: string;
  /** No wording may leave it out. */
  needed: boolean;
}

export interface LetterTextView {
  letter: LetterId;
  locale: string;
  subject: string;
  body: string;
  /** `nobody`: there are no words in this language, and `instead` is used. */
  whose: 'owner' | 'ours' | 'nobody';
  instead?: string;
  version: number | null;
}

export interface LetterInline {
  text: string;
  bold: boolean;
}

export type LetterBlock =
  | { kind: 'paragraph'; lines: LetterInline[][] }
  | { kind: 'list'; lead: LetterInline[] | null; items: LetterInline[][] }
  | { kind: 'button'; url: string };

/** As it would go out, with facts that are made up; to be drawn as text. */
export interface LetterPreview {
  subject: string;
  blocks: LetterBlock[];
  /** On the button, and below everything. */
  open: string;
  foot: string;
  shop: string;
  problems: FieldProblem[];
}
