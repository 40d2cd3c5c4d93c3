import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Field } from '../shared/field.tsx';
import { word } from '../shared/words.ts';

/** As the server has it. */
const LEAST = 10;
/** From here on longer is no longer told apart. */
const PLENTY = 20;

export interface PasswordFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  error?: string | null;
  /** Chosen now: told how long it is. */
  isNew?: boolean;
  autofocus?: boolean;
}

export function PasswordField({ label, value, onInput, error, isNew = false }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} class="password" {...(isNew && { hint: <Strength of={value} /> })}>
      {(tied) => (
        <div class="with-button">
          <input
            {...tied}
            class="input"
            {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
            name={isNew ? 'new-password' : 'password'}
            autocomplete={isNew ? 'new-password' : 'current-password'}
            autocapitalize="none"
            spellcheck={false}
            maxLength={200}
            required
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <Button
            kind="bare"
            icon={shown ? 'eyeOff' : 'eye'}
            label={word('signIn.showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}

export function isLongEnough(password: string): boolean {
  return password.length >= LEAST;
}

/** By length alone: rules about which characters make passwords that are written on notes. */
function Strength({ of: password }: { of: string }) {
  const { length } = password;
  const level = length === 0 ? 0 : length < LEAST ? 1 : length < PLENTY - 4 ? 2 : 3;
  return (
    <span class={`strength l${level}`}>
      <i style={{ inlineSize: `${Math.min(100, (length / PLENTY) * 100)}%` }} />
      <span>
        {level === 0
          ? word('join.passwordHint', { count: LEAST })
          : level === 1
            ? word('join.moreCharacters', { count: LEAST - length })
            : word(level === 2 ? 'join.longEnough' : 'join.veryGood')}
      </span>
    </span>
  );
}
