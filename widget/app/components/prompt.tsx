import { useContext } from 'preact/hooks';
import type { Prompt as Asked } from '../../../protocol/prompt.ts';
import { Chips } from './chips.tsx';
import { Topics } from './topics.tsx';
import { NOT_SETTLED, SKIP } from './rate-choices.ts';
import { RestContext } from './use-rest.ts';

/** What the bot asks right now, in the shape that is easiest to answer; the ways out stand below it. */
export function Prompt({ prompt }: { prompt: Asked<string> }) {
  const rest = useContext(RestContext);
  if (prompt.kind === 'topics') return <Topics prompt={prompt} />;
  return (
    <>
      {prompt.kind !== 'choices' && prompt.kind !== 'text' && rest && <rest.Step prompt={prompt} />}
      <Chips choices={prompt.kind === 'rate' ? prompt.choices.filter(({ id }) => id !== SKIP && id !== NOT_SETTLED) : prompt.choices} />
    </>
  );
}
