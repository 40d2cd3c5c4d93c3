/** How long it takes to understand a line, beside the least that can be done with it: fold it and take its words apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, tokens } from '../../server/understanding/fold.ts';
import { createUnderstanding, readUnderstanding } from '../../server/understanding/understanding.ts';
import { ROOT } from '../support/command.ts';

export interface Times {
  lines: number;
  /** Microseconds a line, warm. */
  words: { p50: number; p99: number };
  understanding: { p50: number; p99: number };
  /** To read the data and the models, ms. */
  start: number;
}

const WARM = 3;

export function understandingTimes(): Times {
  const began = performance.now();
  const { understand } = createUnderstanding(readUnderstanding());
  const start = performance.now() - began;
  const folder = join(ROOT, 'test/server/understanding/unseen');
  const lines = readdirSync(folder).flatMap((name) =>
    (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }[]).map(({ text }) => ({
      text,
      locale: name.replace('.json', ''),
    })),
  );
  const measure = (work: (line: (typeof lines)[number]) => unknown) => {
    for (let i = 0; i < WARM; i++) for (const line of lines) work(line);
    const times = lines
      .map((line) => {
        const from = performance.now();
        work(line);
        return (performance.now() - from) * 1000;
      })
      .sort((a, b) => a - b);
    return { p50: times[Math.floor(times.length * 0.5)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
  };
  return {
    lines: lines.length,
    start,
    words: measure(({ text }) => tokens(fold(text))),
    understanding: measure(({ text, locale }) => understand(text, { locale })),
  };
}
