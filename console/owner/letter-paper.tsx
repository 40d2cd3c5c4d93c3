import type { LetterBlock, LetterInline } from '../../protocol/owner-letters.ts';
import { Check } from '../shared/check.tsx';
import { direction, word } from '../shared/words.ts';
import type { LettersForm } from './letters-form.ts';

/** The letter as it would go out. It comes as parts and is drawn as text: what an owner writes is markup for nobody. */
export function LetterPaper({ form }: { form: LettersForm }) {
  const { value: preview } = form.preview;
  const { locale } = form.open.value;
  return (
    <section class="letter-paper" aria-label={word('letters.preview')}>
      <header>
        <h2>{word('letters.preview')}</h2>
        <Check kind="switch" on={form.bare.value} onChange={(on) => form.setBare(on)} label={word('letters.bare')} />
      </header>
      {preview ? (
        <article lang={locale} dir={direction(locale)}>
          <p class="from">{preview.shop}</p>
          <h3>{preview.subject}</h3>
          {preview.blocks.map((block, index) => (
            <Block key={index} block={block} open={preview.open} />
          ))}
          <p class="foot">{preview.foot}</p>
        </article>
      ) : (
        <p class="none">{word('letters.noPreview')}</p>
      )}
    </section>
  );
}

function Block({ block, open }: { block: LetterBlock; open: string }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, index) => (
            <>
              {index > 0 && <br />}
              <Line of={line} />
            </>
          ))}
        </p>
      );
    case 'list':
      return (
        <>
          {block.lead && (
            <p class="lead">
              <Line of={block.lead} />
            </p>
          )}
          <ul>
            {block.items.map((item, index) => (
              <li key={index}>
                <Line of={item} />
              </li>
            ))}
          </ul>
        </>
      );
    case 'button':
      return <p class="way">{open}</p>;
  }
}

function Line({ of }: { of: LetterInline[] }) {
  return <>{of.map(({ text, bold }, index) => (bold ? <strong key={index}>{text}</strong> : text))}</>;
}
