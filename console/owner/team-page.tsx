import './styles/owner.css';
import { useState } from 'preact/hooks';
import type { InviteView, Me } from '../../protocol/people.ts';
import { Button } from '../shared/button.tsx';
import { Confirm } from '../shared/confirm.tsx';
import { dayTime } from '../shared/dates.ts';
import { Empty } from '../shared/empty.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { tell } from '../shared/toast.tsx';
import { Tag } from '../shared/tag.tsx';
import { word } from '../shared/words.ts';
import type { Session } from '../shell/session.ts';
import { Audit } from './audit.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { PersonRow } from './person-row.tsx';
import { useAnswer } from './use-answer.ts';

/** Who works here, who was asked to, and what was done lately. */
export function TeamPage({ session, me }: { session: Session; me: Me }) {
  const { api } = session;
  const people = useAnswer(() => api.people());
  const [inviting, setInviting] = useState(false);
  const [withdrawing, setWithdrawing] = useState<InviteView | null>(null);
  // Each change stands in the list below it.
  const [changes, setChanges] = useState(0);
  const changed = async () => {
    setChanges((count) => count + 1);
    await people.again();
  };

  if (!people.value) {
    if (!people.refusal) return <Skeleton kind="page" lines={3} />;
    return (
      <Empty alone icon="off" title={word('shell.notLoaded')} text={people.refusal.text}>
        <Button kind="fill" onClick={() => void people.again()}>
          {word('shell.tryAgain')}
        </Button>
      </Empty>
    );
  }

  const { people: all, invites } = people.value;
  return (
    <div class="owner team">
      <header class="page-head">
        <h1>{word('shell.team')}</h1>
        <p>{word('team.lead')}</p>
        <Button kind="fill" icon="plus" onClick={() => setInviting(true)}>
          {word('team.invite')}
        </Button>
      </header>
      <section class="topic" aria-labelledby="people">
        <h2 id="people">{word('team.people', { count: all.length })}</h2>
        <ul class="people">
          {all.map((person) => (
            <PersonRow key={person.id} person={person} isMe={person.id === me.agent.id} session={session} onChanged={changed} />
          ))}
        </ul>
      </section>
      {invites.length > 0 && (
        <section class="topic" aria-labelledby="invites">
          <h2 id="invites">{word('team.invites')}</h2>
          <ul class="people">
            {invites.map((invite) => (
              <li key={invite.id}>
                <div class="who">
                  <b>
                    <bdi>{invite.name ?? invite.email}</bdi>
                  </b>
                  <span>
                    {invite.name !== null && <bdi>{invite.email}</bdi>}
                    <span>{word('team.holdsUntil', { date: dayTime(invite.expiresAt) })}</span>
                  </span>
                </div>
                <Tag text={word(`team.roles.${invite.role}`)} />
                <Button onClick={() => setWithdrawing(invite)}>{word('team.withdraw')}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Audit key={changes} api={api} />
      {inviting && <InviteDialog api={api} onInvited={() => void changed()} onClose={() => setInviting(false)} />}
      {withdrawing && (
        <Confirm
          title={word('team.withdrawTitle', { who: withdrawing.name ?? withdrawing.email })}
          yes={word('team.withdraw')}
          danger
          onYes={async () => {
            await api.withdrawInvite(withdrawing.id);
            tell({ text: word('team.withdrawn') });
            await changed();
          }}
          onClose={() => setWithdrawing(null)}
        >
          <p>{word('team.withdrawWhy')}</p>
        </Confirm>
      )}
    </div>
  );
}
