/** Photos of labels hold names and addresses: they are kept for the days that the shopper was told, and no longer. */
import { photoFile } from '../evidence/door.ts';
import type { Log } from '../log.ts';
import type { Clock, FilesProvider } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';

const DAY_MS = 86_400_000;
/** Mails that are long gone: what was in them stands in the talk. */
const MAILS_KEPT_MS = 90 * DAY_MS;
const BATCH = 200;

export function createRetention(deps: { store: Store; files: FilesProvider; clock: Clock; log: Log }) {
  const { store, files, clock, log } = deps;

  /** Deletes what is over, of all shops. What fails stays for the next sweep. */
  async function sweep(): Promise<void> {
    await store.sweepMails(clock.now() - MAILS_KEPT_MS);
    for (const shop of await store.shops()) {
      const before = clock.now() - shop.settings.policy.photoKeepDays * DAY_MS;
      const photos = await store.outdatedPhotos(shop.id, before, BATCH);
      for (const photo of photos) {
        // The file first: a row without its file is found again by the next sweep, a file without its row never.
        await files.delete(photoFile(photo.id));
        await store.deletePhoto(shop.id, photo.id);
      }
      if (photos.length > 0) log.info('photos.expired', { store: shop.id, count: photos.length });
    }
  }

  return { sweep };
}
