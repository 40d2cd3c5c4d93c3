import { useState } from 'preact/hooks';
import type { RatePrompt } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { NOT_SETTLED, SKIP } from './rate-choices.ts';

const SCORES = [1, 2, 3, 4, 5];

/** How it was: words at both ends, no faces, free to skip. */
export function Rate({ prompt }: { prompt: RatePrompt<string> }) {
  const { actions } = useChat();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (e: SubmitEvent) => {
    e.preventDefault();
    if (score) actions.rate(score, comment.trim());
    else setMissing(true);
  };
  return (
    <>
      <form class="card sheet" onSubmit={submit}>
        <fieldset class={missing && !score ? 'scores missing' : 'scores'}>
          <legend>{prompt.title}</legend>
          {SCORES.map((n) => (
            <label key={n}>
              <input
                class="sr"
                type="radio"
                name={prompt.id}
                aria-label={n === 1 ? `1, ${prompt.low}` : n === 5 ? `5, ${prompt.high}` : `${n}`}
                checked={n === score}
                onChange={() => setScore(n)}
              />
              <span>{n}</span>
            </label>
          ))}
          <p class="ends" aria-hidden="true">
            <span>{prompt.low}</span>
            <span>{prompt.high}</span>
          </p>
        </fieldset>
        <textarea
          rows={2}
          dir="auto"
          maxLength={1000}
          aria-label={prompt.comment}
          placeholder={prompt.comment}
          value={comment}
          onInput={(e) => setComment(e.currentTarget.value)}
        />
        <div class="two">
          <button class="btn fill">{prompt.submit}</button>
          <button type="button" class="btn plain" onClick={() => actions.choose(SKIP, prompt.skip)}>
            {prompt.skip}
          </button>
        </div>
      </form>
      <button class="row-link lead" onClick={() => actions.choose(NOT_SETTLED, prompt.notSettled)}>
        <Icon name="retry" />
        {prompt.notSettled}
        <Icon name="right" />
      </button>
    </>
  );
}
