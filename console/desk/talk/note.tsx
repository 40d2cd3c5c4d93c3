import type { NoteView } from '../../../protocol/desk.ts';
import type { Face as Person } from '../../../protocol/inbox.ts';
import { Typed } from '../../../widget/look/typed.tsx';
import { Button } from '../../shared/button.tsx';
import { time } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';

/** Paper of our own between the messages: the shopper never sees it. */
export function Note({ note, me, onRemove }: { note: NoteView; me: Person; onRemove: () => void }) {
  const mine = note.agent.id === me.id;
  return (
    <div class="note">
      <header>
        <Icon name="note" />
        <b>{mine ? word('talk.note.mine') : word('talk.note.by', { name: note.agent.name })}</b>
        <span>{word('talk.note.private')}</span>
        {mine && <Button kind="bare" icon="close" label={word('talk.note.remove')} onClick={onRemove} />}
      </header>
      <p dir="auto">
        <Typed text={note.text} />
      </p>
      <time dateTime={new Date(note.at).toISOString()}>{time(note.at)}</time>
    </div>
  );
}
