/** Upper case, ASCII digits, no spaces, dashes or dots: the form in which tracking numbers are compared and stored. */
export function normalise(text: string): string {
  return asciiDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

// NFKC folds full-width digits but leaves Arabic-Indic and Persian ones as they are.
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
