import { useContext, useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { Log } from './log.tsx';
import { Prompt } from './prompt.tsx';
import { useStick } from './use-stick.ts';
import { RestContext } from './use-rest.ts';

/** The talk and, at its end, what is asked right now. */
export function Thread() {
  const { state, w, actions } = useChat();
  const rest = useContext(RestContext);
  const { conversation, messages, outbox, typing } = state;
  const prompt = conversation?.prompt && !isAnswered(state) ? conversation.prompt : null;
  const scroller = useRef<HTMLElement>(null);
  const question = useRef<HTMLElement>(null);
  const mine = outbox.at(-1)?.id ?? '';
  const { behind, jump } = useStick(scroller, `${messages.at(-1)?.seq} ${mine} ${prompt?.id} ${typing} ${!rest}`, mine);

  // Whoever answered by a button that is now gone is brought to the next question; whoever writes is left alone.
  const first = useRef(true);
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === scroller.current;
    if (!first.current && lost && document.hasFocus()) (question.current ?? scroller.current)?.focus({ preventScroll: true });
    first.current = false;
  }, [prompt?.id]);

  return (
    <main class={messages.length ? 'thread' : 'thread fresh'} ref={scroller} tabIndex={0} aria-label={w('ui.thread')}>
      <Log />
      {typing && (
        <p class="typing">
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {w('ui.writing', { name: typing })}
        </p>
      )}
      {!messages.length && !outbox.length && !prompt && (
        <div class="refused">
          <Icon name="box" />
          <p>{w('ui.empty')}</p>
        </div>
      )}
      {prompt && (
        <section class={`prompt ${prompt.kind}`} ref={question} tabIndex={-1} key={prompt.id} aria-label={w('ui.answers')}>
          <Prompt prompt={prompt} />
        </section>
      )}
      {conversation?.status === 'closed' && !prompt && (
        <button class="btn soft" onClick={actions.startOver}>
          {w('ui.newTalk')}
        </button>
      )}
      {behind && (
        <button class="jump" onClick={jump}>
          <Icon name="down" />
          {w('ui.jump')}
        </button>
      )}
    </main>
  );
}

/** An answer that is on its way, so the question need not be asked any more; one that failed brings it back. */
function isAnswered({ conversation, outbox }: ReturnType<typeof useChat>['state']): boolean {
  return outbox.some((p) => p.kind === 'said' && p.state !== 'failed' && 'prompt' in p.said && p.said.prompt === conversation?.prompt?.id);
}
