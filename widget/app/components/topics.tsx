import type { TopicsPrompt } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import { Parcel } from '../../look/parcel.tsx';
import { useChat } from './chat.ts';
import { Languages } from './languages.tsx';
import { Rich } from './rich.tsx';

/** The first question. Their own words come first; these are for whoever would rather press than write. */
export function Topics({ prompt }: { prompt: TopicsPrompt<string> }) {
  const { actions } = useChat();
  return (
    <>
      <div class="hello">
        <div class="hello-pic" aria-hidden="true">
          <Parcel />
          <svg viewBox="0 0 150 40">
            <path d="M4 32C30 2 66 2 84 22s36 14 57-9" />
            <circle cx="145" cy="9" r="3.5" />
          </svg>
        </div>
        <h2 class={prompt.title.length > 60 ? 'long' : undefined}>{prompt.title}</h2>
        <p>
          <Rich text={prompt.intro} />
        </p>
      </div>
      <ul class="topic-list">
        {prompt.choices.map(({ id, label, detail, icon }) => (
          <li key={id}>
            <button onClick={() => actions.choose(id, label)}>
              <Icon name={icon ?? 'ask'} />
              <span>
                {label}
                {detail && <small>{detail}</small>}
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      <Languages />
    </>
  );
}
