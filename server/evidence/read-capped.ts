/** All bytes of a source that may be longer than it should. Stops at the first byte too many. */
export async function readCapped(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; code: 'E_PHOTO_SIZE' | 'E_PHOTO_EMPTY' }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    length += chunk.byteLength;
    if (length > maxBytes) return { ok: false, code: 'E_PHOTO_SIZE' };
    chunks.push(chunk);
  }
  if (length === 0) return { ok: false, code: 'E_PHOTO_EMPTY' };
  return { ok: true, bytes: Buffer.concat(chunks) };
}
