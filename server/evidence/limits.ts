/** What may come up, and what is kept. Bytes and pixels; handed in so that tests may be smaller. */
export interface PhotoLimits {
  maxBytes: number;
  maxPixels: number;
  /** Longest side of the picture that is kept. */
  longestSide: number;
  quality: number;
  decodeTimeoutMs: number;
  /** Per conversation. */
  maxPhotos: number;
  maxTotalBytes: number;
  /** Per conversation, at the same time. */
  uploadsAtOnce: number;
}

const MB = 1024 * 1024;

export const PHOTO_LIMITS: PhotoLimits = {
  maxBytes: 15 * MB,
  maxPixels: 50_000_000,
  longestSide: 2400,
  quality: 82,
  decodeTimeoutMs: 30_000,
  maxPhotos: 60,
  maxTotalBytes: 200 * MB,
  uploadsAtOnce: 6,
};

/** Values for the `{{places}}` of `locales/<lang>/error.json`. */
export function photoLimitWords(limits: PhotoLimits): { mb: number; megapixels: number; photos: number } {
  return { mb: Math.floor(limits.maxBytes / MB), megapixels: Math.floor(limits.maxPixels / 1_000_000), photos: limits.maxPhotos };
}
