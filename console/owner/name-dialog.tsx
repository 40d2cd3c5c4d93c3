import { useState } from 'preact/hooks';
import { asRefusal } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Field } from '../shared/field.tsx';
import { wayOf, word } from '../shared/words.ts';

export function NameDialog(props: { name: string; onSave: (name: string) => Promise<void>; onClose: () => void }) {
  const [name, setName] = useState(props.name);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function save(close: () => void): Promise<void> {
    if (busy) return;
    if (name.trim() === '') return setError(word('join.needed'));
    setBusy(true);
    try {
      await props.onSave(name.trim());
      close();
    } catch (refused) {
      setError(asRefusal(refused).text);
    }
    setBusy(false);
  }

  return (
    <Dialog title={word('team.rename')} onClose={props.onClose}>
      {(close) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save(close);
          }}
        >
          <Field label={word('join.name')} hint={word('join.nameHint')} error={error}>
            {(tied) => (
              <input
                {...tied}
                class="input"
                dir={wayOf(name)}
                maxLength={80}
                autocomplete="off"
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <footer>
            <Button onClick={close}>{word('shell.notNow')}</Button>
            <Button kind="fill" type="submit" busy={busy}>
              {word('team.saveName')}
            </Button>
          </footer>
        </form>
      )}
    </Dialog>
  );
}
