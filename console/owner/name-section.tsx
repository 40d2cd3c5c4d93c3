import { Button } from '../shared/button.tsx';
import { Field } from '../shared/field.tsx';
import { wayOf, word } from '../shared/words.ts';
import { Contrast } from './contrast.tsx';
import { usePlace } from './form-context.ts';
import { Section } from './section.tsx';

const OURS = '#20558f';

export function NameSection() {
  const name = usePlace('name');
  const color = usePlace('color');
  const shown = typeof color.value === 'string' ? color.value : OURS;
  const isColor = /^#[\da-f]{6}$/i.test(shown);
  return (
    <Section title={word('store.look')} lead={word('store.lookLead')}>
      <Field label={word('store.name')} error={name.error}>
        {(tied) => (
          <input
            {...tied}
            class="input"
            maxLength={80}
            autocomplete="organization"
            dir={wayOf(String(name.value))}
            value={String(name.value)}
            onInput={(event) => name.set(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={word('store.color')} hint={word('store.colorHint')} error={color.error}>
        {(tied) => (
          <div class="color">
            <input
              type="color"
              aria-label={word('store.pickColor')}
              value={isColor ? shown.toLowerCase() : OURS}
              onInput={(event) => color.set(event.currentTarget.value)}
            />
            <input
              {...tied}
              class="input"
              dir="ltr"
              maxLength={7}
              autocomplete="off"
              spellcheck={false}
              value={shown}
              onInput={(event) => color.set(normal(event.currentTarget.value))}
            />
            {color.value !== null && (
              <Button kind="quiet" onClick={() => color.set(null)}>
                {word('store.ourColor')}
              </Button>
            )}
          </div>
        )}
      </Field>
      {isColor && <Contrast color={shown} />}
    </Section>
  );
}

/** As people paste them: with or without the sign, with blanks around. */
function normal(typed: string): string {
  const text = typed.trim();
  return text === '' || text.startsWith('#') ? text : `#${text}`;
}
