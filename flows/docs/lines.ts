/** Words in lines of a bounded length. Widths are guessed generously, since whoever looks may have another typeface. */
export const LINE = 15;

export function widthOf(text: string, perCharacter = 6.9): number {
  return Math.ceil(text.length * perCharacter);
}

/** Broken at spaces; a word that is too long is broken after a dot. */
export function wrapped(text: string, most: number): string[] {
  const words = text.split(' ').flatMap((word) => (word.length <= most ? [word] : word.split(/(?<=\.)/)));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
