import { useState } from 'preact/hooks';
import type { DocumentCard as Facts } from '../../../protocol/card.ts';
import type { LetterId } from '../../../protocol/letters.ts';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { Rich } from './rich.tsx';

/** A paper or a picture that opens beside the talk, in a tab of its own. */
export function DocumentCard({ card }: { card: Facts<string> }) {
  const { opens } = card;
  return (
    <>
      <header class="stub paper">
        <Icon name={card.icon} />
        <b>{card.title}</b>
      </header>
      <p class="doing">
        <Rich text={card.text} />
      </p>
      {'href' in opens ? <Link href={opens.href} label={card.label} /> : <Letter letter={opens.letter} label={card.label} />}
    </>
  );
}

/** The page of a letter has an address of its own for an hour, so it is asked for each time. */
function Letter({ letter, label }: { letter: LetterId; label: string }) {
  const { actions, w } = useChat();
  const [page, setPage] = useState<{ url: string } | { trouble: string } | 'asked' | null>(null);
  const open = async () => {
    setPage('asked');
    const answer = await actions.ask('openLetter', { letter });
    if (!answer?.ok) return setPage({ trouble: answer?.text ?? w('ui.noAnswer') });
    setPage({ url: answer.url });
    // Some browsers open nothing that was not tapped this very moment: the link stays.
    window.open(answer.url, '_blank', 'noopener');
  };
  if (page !== null && typeof page === 'object' && 'url' in page) return <Link href={page.url} label={label} />;
  return (
    <>
      {page !== null && typeof page === 'object' && (
        <p class="doing" role="alert">
          {page.trouble}
        </p>
      )}
      <button class="row-link lead foot" disabled={page === 'asked'} onClick={() => void open()}>
        <Icon name="doc" />
        {label}
        <Icon name="right" />
      </button>
    </>
  );
}

function Link({ href, label }: { href: string; label: string }) {
  return (
    <a class="row-link lead foot" href={href} target="_blank" rel="noopener noreferrer">
      <Icon name="doc" />
      {label}
      <Icon name="right" />
    </a>
  );
}
