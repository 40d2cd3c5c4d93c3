import { useState } from 'preact/hooks';
import type { OneTimeLink } from '../../protocol/people.ts';
import { ROLES, type Role } from '../../protocol/rights.ts';
import { asRefusal, type Api } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Field } from '../shared/field.tsx';
import { Problem } from '../shared/problem.tsx';
import { wayOf, word } from '../shared/words.ts';
import { LinkShown } from './link-shown.tsx';

/** Asks for whom, then shows the link to send them. We send nothing ourselves. */
export function InviteDialog({ api, onInvited, onClose }: { api: Api; onInvited: () => void; onClose: () => void }) {
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const [given, setGiven] = useState<{ email: string; name: string; role: Role }>({ email: '', name: '', role: 'agent' });
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ email?: string; other?: string }>({});

  async function send(): Promise<void> {
    if (busy) return;
    const email = given.email.trim();
    if (!/^\S+@\S+$/.test(email)) return setWrong({ email: word('join.notEmail') });
    setBusy(true);
    setWrong({});
    try {
      const name = given.name.trim();
      setLink(await api.invite({ email, role: given.role, ...(name !== '' && { name }) }));
      onInvited();
    } catch (error) {
      const { code, text } = asRefusal(error);
      setWrong(code === 'E_EXISTS' ? { email: text } : { other: text });
    }
    setBusy(false);
  }

  const who = given.name.trim() || given.email.trim();
  return (
    <Dialog
      title={link ? word('team.invited', { who }) : word('team.inviteTitle')}
      lead={link ? word('team.sendLink', { name: who }) : word('team.inviteLead')}
      onClose={onClose}
    >
      {(close) =>
        link ? (
          <LinkShown link={link} onDone={close} />
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Field label={word('join.email')} error={wrong.email}>
              {(tied) => (
                <input
                  {...tied}
                  class="input"
                  type="email"
                  dir="ltr"
                  autocomplete="off"
                  spellcheck={false}
                  maxLength={254}
                  value={given.email}
                  onInput={(event) => setGiven({ ...given, email: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label={word('join.name')} hint={word('team.nameHint')}>
              {(tied) => (
                <input
                  {...tied}
                  class="input"
                  dir={wayOf(given.name)}
                  autocomplete="off"
                  maxLength={80}
                  value={given.name}
                  onInput={(event) => setGiven({ ...given, name: event.currentTarget.value })}
                />
              )}
            </Field>
            <RoleChoice chosen={given.role} onChoose={(role) => setGiven({ ...given, role })} />
            <Problem text={wrong.other ?? null} />
            <footer>
              <Button onClick={close}>{word('shell.notNow')}</Button>
              <Button kind="fill" type="submit" busy={busy}>
                {word('team.makeLink')}
              </Button>
            </footer>
          </form>
        )
      }
    </Dialog>
  );
}

function RoleChoice({ chosen, onChoose }: { chosen: Role; onChoose: (role: Role) => void }) {
  return (
    <fieldset class="choice">
      <legend class="legend">{word('team.role')}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input type="radio" name="role" value={role} checked={role === chosen} onChange={() => onChoose(role)} />
          <span>
            <b>{word(`team.roles.${role}`)}</b>
            <small>{word(`team.rolesMay.${role}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
