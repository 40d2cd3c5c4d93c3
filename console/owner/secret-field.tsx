import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { dayTime } from '../shared/dates.ts';
import { Field } from '../shared/field.tsx';
import { word } from '../shared/words.ts';

/** A key that goes in and never comes out: one sees since when it is set, and may set another or take it away. */
export function SecretField({
  label,
  setAt,
  onSet,
}: {
  label: string;
  setAt: number | null;
  onSet: (key: string | null) => Promise<boolean>;
}) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function keep(key: string | null): Promise<void> {
    if (key !== null && !/^[\x21-\x7e]{8,200}$/.test(key)) return setError(word('store.keyWrong'));
    setError(null);
    setBusy(true);
    if (await onSet(key)) setTyped('');
    setBusy(false);
  }

  return (
    <Field label={label} hint={setAt === null ? word('store.keyUnset') : word('store.keySet', { at: dayTime(setAt) })} error={error}>
      {(tied) => (
        <div class="with-remove">
          <input
            {...tied}
            class="input"
            type="password"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            maxLength={200}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button busy={busy} disabled={typed.trim() === ''} onClick={() => void keep(typed.trim())}>
            {word(setAt === null ? 'store.keepKey' : 'store.replaceKey')}
          </Button>
          {setAt !== null && (
            <Button kind="quiet" busy={busy} onClick={() => void keep(null)}>
              {word('store.removeKey')}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
