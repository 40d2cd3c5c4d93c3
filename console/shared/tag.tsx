import type { Tone } from './due.tsx';

/** A state in a word or two. */
export function Tag({ tone = 'plain', text }: { tone?: Tone; text: string }) {
  return <span class={`tag ${tone}`}>{text}</span>;
}
