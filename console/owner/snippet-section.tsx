import { Copy } from '../shared/copy.tsx';
import { word } from '../shared/words.ts';
import { Section } from './section.tsx';

export function SnippetSection({ snippet, isStale }: { snippet: string; isStale: boolean }) {
  return (
    <Section title={word('store.snippet')} lead={word('store.snippetLead')}>
      <div class="snippet">
        <pre dir="ltr" tabIndex={0} aria-label={word('store.snippet')}>
          <code>{snippet}</code>
        </pre>
        <Copy text={snippet} label={word('store.copySnippet')} />
        {isStale && <p class="hint">{word('store.snippetStale')}</p>}
      </div>
    </Section>
  );
}
