import { isDoubtful } from '../parcels/numbers.ts';
import { type Ask, ASKS, type Checked, type Occasion, type Understood } from '../../flows/events.ts';
import { createMatchChoice, type MatchChoice, type OfferedChoice } from './choices.ts';
import { readUnderstanding, type LanguageWords } from './data.ts';
import { distressOf } from './distress.ts';
import { createExtract, type Extract } from './extract.ts';
import { fold, tokens } from './fold.ts';
import { createIntent, SURE, type Guess } from './intent.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';

export { readUnderstanding };

export interface Understanding {
  understand(text: string, hint: { locale: string }): Understood;
  /** Id of the choice that was typed rather than tapped, or null. */
  matchChoice(text: string, choices: OfferedChoice[], locale: string): string | null;
}

/** `words` by language; the locale's own is tried first, others where the text is plainly not in it. */
export function createUnderstanding(words: Readonly<Record<string, LanguageWords>>): Understanding {
  const languages = Object.entries(words).map(([name, of]) => prepare(name, of));

  return {
    understand(text, { locale }) {
      // What a person writes to be understood stands at the front; the rest would only cost time.
      const said = text.slice(0, 2000);
      const folded = tokens(fold(said));
      let best: { language: Language; guess: Guess } | null = null;
      for (const language of order(languages, said, locale)) {
        const guess = language.intent(folded);
        if (best === null || guess.score > best.guess.score) best = { language, guess };
        if (best.guess.score >= SURE) break;
      }
      return best === null ? NOTHING : told(best.language, best.guess, said, folded);
    },
    matchChoice(text, choices, locale) {
      for (const language of order(languages, text, locale)) {
        const id = language.matchChoice(text, choices);
        if (id !== null) return id;
      }
      return null;
    },
  };
}

interface Language {
  name: string;
  script: Script;
  intent: (said: readonly string[]) => Guess;
  extract: Extract;
  matchChoice: MatchChoice;
  occasions: PhraseBook<Occasion>;
  asks: PhraseBook<Ask>;
  checked: PhraseBook<Checked>;
  urgent: PhraseBook<string>;
  distress: PhraseBook<string>;
}

type Script = 'han' | 'arabic' | 'latin';

function prepare(name: string, words: LanguageWords): Language {
  const each = (phrases: string[]) => createPhraseBook(phrases.map((phrase) => ({ phrase, value: phrase })));
  const byValue = <T extends string>(phrases: Partial<Record<T, string[]>>) =>
    createPhraseBook((Object.entries(phrases) as [T, string[]][]).flatMap(([value, some]) => some.map((phrase) => ({ phrase, value }))));
  return {
    name,
    script: scriptOf(Object.keys(words.days.units).join('')),
    intent: createIntent(words),
    extract: createExtract(words),
    matchChoice: createMatchChoice(words),
    occasions: byValue(words.occasions),
    asks: byValue(words.asks),
    checked: byValue(words.checked),
    urgent: each(words.urgent),
    distress: each(words.distress),
  };
}

/** Of several the weightier: "a gift for my son's birthday" is a birthday. */
const WEIGHT: readonly Occasion[] = ['medicine', 'birthday', 'wedding', 'holiday', 'gift', 'child', 'work'];

function told(language: Language, guess: Guess, text: string, said: readonly string[]): Understood {
  const { order: number, tracking, contact, days } = language.extract(text);
  const occasions = new Set(language.occasions.find(said).map(({ value }) => value));
  const occasion = WEIGHT.find((one) => occasions.has(one)) ?? null;
  const urgent = occasion === 'medicine' || language.urgent.find(said).length > 0;
  const asked = new Set(language.asks.find(said).map(({ value }) => value));
  const asks = ASKS.find((one) => asked.has(one)) ?? null;
  // "Are you a robot?" names one, and asks for nobody.
  const isIdle = guess.intent === 'wants_human' && guess.score < SURE && asks === 'is_bot';
  const bare = isIdle || guess.intent === 'other' || guess.intent === 'greeting';
  // "Three weeks!!" says enough: they wait.
  const own = isIdle ? 'other' : guess.intent;
  const meant = !bare ? own : tracking !== null ? 'give_tracking_number' : days !== null ? 'in_transit_late' : own;
  return {
    intent: meant,
    alternatives: guess.alternatives,
    wish: guess.wish,
    asks,
    checked: [...new Set(language.checked.find(said).map(({ value }) => value))],
    tracking,
    doubtful: tracking !== null && isDoubtful(tracking),
    order: number,
    contact,
    occasion,
    days,
    distress: distressOf(text, { words: language.distress.find(said).length, occasion: occasion !== null, urgent }),
    urgent,
  };
}

// Chinese and Arabic are known by their letters; among languages of one script the locale's comes first.
function order(languages: readonly Language[], text: string, locale: string): Language[] {
  const script = scriptOf(text);
  const near = (language: Language) => Number(language.name === locale) * 2 + Number(language.name.split('-')[0] === locale.split('-')[0]);
  const fitting = languages.filter((language) => language.script === script);
  return [...(fitting.length > 0 ? fitting : languages)].sort((a, b) => near(b) - near(a));
}

function scriptOf(text: string): Script {
  if (/\p{Script=Han}/u.test(text)) return 'han';
  return /\p{Script=Arabic}/u.test(text) ? 'arabic' : 'latin';
}

const NOTHING: Understood = {
  intent: 'other',
  alternatives: [],
  wish: null,
  asks: null,
  checked: [],
  tracking: null,
  doubtful: false,
  order: null,
  contact: null,
  occasion: null,
  days: null,
  distress: 0,
  urgent: false,
};
