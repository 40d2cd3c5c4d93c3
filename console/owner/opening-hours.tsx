import { Check } from '../shared/check.tsx';
import { Field } from '../shared/field.tsx';
import { language, word } from '../shared/words.ts';
import { usePlace } from './form-context.ts';
import { HourField } from './hour-field.tsx';

/** On which days, between which hours, by which clock. */
export function OpeningHours() {
  const days = usePlace('policy.hours.days');
  const zone = usePlace('policy.hours.tz');
  const open = Array.isArray(days.value) ? (days.value as number[]) : [];
  return (
    <>
      <fieldset class="stack">
        <legend class="legend">{word('store.openDays')}</legend>
        <div class="checks days">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Check
              key={day}
              label={dayName(day)}
              on={open.includes(day)}
              onChange={(on) => days.set([1, 2, 3, 4, 5, 6, 7].filter((one) => (one === day ? on : open.includes(one))))}
            />
          ))}
        </div>
        {open.length === 0 && <p class="hint">{word('store.neverOpen')}</p>}
      </fieldset>
      <div class="pair">
        <HourField path="policy.hours.from" label={word('store.opens')} from={0} to={23} />
        <HourField path="policy.hours.to" label={word('store.closes')} from={1} to={24} />
      </div>
      <Field label={word('store.zone')} hint={word('store.zoneHint')} error={zone.error}>
        {(tied) => (
          <select {...tied} class="input" dir="ltr" value={String(zone.value)} onChange={(event) => zone.set(event.currentTarget.value)}>
            {zones(String(zone.value)).map((one) => (
              <option key={one} value={one}>
                {one.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

/** 1 Monday to 7 Sunday, in the reader's language. */
function dayName(day: number): string {
  // The 1st of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language.value, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

function zones(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])].sort();
}
