import { Field } from '../../shared/field.tsx';

/** Money, or a weight, as it is typed. */
export function AmountField(props: {
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
  error?: string | undefined;
}) {
  return (
    <Field label={props.label} error={props.error} {...(props.hint !== undefined && { hint: props.hint })}>
      {(tied) => (
        <input
          {...tied}
          class="input"
          type="text"
          inputmode="decimal"
          dir="ltr"
          autocomplete="off"
          maxLength={10}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
