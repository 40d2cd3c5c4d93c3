import { createUnderstanding, readUnderstanding } from '../understanding/understanding.ts';
import { LineError, textIn, type Answer, type Line } from './inspect-lines.ts';

/** `{"text", "lang"?}` -> what is meant. `lang` is a hint going in, and what the text is in coming out. */
export function createUnderstand(): Answer {
  const { understand } = createUnderstanding(readUnderstanding());
  return (line) => {
    const { intent, alternatives, wish, tracking, language, distress, score } = understand(textIn(line, 'text'), { locale: hintIn(line) });
    return { intent, alternatives, wish, tracking, lang: language.language, distress, score };
  };
}

function hintIn({ lang }: Line): string {
  if (lang === undefined || lang === null) return 'en';
  if (typeof lang !== 'string') throw new LineError('"lang" is no string.');
  return lang;
}
