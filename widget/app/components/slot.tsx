import { useState } from 'preact/hooks';
import { BOX_SIDES, type BoxSide } from '../../../protocol/case.ts';
import { BoxSideGuide } from '../../look/box-side.tsx';
import type { EvidencePrompt } from '../../../protocol/prompt.ts';
import { Example } from '../../look/example.tsx';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { FileInput } from './file-input.tsx';
import { usePhoto } from './photo.tsx';
import { Picture } from './picture.tsx';
import { Ring } from './ring.tsx';
import { isTouch } from './touch.ts';
import type { SlotView } from './use-slots.ts';
import { Viewer } from './viewer.tsx';

interface Props {
  slot: SlotView;
  example: EvidencePrompt['example'];
  single: boolean;
  /** The one to be filled next. */
  next: boolean;
  onFiles: (files: File[]) => void;
}

/** A place for one photo: empty it takes one, filled it shows it; its name says which side and how it stands. */
export function Slot({ slot, example, single, next, onFiles }: Props) {
  const { w, actions, state } = useChat();
  const [large, setLarge] = useState(false);
  const { pending, photoId, label, hints } = slot;
  const stored = usePhoto(pending ? undefined : photoId);
  const url = pending?.url ?? stored;
  const how = pending ? (pending.state === 'failed' ? 'failed' : 'busy') : photoId ? 'done' : next ? 'next' : 'empty';
  const percent = new Intl.NumberFormat(state.locale, { style: 'percent' }).format(pending?.progress ?? 0);
  const name = [w(`ui.slot.${pending?.state === 'saved' ? 'saved' : how}`, { label, percent }), ...(hints ?? [])].join('. ');
  const className = `slot ${how} at-${slot.id}${hints ? ' doubtful' : ''}`;

  if (!pending && !photoId) {
    return (
      <label class={className}>
        <FileInput name={name} camera={isTouch()} onFiles={onFiles} />
        <span class="shot">
          {single ? <Example of={example} /> : isSide(slot.id) ? <BoxSideGuide side={slot.id} /> : <Icon name="camera" />}
        </span>
        {!single && <em>{label}</em>}
      </label>
    );
  }
  return (
    <>
      <button class={className} aria-label={name} onClick={() => setLarge(true)}>
        <span class="shot">
          <Picture url={url}>
            <Icon name="camera" />
          </Picture>
          {pending && how === 'busy' && <Ring part={pending.progress} />}
          {how !== 'busy' && (
            <span class="tick">
              <Icon name={how === 'failed' || hints ? 'alert' : 'check'} />
            </span>
          )}
        </span>
        {!single && <em>{label}</em>}
      </button>
      {large && (
        <Viewer
          url={url}
          alt={label}
          error={pending?.state === 'failed' ? pending.error || w('logic.photoRefused') : undefined}
          onClose={() => setLarge(false)}
        >
          {(close) => (
            <>
              {pending?.state === 'failed' ? (
                <button
                  class="btn fill"
                  onClick={() => {
                    close();
                    actions.retry(pending.id);
                  }}
                >
                  {w('ui.retry')}
                </button>
              ) : (
                <label class="btn soft">
                  <FileInput
                    name={w('ui.retake')}
                    camera={isTouch()}
                    onFiles={(files) => {
                      close();
                      remove();
                      onFiles(files);
                    }}
                  />
                  {w('ui.retake')}
                </label>
              )}
              <button
                class="btn plain"
                onClick={() => {
                  close();
                  remove();
                }}
              >
                {w('ui.remove')}
              </button>
            </>
          )}
        </Viewer>
      )}
    </>
  );

  function remove() {
    if (pending) actions.discard(pending.id);
    else if (photoId) actions.removePhoto(photoId);
  }
}

const isSide = (id: string): id is BoxSide => (BOX_SIDES as readonly string[]).includes(id);
