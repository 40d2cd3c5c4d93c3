import { useRef } from 'preact/hooks';
import type { LetterTextView } from '../../protocol/owner-letters.ts';
import { Button } from '../shared/button.tsx';
import { Field } from '../shared/field.tsx';
import { Icon } from '../shared/icons.tsx';
import { direction, listed, ownName, word } from '../shared/words.ts';
import type { LettersForm } from './letters-form.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

export interface LetterEditorProps {
  form: LettersForm;
  saved: LetterTextView;
  /** Languages in which the owner has worded it, while this one lacks their words. */
  elsewhere: string[];
  onPutBack: () => void;
}

/** Subject and body, and the places of this letter, each a button that puts it where one writes. */
export function LetterEditor({ form, saved, elsewhere, onPutBack }: LetterEditorProps) {
  const { locale, letter, whose, instead } = saved;
  const { subject, body } = form.draft.value;
  const problems = form.problems.value;
  const subjectField = useRef<HTMLInputElement>(null);
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const last = useRef<'subject' | 'body'>('body');
  const places = form.view.value?.letters.find(({ id }) => id === letter)?.places ?? [];
  const written = { lang: locale, dir: direction(locale) };

  function insert(place: string): void {
    const control: Control | null = last.current === 'subject' ? subjectField.current : bodyField.current;
    if (!control) return;
    const { selectionStart, selectionEnd } = control;
    control.setRangeText(`{{${place}}}`, selectionStart ?? 0, selectionEnd ?? 0, 'end');
    form.set(last.current, control.value);
    control.focus();
  }

  return (
    <div class="letter-editor">
      {whose === 'nobody' && (
        <p class="missing" role="note">
          <Icon name="alert" />
          <span>{word('letters.noWords', { language: ownName(locale), instead: ownName(instead ?? 'en') })}</span>
        </p>
      )}
      {whose === 'ours' && elsewhere.length > 0 && (
        <p class="missing" role="note">
          <Icon name="alert" />
          <span>{word('letters.oursGoesOut', { language: ownName(locale), yours: listed(elsewhere.map(ownName)) })}</span>
        </p>
      )}
      <Field label={word('letters.subject')} error={problems['subject']}>
        {(tied) => (
          <input
            {...tied}
            {...written}
            ref={subjectField}
            class="input"
            maxLength={400}
            autocomplete="off"
            value={subject}
            onFocus={() => (last.current = 'subject')}
            onInput={(event) => form.set('subject', event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={word('letters.body')} hint={word('letters.how')} error={problems['body']}>
        {(tied) => (
          <textarea
            {...tied}
            {...written}
            ref={bodyField}
            class="input"
            rows={20}
            maxLength={12_000}
            value={body}
            onFocus={() => (last.current = 'body')}
            onInput={(event) => form.set('body', event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class="places">
        <legend>{word('letters.places')}</legend>
        <p class="hint">{word('letters.placesHint')}</p>
        <ul>
          {places.map(({ id, label, needed }) => (
            <li key={id}>
              <button type="button" class="place" title={`{{${id}}}`} onClick={() => insert(id)}>
                {label}
                {needed && <em>{word('letters.needed')}</em>}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      {whose === 'owner' && (
        <Button kind="quiet" icon="undo" onClick={onPutBack}>
          {word('letters.putBack')}
        </Button>
      )}
    </div>
  );
}
