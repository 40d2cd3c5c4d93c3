import type { FlowMapView } from '../../../protocol/desk.ts';
import { day, dayName, time } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';

/** Its box is where the lines to the people lead. */
export const PEOPLE = 'people';

/** How far the talk has come. */
export function Summary({ map }: { map: FlowMapView }) {
  return (
    <p class="summary">
      <b>{word('map.doneOf', { done: map.done, of: map.of })}</b>
      {word('map.stepsDone')}
    </p>
  );
}

/** What the marks mean, and what a person may do here. */
export function Legend({ mayGiveBack }: { mayGiveBack: boolean }) {
  return (
    <div class="map-legend" data-box={PEOPLE}>
      <h3>
        <Icon name="people" />
        {word('map.person')}
      </h3>
      <p>{word(mayGiveBack ? 'map.howToGiveBack' : 'map.takeFirst')}</p>
      <ul>
        <li>
          <i class="mark here" />
          {word('map.here')}
        </li>
        <li>
          <i class="mark been">
            <Icon name="check" />
          </i>
          {word('map.been')}
        </li>
        <li>
          <i class="mark open" />
          {word('map.open')}
        </li>
      </ul>
    </div>
  );
}

/** What happens by itself, and when. */
export function Timers({ timers }: { timers: FlowMapView['timers'] }) {
  if (timers.length === 0) return null;
  return (
    <ul class="timers" aria-label={word('map.timers')}>
      {[...timers]
        .sort((a, b) => a.at - b.at)
        .map(({ at, label }) => (
          <li key={`${at} ${label}`}>
            <Icon name="clock" />
            <span>
              <b>{whenOf(at)}</b>
              {label}
            </span>
          </li>
        ))}
    </ul>
  );
}

function whenOf(at: number): string {
  const name = dayName(at);
  return word('times.dayTime', { day: name === day(at) ? name : name.charAt(0).toLocaleUpperCase() + name.slice(1), time: time(at) });
}
