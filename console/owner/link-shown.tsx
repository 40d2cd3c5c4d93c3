import type { OneTimeLink } from '../../protocol/people.ts';
import { Button } from '../shared/button.tsx';
import { Copy } from '../shared/copy.tsx';
import { dayTime } from '../shared/dates.ts';
import { word } from '../shared/words.ts';

export function LinkShown({ link, onDone }: { link: OneTimeLink; onDone: () => void }) {
  return (
    <>
      <input
        class="input one-time"
        readOnly
        dir="ltr"
        aria-label={word('team.link')}
        value={link.url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="what">{word('team.shownOnce', { date: dayTime(link.expiresAt) })}</p>
      <footer>
        <Button onClick={onDone}>{word('team.done')}</Button>
        <Copy loud text={link.url} label={word('team.copyLink')} />
      </footer>
    </>
  );
}
