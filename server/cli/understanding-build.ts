/**
 * `npm run understanding:build`: learns from the examples in `locales/<lang>/understanding.json` and writes the models.
 * First it shows how well lines are understood that were held back from learning, by language.
 *
 *   --seed <n>         another order of learning; 1 unless told
 *   --folds <n>        parts of the cross-validation; 5 unless told, 0 for none
 *   --against <folder> also judge by the lines of `<folder>/<lang>.json`
 *   --check            write nothing; tell whether the models are made from today's data
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createConceptBook } from '../understanding/concept-book.ts';
import { readUnderstanding } from '../understanding/data.ts';
import { createIntent } from '../understanding/intent.ts';
import { detect } from '../understanding/language.ts';
import { encode, examplesOf, fingerprint, learn, MODELS_FILE, type Models, readModels } from '../understanding/models.ts';
import { createRandom, shuffle } from '../understanding/softmax.ts';
import { add, type Answer, type Judged, table, tally, type Tally } from '../understanding/tally.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    folds: { type: 'string', default: '5' },
    against: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const words = readUnderstanding();
const source = fingerprint(words);

if (values.check) {
  const isCurrent = readModels().source === source;
  process.stdout.write(isCurrent ? 'The models are current.\n' : '');
  if (!isCurrent) process.stderr.write('The models are older than the data. Run npm run understanding:build.\n');
  process.exitCode = isCurrent ? 0 : 1;
} else {
  const see = createConceptBook(words);
  const examples = examplesOf(words);
  const languages = Object.keys(words).sort();
  const from = (lines: typeof examples) => learn({ examples: lines, see, languages, seed, source });
  const judge = (models: Models, lines: readonly Judged[]): Tally => {
    const guess = createIntent(models);
    const answer = ({ text }: Judged): Answer => {
      const seen = see(text);
      return { intent: guess(seen).intent, language: detect(text, seen.said, models, '').language };
    };
    return tally(lines, answer);
  };

  print(`${examples.length} examples in ${languages.length} languages, seed ${seed}`);
  const folds = Number(values.folds);
  if (folds > 1) {
    const mixed = [...examples];
    shuffle(mixed, createRandom(seed));
    const parts = Array.from({ length: folds }, (_, fold) => {
      const models = from(mixed.filter((_line, i) => i % folds !== fold));
      return judge(
        models,
        mixed.filter((_line, i) => i % folds === fold),
      );
    });
    print(table(`cross-validated in ${folds} parts`, parts.reduce(add)));
  }
  const models = from(examples);
  if (values.against !== undefined) print(table(`against ${values.against}`, judge(models, readLines(values.against))));
  const file = encode(models);
  writeFileSync(MODELS_FILE, file);
  print(`Wrote ${file.length} bytes.`);
}

function readLines(folder: string): Judged[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const lines = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<Judged, 'language'>[];
      return lines.map((line) => ({ ...line, language: name.replace(/\.json$/, '') }));
    });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
