import type { Prompt as Asked } from '../../../protocol/prompt.ts';
import { useChat } from './chat.ts';
import { Chips } from './chips.tsx';
import { Topics } from './topics.tsx';

/** What the bot asks right now, in the shape that is easiest to answer; the ways out stand below it. */
export function Prompt({ prompt }: { prompt: Asked<string> }) {
  const { rest } = useChat();
  if (prompt.kind === 'topics') return <Topics prompt={prompt} />;
  return (
    <>
      {prompt.kind !== 'choices' && prompt.kind !== 'text' && rest && <rest.Step prompt={prompt} />}
      <Chips choices={prompt.choices} />
    </>
  );
}
