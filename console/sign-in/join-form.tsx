import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LinkView, Me } from '../../protocol/people.ts';
import { asRefusal, type Api, type ApiRefusal, type JoinBody } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { Field } from '../shared/field.tsx';
import { Problem } from '../shared/problem.tsx';
import { wayOf, word } from '../shared/words.ts';
import { isLongEnough, PasswordField } from './password-field.tsx';
import { useWait } from './use-wait.ts';

interface JoinFormProps {
  link: LinkView;
  token: string;
  api: Api;
  onIn: (me: Me) => void;
  /** The link was used or ran out meanwhile. */
  onDead: (refusal: ApiRefusal) => void;
}

type Errors = { [place in Place]?: string };
const PLACES = ['shopName', 'origin', 'name', 'email', 'password'] as const;
type Place = (typeof PLACES)[number];

export function JoinForm({ link, token, api, onIn, onDead }: JoinFormProps) {
  const [given, setGiven] = useState({ shopName: '', origin: '', name: link.name ?? '', email: link.email ?? '', password: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = useWait();
  const form = useRef<HTMLFormElement>(null);
  const asked = placesOf(link);
  const isAsked = (place: Place) => asked.includes(place);
  useLayoutEffect(() => focusOn(form.current, asked[0]), []);

  async function send(): Promise<void> {
    if (busy || wait.seconds > 0) return;
    const missing = check(given, asked);
    setErrors(missing);
    setProblem(null);
    const first = asked.find((place) => missing[place] !== undefined);
    if (first !== undefined) return focusOn(form.current, first);
    setBusy(true);
    try {
      onIn(await api.join(bodyOf(given, asked, token)));
    } catch (error) {
      const refusal = asRefusal(error);
      const found = errorsOf(refusal);
      const at = PLACES.find((place) => found[place] !== undefined && isAsked(place));
      wait.begin(refusal.retryAfterMs);
      if (refusal.code === 'E_LINK') return onDead(refusal);
      setErrors(found);
      if (at === undefined) setProblem(refusal.problems[0]?.text ?? refusal.text);
      else focusOn(form.current, at);
    }
    setBusy(false);
  }

  const text = (place: Place, more: Kind & { autocomplete: string; placeholder?: string; maxLength: number }, hint?: string) =>
    isAsked(place) && (
      <Field label={word(`join.${place}`)} error={errors[place]} {...(hint !== undefined && { hint })}>
        {(tied) => (
          <input
            {...tied}
            {...more}
            class="input"
            name={place}
            spellcheck={false}
            required
            dir={place === 'origin' || place === 'email' ? 'ltr' : wayOf(given[place])}
            value={given[place]}
            onInput={(event) => {
              const { value } = event.currentTarget;
              setGiven((now) => ({ ...now, [place]: value }));
            }}
          />
        )}
      </Field>
    );

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {text('shopName', { type: 'text', autocomplete: 'organization', maxLength: 80 })}
      {text('origin', { type: 'url', autocomplete: 'url', placeholder: 'https://shop.example', maxLength: 200 }, word('join.originHint'))}
      {text('name', { type: 'text', autocomplete: 'name', maxLength: 80 }, word('join.nameHint'))}
      {text('email', { type: 'email', autocomplete: 'username', maxLength: 254 })}
      {/* Says to password managers whose it is. */}
      {!isAsked('email') && link.email !== null && (
        <input class="sr" type="email" name="email" autocomplete="username" value={link.email} readOnly tabIndex={-1} aria-hidden="true" />
      )}
      <PasswordField
        isNew
        label={word(link.kind === 'password' ? 'join.newPassword' : 'join.password')}
        value={given.password}
        onInput={(password) => setGiven((now) => ({ ...now, password }))}
        error={errors.password ?? null}
      />
      <Problem text={problem} />
      <Button kind="fill" type="submit" busy={busy} disabled={wait.seconds > 0}>
        {wait.seconds > 0 ? word('signIn.again', { count: wait.seconds }) : word(buttonOf(link))}
      </Button>
    </form>
  );
}

function buttonOf({ kind, shop }: LinkView) {
  if (kind === 'password') return 'join.savePassword';
  return shop === null ? 'join.makeShop' : 'join.join';
}

function placesOf({ kind, shop, email }: LinkView): Place[] {
  if (kind === 'password') return ['password'];
  return PLACES.filter((place) => {
    if (place === 'shopName' || place === 'origin') return shop === null;
    return place !== 'email' || email === null;
  });
}

type Kind = { type: 'text' } | { type: 'email' } | { type: 'url' };
type Given = Record<Place, string>;

function check(given: Given, asked: Place[]): Errors {
  const found: Errors = {};
  for (const place of asked) {
    if (place === 'password') {
      if (!isLongEnough(given.password)) found.password = word('join.tooShort');
    } else if (given[place].trim() === '') found[place] = word('join.needed');
    else if (place === 'email' && !/^\S+@\S+$/.test(given.email.trim())) found.email = word('join.notEmail');
  }
  return found;
}

function bodyOf(given: Given, asked: Place[], token: string): JoinBody {
  const has = (place: Place) => asked.includes(place);
  return {
    token,
    password: given.password,
    ...(has('name') && { name: given.name.trim() }),
    ...(has('email') && { email: given.email.trim() }),
    ...(has('origin') && { shop: { name: given.shopName.trim(), origin: given.origin.trim() } }),
  };
}

function errorsOf({ code, text, problems }: ApiRefusal): Errors {
  if (code === 'E_EXISTS') return { email: text };
  const places: Record<string, Place> = {
    'shop.name': 'shopName',
    'shop.origin': 'origin',
    name: 'name',
    email: 'email',
    password: 'password',
  };
  const found: Errors = {};
  for (const one of problems) {
    const place = places[one.path];
    if (place) found[place] = one.text;
  }
  return found;
}

function focusOn(form: HTMLFormElement | null, place: Place | undefined): void {
  form?.querySelector<HTMLElement>(`[name="${place === 'password' ? 'new-password' : place}"]`)?.focus();
}
