import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Me } from '../../protocol/people.ts';
import { Button } from '../shared/button.tsx';
import { word } from '../shared/words.ts';
import type { Session } from '../shell/session.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the desk, which stays as it was: what was being written is still there afterwards. */
export function SignInAgain({ session, me }: { session: Session; me: Me }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLInputElement>('[name="password"]')?.focus();
    // By then the desk may be somebody else's, or not there.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog again"
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      // Browsers let a second "back" through, whatever the first was told.
      onClose={(event) => event.currentTarget.isConnected && event.currentTarget.showModal()}
    >
      <section class="inside">
        <header>
          <h2 id={id}>{word('signIn.over')}</h2>
        </header>
        <p class="lead">{word('signIn.overLead')}</p>
        <SignInForm api={session.api} onIn={session.enter} email={me.agent.email} />
        <Button kind="quiet" onClick={session.forget}>
          {word('signIn.somebodyElse')}
        </Button>
      </section>
    </dialog>
  );
}
