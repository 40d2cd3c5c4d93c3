import { Field } from '../../shared/field.tsx';
import { fieldsOf } from './quick-times.ts';
import { momentOf, wallTime } from './zone-time.ts';
import { myZone } from './zone-time.ts';

/** A day that has been, by the agent's own calendar. */
export function DayField(props: { label: string; day: string; onDay: (day: string) => void; now: number; error?: string | null }) {
  return (
    <Field label={props.label} error={props.error}>
      {(tied) => (
        <input
          {...tied}
          class="input"
          type="date"
          value={props.day}
          max={today(props.now)}
          onInput={(event) => props.onDay(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function today(now: number): string {
  return fieldsOf(now, myZone()).date;
}

/** Of today this moment, of another day its end, so that nothing seems to come before what it follows. null: no day. */
export function momentOfDay(text: string, now: number): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (text === today(now)) return now;
  return momentOf({ ...wallTime(now, myZone()), year: +year, month: Number(month), day: Number(day), hour: 23, minute: 59 }, myZone());
}
