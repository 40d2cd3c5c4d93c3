import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createShop } from '../../../server/shops/create.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { boxPhoto } from '../../support/images.ts';
import { addPerson } from '../../support/people.ts';
import { openShopper } from '../../support/shopper.ts';
import { ask } from './console.ts';

let app: TestApp;
let photo: string;
beforeAll(async () => {
  app = await startApp();
  const shopper = await openShopper(app.url, { store: app.shop.key });
  const ack = await shopper.photo('loose', 'one', await boxPhoto());
  photo = ack.ok ? ack.photoId : expect.fail(ack.code);
  shopper.close();
});
afterAll(() => app.close());

const agent = (storeId: string) => addPerson(app.store, storeId, { name: 'Ida', role: 'agent' }, app.clock.now());

it('a shopper’s photo is shown to an agent of the shop, fit for a picture and for nothing else', async () => {
  const { cookie } = await agent(app.shop.id);
  const answer = await fetch(`${app.url}/api/console/photos/${photo}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="photo.jpg"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(answer.headers.get('cache-control')).toMatch(/^private/);
  expect(answer.headers.get('vary')).toContain('cookie');
});

it('to nobody else: another shop’s owner hears what they would of one that is not there', async () => {
  const made = createShop(
    { name: 'Elsewhere', origins: [] },
    { newId: () => 'elsewhere', newSecret: () => 's'.repeat(43), clock: app.clock },
  );
  if (!made.ok) return expect.fail('no shop');
  await app.store.addShop(made.shop);
  const foreign = await addPerson(app.store, made.shop.id, { name: 'Foreign', role: 'owner' }, app.clock.now());
  const unknown = await ask(app, 'GET /api/console/photos/unknown-photo-1234', { as: foreign });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'E_NOT_FOUND' } });
  for (const id of [photo, `${photo}x`, 'x', '..%2f..%2ftracewell.db', '%00']) {
    const answer = await ask(app, `GET /api/console/photos/${id}`, { as: foreign });
    expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
  }
  expect((await ask(app, `GET /api/console/photos/${photo}`)).body.code).toBe('E_SIGNED_OUT');
});

it('whose file is gone is not there', async () => {
  const folder = join(app.dataDir, 'photos');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  await Promise.all(files.map((file) => rm(join(file.parentPath, file.name))));
  expect((await ask(app, `GET /api/console/photos/${photo}`, { as: await agent(app.shop.id) })).body.code).toBe('E_NOT_FOUND');
});
