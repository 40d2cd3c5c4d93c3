import type { PromiseView } from '../../../protocol/desk.ts';
import { Icon } from '../../shared/icons.tsx';

/** The time that is left, as the part of a ring; a tick once the promise was kept. The words beside it say the same. */
export function Ring({ share, tone, state }: { share: number; tone: 'plain' | 'wait' | 'bad'; state: PromiseView['state'] }) {
  if (state === 'kept' || state === 'void' || tone === 'bad') {
    const icon = state === 'kept' ? 'check' : state === 'void' ? 'minus' : 'alert';
    return (
      <span class="badge">
        <Icon name={icon} />
      </span>
    );
  }
  return (
    <svg class="ring" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="13" />
      {/* Something is left to the end: a ring without any would look like no promise. */}
      <circle class="part" cx="16" cy="16" r="13" pathLength={100} stroke-dasharray={`${Math.max(2, Math.round(share * 100))} 100`} />
    </svg>
  );
}
