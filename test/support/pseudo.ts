/**
 * A language that nobody speaks: English with accents on, and longer by two fifths, so that what only holds English breaks
 * in a test and not before a shopper. Places, bold and keys stay as they are.
 */

const LETTERS: Record<string, string> = {
  ...{ a: 'ä', b: 'ƀ', c: 'ç', d: 'đ', e: 'ë', f: 'ƒ', g: 'ğ', h: 'ĥ', i: 'ï', j: 'ĵ', k: 'ķ', l: 'ł', m: 'ɱ', n: 'ñ', o: 'ö', p: 'þ' },
  ...{ q: 'ǫ', r: 'ř', s: 'š', t: 'ŧ', u: 'ü', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ÿ', z: 'ž' },
  ...{ A: 'Ä', B: 'ß', C: 'Ç', D: 'Đ', E: 'Ë', F: 'Ƒ', G: 'Ğ', H: 'Ĥ', I: 'Ï', J: 'Ĵ', K: 'Ķ', L: 'Ł', M: 'Ṁ', N: 'Ñ', O: 'Ö', P: 'Þ' },
  ...{ Q: 'Ǫ', R: 'Ř', S: 'Š', T: 'Ŧ', U: 'Ü', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ÿ', Z: 'Ž' },
};
const LONGER_BY = 0.4;

export function pseudo(text: string): string {
  return text
    .split(/(\{\{[^}]*\}\}|\*\*|\\.)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[A-Za-z]+/g, stretched)))
    .join('');
}

/** Every text in a tree of them. */
export function pseudoTexts<T>(node: T): T {
  if (typeof node === 'string') return pseudo(node) as T;
  if (Array.isArray(node)) return node.map((item: unknown) => pseudoTexts(item)) as T;
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pseudoTexts(value as unknown)])) as T;
}

/** Words grow by themselves, as they do in German or Finnish: lines that only wrap between words would prove too little. */
function stretched(word: string): string {
  const letters = [...word].map((letter) => LETTERS[letter] ?? letter);
  let more = Math.ceil(word.length * LONGER_BY);
  return (
    letters.map((letter, i) => (i > 0 && more-- > 0 ? letter + letter.toLowerCase() : letter)).join('') + 'ö'.repeat(Math.max(0, more))
  );
}
