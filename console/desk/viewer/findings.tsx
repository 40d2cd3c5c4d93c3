import type { PhotoNote } from '../../../protocol/desk.ts';
import { Icon } from '../../shared/icons.tsx';
import { href } from '../../shared/router.ts';
import { word } from '../../shared/words.ts';

const ICONS = { good: 'check', wait: 'alert', plain: 'doc' } as const;

interface Props {
  notes: PhotoNote[];
  /** Which photo they are about, where several are spoken of. */
  of?: string;
}

/** What was noticed about a photo; something to look at, not to decide by. */
export function Findings({ notes, of }: Props) {
  return (
    <>
      {notes.map(({ kind, text, tone, link }) => (
        <li key={kind} class={`finding ${tone}`}>
          <Icon name={ICONS[tone]} />
          <span>
            {of !== undefined && <b dir="auto">{of}</b>} <span dir="auto">{text}</span>
            {link !== undefined && (
              <>
                {' '}
                <a class="link" href={href({ page: 'inbox', filter: 'all', conversation: link })}>
                  {word('side.openEarlier')}
                </a>
              </>
            )}
          </span>
        </li>
      ))}
    </>
  );
}

/** The sign in a photo's corner: something is to be looked at, it is right, or nothing was noticed. */
export function markOf(notes: PhotoNote[]): 'alert' | 'check' {
  return notes.some(({ tone }) => tone === 'wait') ? 'alert' : 'check';
}
