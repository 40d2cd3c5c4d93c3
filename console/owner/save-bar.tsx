import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icons.tsx';
import { word } from '../shared/words.ts';
import type { SettingsForm } from './settings-form.ts';

/** There while something is not saved. */
export function SaveBar({ form, onSave }: { form: SettingsForm; onSave: () => void }) {
  const count = form.changed.value.length;
  const wrong = Object.keys(form.problems.value).length;
  const refusal = form.refusal.value;
  const isChanged = refusal?.code === 'E_CHANGED';
  return (
    <div class="save-bar" role="region" aria-label={word('store.unsaved')}>
      <div role="status" class="state">
        {count > 0 && <p>{word('store.changes', { count })}</p>}
        {wrong > 0 && (
          <p class="bad">
            <Icon name="alert" />
            {word('store.wrong', { count: wrong })}
          </p>
        )}
        {refusal && (
          <p class="bad">
            <Icon name="alert" />
            {isChanged ? word('store.changedMeanwhile') : refusal.text}
          </p>
        )}
      </div>
      {(count > 0 || refusal) && (
        <div class="acts">
          {isChanged && (
            <Button icon="retry" busy={form.busy.value} onClick={() => void form.mend()}>
              {word('store.mend')}
            </Button>
          )}
          {count > 0 && <Button onClick={form.discard}>{word('store.discard')}</Button>}
          {count > 0 && !isChanged && (
            <Button kind="fill" busy={form.busy.value} onClick={onSave}>
              {word('store.save')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
