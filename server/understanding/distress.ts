/** How upset somebody sounds, 0 to 1: by their words and by the shape of the text. Never a reason to give or to refuse. */
export function distressOf(text: string, found: { words: number; occasion: boolean; urgent: boolean }): number {
  const level = Math.min(found.words, 3) * 0.25 + shape(text) + (found.occasion ? 0.1 : 0) + (found.urgent ? 0.3 : 0);
  return Math.min(1, Math.round(level * 100) / 100);
}

function shape(text: string): number {
  const plain = text.normalize('NFKC');
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const capitals = plain.match(/\p{Lu}/gu)?.length ?? 0;
  // Tracking numbers are capitals too, so a shouted word is letters alone.
  const shouted = plain.match(/(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu)?.length ?? 0;
  const allShouted = letters >= 10 && capitals / letters > 0.7 && shouted >= 2;
  const marks = plain.match(/!/g)?.length ?? 0;
  const run = /!{2,}|\?{2,}|[!?]{3,}/.test(plain);
  return (allShouted ? 0.35 : shouted > 0 ? 0.15 : 0) + (run ? 0.2 : marks > 1 ? 0.1 : 0);
}
