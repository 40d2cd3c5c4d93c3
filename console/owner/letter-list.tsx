import { useId } from 'preact/hooks';
import type { LetterId } from '../../protocol/letters.ts';
import type { LettersView } from '../../protocol/owner-letters.ts';
import { word } from '../shared/words.ts';
import { lacksWords } from './lacking.ts';
import type { Opened } from './letters-form.ts';

export interface LetterListProps {
  view: LettersView;
  open: Opened;
  onOpen: (letter: LetterId) => void;
}

/** All letters, with what is the owner's own or missing in the language that is open. On a phone one field to choose from. */
export function LetterList({ view, open, onOpen }: LetterListProps) {
  const id = useId();
  const whoseOf = (letter: LetterId) => view.texts.find((text) => text.letter === letter && text.locale === open.locale)?.whose;
  return (
    <nav class="letter-list" aria-label={word('letters.all')}>
      <div class="field as-field">
        <label for={id}>{word('letters.which')}</label>
        <select id={id} class="input" value={open.letter} onChange={(event) => onOpen(event.currentTarget.value as LetterId)}>
          {view.letters.map(({ id: letter, title }) => (
            <option key={letter} value={letter}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <ul>
        {view.letters.map(({ id: letter, title }) => {
          const whose = whoseOf(letter);
          return (
            <li key={letter}>
              <button type="button" aria-current={letter === open.letter || undefined} onClick={() => onOpen(letter)}>
                <span>{title}</span>
                {whose === 'owner' && <em>{word('letters.yours')}</em>}
                {lacksWords(view, letter, open.locale) && <em class="wait">{word('letters.missing')}</em>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
