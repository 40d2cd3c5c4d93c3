import { Refused } from '../../errors.ts';
import { photoFile } from '../../evidence/door.ts';
import { sendPhoto } from '../../evidence/show.ts';
import type { FilesProvider } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import type { Gate } from './gate.ts';

/** Not there, another shop's, no id at all, file gone: one answer. */
export function photoRoute(gate: Gate, { store, files }: { store: Store; files: FilesProvider }): void {
  gate.serve('GET /api/console/photos/:id', null, async ({ who, id, reply }) => {
    const photo = /^[A-Za-z0-9_-]{8,40}$/.test(id) ? await store.photo(who.agent.storeId, id) : null;
    const bytes = photo && (await files.get(photoFile(photo.id)));
    if (!bytes) throw new Refused('E_NOT_FOUND');
    sendPhoto(reply, bytes, 'cookie');
    return null;
  });
}
