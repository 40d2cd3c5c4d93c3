import { Check } from '../shared/check.tsx';
import { Field } from '../shared/field.tsx';
import { Icon } from '../shared/icons.tsx';
import { listed, ownName, word } from '../shared/words.ts';
import { useForm, usePlace } from './form-context.ts';
import { Section } from './section.tsx';

export function LanguagesSection() {
  const { form, settings } = useForm();
  const offered = usePlace('locales');
  const first = usePlace('defaultLocale');
  const known = form.saved.value?.languages ?? [];
  // An older release may have had words in it; to be seen, or it could never be taken out.
  const wordless = (form.saved.value?.settings.locales ?? []).filter((id) => !known.some((one) => one.id === id));

  function setOffered(id: string, on: boolean): void {
    // In the order of the list, so that taking one out and in again is no change.
    const order = [...new Set([...settings.locales, ...known.map((one) => one.id)])];
    const saved = form.saved.value?.settings.locales ?? [];
    const chosen = order.filter((one) => (one === id ? on : settings.locales.includes(one)));
    const isAsSaved = chosen.length === saved.length && saved.every((one) => chosen.includes(one));
    offered.set(isAsSaved ? saved : chosen);
  }

  return (
    <Section title={word('store.languages')} lead={word('store.languagesLead')}>
      <fieldset class="stack" aria-describedby={offered.error ? 'locales-error' : undefined}>
        <legend class="legend">{word('store.offered')}</legend>
        <div class="checks">
          {known.map(({ id }) => (
            <Check key={id} lang={id} label={ownName(id)} on={settings.locales.includes(id)} onChange={(on) => setOffered(id, on)} />
          ))}
          {wordless.map((id) => (
            <Check key={id} label={ownName(id)} on={settings.locales.includes(id)} onChange={(on) => setOffered(id, on)} />
          ))}
        </div>
        {wordless.length > 0 && (
          <p class="missing" role="note">
            <Icon name="alert" />
            <span>{word('store.noWords', { languages: listed(wordless.map(ownName)) })}</span>
          </p>
        )}
        {offered.error && (
          <p class="error" id="locales-error">
            <Icon name="alert" />
            <span>{offered.error}</span>
          </p>
        )}
      </fieldset>
      <Field label={word('store.defaultLocale')} hint={word('store.defaultLocaleHint')} error={first.error}>
        {(tied) => (
          <select {...tied} class="input" value={settings.defaultLocale} onChange={(event) => first.set(event.currentTarget.value)}>
            {[...new Set([...settings.locales, settings.defaultLocale])].map((id) => (
              <option key={id} value={id} lang={id}>
                {ownName(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Section>
  );
}
