import type { Card } from '../../../protocol/card.ts';
import { CaseCard } from './case-card.tsx';
import { DocumentCard } from './document-card.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { RecapCard } from './recap-card.tsx';

/** Facts as a picture. */
export function CardView({ card, arriving }: { card: Card<string>; arriving: boolean }) {
  return (
    <article class={`card ${card.kind}${arriving ? ' in' : ''}`}>
      <Of card={card} />
    </article>
  );
}

function Of({ card }: { card: Card<string> }) {
  switch (card.kind) {
    case 'parcel':
      return <ParcelCard card={card} />;
    case 'case':
      return <CaseCard card={card} />;
    case 'recap':
      return <RecapCard card={card} />;
    case 'document':
      return <DocumentCard card={card} />;
  }
}
