import { useMemo, useRef } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { dayName } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';
import { unseen, type DeskModel } from '../desk-model.ts';
import { firstName } from '../names.ts';
import { Card } from './card.tsx';
import { entriesOf, type Entry } from './entries.ts';
import { Line } from './line.tsx';
import { Note } from './note.tsx';
import { Pending } from './pending.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { SaidBubble } from './said.tsx';
import type { ThreadContext } from './thread-context.ts';
import type { Talk } from './talk-state.ts';
import { useFollow } from './use-follow.ts';

/** Everything that was said and done, with the team's notes between. */
export function Thread({ desk, talk }: { desk: DeskModel; talk: Talk }) {
  const { id, messages, desk: file, conversation, loadingOlder, typing } = talk.view.value;
  const letters = desk.outbox.letters.value;
  const notes = file?.notes ?? NONE;
  const entries = useMemo(() => {
    const shown = new Set([...messages.map((message) => message.id), ...notes.map((note) => note.id)]);
    return entriesOf({ messages, notes, letters: unseen(letters, id, shown) });
  }, [messages, notes, letters, id]);
  const scroller = useRef<HTMLDivElement>(null);
  const name = firstName(file?.shopper.name ?? null);
  const mine = entries.filter((entry) => isMine(entry, desk.me.id)).at(-1)?.key ?? '';
  const { behind, jump } = useFollow(scroller, {
    head: messages[0]?.id ?? '',
    tail: `${entries.at(-1)?.key ?? ''}${typing ? ' …' : ''}`,
    mine,
    onEarly: talk.older,
    onEnd: () => talk.seen(messages.at(-1)?.seq ?? 0),
  });
  const context: ThreadContext = {
    desk,
    talk,
    me: desk.me,
    name,
    locale: file?.shopper.locale ?? 'en',
    seenByShopper: conversation?.seen.shopper ?? 0,
  };

  return (
    <div class="stream-box">
      <div class="stream" ref={scroller} tabIndex={0} role="region" aria-label={word('talk.thread')}>
        <div class="inner">
          {(messages[0]?.seq ?? 1) > 1 && (
            <Button kind="quiet" busy={loadingOlder} onClick={talk.older}>
              {word('talk.earlier')}
            </Button>
          )}
          <div role="log" aria-live="polite" aria-relevant="additions" aria-label={word('talk.thread')}>
            {entries.map((entry) => (
              <EntryView key={entry.key} entry={entry} context={context} />
            ))}
          </div>
          <p class="writing" role="status">
            {typing && (
              <>
                <span class="dots3" aria-hidden="true">
                  <i />
                  <i />
                  <i />
                </span>
                <span class="sentence">{word('talk.writing', { name })}</span>
              </>
            )}
          </p>
        </div>
      </div>
      {behind && (
        <button type="button" class="jump" onClick={jump}>
          <Icon name="down" />
          {word('talk.new')}
        </button>
      )}
    </div>
  );
}

function EntryView({ entry, context }: { entry: Entry; context: ThreadContext }) {
  const { desk, me } = context;
  switch (entry.kind) {
    case 'day':
      return (
        <p class="day">
          <time dateTime={new Date(entry.at).toISOString().slice(0, 10)}>{dayName(entry.at)}</time>
        </p>
      );
    case 'said':
      return <SaidBubble entry={entry} context={context} />;
    case 'photos':
      return <PhotoStrip photos={entry.photos} onOpen={desk.actions.viewPhoto} />;
    case 'line':
      return <Line entry={entry} />;
    case 'card':
      return <Card card={entry.card} at={entry.message.at} />;
    case 'note':
      return <Note note={entry.note} me={me} onRemove={() => desk.actions.removeNote(entry.note.id)} />;
    case 'pending':
      return <Pending letter={entry.letter} desk={desk} />;
  }
}

function isMine(entry: Entry, me: string): boolean {
  if (entry.kind === 'pending') return true;
  return (entry.kind === 'said' && entry.message.agent?.id === me) || (entry.kind === 'note' && entry.note.agent.id === me);
}

const NONE: never[] = [];
