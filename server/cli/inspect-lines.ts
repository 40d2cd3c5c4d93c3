/** The way of all verbs: a line in, a line out, one after the other, for as long as the pipe is open. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

export type Line = Readonly<Record<string, unknown>>;
/** Throws a `LineError` for what it can't read. */
export type Answer = (line: Line) => object;

/** The line is wrong: told in its place, and the next is read. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

export async function answerLines(input: AsyncIterable<string>, output: Writable, answer: Answer): Promise<void> {
  for await (const line of linesOf(input)) {
    if (!output.write(`${JSON.stringify(answered(line, answer))}\n`)) await once(output, 'drain');
  }
}

/** A text that a line must have. */
export function textIn(line: Line, key: string): string {
  const value = line[key];
  if (value === undefined) throw new LineError(`"${key}" is missing.`);
  if (typeof value !== 'string') throw new LineError(`"${key}" is no string.`);
  return value;
}

function answered(line: string, answer: Answer): object {
  try {
    return answer(parsed(line));
  } catch (error) {
    if (error instanceof LineError) return { error: error.message };
    // A bug, at this one line: the lines behind it are not to blame.
    return { error: `This line can't be inspected: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function parsed(line: string): Line {
  if (line.trim() === '') throw new LineError('An empty line.');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LineError('This is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineError('This is no JSON object.');
  return value as Line;
}

// Not `readline`: it also breaks lines at U+2028, which may stand in a JSON string as it is.
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let isFirst = true;
  for await (const chunk of input) {
    const lines = (rest + (isFirst ? chunk.replace(/^\ufeff/, '') : chunk)).split('\n');
    isFirst = false;
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
