import { word } from './words.ts';

/** The shape of what is on its way. */
export function Skeleton({ lines = 6, kind = 'list' }: { lines?: number; kind?: 'list' | 'page' | 'talk' }) {
  return (
    <div class={`skeleton ${kind}`} role="status">
      <span class="sr">{word('shell.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}
