/** Photos and words in bad conditions: a reload, no network, a closed tab, files that are no photos. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhotoRow } from '../../server/store/port.ts';
import * as images from '../support/images.ts';
import { asked, boxFile, goOn, reachPhotos } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { PhotoFile, Shopper } from './shopper.ts';

let shop: Shop;
let photo: PhotoFile;
beforeAll(async () => {
  shop = await openShop();
  photo = await boxFile();
});
afterAll(() => shop.close());

async function atPhotos(): Promise<Shopper> {
  const lucia = await shop.visit();
  await lucia.open();
  await reachPhotos(lucia);
  return lucia;
}

async function photosOf(shopper: Shopper): Promise<PhotoRow[]> {
  const { storeId, id } = await shopper.row();
  return shop.app.store.photosOf(storeId, id);
}

async function timesStored(shopper: Shopper, text: string): Promise<number> {
  const messages = await shopper.stored();
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
  return messages.filter(({ body }) => body.kind === 'text' && body.text === text).length;
}

describe('a reload in the middle', () => {
  it('keeps the photos and the place', async () => {
    const lucia = await atPhotos();
    await lucia.photo('one', photo);
    await goOn(lucia);
    await asked(lucia, 'packaging');
    await lucia.photo('top', photo);
    await lucia.photo('left', photo);
    const before = await lucia.stored();

    await lucia.page.reload();
    await lucia.open();
    await asked(lucia, 'packaging');
    for (const side of ['top', 'left']) await lucia.filled(side).waitFor();
    for (const side of ['front', 'right', 'back', 'bottom']) await lucia.slot(side).waitFor({ state: 'attached' });
    await lucia.filled('top').locator('img').waitFor();
    expect(await lucia.stored()).toEqual(before);
    await lucia.photo('front', photo);
    expect(await photosOf(lucia)).toHaveLength(4);
    await lucia.leave();
  });

  it('keeps what was being written', async () => {
    const lucia = await atPhotos();
    await lucia.composer.fill('The tape was not ours');
    await lucia.page.reload();
    await lucia.open();
    expect(await lucia.composer.inputValue()).toBe('The tape was not ours');
    await lucia.leave();
  });
});

describe('without network', () => {
  it('keeps words and photos on the device and says so; they go out once, by themselves', async () => {
    const lucia = await atPhotos();
    await goOffline(lucia);
    await writeAndAdd(lucia, 'The box was wet on one side');
    await lucia.context.setOffline(false);
    await arrived(lucia, 'The box was wet on one side');
    await lucia.panel.getByText(lucia.texts.pattern('widget:ui.offline')).waitFor({ state: 'hidden' });
    await lucia.filled('one').waitFor();
    await lucia.leave();
  });

  it('keeps them through a closed tab', async () => {
    const lucia = await atPhotos();
    await goOffline(lucia);
    await writeAndAdd(lucia, 'Two mugs, both sand');
    await lucia.page.close();
    await lucia.context.setOffline(false);

    const back = await lucia.anotherTab();
    await back.open();
    await arrived(back, 'Two mugs, both sand');
    await back.filled('one').waitFor();
    await goOn(back);
    await asked(back, 'packaging');
    await lucia.leave();
  });

  it('sends again what was never acknowledged, and it is there once', async () => {
    const lucia = await shop.visit();
    let deaf = false;
    const lines = new Set<{ close(): Promise<void> }>();
    // Everything arrives at the server, and nothing comes back: the worst half of a bad line.
    await lucia.context.routeWebSocket(/socket\.io/, (line) => {
      const server = line.connectToServer();
      lines.add(line);
      line.onMessage((message) => server.send(message));
      server.onMessage((message) => {
        if (!deaf) line.send(message);
      });
    });
    await lucia.page.reload();
    await lucia.open();
    await lucia.tap('missing');
    await lucia.question.getByLabel(lucia.texts.label('prompt:find.order')).waitFor();
    deaf = true;
    await lucia.say('It was packed by hand');
    await expect.poll(() => timesStored(lucia, 'It was packed by hand')).toBe(1);
    await lucia.log.getByText(lucia.texts.label('widget:ui.sending'), { exact: true }).waitFor();
    deaf = false;
    for (const line of lines) await line.close();
    await lucia.log.getByText(lucia.texts.label('widget:ui.sending'), { exact: true }).waitFor({ state: 'hidden' });
    expect(await timesStored(lucia, 'It was packed by hand')).toBe(1);
    expect(await lucia.log.getByText('It was packed by hand', { exact: true }).count()).toBe(1);
    await lucia.leave();
  });

  async function goOffline(shopper: Shopper): Promise<void> {
    await shopper.context.setOffline(true);
    await shopper.panel.getByText(shopper.texts.pattern('widget:ui.offline')).waitFor();
  }

  async function writeAndAdd(shopper: Shopper, text: string): Promise<void> {
    const { panel, texts, slot, filled } = shopper;
    await shopper.say(text);
    await panel.getByText(texts.label('widget:ui.saved'), { exact: true }).waitFor();
    await slot('one').setInputFiles(photo);
    await filled('one', 'saved').waitFor();
    await panel.getByLabel(texts.label('widget:ui.addPhoto'), { exact: true }).setInputFiles({ ...photo, name: 'IMG_0002.jpg' });
    await panel.getByText(texts.pattern('widget:ui.photoSaved')).waitFor();
    expect(await timesStored(shopper, text)).toBe(0);
    expect(await photosOf(shopper)).toEqual([]);
  }

  async function arrived(shopper: Shopper, text: string): Promise<void> {
    await shopper.hears('bot:evidence.noted');
    await expect.poll(async () => (await photosOf(shopper)).length).toBe(2);
    await shopper.panel.getByText(shopper.texts.label('widget:ui.saved'), { exact: true }).waitFor({ state: 'hidden' });
    await shop.app.app.idle();
    expect(await timesStored(shopper, text)).toBe(1);
    expect(await shopper.log.getByText(text, { exact: true }).count()).toBe(1);
    expect(await photosOf(shopper)).toHaveLength(2);
    expect((await shopper.stored()).filter(({ body }) => body.kind === 'photo')).toHaveLength(2);
  }
});

describe('a file that is no photo', () => {
  const files: [what: string, code: string, file: () => Promise<Buffer> | Buffer][] = [
    ['a drawing with a script, named .jpg', 'E_PHOTO_TYPE', images.svgAsPhoto],
    ['nothing at all', 'E_PHOTO_EMPTY', images.emptyFile],
    ['noise', 'E_PHOTO_TYPE', images.garbage],
    ['half a photo', 'E_PHOTO_BROKEN', images.brokenPhoto],
    ['16 MB', 'E_PHOTO_SIZE', async () => Buffer.concat([await images.boxPhoto(), Buffer.alloc(16 * 1024 * 1024)])],
    ['a few bytes that ask for 50,000 x 50,000 pixels', 'E_PHOTO_PIXELS', () => images.pngBomb()],
  ];

  it('is refused in a sentence of its own, and takes nothing else with it', async () => {
    const lucia = await atPhotos();
    await lucia.photo('one', photo);
    const talk = await lucia.stored();
    const sentences = new Set<string>();
    for (const [, code, file] of files) {
      await lucia.slot('two').setInputFiles({ name: 'IMG_0003.jpg', mimeType: 'image/jpeg', buffer: await file() });
      await lucia.filled('two', 'failed').click();
      const dialog = lucia.panel.getByRole('dialog');
      sentences.add(await dialog.getByText(lucia.texts.pattern(`error:${code}`)).innerText());
      await dialog.getByRole('button', { name: lucia.texts.label('widget:ui.retry'), exact: true }).waitFor();
      await dialog.getByRole('button', { name: lucia.texts.label('widget:ui.remove'), exact: true }).click();
      await lucia.slot('two').waitFor({ state: 'attached' });
    }
    expect(sentences.size).toBe(new Set(files.map(([, code]) => code)).size);
    await lucia.filled('one').waitFor();
    expect(await lucia.stored()).toEqual(talk);
    await lucia.photo('two', photo);
    await goOn(lucia);
    await asked(lucia, 'packaging');
    await lucia.leave();
  });

  it.each(files)('added to the talk: %s says so beside it, to be tried again or removed', async (_what, code, file) => {
    const lucia = await shop.visit();
    await lucia.open();
    await lucia.say('two mugs are missing');
    await lucia.question.getByLabel(lucia.texts.label('prompt:find.order')).waitFor();
    const add = lucia.panel.getByLabel(lucia.texts.label('widget:ui.addPhoto'), { exact: true });
    await add.setInputFiles({ name: 'IMG_0004.jpg', mimeType: 'image/jpeg', buffer: await file() });
    await lucia.log.getByText(lucia.texts.pattern(`error:${code}`)).waitFor();
    await lucia.log.getByRole('button', { name: lucia.texts.label('widget:ui.retry'), exact: true }).click();
    await lucia.log.getByText(lucia.texts.pattern(`error:${code}`)).waitFor();
    await lucia.log.getByRole('button', { name: lucia.texts.label('widget:ui.remove'), exact: true }).click();
    await lucia.log.getByText(lucia.texts.pattern(`error:${code}`)).waitFor({ state: 'detached' });
    expect(await photosOf(lucia)).toEqual([]);
    await lucia.leave();
  });
});

describe('a photo that was taken', () => {
  it('can be seen when the server has it, even where the browser can’t show what the camera wrote', async () => {
    const lucia = await atPhotos();
    await lucia.photo('one', { name: 'IMG_0006.HEIC', mimeType: 'image/heic', buffer: await images.heicPhoto() });
    const shown = lucia.filled('one').locator('img');
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth), { timeout: 10_000 }).toBeGreaterThan(0);
    await lucia.leave();
  });

  it('can be removed', async () => {
    const lucia = await atPhotos();
    await lucia.photo('one', photo);
    await lucia.filled('one').click();
    await lucia.panel
      .getByRole('dialog')
      .getByRole('button', { name: lucia.texts.label('widget:ui.remove'), exact: true })
      .click();
    await lucia.slot('one').waitFor({ state: 'attached' });
    await expect.poll(() => photosOf(lucia)).toEqual([]);
    await lucia.leave();
  });

  it('can be taken again', async () => {
    const lucia = await atPhotos();
    await lucia.photo('one', photo);
    const [first] = await photosOf(lucia);
    await lucia.filled('one').click();
    const again = lucia.panel.getByRole('dialog').getByLabel(lucia.texts.label('widget:ui.retake'), { exact: true });
    await again.setInputFiles({ name: 'IMG_0005.jpg', mimeType: 'image/jpeg', buffer: await images.boxPhoto({ format: 'png' }) });
    await expect
      .poll(async () => (await photosOf(lucia)).map(({ id, slot }) => [id === first?.id, slot]), { timeout: 10_000 })
      .toEqual([[false, 'one']]);
    await lucia.filled('one').waitFor();
    await lucia.leave();
  });
});
