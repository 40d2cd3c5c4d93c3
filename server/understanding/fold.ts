/** One spelling for what people write in many: the form in which texts and phrases meet. */
import { asciiDigits } from '../parcels/normalise.ts';

export function fold(text: string): string {
  return asciiDigits(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\u0640'’`´ʼ]/gu, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words, and each Han character by itself, since Chinese puts no spaces between words. */
export function tokens(folded: string): string[] {
  return (folded.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []).map(withoutArticle);
}

// "the parcel" is one word in Arabic; the phrase and the text lose the article alike.
function withoutArticle(word: string): string {
  return /^[\u0648\u0641]?(?:\u0627\u0644|\u0628\u0627\u0644|\u0644\u0644).{3,}$/u.test(word)
    ? word.replace(/^[\u0648\u0641]?(?:\u0628\u0627\u0644|\u0627\u0644|\u0644\u0644)/u, '')
    : word;
}
