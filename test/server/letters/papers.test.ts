import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../../server/identity/tokens.ts';
import { csv } from '../../../server/letters/csv.ts';
import { namedPhotos, packed } from '../../../server/letters/pack.ts';
import type { PhotoRow } from '../../../server/store/port.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { boxPhoto } from '../../support/images.ts';
import { addPerson, type TestPerson } from '../../support/people.ts';
import { photosAsked, type Talk } from '../road/talks.ts';

const run = promisify(execFile);

let app: TestApp;
let agent: TestPerson;
let one: Talk;
beforeAll(async () => {
  app = await startApp();
  agent = await addPerson(app.store, app.shop.id, { name: 'Mei', role: 'agent' }, app.clock.now());
  one = await photosAsked(app);
  for (const [item, slot] of [
    ['group', 'one'],
    ['packaging', 'top'],
  ] as const) {
    app.clock.advance(1_000);
    expect(await one.shopper.photo(item, slot, await boxPhoto({ width: 400, height: 300 }))).toMatchObject({ ok: true });
  }
});
afterAll(async () => {
  one.close();
  await app.close();
});

function get(path: string, as: TestPerson = agent): Promise<Response> {
  return fetch(`${app.url}/api/console/${path.replace(':talk', one.of.conversation)}`, { headers: { cookie: as.cookie } });
}

async function pack(query = ''): Promise<Record<string, Uint8Array>> {
  const answer = await get(`claim-pack/:talk${query}`);
  expect(answer.status).toBe(200);
  return unzipSync(new Uint8Array(await answer.arrayBuffer()));
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

describe('the claim pack', () => {
  it('holds the form, the timeline, each photo and the sums of all of them, under names of our own', async () => {
    const files = await pack();
    expect(Object.keys(files)).toEqual([
      'claim.html',
      'claim.txt',
      'timeline.csv',
      'photos/01-group-one.jpg',
      'photos/02-packaging-top.jpg',
      'sha256.txt',
    ]);
    const answer = await get('claim-pack/:talk');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="claim-[A-Za-z0-9-]+\.zip"$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is whole: sha256sum -c finds every file as it was listed', async () => {
    const files = await pack();
    const folder = await mkdtemp(join(tmpdir(), 'pack-'));
    for (const [name, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    const { stdout } = await run('sha256sum', ['-c', 'sha256.txt'], { cwd: folder });
    expect(stdout.trim().split('\n')).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'sha256.txt')
        .map((name) => `${name}: OK`),
    );
    await writeFile(join(folder, 'photos/01-group-one.jpg'), 'x');
    await expect(run('sha256sum', ['-c', 'sha256.txt'], { cwd: folder })).rejects.toMatchObject({ code: 1 });
    await rm(folder, { recursive: true });
  });

  it('names the order, the parcel, what is missing and what it is worth, and each photo with its sum', async () => {
    const files = await pack();
    const { order } = { order: await app.store.orderByNumber(app.shop.id, '1004') };
    const page = text(files['claim.html']);
    const [photo] = await app.store.photosOf(app.shop.id, one.of.conversation);
    for (const part of [order?.number, order?.parcels[0]?.number, order?.items[0]?.name, order?.customerName, photo?.sha256])
      expect(page).toContain(part);
    expect(page).toContain('<img src="photos/01-group-one.jpg"');
    expect(text(files['claim.txt'])).toContain('photos/01-group-one.jpg: Everything received');
    expect(text(files['timeline.csv'])).toMatch(/^\ufeff"When","Who","What","Where","As the carrier wrote it"\r\n"20/);
  });

  it('speaks the language that is asked for', async () => {
    expect(text((await pack('?lang=es'))['claim.txt'])).toMatch(/^Reclamación/);
    expect(text((await pack('?lang=ar'))['claim.html'])).toContain('<html lang="ar" dir="rtl">');
  });

  it('holds nothing that is for us alone: no notes, no mood, no hint about another case', async () => {
    await app.store.addNote({
      id: 'note-secret-1',
      storeId: app.shop.id,
      conversationId: one.of.conversation,
      at: app.clock.now(),
      agent: { id: agent.row.id, name: 'Mei' },
      text: 'SECRET-NOTE',
      afterSeq: 1,
    });
    const all = Object.values(await pack())
      .map(text)
      .join('');
    expect(all).not.toMatch(/SECRET-NOTE|Upset|seenBefore/);
  });

  it('stands in the audit', async () => {
    await get('claim-pack/:talk');
    expect((await app.store.auditOf(app.shop.id, null, 1))[0]).toMatchObject({
      actor: agent.row.id,
      action: 'claimPack.made',
      conversationId: one.of.conversation,
    });
  });

  it('is a page with the photos too, which runs nothing', async () => {
    const answer = await get('claim-pack/:talk/view');
    const page = await answer.text();
    expect(page).toMatch(/<img src="\/api\/console\/photos\/[\w-]+"/);
    expect(page).not.toMatch(/<script|javascript:/);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; img-src 'self'; style-src 'sha256-/);
  });

  it('leaves out a photo whose time is over, and lists no sum of it', async () => {
    const photos = namedPhotos(await app.store.photosOf(app.shop.id, one.of.conversation));
    const none = { get: () => Promise.resolve(null), put: () => Promise.resolve(), delete: () => Promise.resolve() };
    const chunks: Buffer[] = [];
    for await (const chunk of packed([{ name: 'claim.txt', bytes: 'x' }], photos, none, app.clock.now())) chunks.push(chunk);
    const files = unzipSync(Buffer.concat(chunks));
    expect(Object.keys(files)).toEqual(['claim.txt', 'sha256.txt']);
    expect(text(files['sha256.txt'])).not.toContain('photos/');
  });

  it('gives names that lead nowhere else, whatever a row holds', () => {
    const row = { item: '../../etc/x', slot: 'a b\u202e', createdAt: 1, id: 'p' } as unknown as PhotoRow;
    const papers = { item: 'certificate', slot: 'one', createdAt: 2, id: 'q' } as unknown as PhotoRow;
    expect(namedPhotos([papers, row]).map(({ name }) => name)).toEqual(['photos/01-etcx-ab.jpg', 'documents/02-certificate-one.jpg']);
  });
});

describe('lines for a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@x', '|cmd', '%x', '  =1', '\t=1'])('begin no formula: %j', (value) => {
    expect(csv([[value]])).toMatch(/^\ufeff"'/);
  });

  it('keep quotes and breaks within their cell', () => {
    expect(csv([['a "b"', 'c\r\nd,e']])).toBe('\ufeff"a ""b""","c d,e"\r\n');
  });
});

describe('what is printed', () => {
  it('for the post office: in two languages, with what is missing and room for a stamp, black on white and without scripts', async () => {
    const answer = await get('print/:talk/postOffice');
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri/);
    const order = await app.store.orderByNumber(app.shop.id, '1004');
    for (const part of [order?.parcels[0]?.number, order?.items[0]?.name, order?.customerName, app.shop.settings.name])
      expect(page).toContain(part);
    expect(page).toContain('Stamp of the office');
    expect(page).not.toMatch(/<script|<img|<a |https?:/);
  });

  it('for the carrier: in the language asked for', async () => {
    expect(await (await get('print/:talk/carrierClaim')).text()).toContain('We claim compensation');
    expect(await (await get('print/:talk/carrierClaim?lang=es')).text()).toContain('Reclamamos una indemnización');
  });

  it('for a shopper: by a link, the letter for the post office and never our claim', async () => {
    const link = (token: string, what: string) => ({
      tokenHash: hashToken(token),
      storeId: app.shop.id,
      conversationId: one.of.conversation,
      kind: 'print' as const,
      what,
      createdAt: app.clock.now(),
      expiresAt: app.clock.now() + 60_000,
    });
    const [mine, claim] = ['a'.repeat(43), 'b'.repeat(43)];
    await app.store.addTalkLink(link(mine, 'postOffice'));
    await app.store.addTalkLink(link(claim, 'carrierClaim'));
    const answer = await fetch(`${app.url}/print/${mine}`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('To the post office')]);
    expect((await fetch(`${app.url}/print/${claim}`)).status).toBe(404);
  });

  it.each(['closed', 'nothing', '..%2f..', '__proto__'])('nothing else is: %s', async (letter) => {
    expect((await get(`print/:talk/${letter}`)).status).toBe(404);
  });
});
