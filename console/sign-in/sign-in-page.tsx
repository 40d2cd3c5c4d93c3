import { useEffect } from 'preact/hooks';
import type { Session } from '../shell/session.ts';
import { word } from '../shared/words.ts';
import { Column } from './column.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage({ session }: { session: Session }) {
  const title = word('signIn.title');
  useEffect(() => {
    document.title = `${title} · Tracewell`;
  }, [title]);
  return (
    <Column title={title} lead={word('signIn.lead')} onLanguage={(locale) => void session.speak(locale).catch(() => {})}>
      <SignInForm api={session.api} onIn={session.enter} />
      <p class="hint">{word('signIn.forgotten')}</p>
    </Column>
  );
}
