import { useState } from 'preact/hooks';
import type { EvidencePrompt } from '../../../protocol/prompt.ts';
import { Example } from '../../look/example.tsx';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { FileInput } from './file-input.tsx';
import { Locked } from './locked.tsx';
import { Noticed } from './noticed.tsx';
import { OnPhone } from './on-phone.tsx';
import { Rich } from './rich.tsx';
import { Sheet } from './sheet.tsx';
import { Slot } from './slot.tsx';
import { isTouch } from './touch.ts';
import { useSlots } from './use-slots.ts';

/** One piece of evidence: what, why, an example, a place for each photo, and a way out. */
export function Evidence({ prompt }: { prompt: EvidencePrompt<string> }) {
  const { actions, w } = useChat();
  const { slots, add, filled, waiting } = useSlots(prompt);
  const [reasons, setReasons] = useState(false);
  const { step, of, cant } = prompt;
  const total = slots.length;
  const free = slots.find((slot) => !slot.photoId && !slot.pending);
  const box = prompt.item === 'packaging' && total > 3;
  // One loud thing at a time: more photos of what one photo shows are welcome, but going on is the next step. A box has six sides.
  const done = prompt.enough && !box && !waiting;
  // Whoever came over to the phone came for its camera.
  const cameraFirst = isTouch() && document.documentElement.dataset.alone !== undefined;
  const take = free && (
    <label class={done ? 'btn soft wide' : 'btn fill wide'}>
      <FileInput name={takeLabel(free.label)} camera={isTouch()} onFiles={(files) => add(free.id, files)} />
      <Icon name="camera" />
      {takeLabel(free.label)}
    </label>
  );
  return (
    <>
      <p class="step">
        <b>{w('ui.step', { step, of })}</b>
        <span>{prompt.left}</span>
      </p>
      <div class="bars" aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <i key={i} class={i + 1 < step ? 'on' : ''}>
            {i + 1 === step && <i class="on" style={{ width: `${total ? (filled / total) * 100 : 0}%` }} />}
          </i>
        ))}
      </div>
      <h2>{prompt.title}</h2>
      <p class="why">
        <Rich text={prompt.why} />
      </p>
      {prompt.again && (
        <p class="hint">
          <Icon name="retry" />
          <span dir="auto">{prompt.again}</span>
        </p>
      )}
      {cameraFirst && take}
      {total > 1 && !box && !filled && (
        <div class="shot wide-shot">
          <Example of={prompt.example} />
        </div>
      )}
      <div class={box ? 'net' : total > 1 ? 'row-of' : 'one-of'}>
        {slots.map((slot) => (
          <Slot
            key={slot.id}
            slot={slot}
            example={prompt.example}
            single={total === 1}
            next={slot === free}
            onFiles={(files) => add(slot.id, files)}
          />
        ))}
        {box && (
          <p class="sofar">
            <b>{w('ui.countOf', { done: filled, of: total })}</b>
            {w('ui.anyOrder')}
          </p>
        )}
        <button class="link cant" aria-haspopup="dialog" onClick={() => setReasons(true)}>
          {cant.label}
        </button>
      </div>
      <Noticed slots={slots} single={total === 1} onFiles={add} />
      {prompt.note && (
        <p class="guard loose">
          <Icon name="shield" />
          <span>
            <Rich text={prompt.note} />
          </span>
        </p>
      )}
      {!cameraFirst && take}
      {!isTouch() && <OnPhone prompt={prompt} offer={free !== undefined} />}
      <div class="two">
        {free && isTouch() && (
          <label class="btn soft wide">
            <FileInput name={w('ui.choosePhotos')} onFiles={(files) => add(free.id, files)} />
            {w('ui.choosePhotos')}
          </label>
        )}
        <Locked
          label={prompt.next}
          soft={free !== undefined && !done}
          why={waiting ? w('ui.waitsFor', { count: waiting }) : prompt.enough ? null : w('ui.waitsForFirst')}
          onClick={actions.evidenceDone}
        />
      </div>
      {reasons && (
        <Sheet name={cant.title} kind="menu low" onClose={() => setReasons(false)}>
          {(close) => (
            <>
              <h2>{cant.title}</h2>
              <ul>
                {cant.reasons.map(({ id, label }) => (
                  <li key={id}>
                    <button
                      onClick={() => {
                        close();
                        actions.evidenceCant(id, label);
                      }}
                    >
                      {label}
                      <Icon name="right" />
                    </button>
                  </li>
                ))}
                <li>
                  <button onClick={close}>{w('ui.notNow')}</button>
                </li>
              </ul>
            </>
          )}
        </Sheet>
      )}
    </>
  );

  function takeLabel(side: string): string {
    if (!isTouch()) return w('ui.choosePhotos');
    return total > 1 ? w('ui.takePhotoOf', { side }) : w('ui.takePhoto');
  }
}
