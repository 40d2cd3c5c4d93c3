/** A photo that came out badly: said at once, at its place, with two ways on. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { darkPhoto } from '../support/images.ts';
import { asked, boxFile, cant, goOn, labelFile, reachPhotos } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { PhotoFile, Shopper } from './shopper.ts';

let shop: Shop;
let dark: PhotoFile;
beforeAll(async () => {
  shop = await openShop();
  dark = { ...(await boxFile('IMG_0002.jpg')), buffer: await darkPhoto() };
});
afterAll(() => shop.close());

async function atPhotos(language = 'en'): Promise<Shopper> {
  const lucia = await shop.visit({ language, path: `/?locale=${language}` });
  await lucia.open();
  await reachPhotos(lucia);
  return lucia;
}

const hint = (shopper: Shopper, kind: string) => shopper.question.getByText(shopper.texts.label(`prompt:evidence.hint.${kind}`));
const photosOf = async (shopper: Shopper) => {
  const { storeId, id } = await shopper.row();
  return shop.app.store.photosOf(storeId, id);
};

describe('a dark photo', () => {
  it.each(['en', 'ar'])('may be used anyway, in %s', async (language) => {
    const lucia = await atPhotos(language);
    await lucia.photo('one', dark);
    await hint(lucia, 'dark').waitFor();
    await lucia.question.getByRole('button', { name: new RegExp(`^${lucia.texts.label('widget:ui.useAnyway')}`) }).click();
    await hint(lucia, 'dark').waitFor({ state: 'detached' });
    await lucia.filled('one').waitFor();
    const [photo] = await photosOf(lucia);
    expect(photo?.findings.map(({ kind }) => kind)).toContain('dark');
    await goOn(lucia);
    await asked(lucia, 'packaging');
    await lucia.leave();
  });

  it('may be taken again; then the better one is the only one', async () => {
    const lucia = await atPhotos();
    await lucia.photo('one', dark);
    await hint(lucia, 'dark').waitFor();
    const [before] = await photosOf(lucia);
    await lucia.question.getByLabel(new RegExp(`^${lucia.texts.label('widget:ui.retake')}`)).setInputFiles(await boxFile());
    await expect.poll(async () => (await photosOf(lucia)).map(({ id }) => id === before?.id)).toEqual([false]);
    await hint(lucia, 'dark').waitFor({ state: 'detached' });
    await lucia.filled('one').waitFor();
    await lucia.leave();
  });
});

it('two sides of one picture name each other', async () => {
  const lucia = await atPhotos();
  await cant(lucia, 'group', 'other');
  await asked(lucia, 'packaging');
  const top = await boxFile();
  await lucia.photo('top', top);
  await lucia.photo('left', { ...top, buffer: await sharp(top.buffer).resize(900).jpeg({ quality: 60 }).toBuffer() });
  const { label } = lucia.texts;
  await lucia.question
    .getByRole('group', { name: label('prompt:evidence.slot.left') })
    .getByText(label('prompt:evidence.hint.twiceAs', { place: label('prompt:evidence.slot.top') }))
    .waitFor();
  await lucia.leave();
});

it('a label that is right is thanked for', async () => {
  const lucia = await atPhotos();
  for (const item of ['group', 'packaging']) {
    await asked(lucia, item);
    await cant(lucia, item, 'other');
  }
  await asked(lucia, 'label');
  const order = await shop.app.store.orderByNumber(shop.app.shop.id, '1010');
  await lucia.photo('one', await labelFile(order?.parcels[0]?.number));
  await lucia.hears('bot:evidence.sameLabel');
  expect(await lucia.question.getByRole('group', { name: lucia.texts.label('prompt:evidence.slot.one') }).count()).toBe(0);
  await lucia.leave();
});
