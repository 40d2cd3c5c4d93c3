import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPhotoServer, TOKENS } from './photo-server.ts';
import { drawing } from './pictures.ts';

type Started = Awaited<ReturnType<typeof startPhotoServer>>;
let server: Started;
afterEach(() => server.close());

const photo = async () => Uint8Array.from(await drawing(64, 48).jpeg().toBuffer());
interface Answer {
  status: number;
  ok: boolean;
  code?: string;
  photoId?: string;
}
const answer = async (response: Response): Promise<Answer> => ({
  status: response.status,
  ...((await response.json()) as Omit<Answer, 'status'>),
});

describe('a photo goes up and comes back', () => {
  it('to its conversation, and as nothing but a picture', async () => {
    server = await startPhotoServer();
    const sent = await answer(await server.send(await photo()));
    expect(sent).toMatchObject({ status: 200, ok: true, seq: 1 });
    expect(server.rows).toMatchObject([
      { id: sent.photoId, storeId: 'store-1', conversationId: 'ada', item: 'group', slot: 'one', width: 64, height: 48 },
    ]);

    const shown = await server.show(String(sent.photoId), TOKENS.ada);
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="photo.jpg"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'authorization',
    });
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(bytes.length).toBe(server.rows[0]?.bytes);
  });

  it('once, however often it is sent', async () => {
    server = await startPhotoServer();
    const first = await answer(await server.send(await photo()));
    const second = await answer(await server.send(await photo()));
    expect(second).toEqual(first);
    expect(await server.kept()).toHaveLength(1);
  });

  it('once, when sent twice at the same time', async () => {
    server = await startPhotoServer();
    const both = await Promise.all([server.send(await photo()), server.send(await photo())].map(async (one) => answer(await one)));
    expect(both[0]).toEqual(both[1]);
    expect(await server.kept()).toEqual([`${String(both[0]?.photoId)}.jpg`]);
  });
});

describe('who may see it', () => {
  it('a foreign photo is answered like one that never was', async () => {
    server = await startPhotoServer();
    const { photoId } = await answer(await server.send(await photo()));
    const answers = await Promise.all(
      [
        server.show('never-was-there', TOKENS.bob),
        server.show(String(photoId), TOKENS.bob),
        server.show(String(photoId).slice(0, -1) + '~', TOKENS.bob),
        server.show('x', TOKENS.bob),
        server.show('..%2f..%2fetc%2fpasswd', TOKENS.bob),
      ].map(async (one) => answer(await one)),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ status: 404, ok: false, code: 'E_NOT_FOUND', text: 'E_NOT_FOUND in de' })]),
    );
    expect((await server.show(String(photoId), TOKENS.other)).status).toBe(404);
  });

  it('nobody without a token, with a wrong one, or with one in the address', async () => {
    server = await startPhotoServer();
    const { photoId } = await answer(await server.send(await photo()));
    expect((await server.show(String(photoId))).status).toBe(401);
    expect((await server.show(String(photoId), 'x'.repeat(43))).status).toBe(401);
    expect((await server.show(`${String(photoId)}?token=${TOKENS.ada}`)).status).toBe(401);
    expect((await server.send(await photo(), { token: 'x'.repeat(43), id: 'message-2' })).status).toBe(401);
    expect(server.rows).toHaveLength(1);
  });
});

describe('what is refused, and how', () => {
  it('is asked whose it is before a byte is read', async () => {
    server = await startPhotoServer();
    const { port } = new URL(server.url);
    const waiting = request({
      port,
      method: 'POST',
      path: '/api/photos?id=message-1&item=group&slot=one',
      headers: { 'content-length': 5_000_000 },
    });
    waiting.flushHeaders();
    const [response] = (await once(waiting, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(401);
    expect(await server.underWay()).toEqual([]);
    waiting.destroy();
  });

  it.each([
    ['no id', 'item=group&slot=one'],
    ['an unknown item', 'id=message-1&item=selfie&slot=one'],
    ['an unknown slot', 'id=message-1&item=group&slot=__proto__'],
    ['an id twice', 'id=message-1&id=message-2&item=group&slot=one'],
    ['an id that is a path', 'id=../../../etc&item=group&slot=one'],
    ['anything more', 'id=message-1&item=group&slot=one&storeId=store-2'],
  ])('%s', async (_name, query) => {
    server = await startPhotoServer();
    expect(await answer(await server.send(await photo(), { query }))).toMatchObject({ status: 400, code: 'E_BAD_PAYLOAD' });
  });

  it('too large, told by the sender or not, worded with the limit', async () => {
    server = await startPhotoServer({ limits: { maxBytes: 1024 * 1024 } });
    const large = new Uint8Array(1024 * 1024 + 1).fill(0xff);
    large.set(await photo());
    expect(await answer(await server.send(large))).toMatchObject({ status: 413, code: 'E_PHOTO_SIZE' });
    const untold = new ReadableStream({
      start: (controller) => {
        controller.enqueue(large);
        controller.close();
      },
    });
    expect(await answer(await server.send(untold, { id: 'message-2' }))).toMatchObject({ status: 413, code: 'E_PHOTO_SIZE' });
    expect(server.asked).toEqual(Array(2).fill('E_PHOTO_SIZE en {"mb":1,"megapixels":50,"photos":60}'));
    expect([await server.kept(), await server.underWay()]).toEqual([[], []]);
  });

  it('a page that says it is a photo, an empty file, half a photo: and nothing stays behind', async () => {
    server = await startPhotoServer();
    const html = Uint8Array.from(Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(100)));
    expect(await answer(await server.send(html, { id: 'message-1' }))).toMatchObject({ status: 415, code: 'E_PHOTO_TYPE' });
    expect(await answer(await server.send(new Uint8Array(), { id: 'message-2' }))).toMatchObject({ status: 400, code: 'E_PHOTO_EMPTY' });
    const half = (await photo()).subarray(0, 300);
    expect(await answer(await server.send(half, { id: 'message-3' }))).toMatchObject({ status: 422, code: 'E_PHOTO_BROKEN' });
    expect([server.rows, await server.kept(), await server.underWay()]).toEqual([[], [], []]);
  });

  it('more photos than a conversation holds, also side by side; others still have room', async () => {
    server = await startPhotoServer({ limits: { maxPhotos: 2 } });
    const bytes = await photo();
    const answers = await Promise.all(
      ['message-1', 'message-2', 'message-3', 'message-4'].map(async (id) => answer(await server.send(bytes, { id }))),
    );
    expect(answers.map((one) => one.code ?? 'ok').sort()).toEqual(['E_PHOTO_LIMIT', 'E_PHOTO_LIMIT', 'ok', 'ok']);
    expect(await server.kept()).toHaveLength(2);
    expect(await answer(await server.send(bytes, { token: TOKENS.bob }))).toMatchObject({ ok: true });
  });

  it('more bytes than a conversation holds', async () => {
    const bytes = await photo();
    server = await startPhotoServer({ limits: { maxTotalBytes: 600 } });
    expect(await answer(await server.send(bytes, { id: 'message-1' }))).toMatchObject({ ok: true });
    expect(await answer(await server.send(bytes, { id: 'message-2' }))).toMatchObject({ status: 409, code: 'E_PHOTO_LIMIT' });
  });

  it('too many in a short time, with the time to wait', async () => {
    server = await startPhotoServer({ rules: { photoByVisitor: { burst: 1, refillMs: 9_000 } } });
    await server.send(await photo(), { id: 'message-1' });
    const response = await server.send(await photo(), { id: 'message-2' });
    expect(response.headers.get('retry-after')).toBe('9');
    expect(await answer(response)).toMatchObject({ status: 429, code: 'E_RATE', retryAfterMs: 9000 });
  });
});

describe('what goes wrong on the way', () => {
  it('an upload that breaks off leaves no file', async () => {
    server = await startPhotoServer();
    const { port } = new URL(server.url);
    const cut = request({
      port,
      method: 'POST',
      path: '/api/photos?id=message-1&item=group&slot=one',
      headers: { authorization: `Bearer ${TOKENS.ada}`, 'content-length': 100_000 },
    });
    cut.on('error', () => undefined);
    cut.write(await photo());
    await vi.waitFor(async () => expect(await server.underWay()).toHaveLength(1));
    cut.destroy();
    await vi.waitFor(async () => expect(await server.underWay()).toHaveLength(0));
    expect([server.rows, await server.kept()]).toEqual([[], []]);
    expect(await answer(await server.send(await photo()))).toMatchObject({ ok: true });
  });

  it('a photo that could not be entered is taken away again', async () => {
    server = await startPhotoServer({ door: { accept: async () => ({ ok: false, code: 'E_STORAGE', text: 'x' }) } });
    expect(await answer(await server.send(await photo()))).toMatchObject({ status: 503, code: 'E_STORAGE' });
    expect(await server.kept()).toEqual([]);
  });

  it('a bug is told without its details', async () => {
    server = await startPhotoServer({
      door: {
        accept: async () => {
          throw new Error('canary@example.com');
        },
      },
    });
    const response = await server.send(await photo());
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('canary');
    expect(server.lines).toEqual(['photo.failed']);
    expect(await server.underWay()).toEqual([]);
  });
});
