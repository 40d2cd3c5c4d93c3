import type { BoxSide } from '../../protocol/case.ts';

/** A glass box with one side lit: which side a photo is for. */
export function BoxSideGuide({ side }: { side: BoxSide }) {
  return (
    <svg class="guide" viewBox="6 6 36 38" aria-hidden="true">
      <path class="lit" d={SIDES[side]} />
      <path class="hidden" d="M24 8v18M8 34l16-8 16 8" />
      <path d="M24 8l16 8v18l-16 8-16-8V16zM8 16l16 8 16-8M24 24v18" />
    </svg>
  );
}

const SIDES: Record<BoxSide, string> = {
  top: 'M24 8l16 8-16 8-16-8z',
  left: 'M8 16l16-8v18L8 34z',
  front: 'M8 16l16 8v18L8 34z',
  right: 'M40 16l-16 8v18l16-8z',
  back: 'M40 16L24 8v18l16 8z',
  bottom: 'M24 26l16 8-16 8-16-8z',
};
