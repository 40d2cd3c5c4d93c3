import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { FileInput } from './file-input.tsx';
import { isTouch } from './touch.ts';
import type { SlotView } from './use-slots.ts';

interface Props {
  slots: SlotView[];
  /** The only place there is need not be named. */
  single: boolean;
  onFiles: (slot: SlotView['id'], files: File[]) => void;
}

/** What was noticed about the photos, each with two ways of the same size: another photo, or this one all the same. */
export function Noticed({ slots, single, onFiles }: Props) {
  const { w, actions } = useChat();
  return (
    <div class="noticed" aria-live="polite">
      {slots.map(({ id, label, photoId, hints }) =>
        hints && photoId ? (
          <div key={photoId} class="hint" role="group" aria-label={label}>
            <Icon name="alert" />
            <p>
              {!single && <b>{label}</b>}
              {hints.map((hint) => (
                <span key={hint}>{hint}</span>
              ))}
            </p>
            <div class="two">
              <label class="btn soft">
                <FileInput
                  name={named('ui.retake', label)}
                  camera={isTouch()}
                  onFiles={(files) => {
                    focusSlot(id);
                    actions.removePhoto(photoId);
                    onFiles(id, files);
                  }}
                />
                {w('ui.retake')}
              </label>
              <button
                class="btn soft"
                aria-label={named('ui.useAnyway', label)}
                onClick={() => {
                  focusSlot(id);
                  actions.keepPhoto(photoId);
                }}
              >
                {w('ui.useAnyway')}
              </button>
            </div>
          </div>
        ) : null,
      )}
    </div>
  );

  /** Six buttons of one name would be a riddle for whoever hears them one by one. */
  function named(key: 'ui.retake' | 'ui.useAnyway', label: string): string {
    return single ? w(key) : `${w(key)}, ${label}`;
  }
}

/** What was pressed goes away; the photo it was about stays. */
function focusSlot(id: string): void {
  document.querySelector<HTMLElement>(`.slot.at-${id}`)?.focus();
}
