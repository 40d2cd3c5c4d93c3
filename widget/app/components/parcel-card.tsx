import { useState } from 'preact/hooks';
import type { ParcelCard as Facts } from '../../../protocol/card.ts';
import { Icon } from '../../look/icons.tsx';
import { Road } from '../../look/road.tsx';
import { useChat } from './chat.ts';
import { Copy } from './copy.tsx';
import { Guard } from './guard.tsx';
import { Rich } from './rich.tsx';

/** Where the parcel is: the road, the date that matters, the newest step, what to do, and until when one is protected. */
export function ParcelCard({ card }: { card: Facts<string> }) {
  const { tag, fact, rows, todo, events, guard, safety } = card;
  return (
    <>
      <Road road={card.road} />
      {(tag || fact) && (
        <div class="fact">
          <div>
            {tag && (
              <span class={`tag ${tag.tone}`}>
                <Icon name={tag.icon} />
                {tag.text}
              </span>
            )}
            {fact && (
              <p>
                <small>{fact.label}</small>
                <b class="big">{fact.value}</b>
              </p>
            )}
          </div>
          {fact?.count && (
            <p class="count">
              <b>{fact.count.value}</b>
              {fact.count.label}
            </p>
          )}
        </div>
      )}
      {rows.length > 0 && (
        <dl class="rows">
          {rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>
                <bdi>{row.value}</bdi> {row.detail && <small>{row.detail}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Events events={events} />
      {todo.length > 0 && (
        <ol class="how">
          {todo.map((step, i) => (
            <li key={i}>
              <Rich text={step.text} /> {step.copy && <Copy text={step.copy} />}
            </li>
          ))}
        </ol>
      )}
      {guard && <Guard guard={guard} />}
      {safety && <Guard guard={{ tone: 'good', text: safety }} plain />}
    </>
  );
}

function Events({ events }: { events: Facts<string>['events'] }) {
  const { w } = useChat();
  const [all, setAll] = useState(false);
  if (!events.length) return null;
  return (
    <>
      <ol class="events">
        {events.slice(0, all ? undefined : 1).map((event, i) => (
          <li key={i} class={i ? '' : 'now'}>
            <p dir="auto">
              {event.text}
              {event.place && <small>{event.place}</small>}
            </p>
            <time>{event.at}</time>
          </li>
        ))}
      </ol>
      {events.length > 1 && (
        <button class="row-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w('ui.newestStep') : w('ui.steps', { count: events.length })}
          <Icon name={all ? 'minus' : 'right'} />
        </button>
      )}
    </>
  );
}
