import type { Card } from '../../../protocol/card.ts';
import { CaseCard } from './case-card.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { RecapCard } from './recap-card.tsx';

/** Facts as a picture. */
export function CardView({ card, arriving }: { card: Card<string>; arriving: boolean }) {
  return (
    <article class={`card ${card.kind}${arriving ? ' in' : ''}`}>
      {card.kind === 'parcel' ? <ParcelCard card={card} /> : card.kind === 'case' ? <CaseCard card={card} /> : <RecapCard card={card} />}
    </article>
  );
}
