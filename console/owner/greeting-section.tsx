import { Field } from '../shared/field.tsx';
import { Tag } from '../shared/tag.tsx';
import { direction, ownName, word } from '../shared/words.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

const MOST = 300;

/** The owner's own first line, one for each language; where one is missing, what shoppers read instead. */
export function GreetingSection({ onWrite }: { onWrite: (locale: string) => void }) {
  const { form, settings } = useForm();
  const ours = form.saved.value?.languages ?? [];
  // What has no words at all is offered to nobody.
  const offered = settings.locales.filter((id) => ours.some((one) => one.id === id));
  const written = offered.filter((id) => isWritten(settings.greeting[id]));
  const missing = written.length === 0 ? 0 : offered.length - written.length;
  return (
    <Section title={word('store.greeting')} lead={word('store.greetingLead')}>
      {missing > 0 && (
        <p>
          <Tag tone="wait" text={word('store.greetingMissing', { count: missing })} />
        </p>
      )}
      {offered.map((id) => {
        const path = `greeting.${id}`;
        const text = settings.greeting[id] ?? '';
        const instead = ours.find((one) => one.id === id)?.greeting ?? '';
        const isMissing = missing > 0 && !isWritten(text);
        return (
          <Field
            key={id}
            label={ownName(id)}
            beside={isMissing ? <Tag tone="wait" text={word('store.greetingNone')} /> : null}
            {...(!isWritten(text) && { hint: word('store.greetingInstead', { text: instead }) })}
            error={form.problems.value[path]}
          >
            {(tied) => (
              <input
                {...tied}
                class="input"
                lang={id}
                dir={direction(id)}
                maxLength={MOST}
                autocomplete="off"
                placeholder={instead}
                value={text}
                onFocus={() => onWrite(id)}
                onInput={(event) => form.set(path, event.currentTarget.value)}
              />
            )}
          </Field>
        );
      })}
    </Section>
  );
}

function isWritten(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}
