import { Field } from '../shared/field.tsx';
import { language, word } from '../shared/words.ts';
import { usePlace } from './form-context.ts';

/** Whose public holidays are no working days: a country by its two letters, and a part of it. */
export function HolidayFields() {
  const country = usePlace('policy.holidays.country');
  const region = usePlace('policy.holidays.region');
  return (
    <div class="pair">
      <Field label={word('store.holidayCountry')} hint={hintOf(country.value)} error={country.error}>
        {(tied) => (
          <input
            {...tied}
            class="input short"
            dir="ltr"
            maxLength={2}
            value={typeof country.value === 'string' ? country.value : ''}
            onChange={(event) => country.set(codeIn(event.currentTarget.value))}
          />
        )}
      </Field>
      <Field label={word('store.holidayRegion')} hint={word('store.holidayRegionHint')} error={region.error}>
        {(tied) => (
          <input
            {...tied}
            class="input short"
            dir="ltr"
            maxLength={10}
            value={typeof region.value === 'string' ? region.value : ''}
            onChange={(event) => region.set(codeIn(event.currentTarget.value))}
          />
        )}
      </Field>
    </div>
  );
}

/** The country by its name, so that a slip of the finger shows. */
function hintOf(country: unknown): string {
  const name = typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? nameOf(country) : null;
  return name ?? word('store.holidayCountryHint');
}

function nameOf(country: string): string | null {
  return new Intl.DisplayNames(language.value, { type: 'region', fallback: 'none' }).of(country) ?? null;
}

function codeIn(text: string): string | null {
  const code = text.trim().toUpperCase();
  return code === '' ? null : code;
}
