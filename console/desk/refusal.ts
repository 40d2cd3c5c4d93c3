import { WireRefusal } from '../shared/wire.ts';
import { word } from '../shared/words.ts';

/** Why something was not done, for the reader: the server's words, or that it is our own fault. */
export function wordsOf(error: unknown): string {
  return error instanceof WireRefusal ? error.text : word('problems.broken');
}
