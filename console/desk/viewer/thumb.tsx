import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';
import { photoAddress } from './photos-of.ts';

export interface ThumbProps {
  id: string;
  label: string;
  onOpen: () => void;
  /** In its corner. */
  mark?: IconName;
  /** What the mark says. */
  note?: string;
}

/** A small photo that opens large. One that can't be shown says so and can still be pressed. */
export function Thumb({ id, label, onOpen, mark, note }: ThumbProps) {
  const [state, setState] = useState<'loading' | 'here' | 'missing'>('loading');
  return (
    <button
      type="button"
      class={`thumb ${state}`}
      aria-label={[word(state === 'missing' ? 'side.photoMissing' : 'side.openPhoto', { label }), ...(note ? [note] : [])].join('. ')}
      onClick={onOpen}
    >
      {state === 'missing' ? (
        <Icon name="off" />
      ) : (
        <img
          src={photoAddress(id)}
          alt=""
          loading="lazy"
          decoding="async"
          onLoad={() => setState('here')}
          onError={() => setState('missing')}
        />
      )}
      {mark && state !== 'missing' && (
        <i class={mark === 'alert' ? 'tick doubt' : 'tick'}>
          <Icon name={mark} />
        </i>
      )}
    </button>
  );
}
