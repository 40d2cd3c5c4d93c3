import { isDoubtful } from '../parcels/numbers.ts';
import { type Ask, ASKS, type Checked, type Occasion, type Understood } from '../../flows/events.ts';
import { createMatchChoice, type MatchChoice, type OfferedChoice } from './choices.ts';
import { createConceptBook } from './concept-book.ts';
import { readUnderstanding, type LanguageWords } from './data.ts';
import { distressOf } from './distress.ts';
import { createExtract, type Extract } from './extract.ts';
import { fold, tokens } from './fold.ts';
import { createIntent, type Guess } from './intent.ts';
import { detect, type Detected } from './language.ts';
import { readModels, type Models } from './models.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';

export { readModels, readUnderstanding };

export interface Understanding {
  /** `locale`: the language of the talk; what is written may be in another. */
  understand(text: string, hint: { locale: string }): Heard;
  /** Id of the choice that was typed rather than tapped, or null. */
  matchChoice(text: string, choices: OfferedChoice[], locale: string): string | null;
}

/** What the flow takes in, and what only the server and the command line ask for. */
export interface Heard extends Understood {
  /** How likely the intent is meant, 0 to 1. */
  score: number;
  language: Detected;
}

/** From here on a person is surely wanted, not asked about. */
const WANTED = 0.8;
/** From here on a number of days in it doesn't make it a wait: "can I send it back within 30 days?" */
const SURELY_OTHER = 0.8;
/** What people write to be understood stands at the front; the rest would only cost time. */
const LONGEST = 2000;

/** `words` by language. Intents are found in all of them at once; what else is said, in that of the text and in the talk's. */
export function createUnderstanding(words: Readonly<Record<string, LanguageWords>>, models: Models = readModels()): Understanding {
  const see = createConceptBook(words);
  const guess = createIntent(models);
  const names = Object.keys(words);
  const prepared = new Map<string, Language>();

  /** Prepared when it is first spoken: most servers hear three languages of the fifteen. */
  function languageOf(name: string): Language | null {
    const of = words[name];
    const language = prepared.get(name) ?? (of && prepare(of));
    if (language) prepared.set(name, language);
    return language ?? null;
  }

  /** `es-MX` is `es`, `zh` is `zh-CN`; what there is none of is English. */
  function nearest(locale: string): string {
    return names.find((name) => name === locale) ?? names.find((name) => base(name) === base(locale)) ?? 'en';
  }

  function near(...wanted: string[]): Language[] {
    return [...new Set(wanted.map(nearest))].map(languageOf).filter((one) => one !== null);
  }

  return {
    understand(text, { locale }) {
      const said = text.slice(0, LONGEST);
      const seen = see(said);
      const language = detect(said, seen.said, models, nearest(locale));
      return told(near(language.language, locale), guess(seen), said, language);
    },
    matchChoice(text, choices, locale) {
      const { language } = detect(text, tokens(fold(text)), models, locale);
      for (const { matchChoice } of near(locale, language)) {
        const id = matchChoice(text, choices);
        if (id !== null) return id;
      }
      return null;
    },
  };
}

let ours: Understanding | undefined;

/** That of the languages in `locales/`, made once: it takes half a second, and keeps nothing of what it hears. */
export function ourUnderstanding(): Understanding {
  return (ours ??= createUnderstanding(readUnderstanding()));
}

interface Language {
  extract: Extract;
  matchChoice: MatchChoice;
  occasions: PhraseBook<Occasion>;
  asks: PhraseBook<Ask>;
  checked: PhraseBook<Checked>;
  urgent: PhraseBook<string>;
  distress: PhraseBook<string>;
}

function prepare(words: LanguageWords): Language {
  const each = (phrases: string[]) => createPhraseBook(phrases.map((phrase) => ({ phrase, value: phrase })));
  const byValue = <T extends string>(phrases: Partial<Record<T, string[]>>) =>
    createPhraseBook((Object.entries(phrases) as [T, string[]][]).flatMap(([value, some]) => some.map((phrase) => ({ phrase, value }))));
  return {
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

function told(languages: readonly Language[], guess: Guess, text: string, language: Detected): Heard {
  const said = tokens(fold(text));
  const found = <T>(book: (language: Language) => PhraseBook<T>) =>
    new Set(
      languages.flatMap((one) =>
        book(one)
          .find(said)
          .map(({ value }) => value),
      ),
    );
  const taken = languages.map((one) => one.extract(text));
  const first = <K extends keyof ReturnType<Extract>>(key: K) => taken.map((one) => one[key]).find((one) => one !== null) ?? null;
  const [order, tracking, contact, days] = [first('order'), first('tracking'), first('contact'), first('days')] as [
    string | null,
    string | null,
    string | null,
    number | null,
  ];
  const occasions = found((one) => one.occasions);
  const occasion = WEIGHT.find((one) => occasions.has(one)) ?? null;
  const urgent = occasion === 'medicine' || found((one) => one.urgent).size > 0;
  const asked = found((one) => one.asks);
  const asks = ASKS.find((one) => asked.has(one)) ?? null;
  // "Are you a robot?" names one, and asks for nobody.
  const isIdle = guess.intent === 'wants_human' && guess.score < WANTED && asks === 'is_bot';
  const own = isIdle ? 'other' : guess.intent;
  // "Three weeks!!" says enough: they wait.
  const isBare = own === 'greeting' || (own === 'other' && guess.score < SURELY_OTHER);
  const meant = !isBare ? own : tracking !== null ? 'give_tracking_number' : days !== null ? 'in_transit_late' : own;
  const words = Math.max(...languages.map((one) => one.distress.find(said).length));
  return {
    intent: meant,
    alternatives: guess.alternatives.filter((one) => one !== meant),
    between: meant === guess.intent ? guess.between : null,
    wish: guess.wish,
    asks,
    checked: [...found((one) => one.checked)],
    tracking,
    doubtful: tracking !== null && isDoubtful(tracking),
    order,
    contact,
    occasion,
    days,
    distress: distressOf(text, { words, occasion: occasion !== null, urgent }),
    urgent,
    score: guess.score,
    language,
  };
}

function base(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}
