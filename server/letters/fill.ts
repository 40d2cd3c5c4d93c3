/**
 * A wording and its facts make a letter. The wording is taken apart before anything is filled in, so that a value is never read
 * again: it can bring no bold, no place, no line and no paragraph of its own.
 *
 * An empty line parts paragraphs, lines that start with `- ` are a list, `**bold**` is bold, `{{name}}` is a place. One rule for what
 * is not known: **a paragraph, or a line of a list, with an empty place is left out**, unless it has another wording after `||`. The
 * line above a list goes with it.
 */
import type { LetterBlock, LetterInline } from '../../protocol/owner-letters.ts';

export type Inline = LetterInline;
/** `button`: the way back into the talk, where its place stands alone. */
export type Block = LetterBlock;

/** Worded values by place; several are the lines of a list. What is not in it is not known. */
export type Values = ReadonlyMap<string, string | readonly string[]>;

const LINK = '{{link}}';

export function fillBody(body: string, values: Values, joined: (list: readonly string[]) => string): Block[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => blockOf(paragraph, values, joined) ?? []);
}

/** One line. Empty where none of its wordings can be filled. */
export function fillLine(line: string, values: Values, joined: (list: readonly string[]) => string): string {
  return plain(firstThatFills(line, values, joined) ?? []);
}

export function plain(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}

/** The names of the places, as they stand. */
export function placesIn(text: string): string[] {
  return text.split(PIECES).flatMap((piece) => nameOf(piece) ?? []);
}

function blockOf(paragraph: string, values: Values, joined: (list: readonly string[]) => string): Block | null {
  if (paragraph === LINK) {
    const url = values.get('link');
    return typeof url === 'string' ? { kind: 'button', url } : null;
  }
  const lines = paragraph.split('\n').map((line) => line.trim());
  const first = lines.findIndex(isItem);
  if (first === -1) {
    const filled = firstThatFills(paragraph, values, joined);
    return filled && { kind: 'paragraph', lines: linesOf(filled) };
  }
  const items = lines.slice(first).flatMap((line) => itemsOf(line.replace(/^- +/, ''), values, joined));
  if (items.length === 0) return null;
  const lead = first === 0 ? null : firstThatFills(lines.slice(0, first).join(' '), values, joined);
  return { kind: 'list', lead, items };
}

function isItem(line: string): boolean {
  return line.startsWith('- ');
}

/** A line that is one place alone becomes as many lines as the place has. */
function itemsOf(item: string, values: Values, joined: (list: readonly string[]) => string): Inline[][] {
  const value = values.get(nameOf(item) ?? '');
  if (typeof value === 'object') return value.map((text) => [{ text, bold: false }]);
  const filled = firstThatFills(item, values, joined);
  return filled ? [filled] : [];
}

function firstThatFills(text: string, values: Values, joined: (list: readonly string[]) => string): Inline[] | null {
  for (const wording of text.split('||')) {
    const filled = filledIn(wording.trim(), values, joined);
    if (filled) return filled;
  }
  return null;
}

const PIECES = /(\{\{[^{}\n]{0,60}\}\}|\*\*)/;

function filledIn(wording: string, values: Values, joined: (list: readonly string[]) => string): Inline[] | null {
  const pieces = wording.split(PIECES);
  const marks = pieces.filter((piece) => piece === '**').length;
  const inlines: Inline[] = [];
  let seen = 0;
  for (const piece of pieces) {
    if (piece === '**') {
      seen += 1;
      continue;
    }
    const name = nameOf(piece);
    const value = name === null ? withoutBraces(piece) : values.get(name);
    if (value === undefined) return null;
    const text = typeof value === 'string' ? value : joined(value);
    // The last of an odd number closes nothing.
    if (text !== '') inlines.push({ text, bold: seen % 2 === 1 && seen < marks });
  }
  return inlines.some(({ text }) => text.trim() !== '') ? inlines : null;
}

function nameOf(piece: string): string | null {
  return /^\{\{([^{}]*)\}\}$/.exec(piece)?.[1]?.trim() ?? null;
}

/** Braces that are no place are a slip of the pen; nobody shall read them. */
function withoutBraces(text: string): string {
  return text.replaceAll('{{', '').replaceAll('}}', '');
}

function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const { text, bold } of inlines) {
    const [first = '', ...more] = text.split('\n');
    lines[lines.length - 1]?.push({ text: first, bold });
    for (const line of more) lines.push([{ text: line.trimStart(), bold }]);
  }
  return lines;
}
