import { useContext, useMemo, useRef } from 'preact/hooks';
import { Bubble } from './bubble.tsx';
import { useChat } from './chat.ts';
import { type Entry, entriesOf } from './entries.ts';
import { Line } from './line.tsx';
import { PendingBubble } from './pending-bubble.tsx';
import { dayName } from './times.ts';
import { RestContext } from './use-rest.ts';

/** Everything that was said. New entries are read out politely, the reader's own are not. */
export function Log() {
  const { state, w } = useChat();
  const { messages, outbox, conversation, firstUnreadSeq } = state;
  const entries = useMemo(() => entriesOf(state), [messages, outbox, conversation, firstUnreadSeq]);
  // What was there when the panel opened just is there; what comes later arrives.
  const old = useRef(messages.at(-1)?.seq ?? 0).current;
  return (
    <div role="log" aria-live="polite" aria-relevant="additions" aria-label={w('ui.thread')}>
      {entries.map((entry) => (
        <EntryView key={entry.key} entry={entry} old={old} />
      ))}
    </div>
  );
}

function EntryView({ entry, old }: { entry: Entry; old: number }) {
  const { state, w } = useChat();
  const rest = useContext(RestContext);
  switch (entry.kind) {
    case 'day':
      return (
        <p class="day">
          <time dateTime={new Date(entry.at).toISOString().slice(0, 10)}>{dayName(entry.at, state.locale)}</time>
        </p>
      );
    case 'new':
      return <p class="day new">{w('ui.new')}</p>;
    case 'photos':
      return rest && <rest.EvidencePhotos photos={entry.photos} arriving={entry.seq > old} />;
    case 'pending':
      return <PendingBubble pending={entry.pending} joined={entry.joined} />;
    case 'message': {
      const { message } = entry;
      const arriving = message.seq > old;
      if (message.body.kind === 'card') return rest && <rest.CardView card={message.body.card} arriving={arriving} />;
      if (message.body.kind === 'line') return <Line message={message} icon={message.body.icon} text={message.body.text} />;
      return <Bubble entry={entry} body={message.body} arriving={arriving} />;
    }
  }
}
