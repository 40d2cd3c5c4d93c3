/** Whether all words of `text` are in one of these, however accents and capitals are written. */
export function matching(text: string, ...into: string[]): boolean {
  const plain = fold(into.join(' '));
  return fold(text)
    .split(/\s+/)
    .every((piece) => plain.includes(piece));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
