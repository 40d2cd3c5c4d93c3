import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../protocol/people.ts';
import { asRefusal, type Api } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { Field } from '../shared/field.tsx';
import { Problem } from '../shared/problem.tsx';
import { word } from '../shared/words.ts';
import { PasswordField } from './password-field.tsx';
import { useWait } from './use-wait.ts';

export interface SignInFormProps {
  api: Api;
  onIn: (me: Me) => void;
  /** Whose it is, where that is known. */
  email?: string;
}

export function SignInForm({ api, onIn, email: known = '' }: SignInFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wait = useWait();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>(known ? '[name="password"]' : '[name="email"]')?.focus(), []);

  async function send(): Promise<void> {
    if (busy || wait.seconds > 0) return;
    // A password manager fills fields without a word to anybody.
    const typed = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    const body = { email: typed('email').trim(), password: typed('password') };
    if (body.email === '' || body.password === '') return setProblem(word('signIn.bothNeeded'));
    setBusy(true);
    setProblem(null);
    try {
      onIn(await api.signIn(body));
    } catch (error) {
      const refusal = asRefusal(error);
      setProblem(refusal.code === 'E_SIGN_IN' ? word('signIn.wrong') : refusal.text);
      wait.begin(refusal.retryAfterMs);
      form.current?.querySelector<HTMLInputElement>('[name="password"]')?.select();
    }
    setBusy(false);
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={word('signIn.email')}>
        {(tied) => (
          <input
            {...tied}
            class="input"
            type="email"
            dir="ltr"
            name="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxLength={254}
            required
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        )}
      </Field>
      <PasswordField label={word('signIn.password')} value={password} onInput={setPassword} />
      <Problem text={problem} />
      <Button kind="fill" type="submit" busy={busy} disabled={wait.seconds > 0}>
        {wait.seconds > 0 ? word('signIn.again', { count: wait.seconds }) : word('signIn.signIn')}
      </Button>
    </form>
  );
}
