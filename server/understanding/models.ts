/** What was learnt from the examples of all languages, and how it is kept: `npm run understanding:build` writes it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { INTENTS, type Intent } from '../../flows/events.ts';
import { namesIn, type See } from './concept-book.ts';
import type { LanguageWords } from './data.ts';
import { characterPieces, languagePieces, SIZES, wordPieces } from './features.ts';
import { createRandom, type Sample, type Softmax, train } from './softmax.ts';

export interface Models {
  /** Intent by runs of characters. */
  characters: Softmax;
  /** Intent by words and concepts. */
  words: Softmax;
  /** Language by runs of characters; its classes are `languages`. */
  language: Softmax;
  languages: string[];
  /** Fingerprint of the data they were made from. */
  source: string;
}

/** One line of somebody, with what it means. */
export interface Example {
  text: string;
  language: string;
  intent: Intent;
}

export function examplesOf(words: Readonly<Record<string, LanguageWords>>): Example[] {
  return Object.entries(words).flatMap(([language, { examples }]) =>
    INTENTS.flatMap((intent) => (examples[intent] ?? []).map((text) => ({ text, language, intent }))),
  );
}

const TROUBLES: readonly Intent[] = [
  'not_received_delivered',
  'in_transit_late',
  'customs_held',
  'lost',
  'missing_items',
  'damaged',
  'wrong_item',
  'returned',
];

/** People say several things in one breath. Which of them counts is taught by lines put together of two. */
const TOGETHER: readonly { first: readonly Intent[]; then: readonly Intent[]; counts: 'first' | 'then'; times: number }[] = [
  { first: TROUBLES, then: ['wants_refund', 'wants_resend'], counts: 'first', times: 40 },
  { first: TROUBLES, then: ['wants_human'], counts: 'then', times: 20 },
  { first: TROUBLES, then: ['give_tracking_number'], counts: 'first', times: 15 },
  {
    first: ['greeting'],
    then: [...TROUBLES, 'where_is_my_order', 'wants_human', 'protection_deadline', 'other'],
    counts: 'then',
    times: 30,
  },
  { first: [...TROUBLES, 'where_is_my_order', 'other'], then: ['thanks'], counts: 'first', times: 15 },
];

/** `times` lines of each kind for each language. */
function together(examples: readonly Example[], languages: readonly string[], seed: number): Example[] {
  const random = createRandom(seed);
  const of = new Map<string, Example[]>();
  for (const one of examples) {
    const key = `${one.language} ${one.intent}`;
    of.set(key, [...(of.get(key) ?? []), one]);
  }
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const one = (language: string, intents: readonly Intent[]) => any(of.get(`${language} ${any(intents) ?? 'other'}`) ?? []);
  return languages.flatMap((language) =>
    TOGETHER.flatMap(({ first, then, counts, times }) =>
      Array.from({ length: times }, () => [one(language, first), one(language, then)] as const).flatMap(([a, b]) =>
        a && b
          ? [
              {
                language,
                text: `${a.text}${any(['. ', ', ', ' ', '! ']) ?? ' '}${b.text}`,
                intent: counts === 'first' ? a.intent : b.intent,
              },
            ]
          : [],
      ),
    ),
  );
}

const INTENT = { classes: INTENTS.length, rounds: 14, rate: 1, decay: 1e-4 };
const LANGUAGE = { rounds: 6, rate: 0.5, decay: 1e-5 };

export interface Lesson {
  examples: readonly Example[];
  see: See;
  languages: string[];
  seed: number;
  source: string;
}

export function learn({ examples, see, languages, seed, source }: Lesson): Models {
  const lines = [...examples, ...together(examples, languages, seed + 3)];
  const seen = lines.map(({ text, intent, language }) => ({
    ...see(text),
    intent: INTENTS.indexOf(intent),
    language: languages.indexOf(language),
  }));
  const intents = (pieces: (one: (typeof seen)[number]) => readonly number[]): Sample[] =>
    seen.map((one) => ({ pieces: pieces(one), label: one.intent }));
  return {
    characters: train(
      intents(({ said }) => characterPieces(said)),
      { ...INTENT, size: SIZES.characters, seed },
    ),
    words: train(
      intents((one) => wordPieces(one.said, namesIn(one))),
      { ...INTENT, size: SIZES.words, seed: seed + 1 },
    ),
    language: train(
      seen.filter(({ said }) => said.length > 0).map(({ said, language }) => ({ pieces: languagePieces(said), label: language })),
      { ...LANGUAGE, size: SIZES.language, classes: languages.length, seed: seed + 2 },
    ),
    languages,
    source,
  };
}

/** Changes whenever anything changes that a model is made from. */
export function fingerprint(words: Readonly<Record<string, LanguageWords>>): string {
  const made = Object.entries(words)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, { concepts, examples }]) => [language, concepts, examples]);
  return createHash('sha256')
    .update(JSON.stringify([made, SIZES, INTENT, LANGUAGE, TOGETHER]))
    .digest('hex')
    .slice(0, 32);
}

const NAMES = ['characters', 'words', 'language'] as const;

/** A line of JSON, then the weights of each model, a byte each; all of it compressed. */
export function encode(models: Models): Buffer {
  const head = {
    source: models.source,
    languages: models.languages,
    models: NAMES.map((name) => ({ classes: models[name].classes, step: models[name].step, bias: [...models[name].bias] })),
  };
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...NAMES.map((name) => Buffer.from(models[name].weights.buffer))]);
  return brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } });
}

export function decode(file: Buffer): Models {
  const whole = brotliDecompressSync(file);
  const end = whole.indexOf(10);
  const head = JSON.parse(whole.subarray(0, end).toString()) as {
    source: string;
    languages: string[];
    models: { classes: number; step: number; bias: number[] }[];
  };
  let from = end + 1;
  const [characters, words, language] = NAMES.map((name, i) => {
    const { classes = 0, step = 0, bias = [] } = head.models[i] ?? {};
    const weights = new Int8Array(whole.subarray(from, (from += SIZES[name] * classes)));
    return { classes, step, bias: Float32Array.from(bias), weights };
  });
  if (!characters || !words || !language || from !== whole.length)
    throw new Error('The models of understanding are damaged: build them anew');
  return { characters, words, language, languages: head.languages, source: head.source };
}

export const MODELS_FILE = fileURLToPath(new URL('models.bin', import.meta.url));

export function readModels(file = MODELS_FILE): Models {
  return decode(readFileSync(file));
}
