import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Spinner } from '../../shared/spinner.tsx';
import { word } from '../../shared/words.ts';
import { photoAddress, type ShownPhoto } from './photos-of.ts';
import { useGestures } from './use-gestures.ts';
import { AS_IT_IS, fitted, movedBy, zoomedTo, type Lie, type Size } from './zoom.ts';

export interface StageProps {
  photo: ShownPhoto;
  lie: Lie;
  onLie: (lie: Lie) => void;
  /** How many on: the next one lies where one pushes from. */
  onSwipe: (by: 1 | -1) => void;
  /** The stage knows the sizes; buttons and keys zoom about its middle. */
  zoomBy: RefObject<(factor: number) => void>;
}

const NONE: Size = { width: 0, height: 0 };
const DOUBLE = 2.5;

/** Where the photo lies, is turned, and is moved about. */
export function Stage({ photo, lie, onLie, onSwipe, zoomBy }: StageProps) {
  const root = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'here' | 'missing'>('loading');
  const [tries, setTries] = useState(0);
  const [natural, setNatural] = useState(NONE);
  const stage = useSize(root);
  const latest = useRef(lie);
  latest.current = lie;
  // Several strokes of a finger may come before the next drawing.
  const set = (next: Lie) => {
    latest.current = next;
    onLie(next);
  };
  const zoom = (factor: number, at = { x: 0, y: 0 }) => set(zoomedTo(latest.current, latest.current.zoom * factor, at, natural, stage));
  zoomBy.current = zoom;
  useGestures(root, {
    onZoom: zoom,
    onMove: (by) => set(movedBy(latest.current, by, natural, stage)),
    onDouble: (at) => (latest.current.zoom > 1 ? set({ ...AS_IT_IS, turns: latest.current.turns }) : zoom(DOUBLE, at)),
    canMove: lie.zoom > 1,
    onSwipe: (way) => onSwipe(getComputedStyle(root.current ?? document.body).direction === 'rtl' ? way : way === 1 ? -1 : 1),
  });
  const size = fitted(natural, stage, lie.turns);
  const address = photoAddress(photo.id);
  return (
    <div class={`stage ${state}${lie.zoom > 1 ? ' close' : ''}`} ref={root}>
      {state !== 'missing' && (
        <img
          key={tries}
          src={tries === 0 ? address : `${address}?try=${tries}`}
          alt={photo.label}
          draggable={false}
          style={{
            width: `${size.width}px`,
            height: `${size.height}px`,
            transform: `translate(${lie.x}px, ${lie.y}px) rotate(${lie.turns * 90}deg) scale(${lie.zoom})`,
          }}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
            setNatural({ width, height });
            setState('here');
          }}
          onError={() => setState('missing')}
        />
      )}
      {state === 'loading' && (
        <p role="status">
          <Spinner />
          {word('viewer.loading')}
        </p>
      )}
      {state === 'missing' && (
        <div class="gone" role="alert">
          <Icon name="off" />
          <p>{word('viewer.missing')}</p>
          <Button
            icon="retry"
            onClick={() => {
              setState('loading');
              setTries(tries + 1);
            }}
          >
            {word('dialogs.tryAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useSize(root: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(NONE);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return size;
}
