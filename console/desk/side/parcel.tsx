import type { DeskView } from '../../../protocol/desk.ts';
import { Road } from '../../../widget/look/road.tsx';
import { Copy } from '../../shared/copy.tsx';
import { Due } from '../../shared/due.tsx';
import { word } from '../../shared/words.ts';
import { Fold } from './fold.tsx';
import { inGroups } from './number-groups.ts';
import { Fact, Part } from './part.tsx';

/** Where the parcel is: its number, the road, who carries it, and every scan so far. */
export function Parcel({ parcel, isFound }: { parcel: DeskView['parcel']; isFound: boolean }) {
  if (!parcel) {
    return (
      <Part title={word('side.parcel')}>
        <p class="none">{word(isFound ? 'side.noParcelYet' : 'side.noOrderYet')}</p>
      </Part>
    );
  }
  const { card, carrier, lastMile } = parcel;
  // The number stands at the top already.
  const rows = card.rows.filter(({ value }) => bare(value) !== bare(parcel.number));
  return (
    <Part title={word('side.parcel')} beside={<Copy text={parcel.number} shown={inGroups(parcel.number)} />}>
      <Road road={card.road} />
      {(carrier !== null || lastMile !== null) && (
        <ol class="legs" aria-label={word('side.carriers')}>
          {[carrier, lastMile].map((name, leg) => name !== null && <Leg key={leg} name={name} leg={leg === 0 ? 'first' : 'last'} />)}
        </ol>
      )}
      {(card.tag || card.fact) && (
        <p class="standing">
          {card.tag && <Due tone={card.tag.tone} icon={card.tag.icon} text={card.tag.text} />}
          {card.fact && (
            <span>
              {card.fact.label} <b>{card.fact.value}</b>
            </span>
          )}
        </p>
      )}
      {rows.length > 0 && (
        <dl>
          {rows.map((row) => (
            <Fact key={row.label} name={row.label} more={row.detail}>
              <bdi>{row.value}</bdi>
            </Fact>
          ))}
        </dl>
      )}
      <Scans events={card.events} />
    </Part>
  );
}

function Leg({ name, leg }: { name: string; leg: 'first' | 'last' }) {
  return (
    <li>
      <b>{name}</b>
      <span>{word(leg === 'first' ? 'side.firstLeg' : 'side.lastLeg')}</span>
    </li>
  );
}

function Scans({ events }: { events: NonNullable<DeskView['parcel']>['card']['events'] }) {
  const [newest, ...older] = events;
  if (!newest) return null;
  return (
    <div class="scans">
      <ol>
        <Scan event={newest} />
      </ol>
      {older.length > 0 && (
        <Fold closed={word('side.allScans', { count: events.length })} open={word('side.newestScan')}>
          <ol>
            {older.map((event, i) => (
              <Scan key={i} event={event} />
            ))}
          </ol>
        </Fold>
      )}
    </div>
  );
}

function Scan({ event }: { event: { text: string; at: string; place?: string } }) {
  return (
    <li>
      <p dir="auto">
        {event.text}
        {event.place !== undefined && <small>{event.place}</small>}
      </p>
      <time>{event.at}</time>
    </li>
  );
}

const bare = (code: string) => code.replace(/[\s\u2066-\u2069]/g, '');
