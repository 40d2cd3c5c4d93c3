import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icons.tsx';
import { word } from '../shared/words.ts';
import type { LettersForm } from './letters-form.ts';

/** There while the open letter is not kept. */
export function LetterBar({ form, onSave }: { form: LettersForm; onSave: () => void }) {
  const { value: isDirty } = form.dirty;
  const { value: refusal } = form.refusal;
  const wrong = Object.keys(form.problems.value).length;
  const isChanged = refusal?.code === 'E_CHANGED';
  return (
    <div class="save-bar" role="region" aria-label={word('store.unsaved')}>
      <div role="status" class="state">
        {isDirty && <p>{word('letters.unsaved')}</p>}
        {wrong > 0 && (
          <p class="bad">
            <Icon name="alert" />
            {word('store.wrong', { count: wrong })}
          </p>
        )}
        {refusal && (
          <p class="bad">
            <Icon name="alert" />
            {isChanged ? word('letters.changedMeanwhile') : refusal.text}
          </p>
        )}
      </div>
      {(isDirty || refusal) && (
        <div class="acts">
          {isChanged && (
            <Button icon="retry" busy={form.busy.value} onClick={() => void form.read()}>
              {word('letters.readAgain')}
            </Button>
          )}
          {isDirty && <Button onClick={form.discard}>{word('store.discard')}</Button>}
          {isDirty && !isChanged && (
            <Button kind="fill" busy={form.busy.value} onClick={onSave}>
              {word('letters.save')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
