import { useChat } from './chat.ts';
import { Topics } from './topics.tsx';

/** The first screen: nothing was said yet, so there is a question and no thread. */
export function Welcome() {
  const { state, w } = useChat();
  const prompt = state.conversation?.prompt;
  return (
    <main class="thread" aria-label={w('ui.thread')} tabIndex={0}>
      {prompt?.kind === 'topics' && (
        <section class="prompt topics" aria-label={w('ui.answers')}>
          <Topics prompt={prompt} />
        </section>
      )}
    </main>
  );
}
