import { useId } from 'preact/hooks';
import type { DeskView } from '../../../protocol/desk.ts';
import { dayTime, lasting, time as clock } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';
import { fieldsOf, momentOfFields, quickTimes, type QuickTime } from './quick-times.ts';
import { myZone, sameClock } from './zone-time.ts';

/** A time that is often meant, as it was when it was chosen; or a date and an hour as they are typed. */
export interface Chosen {
  pick: QuickTime | 'own' | null;
  at: number | null;
  date: string;
  time: string;
  tz: string;
}

export const NO_WHEN: Chosen = { pick: null, at: null, date: '', time: '', tz: 'UTC' };

/** null: not chosen yet. */
export function momentIn({ pick, at, date, time, tz }: Chosen): number | null {
  return pick === 'own' ? momentOfFields(date, time, tz) : at;
}

export interface WhenProps {
  shopper: DeskView['shopper'];
  name: string;
  when: Chosen;
  onWhen: (when: Chosen) => void;
  error: string | undefined;
  now: number;
}

/** The hour of a promise, by the shopper's clock; where one's own shows another, that too. */
export function When({ shopper, name, when, onWhen, error, now }: WhenProps) {
  const id = useId();
  const { tz } = shopper;
  const mine = myZone();
  const chosenAt = momentIn(when);
  const isWrong = error !== undefined && error !== '';
  const isOwn = when.pick === 'own';
  const place = shopper.city ?? tz.split('/').at(-1)?.replaceAll('_', ' ') ?? tz;

  function own(): Chosen {
    // What was chosen before is the best guess of what is meant.
    const begin = fieldsOf(chosenAt ?? quickTimes(now, tz)[0]?.at ?? now, tz);
    return { ...begin, pick: 'own', at: null, tz };
  }

  return (
    <fieldset class="when" aria-describedby={isWrong ? `${id}-error` : undefined}>
      <legend>{word('dialogs.promise.when', { name, place })}</legend>
      <div class="picks">
        {quickTimes(now, tz).map(({ id: pick, at }) => (
          <label key={pick}>
            <input type="radio" name={id} checked={when.pick === pick} onChange={() => onWhen({ ...when, pick, at, tz })} />
            <span>
              <b>{word(`dialogs.promise.picks.${pick}`, { time: clock(at, tz) })}</b>
              <small>{dayTime(at, tz, now)}</small>
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name={id} checked={isOwn} onChange={() => onWhen(own())} />
          <span>
            <b>{word('dialogs.promise.picks.own')}</b>
            <small>{word('dialogs.promise.picks.ownNote')}</small>
          </span>
        </label>
      </div>
      {isOwn && (
        <div class="own">
          <label>
            {word('dialogs.promise.date')}
            <input
              class="input"
              type="date"
              value={when.date}
              min={fieldsOf(now, tz).date}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? `${id}-error` : undefined}
              onInput={(event) => onWhen({ ...when, date: event.currentTarget.value })}
            />
          </label>
          <label>
            {word('dialogs.promise.time')}
            <input
              class="input"
              type="time"
              value={when.time}
              aria-invalid={isWrong || undefined}
              aria-describedby={isWrong ? `${id}-error` : undefined}
              onInput={(event) => onWhen({ ...when, time: event.currentTarget.value })}
            />
          </label>
        </div>
      )}
      {isWrong && (
        <p class="error" id={`${id}-error`} role="alert">
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      <p class="both" role="status">
        {chosenAt !== null && chosenAt > now && (
          <>
            <Icon name="clock" />
            <span>
              <b>{word('dialogs.promise.theirs', { name, date: dayTime(chosenAt, tz, now) })}</b>
              {!sameClock(chosenAt, tz, mine) && <span>{word('dialogs.promise.yours', { date: dayTime(chosenAt, mine, now) })}</span>}
              <span>{word('times.in', { time: lasting(chosenAt - now) })}</span>
            </span>
          </>
        )}
      </p>
    </fieldset>
  );
}
