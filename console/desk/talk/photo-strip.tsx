import { time } from '../../shared/dates.ts';
import { word } from '../../shared/words.ts';
import { Thumb } from '../viewer/thumb.tsx';
import type { Photo } from './entries.ts';

/** Photos that came together, side by side; each opens large. */
export function PhotoStrip({ photos, onOpen }: { photos: readonly Photo[]; onOpen: (id: string) => void }) {
  const last = photos.at(-1);
  return (
    <div class="m them strip">
      <ul>
        {photos.map(({ id, body }) => (
          <li key={id}>
            <Thumb id={body.photoId} label={body.alt} onOpen={() => onOpen(body.photoId)} />
          </li>
        ))}
      </ul>
      <span class="t">{last && word('talk.photos', { count: photos.length, time: time(last.at) })}</span>
    </div>
  );
}
