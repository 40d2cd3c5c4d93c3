/** The photo routes on a listener of their own, over a door that keeps everything in memory. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { PhotoDoor, PhotoInput, PhotoOwner } from '../../../server/evidence/door.ts';
import { createLook, LOOK_LIMITS } from '../../../server/evidence/checks/look.ts';
import { createIntake } from '../../../server/evidence/intake.ts';
import { PHOTO_LIMITS } from '../../../server/evidence/limits.ts';
import type { PhotoLimits } from '../../../server/evidence/limits.ts';
import { evidenceRoutes } from '../../../server/evidence/route.ts';
import { createIds } from '../../../server/identity/ids.ts';
import { createLimiter } from '../../../server/limits/limiter.ts';
import { RULES } from '../../../server/limits/rules.ts';
import type { Rules } from '../../../server/limits/rules.ts';
import { createFilesDisk } from '../../../server/providers/files-disk.ts';
import type { PhotoRow } from '../../../server/store/port.ts';
import { testClock } from '../../support/clock.ts';

export const TOKENS = { ada: 'a'.repeat(43), bob: 'b'.repeat(43), other: 'c'.repeat(43) };
const OWNERS: Record<string, PhotoOwner> = {
  [TOKENS.ada]: { storeId: 'store-1', conversationId: 'ada', locale: 'en' },
  [TOKENS.bob]: { storeId: 'store-1', conversationId: 'bob', locale: 'de' },
  [TOKENS.other]: { storeId: 'store-2', conversationId: 'other', locale: 'en' },
};

export async function startPhotoServer(options: { limits?: Partial<PhotoLimits>; rules?: Partial<Rules>; door?: Partial<PhotoDoor> } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'photos-'));
  const clock = testClock(Date.now());
  const rows: PhotoRow[] = [];
  const acks = new Map<string, { seq: number; at: number; photoId: string }>();
  const asked: string[] = [];
  const lines: string[] = [];

  const door: PhotoDoor = {
    authorise: async (token) => OWNERS[token] ?? null,
    earlier: async (owner, messageId) => acks.get(`${owner.conversationId}/${messageId}`) ?? null,
    accept: async ({ owner, messageId, photo }: PhotoInput) => {
      const key = `${owner.conversationId}/${messageId}`;
      const ack = acks.get(key) ?? { seq: acks.size + 1, at: clock.now(), photoId: photo.id };
      if (!acks.has(key)) rows.push(photo);
      acks.set(key, ack);
      return { ok: true, ...ack };
    },
    photo: async (owner, id) => rows.find((row) => row.id === id && row.conversationId === owner.conversationId) ?? null,
    usage: async (owner) => {
      const own = rows.filter((row) => row.conversationId === owner.conversationId);
      return { photos: own.length, bytes: own.reduce((sum, row) => sum + row.bytes, 0) };
    },
    refuse: (code, locale, params) => {
      asked.push(`${code} ${locale} ${JSON.stringify(params)}`);
      return { ok: false, code, text: `${code} in ${locale}` };
    },
    ...options.door,
  };

  const files = await createFilesDisk(join(folder, 'photos'), clock.now());
  const app = Fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });
  await app.register(
    evidenceRoutes({
      ...door,
      files,
      intake: createIntake(),
      look: createLook({ ...LOOK_LIMITS, timeoutMs: 60_000 }),
      limiter: createLimiter({ clock, rules: { ...RULES, ...options.rules } }),
      newId: createIds().newId,
      clock,
      log: {
        debug: (event) => lines.push(event),
        info: (event) => lines.push(event),
        warn: (event) => lines.push(event),
        error: (event) => lines.push(event),
      },
      uploadsDir: join(folder, 'uploads'),
      limits: { ...PHOTO_LIMITS, ...options.limits },
    }),
  );
  const url = await app.listen({ port: 0, host: '127.0.0.1' });

  return {
    url,
    rows,
    asked,
    lines,
    kept: () => readdir(join(folder, 'photos')),
    underWay: () => readdir(join(folder, 'uploads')),
    send: (body: Uint8Array<ArrayBuffer> | ReadableStream, ask: { token?: string; id?: string; query?: string } = {}) =>
      fetch(`${url}/api/photos?${ask.query ?? `id=${ask.id ?? 'message-1'}&item=group&slot=one`}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ask.token ?? TOKENS.ada}`, 'content-type': 'application/octet-stream' },
        body,
        duplex: 'half',
      } as RequestInit),
    show: (id: string, token?: string) =>
      fetch(`${url}/api/photos/${id}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}
