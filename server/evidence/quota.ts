/** What a conversation may keep, counting what is on its way: else photos sent side by side would all find room for one. */
import type { PhotoDoor, PhotoOwner } from './door.ts';
import type { PhotoLimits } from './limits.ts';

export interface Place {
  /** Whether the finished picture fits; counts it as kept. */
  fits(bytes: number): Promise<boolean>;
  release(): void;
}

export interface Quota {
  reserve(owner: PhotoOwner): Promise<Place | 'E_PHOTO_LIMIT' | 'E_RATE'>;
}

export function createQuota(door: Pick<PhotoDoor, 'usage'>, limits: PhotoLimits): Quota {
  const underWay = new Map<string, { photos: number; bytes: number }>();

  return {
    async reserve(owner) {
      const current = underWay.get(owner.conversationId) ?? { photos: 0, bytes: 0 };
      if (current.photos >= limits.uploadsAtOnce) return 'E_RATE';
      underWay.set(owner.conversationId, current);
      current.photos += 1;
      let own = 0;
      try {
        const used = await door.usage(owner);
        if (used.photos + current.photos <= limits.maxPhotos && used.bytes + current.bytes < limits.maxTotalBytes) return { fits, release };
      } catch (error) {
        release();
        throw error;
      }
      release();
      return 'E_PHOTO_LIMIT';

      async function fits(bytes: number): Promise<boolean> {
        own = bytes;
        current.bytes += bytes;
        const used = await door.usage(owner);
        return used.bytes + current.bytes <= limits.maxTotalBytes;
      }

      function release(): void {
        current.photos -= 1;
        current.bytes -= own;
        if (current.photos === 0) underWay.delete(owner.conversationId);
      }
    },
  };
}
