import { Field } from '../shared/field.tsx';
import { usePlace } from './form-context.ts';

/** A full hour of the day: 18:00. */
export function HourField(props: { path: string; label: string; hint?: string; from: number; to: number }) {
  const { value, error, set } = usePlace(props.path);
  const hours = Array.from({ length: props.to - props.from + 1 }, (_, index) => props.from + index);
  return (
    <Field class="hour" label={props.label} error={error} {...(props.hint !== undefined && { hint: props.hint })}>
      {(tied) => (
        <select {...tied} class="input" value={String(value)} onChange={(event) => set(Number(event.currentTarget.value))}>
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {`${String(hour).padStart(2, '0')}:00`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
