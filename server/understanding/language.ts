/** Which language a text is in. Its letters decide where they can; else a model, which also learns from what the page said. */
import { languagePieces } from './features.ts';
import type { Models } from './models.ts';
import { predict } from './softmax.ts';

export interface Detected {
  language: string;
  /** Clear enough to go by. */
  sure: boolean;
}

/** Twice as likely as chance would have it: people mostly write in the language of the page. */
const EXPECTED = 4;
const SURE = 0.9;
/** "ok", "DHL?": too little to tell by. */
const ENOUGH_LETTERS = 16;
const ENOUGH_CHARACTERS = 4;

/** `expected`: the language of the page or of the talk; of no weight where the text speaks clearly for another. */
export function detect(text: string, said: readonly string[], models: Pick<Models, 'language' | 'languages'>, expected: string): Detected {
  const shares = predict(models.language, languagePieces(said));
  const scripts = scriptsOf(text);
  const possible = models.languages.map((language, k) => ({
    language,
    share: fits(language, scripts) ? (shares[k] ?? 0) * (language === expected ? EXPECTED : 1) : 0,
  }));
  const all = possible.reduce((sum, { share }) => sum + share, 0);
  const best = possible.reduce((a, b) => (b.share > a.share ? b : a));
  if (all === 0) return { language: expected, sure: false };
  const enough = scripts.single >= ENOUGH_CHARACTERS || scripts.letters >= ENOUGH_LETTERS;
  return { language: best.language, sure: enough && best.share / all >= SURE };
}

interface Scripts {
  latin: number;
  cyrillic: number;
  arabic: number;
  han: number;
  kana: number;
  hangul: number;
  /** Of scripts that put a word in a character or two. */
  single: number;
  letters: number;
}

function scriptsOf(text: string): Scripts {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const [latin, cyrillic, arabic] = [count(/\p{Script=Latin}/gu), count(/\p{Script=Cyrillic}/gu), count(/\p{Script=Arabic}/gu)];
  const [han, kana, hangul] = [
    count(/\p{Script=Han}/gu),
    count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    count(/\p{Script=Hangul}/gu),
  ];
  return { latin, cyrillic, arabic, han, kana, hangul, single: han + kana + hangul, letters: latin + cyrillic + arabic };
}

/** A carrier's name in Latin letters makes no Russian message English: a share of the other script is enough. */
function fits(language: string, { latin, cyrillic, arabic, han, kana, hangul, single, letters }: Scripts): boolean {
  switch (language.split('-')[0]) {
    case 'zh':
      return han > 0 && kana === 0 && hangul === 0 && single * 3 >= latin;
    case 'ja':
      return kana > 0 || (han > 0 && hangul === 0 && single * 3 >= latin);
    case 'ko':
      return hangul > 0 && single * 3 >= latin;
    case 'ar':
      return arabic > 0 && arabic * 2 >= latin;
    case 'ru':
      // Russian is also written in Latin letters, where the model knows it.
      return (cyrillic > 0 && cyrillic * 2 >= latin) || (cyrillic === 0 && latin > 0 && single === 0);
    case 'uk':
      return cyrillic > 0 && cyrillic * 2 >= latin;
    default:
      return latin > 0 && latin >= cyrillic && letters >= single && latin >= arabic;
  }
}
