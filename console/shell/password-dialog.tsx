import { useState } from 'preact/hooks';
import type { Me } from '../../protocol/people.ts';
import { asRefusal } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Problem } from '../shared/problem.tsx';
import { tell } from '../shared/toast.tsx';
import { word } from '../shared/words.ts';
import { isLongEnough, PasswordField } from '../sign-in/password-field.tsx';
import { useWait } from '../sign-in/use-wait.ts';
import type { Session } from './session.ts';

export function PasswordDialog({ session, me, onClose }: { session: Session; me: Me; onClose: () => void }) {
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; at: 'old' | 'new' | null } | null>(null);
  const wait = useWait();

  async function save(close: () => void): Promise<void> {
    if (busy || wait.seconds > 0) return;
    if (!isLongEnough(fresh)) return setProblem({ text: word('join.tooShort'), at: 'new' });
    setBusy(true);
    setProblem(null);
    try {
      await session.api.changePassword({ old, new: fresh });
      close();
      tell({ text: word('shell.passwordChanged') });
    } catch (error) {
      const refusal = asRefusal(error);
      const isOld = refusal.code === 'E_SIGN_IN';
      setProblem({ text: isOld ? word('shell.oldPasswordWrong') : refusal.text, at: isOld ? 'old' : null });
      wait.begin(refusal.retryAfterMs);
    }
    setBusy(false);
  }

  return (
    <Dialog title={word('shell.changePassword')} lead={word('shell.changePasswordLead')} onClose={onClose}>
      {(close) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save(close);
          }}
        >
          {/* Says to password managers whose it is. */}
          <input
            class="sr"
            type="email"
            name="email"
            autocomplete="username"
            value={me.agent.email}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          <PasswordField
            label={word('shell.oldPassword')}
            value={old}
            onInput={setOld}
            error={problem?.at === 'old' ? problem.text : null}
          />
          <PasswordField
            isNew
            label={word('join.newPassword')}
            value={fresh}
            onInput={setFresh}
            error={problem?.at === 'new' ? problem.text : null}
          />
          <Problem text={problem?.at === null ? problem.text : null} />
          <footer>
            <Button onClick={close}>{word('shell.notNow')}</Button>
            <Button kind="fill" type="submit" busy={busy} disabled={wait.seconds > 0}>
              {wait.seconds > 0 ? word('signIn.again', { count: wait.seconds }) : word('shell.savePassword')}
            </Button>
          </footer>
        </form>
      )}
    </Dialog>
  );
}
