import { useState } from 'preact/hooks';
import { Check } from '../shared/check.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Field } from '../shared/field.tsx';
import { chooseLetterKeys, letterKeys } from '../shared/letter-keys.ts';
import { Segmented } from '../shared/segmented.tsx';
import { chooseTheme, theme, THEMES } from '../shared/theme.ts';
import { tell } from '../shared/toast.tsx';
import { language, languages, ownName, word } from '../shared/words.ts';
import { notifications } from './notifications.ts';
import type { Session } from './session.ts';

/** How the console looks and sounds on this device. Everything works at once. */
export function SettingsDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const [blocked, setBlocked] = useState(false);
  const { shows, sounds } = notifications;

  async function setShows(on: boolean): Promise<void> {
    setBlocked(!(await notifications.setShows(on)));
  }

  return (
    <Dialog title={word('shell.settings')} lead={word('shell.settingsLead')} onClose={onClose}>
      <div class="settings">
        <Segmented
          label={word('shell.theme')}
          chosen={theme.value}
          onChoose={chooseTheme}
          options={THEMES.map((id) => ({ id, label: word(`shell.themes.${id}`) }))}
        />
        <Field label={word('shell.language')}>
          {(tied) => (
            <select
              {...tied}
              class="input"
              value={language.value}
              onChange={(event) => void session.speak(event.currentTarget.value).catch(() => tell({ text: word('problems.noAnswer') }))}
            >
              {languages().map((one) => (
                <option key={one} value={one} lang={one}>
                  {ownName(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Check
          kind="switch"
          label={word('shell.letterKeys')}
          hint={word('shell.letterKeysHint')}
          on={letterKeys.value}
          onChange={chooseLetterKeys}
        />
        <fieldset class="stack">
          <legend>{word('shell.news')}</legend>
          <Check
            kind="switch"
            label={word('shell.notify')}
            hint={word(blocked ? 'shell.notifyBlocked' : 'shell.notifyHint')}
            on={shows.value}
            onChange={(on) => void setShows(on)}
          />
          <Check
            kind="switch"
            label={word('shell.sound')}
            hint={word('shell.soundHint')}
            on={sounds.value}
            onChange={(on) => notifications.setSounds(on)}
          />
        </fieldset>
      </div>
    </Dialog>
  );
}
