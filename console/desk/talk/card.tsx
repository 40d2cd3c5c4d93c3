import { Fragment } from 'preact';
import type { Card as Facts, CaseCard, DocumentCard, ParcelCard, RecapCard } from '../../../protocol/card.ts';
import { time } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { Tag } from '../../shared/tag.tsx';
import { direction, language, word } from '../../shared/words.ts';
import { Rich } from './rich.tsx';

/** What the shopper was shown, in few lines: the facts stand beside the talk in full. */
export function Card({ card, at }: { card: Facts<string>; at: number }) {
  return (
    <div class="m us bot">
      <article class="card">
        <Of card={card} />
      </article>
      <span class="t">{word('times.whatWhen', { what: word('talk.bot'), when: time(at) })}</span>
    </div>
  );
}

function Of({ card }: { card: Facts<string> }) {
  switch (card.kind) {
    case 'parcel':
      return <Parcel card={card} />;
    case 'case':
      return <Case card={card} />;
    case 'recap':
      return <Recap card={card} />;
    case 'document':
      return <Document card={card} />;
  }
}

/** What the shopper can open; here it is read, not opened. */
function Document({ card: { icon, title, text, opens } }: { card: DocumentCard<string> }) {
  return (
    <>
      <header>
        <Icon name={icon} />
        <b>{title}</b>
      </header>
      <p>
        <Rich text={text} />
      </p>
      {'href' in opens && (
        <p class="faint" dir="ltr">
          {opens.href}
        </p>
      )}
    </>
  );
}

function Parcel({ card: { tag, fact, road, events } }: { card: ParcelCard<string> }) {
  const newest = events[0];
  return (
    <>
      <header>
        <Icon name="truck" />
        <b>
          {road.stops.map((stop, i) => (
            <Fragment key={i}>
              {i > 0 && onward()}
              <bdi>{stop.name}</bdi>
            </Fragment>
          ))}
        </b>
        {tag && <Tag tone={tag.tone} text={tag.text} />}
      </header>
      {fact && (
        <p>
          {fact.label} <b>{fact.value}</b>
        </p>
      )}
      {newest && (
        <p class="faint" dir="auto">
          {newest.text} <time>{newest.at}</time>
        </p>
      )}
    </>
  );
}

/** The way one reads is the way it goes. */
const onward = () => (direction(language.value) === 'rtl' ? ' ← ' : ' → ');

function Case({ card: { number, label, tag, promise } }: { card: CaseCard<string> }) {
  return (
    <>
      <header>
        <Icon name="box" />
        <b>
          {label} <bdi>{number}</bdi>
        </b>
        {tag && <Tag tone={tag.tone} text={tag.text} />}
      </header>
      {promise && (
        <p>
          {promise.label} <b>{promise.date}</b>
        </p>
      )}
    </>
  );
}

function Recap({ card: { number, title, tag, lines } }: { card: RecapCard<string> }) {
  return (
    <>
      <header>
        <Icon name="check" />
        <b>
          {title} <bdi>{number}</bdi>
        </b>
        <Tag tone={tag.tone} text={tag.text} />
      </header>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>
            <time>{line.at}</time> <Rich text={line.text} />
          </li>
        ))}
      </ul>
    </>
  );
}
