import { useEffect } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Empty } from '../shared/empty.tsx';
import { route } from '../shared/router.ts';
import { Skeleton } from '../shared/skeleton.tsx';
import { Toasts } from '../shared/toast.tsx';
import { word } from '../shared/words.ts';
import { JoinPage } from '../sign-in/join-page.tsx';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { paint } from './accent.ts';
import { Frame } from './frame.tsx';
import type { Session } from './session.ts';

/** Everything: who is not known signs in, who is goes to work. */
export function Console({ session }: { session: Session }) {
  const color = session.me.value?.store.color ?? null;
  useEffect(() => paint(color), [color]);
  return (
    <>
      <Screen session={session} />
      <Toasts />
    </>
  );
}

function Screen({ session }: { session: Session }) {
  const { state } = session;
  const place = route.value;
  if (state.value === 'starting') return <Skeleton kind="page" />;
  if (place.page === 'join') return <JoinPage session={session} token={place.token} />;
  switch (state.value) {
    case 'unreachable':
      return (
        <main class="alone">
          <Empty alone icon="off" title={word('shell.unreachable')} text={word('shell.unreachableWhy')}>
            <Button kind="fill" onClick={() => void session.begin()}>
              {word('shell.tryAgain')}
            </Button>
          </Empty>
        </main>
      );
    case 'out':
      return <SignInPage session={session} />;
    case 'in':
    case 'over': {
      const { value: me } = session.me;
      const { value: line } = session.line;
      if (!me || !line) return null;
      return (
        <>
          {/* Somebody else at the same screen begins with an empty desk. */}
          <Frame key={me.agent.id} session={session} me={me} line={line} />
          {state.value === 'over' && <SignInAgain session={session} me={me} />}
        </>
      );
    }
  }
}
