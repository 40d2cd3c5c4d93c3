import type { Device } from './device.ts';

/** Stored photos as object URLs, each fetched once. */
export function createPhotos(device: Pick<Device, 'fetchPhoto' | 'previews'>, token: () => string) {
  const urls = new Map<string, Promise<string>>();
  return {
    /** The bytes are here already: they were just sent from here. */
    put(photoId: string, url: string) {
      urls.set(photoId, Promise.resolve(url));
    },
    /** Rejects when the photo does not come; asking again tries again. */
    url(photoId: string): Promise<string> {
      const found = urls.get(photoId);
      if (found) return found;
      const coming = device.fetchPhoto(photoId, token()).then(device.previews.make);
      urls.set(photoId, coming);
      coming.catch(() => urls.delete(photoId));
      return coming;
    },
  };
}
