import type { RecapCard as Facts } from '../../../protocol/card.ts';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { saveTalk } from './transcript.ts';

/** What came of it, day by day, and the whole talk to keep. */
export function RecapCard({ card }: { card: Facts<string> }) {
  const { state, w } = useChat();
  return (
    <>
      <header class="stub">
        <p>
          <small>
            {card.label} <bdi dir="ltr">{card.number}</bdi>
          </small>
          <b class="big">{card.title}</b>
        </p>
        <span class={`tag ${card.tag.tone}`}>
          <Icon name={card.tag.tone === 'good' ? 'check' : 'clock'} />
          {card.tag.text}
        </span>
      </header>
      <ol class="lines">
        {card.lines.map((line, i) => (
          <li key={i}>
            <time>{line.at}</time>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
      <button class="row-link lead foot" onClick={() => saveTalk(state, w)}>
        <Icon name="doc" />
        {w('ui.save')}
        <Icon name="right" />
      </button>
    </>
  );
}
