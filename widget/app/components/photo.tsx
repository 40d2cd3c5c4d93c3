import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import type { PendingPhoto, PhotoMessage } from './entries.ts';
import { Picture } from './picture.tsx';
import { Ring } from './ring.tsx';
import { Viewer } from './viewer.tsx';

/** A photo the server keeps; pressing it shows it large. */
export function StoredPhoto({ id, alt }: { id: string; alt: string }) {
  const url = usePhoto(id);
  const [large, setLarge] = useState(false);
  return (
    <>
      <button class="shot" aria-label={alt} onClick={() => setLarge(true)}>
        <Picture url={url}>
          <Icon name={url === '' ? 'gap' : 'camera'} />
        </Picture>
      </button>
      {large && <Viewer url={url} alt={alt} onClose={() => setLarge(false)} />}
    </>
  );
}

/** A photo that is still on this device. */
export function DevicePhoto({ photo }: { photo: PendingPhoto }) {
  return (
    <span class="shot">
      <Picture url={photo.url}>
        <Icon name="camera" />
      </Picture>
      {photo.state === 'sending' && <Ring part={photo.progress} />}
    </span>
  );
}

/** What was collected for one piece of evidence, small and side by side. */
export function EvidencePhotos({ photos, arriving }: { photos: PhotoMessage[]; arriving: boolean }) {
  const { w } = useChat();
  return (
    <div class={`msg me set${arriving ? ' in' : ''}`} aria-live="off">
      <span class="sr">{w('ui.you')}</span>
      {photos.map((photo) => (
        <StoredPhoto key={photo.id} id={photo.body.photoId} alt={photo.body.alt} />
      ))}
    </div>
  );
}

/** Object URL of a stored photo; null while it loads, empty when it can't be had. */
export function usePhoto(id: string | undefined): string | null {
  const { actions } = useChat();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (next: string) => wanted && setUrl(next);
    setUrl(null);
    if (id) actions.photoUrl(id).then(show, () => show(''));
    return () => {
      wanted = false;
    };
  }, [id]);
  return url;
}
