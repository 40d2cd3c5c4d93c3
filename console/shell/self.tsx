import { useState } from 'preact/hooks';
import type { Me } from '../../protocol/people.ts';
import { unsentOf } from '../desk/kept.ts';
import { asRefusal } from '../shared/api.ts';
import { Confirm } from '../shared/confirm.tsx';
import { Face } from '../shared/face.tsx';
import { Icon } from '../shared/icons.tsx';
import { Menu } from '../shared/menu.tsx';
import { notes } from '../shared/notes.ts';
import { tell } from '../shared/toast.tsx';
import { WireRefusal, type Wire } from '../shared/wire.ts';
import { word } from '../shared/words.ts';
import { PasswordDialog } from './password-dialog.tsx';
import type { Session } from './session.ts';
import { SettingsDialog } from './settings-dialog.tsx';

/** One's own corner: whether new chats come to me, how the console looks to me, and the way out. */
export function Self({ session, me, line }: { session: Session; me: Me; line: Wire }) {
  const [open, setOpen] = useState<'settings' | 'password' | 'signOut' | null>(null);
  const { agent } = me;
  const isHere = line.state.value === 'open';

  async function setAvailable(on: boolean): Promise<void> {
    try {
      await line.ask('available', { on });
      session.learn({ agent: { available: on } });
      tell({ text: word(on ? 'shell.nowTaking' : 'shell.nowAway') });
    } catch (error) {
      tell({ text: error instanceof WireRefusal ? error.text : word('problems.broken') });
    }
  }

  async function signOut(): Promise<void> {
    try {
      await session.signOut();
    } catch (error) {
      tell({ text: asRefusal(error).text });
    }
  }

  return (
    <div class="own-corner">
      <Menu
        above
        class="start"
        named
        label={word('shell.account')}
        button={
          <>
            <Face of={agent} />
            <span class="who">
              <b>{agent.name}</b>
              <small>
                <i class={agent.available && isHere ? 'here-dot on' : 'here-dot'} />
                {word(agent.available ? 'shell.taking' : 'shell.away')}
              </small>
            </span>
            <span class="sr">{word('shell.account')}</span>
            <Icon name="dots" />
          </>
        }
        groups={[
          [
            {
              label: word('shell.taking'),
              note: word('shell.takingNote'),
              checked: agent.available,
              onChoose: () => void setAvailable(true),
            },
            {
              label: word('shell.away'),
              note: word('shell.awayNote'),
              checked: !agent.available,
              onChoose: () => void setAvailable(false),
            },
          ],
          [
            { label: word('shell.settings'), icon: 'gear', onChoose: () => setOpen('settings') },
            { label: word('shell.changePassword'), icon: 'key', onChoose: () => setOpen('password') },
          ],
          [
            {
              label: word('shell.signOut'),
              icon: 'out',
              onChoose: () => (unsentOf(agent.id, notes) > 0 ? setOpen('signOut') : void signOut()),
            },
          ],
        ]}
      />
      {open === 'settings' && <SettingsDialog session={session} onClose={() => setOpen(null)} />}
      {open === 'signOut' && (
        <Confirm
          title={word('shell.signOut')}
          yes={word('shell.signOutAnyway')}
          danger
          onYes={session.signOut}
          onClose={() => setOpen(null)}
        >
          {word('shell.unsent', { count: unsentOf(agent.id, notes) })}
        </Confirm>
      )}
      {open === 'password' && <PasswordDialog session={session} me={me} onClose={() => setOpen(null)} />}
    </div>
  );
}
