import type { Prompt as Asked } from '../../../protocol/prompt.ts';
import { Chips } from './chips.tsx';
import { Evidence } from './evidence.tsx';
import { Find } from './find.tsx';
import { Items } from './items.tsx';
import { Rate } from './rate.tsx';
import { Remedies } from './remedies.tsx';
import { Topics } from './topics.tsx';

/** What the bot asks right now, in the shape that is easiest to answer; the ways out stand below it. */
export function Prompt({ prompt }: { prompt: Asked<string> }) {
  if (prompt.kind === 'topics') return <Topics prompt={prompt} />;
  return (
    <>
      <Step prompt={prompt} />
      <Chips choices={prompt.choices} />
    </>
  );
}

function Step({ prompt }: { prompt: Exclude<Asked<string>, { kind: 'topics' }> }) {
  switch (prompt.kind) {
    case 'find':
      return <Find prompt={prompt} />;
    case 'items':
      return <Items prompt={prompt} />;
    case 'evidence':
      return <Evidence prompt={prompt} />;
    case 'remedies':
      return <Remedies prompt={prompt} />;
    case 'rate':
      return <Rate prompt={prompt} />;
    case 'choices':
    case 'text':
      return null;
  }
}
