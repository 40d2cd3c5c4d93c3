import type { ErrorCode } from '../../protocol/errors.ts';

/** HTTP status of a refusal; clients act on the code, caches and proxies on this. */
export const STATUS: Record<ErrorCode, number> = {
  E_BAD_PAYLOAD: 400,
  E_NO_STORE: 404,
  E_ORIGIN: 403,
  E_NOT_FOUND: 404,
  E_NOT_ALLOWED: 403,
  E_NO_HELLO: 400,
  E_TOKEN: 401,
  E_IDENTITY: 401,
  E_IDENTITY_REQUIRED: 401,
  E_STALE_PROMPT: 409,
  E_RATE: 429,
  E_STORAGE: 503,
  E_CLOSING: 503,
  E_TAKEN: 409,
  E_WRONG_STEP: 409,
  E_VERSION: 409,
  E_PHOTO_TYPE: 415,
  E_PHOTO_SIZE: 413,
  E_PHOTO_EMPTY: 400,
  E_PHOTO_BROKEN: 422,
  E_PHOTO_PIXELS: 422,
  E_PHOTO_LIMIT: 409,
  E_INTERNAL: 500,
};
