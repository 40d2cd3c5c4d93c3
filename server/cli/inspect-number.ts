import { readNumber } from '../parcels/read-number.ts';
import { textIn, type Line } from './inspect-lines.ts';

/** `{"number"}` -> `{"normalized", "candidates"}`, the likeliest first. */
export function inspectNumber(line: Line): object {
  const { normalized, candidates } = readNumber(textIn(line, 'number'));
  return { normalized, candidates: candidates.map(({ carrier, kind, checkDigit }) => ({ carrier, kind, checkDigit })) };
}
