import { useEffect, useState } from 'preact/hooks';
import type { LinkView } from '../../protocol/people.ts';
import { asRefusal, type ApiRefusal } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { Empty } from '../shared/empty.tsx';
import { go } from '../shared/router.ts';
import { Skeleton } from '../shared/skeleton.tsx';
import { word } from '../shared/words.ts';
import type { Session } from '../shell/session.ts';
import { Column } from './column.tsx';
import { JoinForm } from './join-form.tsx';

/** Where a one-time link leads: the first owner, somebody invited, or a new password. */
export function JoinPage({ session, token }: { session: Session; token: string }) {
  const [link, setLink] = useState<LinkView | ApiRefusal | null>(null);
  const read = () => {
    setLink(null);
    session.api.readLink(token).then(setLink, (error: unknown) => setLink(asRefusal(error)));
  };
  useEffect(read, [token]);
  useEffect(() => {
    document.title = `${word('join.welcome')} · Tracewell`;
  }, []);

  if (link === null) return <Skeleton kind="page" lines={2} />;
  if (!('kind' in link)) {
    const isDead = link.code === 'E_LINK' || link.code === 'E_BAD_PAYLOAD';
    return (
      <main class="alone">
        <Empty alone icon="link" title={word(isDead ? 'join.dead' : 'shell.unreachable')} text={isDead ? word('join.deadWhy') : link.text}>
          {isDead ? (
            <Button kind="fill" onClick={() => go({ page: 'inbox', filter: 'all', conversation: null }, { replace: true })}>
              {word('join.toSignIn')}
            </Button>
          ) : (
            <Button kind="fill" onClick={read}>
              {word('shell.tryAgain')}
            </Button>
          )}
        </Empty>
      </main>
    );
  }
  return (
    <Column title={titleOf(link)} lead={leadOf(link)} onLanguage={(locale) => void session.speak(locale).catch(() => {})}>
      <JoinForm
        key={token}
        link={link}
        token={token}
        api={session.api}
        onDead={(refusal) => setLink(refusal)}
        onIn={(me) => {
          session.enter(me);
          // The link is used up: it shall not stay in the address. A new owner begins with the shop.
          go(link.kind === 'setUp' ? { page: 'store' } : { page: 'inbox', filter: 'all', conversation: null }, { replace: true });
        }}
      />
    </Column>
  );
}

function titleOf({ kind, shop }: LinkView): string {
  if (kind === 'password') return word('join.newPasswordTitle');
  return shop === null ? word('join.setUpTitle') : word('join.joinTitle', { shop });
}

function leadOf({ kind, role, shop, email }: LinkView): string {
  if (kind === 'password') return word('join.newPasswordLead', { email: email ?? '' });
  if (shop === null) return word('join.setUpLead');
  return kind === 'setUp' ? word('join.ownerLead') : word('join.joinLead', { role: word(`team.roles.${role}`) });
}
