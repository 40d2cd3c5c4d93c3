import type { Prompt } from '../../../protocol/prompt.ts';
import { Evidence } from './evidence.tsx';
import { Find } from './find.tsx';
import { Items } from './items.tsx';
import { Rate } from './rate.tsx';
import { Remedies } from './remedies.tsx';

/** A question with more to it than a few quick answers. */
export function Step({ prompt }: { prompt: Exclude<Prompt<string>, { kind: 'topics' | 'choices' | 'text' }> }) {
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
  }
}
