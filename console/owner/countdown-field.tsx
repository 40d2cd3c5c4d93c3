import { Field } from '../shared/field.tsx';
import { word } from '../shared/words.ts';
import { usePlace } from './form-context.ts';

/** Days before the end of the protection, as they are written: 5, 3, 1. */
export function CountdownField() {
  const { value, error, set } = usePlace('policy.protectionCountdownDays');
  const days = Array.isArray(value) ? (value as number[]) : [];
  return (
    <Field label={word('store.countdown')} hint={word('store.countdownHint')} error={error}>
      {(tied) => (
        <input
          {...tied}
          class="input"
          type="text"
          inputmode="numeric"
          dir="ltr"
          value={days.join(', ')}
          onChange={(event) => set(daysIn(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}

/** Each once, the farthest first. What is no number stays one that is told to be wrong. */
function daysIn(text: string): number[] {
  const parts = text.split(/[\s,;،、，]+/u).filter((part) => part !== '');
  return [...new Set(parts.map(Number))].sort((a, b) => b - a);
}
