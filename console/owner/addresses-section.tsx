import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Field } from '../shared/field.tsx';
import { word } from '../shared/words.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

/** One address a row; what is wrong with it stands at its row. */
export function AddressesSection() {
  const { form, settings } = useForm();
  const { origins } = settings;
  const list = useRef<HTMLDivElement>(null);
  const [focusAt, setFocusAt] = useState<number | null>(null);
  useEffect(() => {
    if (focusAt === null) return;
    // The row that was removed had the focus; the one before it takes it over.
    const fields = list.current?.querySelectorAll<HTMLInputElement>('input');
    (fields?.[Math.max(0, Math.min(focusAt, fields.length - 1))] ?? list.current?.querySelector('button'))?.focus();
    setFocusAt(null);
  }, [focusAt]);

  const set = (next: string[]) => form.set('origins', next);
  return (
    <Section title={word('store.addresses')} lead={word('store.addressesLead')}>
      <div class="rows" ref={list}>
        {origins.map((origin, index) => (
          <Field
            key={index}
            class="row"
            label={word('store.address', { number: index + 1 })}
            error={form.problems.value[`origins.${index}`]}
          >
            {(tied) => (
              <div class="with-remove">
                <input
                  {...tied}
                  class="input"
                  type="url"
                  inputmode="url"
                  dir="ltr"
                  autocomplete="off"
                  spellcheck={false}
                  maxLength={200}
                  placeholder="https://shop.example"
                  value={origin}
                  onInput={(event) => set(origins.map((one, at) => (at === index ? event.currentTarget.value : one)))}
                />
                <Button
                  kind="bare"
                  icon="close"
                  label={word('store.removeAddress', { address: origin || String(index + 1) })}
                  onClick={() => {
                    set(origins.filter((_, at) => at !== index));
                    setFocusAt(index);
                  }}
                />
              </div>
            )}
          </Field>
        ))}
        {origins.length === 0 && <p class="hint">{word('store.noAddress')}</p>}
        <div>
          <Button
            icon="plus"
            onClick={() => {
              set([...origins, '']);
              setFocusAt(origins.length);
            }}
          >
            {word('store.addAddress')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
