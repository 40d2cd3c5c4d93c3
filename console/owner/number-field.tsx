import { Check } from '../shared/check.tsx';
import { Field } from '../shared/field.tsx';
import { word } from '../shared/words.ts';
import { bounds } from './check.ts';
import { usePlace } from './form-context.ts';
import { NUMBERS, type NumberName, type NumberPlace } from './number-fields.ts';

/** A number with what it counts and what it may be. */
export function NumberField({ name, off = false }: { name: NumberName; off?: boolean }) {
  const place: NumberPlace = NUMBERS[name];
  const { value, error, set } = usePlace(place.path);
  const isLeft = place.optional !== undefined && value === null;
  const shown = typeof value === 'number' && !Number.isNaN(value) ? String(value) : '';
  return (
    <Field
      class="number"
      label={word(`store.fields.${name}`)}
      hint={
        <>
          {word(`store.hints.${name}`)} <span class="bounds">{bounds(place)}</span>
        </>
      }
      error={error}
    >
      {(tied) => (
        <div class="with-unit">
          <input
            {...tied}
            class="input short"
            type="number"
            inputmode="numeric"
            step={1}
            min={place.min}
            max={place.max === Infinity ? undefined : place.max}
            disabled={isLeft || off}
            value={shown}
            onInput={(event) => set(event.currentTarget.value === '' ? Number.NaN : Number(event.currentTarget.value))}
          />
          <span>{word(`store.units.${place.unit}`, { count: Number(shown) || 0 })}</span>
          {place.optional !== undefined && (
            <Check label={word(`store.none.${name as 'lostAfterDays'}`)} on={isLeft} onChange={(on) => set(on ? null : place.optional)} />
          )}
        </div>
      )}
    </Field>
  );
}
