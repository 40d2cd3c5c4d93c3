import { useState } from 'preact/hooks';
import type { OneTimeLink, PersonView } from '../../protocol/people.ts';
import { ROLES, type Role } from '../../protocol/rights.ts';
import { now } from '../shared/clock.ts';
import { Confirm } from '../shared/confirm.tsx';
import { ago, dayTime } from '../shared/dates.ts';
import { Face } from '../shared/face.tsx';
import { Icon } from '../shared/icons.tsx';
import { Menu } from '../shared/menu.tsx';
import { Tag } from '../shared/tag.tsx';
import { tell } from '../shared/toast.tsx';
import { word } from '../shared/words.ts';
import type { Session } from '../shell/session.ts';
import { LinkDialog } from './link-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';

type Asked = { kind: 'role'; role: Role } | { kind: 'disable' | 'enable' | 'reset' | 'name' } | { kind: 'link'; link: OneTimeLink };

export interface PersonRowProps {
  person: PersonView;
  isMe: boolean;
  session: Session;
  onChanged: () => Promise<void>;
}

export function PersonRow({ person, isMe, session, onChanged }: PersonRowProps) {
  const { api } = session;
  const [asked, setAsked] = useState<Asked | null>(null);
  const done = () => setAsked(null);
  const { name, disabled, role } = person;

  async function change(body: { role?: Role; disabled?: boolean }, text: string): Promise<void> {
    await api.changePerson(person.id, body);
    tell({ text });
    await onChanged();
  }

  return (
    <li class={disabled ? 'disabled' : undefined}>
      <Face of={person} here={person.here} />
      <div class="who">
        <b>
          <bdi>{name}</bdi> {isMe && <small>{word('team.you')}</small>}
        </b>
        <span>
          <bdi>{person.email}</bdi>
          <span>{stateOf(person)}</span>
        </span>
      </div>
      {disabled ? <Tag tone="bad" text={word('team.disabled')} /> : <Tag text={word(`team.roles.${role}`)} />}
      <Menu
        label={word('team.more', { name })}
        button={<Icon name="dots" />}
        groups={[
          ROLES.map((one) => ({
            label: word(`team.roles.${one}`),
            note: word(`team.rolesMay.${one}`),
            checked: one === role,
            onChoose: () => one !== role && setAsked({ kind: 'role', role: one }),
          })),
          [
            { label: word('team.rename'), icon: 'edit', onChoose: () => setAsked({ kind: 'name' }) },
            { label: word('team.resetLink'), icon: 'link', disabled, onChoose: () => setAsked({ kind: 'reset' }) },
            disabled
              ? { label: word('team.enable'), icon: 'check', onChoose: () => setAsked({ kind: 'enable' }) }
              : { label: word('team.disable'), icon: 'lock', danger: true, onChoose: () => setAsked({ kind: 'disable' }) },
          ],
        ]}
      />
      {asked?.kind === 'role' && (
        <Confirm
          title={word('team.roleTitle', { name, role: word(`team.roles.${asked.role}`) })}
          yes={word('team.changeRole')}
          onYes={() => change({ role: asked.role }, word('team.roleChanged', { name, role: word(`team.roles.${asked.role}`) }))}
          onClose={done}
        >
          <p>{word(`team.rolesMay.${asked.role}`)}</p>
          <p>{word(isMe ? 'team.signsMeOut' : 'team.signsThemOut', { name })}</p>
        </Confirm>
      )}
      {asked?.kind === 'disable' && (
        <Confirm
          title={word('team.disableTitle', { name })}
          yes={word('team.disable')}
          danger
          onYes={() => change({ disabled: true }, word('team.isDisabled', { name }))}
          onClose={done}
        >
          <p>{word('team.disableWhat', { name })}</p>
          <p>{word('team.disableKeeps')}</p>
        </Confirm>
      )}
      {asked?.kind === 'enable' && (
        <Confirm
          title={word('team.enableTitle', { name })}
          yes={word('team.enable')}
          onYes={() => change({ disabled: false }, word('team.isEnabled', { name }))}
          onClose={done}
        >
          <p>{word('team.enableWhat', { name })}</p>
        </Confirm>
      )}
      {asked?.kind === 'reset' && (
        <Confirm
          title={word('team.resetTitle', { name })}
          yes={word('team.makeLink')}
          // The question closes first; the answer is a dialog of its own.
          onYes={async () => {
            const link = await api.resetPassword(person.id);
            setTimeout(() => setAsked({ kind: 'link', link }));
            await onChanged();
          }}
          onClose={done}
        >
          <p>{word('team.resetWhat')}</p>
        </Confirm>
      )}
      {asked?.kind === 'link' && (
        <LinkDialog title={word('team.resetFor', { name })} lead={word('team.sendLink', { name })} link={asked.link} onClose={done} />
      )}
      {asked?.kind === 'name' && (
        <NameDialog
          name={name}
          onSave={async (next) => {
            await api.changePerson(person.id, { name: next });
            if (isMe) session.learn({ agent: { name: next } });
            tell({ text: word('team.renamed') });
            await onChanged();
          }}
          onClose={done}
        />
      )}
    </li>
  );
}

function stateOf({ here, seenAt, disabled }: PersonView): string {
  if (here && !disabled) return word('team.here');
  if (seenAt === null) return word('team.never');
  const isRecent = now.value - seenAt < 12 * 3_600_000;
  return word('team.lastSeen', { when: isRecent ? ago(seenAt, now.value) : dayTime(seenAt) });
}
