/**
 * Words that are not words yet.
 *
 * Flows never write text. They build plain JSON in which each thing to be read is one of these nodes; the server
 * turns the nodes into the viewer's language as it delivers (`server/words/`). So a shopper reads theirs, an agent
 * reads theirs, and a language switch rewords the whole history.
 */
export type Words =
  /** A text of `locales/<lang>/`: `"bot:welcome.heard"`, with parameters for its `{{places}}`. */
  | { $t: string; p?: Record<string, Param> }
  /** A moment, epoch ms, in the shopper's zone and the viewer's language. */
  | { $date: number; as: DateStyle }
  /** An amount in minor units (cents), ISO 4217 currency. */
  | { $money: number; currency: string }
  /** A code that reads the same in every script: tracking, order and case numbers, addresses. Never translated. */
  | { $code: string }
  /** A country, ISO 3166-1 alpha-2, named in the viewer's language. */
  | { $country: string }
  /** A language, BCP 47, named in the viewer's. */
  | { $language: string };

/** A parameter: untrusted strings are isolated for bidi and never interpreted. `count` picks the plural form. */
export type Param = string | number | Words;

/** `day` Wed 19 August · `dayTime` Wed 19 August, 18:00 · `short` 19 Aug · `time` 18:00 · `recent` yesterday, 21:40 ·
 *  `date` 19 August 2026 · `dateTime` 19 August 2026, 18:00, for what is kept on paper. */
export type DateStyle = 'day' | 'dayTime' | 'short' | 'time' | 'recent' | 'date' | 'dateTime';

/** The same structure with each node of words replaced by the text a viewer reads. */
export type Worded<T> = T extends Words
  ? string
  : T extends readonly (infer U)[]
    ? Worded<U>[]
    : T extends object
      ? { [K in keyof T]: Worded<T[K]> }
      : T;

export function t(key: string, p?: Record<string, Param>): Words {
  return p === undefined ? { $t: key } : { $t: key, p };
}
