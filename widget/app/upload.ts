import type { Ack } from '../../protocol/errors.ts';
import type { Clock } from './clock.ts';
import type { Row } from './storage.ts';

export type PhotoRow = Extract<Row, { kind: 'photo' }>;
export type PhotoAck = Ack<{ seq: number; at: number; photoId: string }>;
/**
 * Sends one photo up. `null`: no answer worth the name, try again later. `onProgress` gets 0 to 1.
 * `abort` ends it with null.
 */
export type Upload = (
  row: PhotoRow,
  token: string,
  onProgress: (part: number) => void,
) => { done: Promise<PhotoAck | null>; abort(): void };

const SILENT_MS = 30_000;

/** XHR, because `fetch` tells nothing of an upload's progress. */
export function xhrUpload(url: string, clock: Clock): Upload {
  return (row, token, onProgress) => {
    const xhr = new XMLHttpRequest();
    const watch = () => clock.after(SILENT_MS, () => xhr.abort());
    let cancel = watch();
    const done = new Promise<PhotoAck | null>((resolve) => {
      xhr.upload.onprogress = (event) => {
        cancel();
        cancel = watch();
        if (event.lengthComputable) onProgress(event.loaded / event.total);
      };
      xhr.onloadend = () => {
        cancel();
        resolve(answerOf(xhr.status, xhr.responseText));
      };
      xhr.open('POST', `${url}/api/photos?${new URLSearchParams({ id: row.id, item: row.item, slot: row.slot })}`);
      xhr.setRequestHeader('authorization', `Bearer ${token}`);
      // Whatever the camera named it: the server looks at the bytes.
      xhr.setRequestHeader('content-type', 'application/octet-stream');
      xhr.send(row.blob);
    });
    return { done, abort: () => xhr.abort() };
  };
}

/** A proxy may answer in our place, so not all that comes back is ours. */
export function answerOf(status: number, text: string): PhotoAck | null {
  try {
    const answer = JSON.parse(text) as PhotoAck | null;
    if (typeof answer?.ok === 'boolean') return answer;
  } catch {
    // Falls to what the status says.
  }
  return status === 413 ? { ok: false, code: 'E_PHOTO_SIZE', text: '' } : null;
}
