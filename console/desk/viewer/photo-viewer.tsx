import './viewer.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { keyName } from '../../shared/key-name.ts';
import { word } from '../../shared/words.ts';
import { Findings } from './findings.tsx';
import type { ShownPhoto } from './photos-of.ts';
import { Stage } from './stage.tsx';
import { AS_IT_IS, MOST_ZOOM, turned, type Lie } from './zoom.ts';

export interface PhotoViewerProps {
  photos: ShownPhoto[];
  /** Id of the one to begin with. */
  at: string;
  onClose: () => void;
}

const STEP = 1.5;

/** A photo as large as the screen, and the others beside it. It is looked at here and taken nowhere. */
export function PhotoViewer({ photos, at, onClose }: PhotoViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shut = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      photos.findIndex((photo) => photo.id === at),
    ),
  );
  const [lie, setLie] = useState<Lie>(AS_IT_IS);
  const zoomBy = useRef<(factor: number) => void>(() => undefined);
  const photo = photos[Math.min(index, photos.length - 1)];
  useEffect(() => {
    if (!dialog.current || dialog.current.open) return;
    dialog.current.showModal();
    shut.current?.focus();
  }, []);
  if (!photo) return null;

  const isFirst = index <= 0;
  const isLast = index >= photos.length - 1;
  function go(by: number): void {
    const next = Math.min(photos.length - 1, Math.max(0, index + by));
    if (next === index) return;
    setIndex(next);
    setLie(AS_IT_IS);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The desk has shortcuts of its own.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onward = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
    const acts: { [key: string]: () => void } = {
      ArrowRight: () => go(onward),
      ArrowLeft: () => go(-onward),
      Home: () => go(-photos.length),
      End: () => go(photos.length),
      '+': () => zoomBy.current(STEP),
      '=': () => zoomBy.current(STEP),
      '-': () => zoomBy.current(1 / STEP),
      '0': () => setLie({ ...AS_IT_IS, turns: lie.turns }),
      r: () => setLie(turned(lie)),
    };
    const act = acts[keyName(event)];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <dialog ref={dialog} class="photo-viewer" aria-labelledby={id} onClose={onClose} onKeyDown={onKeyDown}>
      <header>
        <h2 id={id} aria-live="polite">
          <bdi>{photo.label}</bdi>
          {photos.length > 1 && <small>{word('viewer.position', { at: index + 1, of: photos.length })}</small>}
        </h2>
        <div role="group" aria-label={word('viewer.tools')}>
          <Button
            kind="bare"
            icon="minus"
            label={word('viewer.smaller')}
            keys="-"
            disabled={lie.zoom <= 1}
            onClick={() => zoomBy.current(1 / STEP)}
          />
          <Button
            kind="bare"
            icon="plus"
            label={word('viewer.larger')}
            keys="+"
            disabled={lie.zoom >= MOST_ZOOM}
            onClick={() => zoomBy.current(STEP)}
          />
          <Button kind="bare" icon="retry" label={word('viewer.turn')} keys="r" onClick={() => setLie(turned(lie))} />
          <Button buttonRef={shut} kind="bare" icon="close" label={word('shell.close')} onClick={() => dialog.current?.close()} />
        </div>
      </header>
      <Stage key={photo.id} photo={photo} lie={lie} onLie={setLie} onSwipe={go} zoomBy={zoomBy} />
      {photo.findings.length > 0 && (
        // A link in it leads to another conversation; this photo is none of its.
        <ul
          class="findings"
          aria-label={word('viewer.noticed')}
          onClick={({ target }) => (target as Element).closest('a') && dialog.current?.close()}
        >
          <Findings notes={photo.findings} />
        </ul>
      )}
      {photos.length > 1 && (
        <>
          <Button kind="bare" class="go back" icon="left" label={word('viewer.before')} disabled={isFirst} onClick={() => go(-1)} />
          <Button kind="bare" class="go on" icon="right" label={word('viewer.after')} disabled={isLast} onClick={() => go(1)} />
        </>
      )}
    </dialog>
  );
}
