import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Me } from '../../protocol/people.ts';
import type { Line } from '../shared/connection.ts';
import { Empty } from '../shared/empty.tsx';
import { keyName } from '../shared/key-name.ts';
import { letterKeys } from '../shared/letter-keys.ts';
import { route } from '../shared/router.ts';
import { word } from '../shared/words.ts';
import { maySee } from './pages.ts';
import { Alerts } from './alerts.ts';
import { DeskPlace, LettersPlace, StorePlace, TeamPlace } from './places.tsx';
import { createCounts } from './counts.ts';
import { FindDialog } from './find.tsx';
import { LineStrip } from './line-strip.tsx';
import { Nav } from './nav.tsx';
import { notifications } from './notifications.ts';
import type { Session } from './session.ts';
import { useTitle } from './title.ts';

/** The room around every page: where one can go, whether the line holds, and the page itself. */
export function Frame({ session, me, line }: { session: Session; me: Me; line: Line }) {
  const place = route.value;
  const counts = useMemo(() => createCounts(line), [line]);
  const [finding, setFinding] = useState(false);
  useEffect(() => counts.begin(), [counts]);
  useEffect(() => new Alerts({ line, me: me.agent.id, ...notifications }).begin(), [line, me.agent.id]);
  // In another window of mine I may have gone away.
  useEffect(
    () =>
      line.on('staff', ({ colleagues }) => {
        const mine = colleagues.find(({ id }) => id === me.agent.id);
        if (mine) session.learn({ agent: { name: mine.name, initials: mine.initials, available: mine.available } });
      }),
    [line, session, me.agent.id],
  );
  useEffect(() => onSlash(() => setFinding(true)), []);
  useTitle(place, me.store.name, counts.value.value);
  const talking = place.page === 'inbox' && place.conversation !== null;

  return (
    <div class={talking ? 'frame talking' : 'frame'}>
      <a class="skip" href="#content" onClick={toContent}>
        {word('shell.skip')}
      </a>
      <Nav session={session} me={me} line={line} counts={counts.value.value} onFind={() => setFinding(true)} />
      <div class="room">
        <LineStrip line={line} />
        <main id="content" tabIndex={-1}>
          {!maySee(me.agent.role, place.page) ? (
            <Empty alone icon="lock" title={word('shell.notYours')} text={word('shell.notYoursWhy')} />
          ) : place.page === 'store' ? (
            <StorePlace session={session} />
          ) : place.page === 'letters' ? (
            <LettersPlace session={session} />
          ) : place.page === 'team' ? (
            <TeamPlace session={session} me={me} />
          ) : place.page === 'inbox' ? (
            <>
              <h1 class="sr">{word('shell.inbox')}</h1>
              <DeskPlace wire={line} me={me} route={place} />
            </>
          ) : null}
        </main>
      </div>
      {finding && <FindDialog line={line} onClose={() => setFinding(false)} />}
    </div>
  );
}

function toContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** Whoever writes means the sign itself. */
function onSlash(then: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const at = event.target as HTMLElement | null;
    const writes = at?.closest('input, textarea, select, [contenteditable]') != null;
    if (
      keyName(event) !== '/' ||
      !letterKeys.peek() ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      writes ||
      document.querySelector('dialog[open]')
    )
      return;
    event.preventDefault();
    then();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
