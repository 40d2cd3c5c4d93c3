import { describe, expect, it } from 'vitest';
import { readBarcodes } from '../../../../server/evidence/checks/barcodes.ts';
import { labelPicture, type LabelOptions } from './labels.ts';
import { greyOf } from './pixels.ts';
import { sceneJpeg } from './scenes.ts';

const TIME = 30_000;
const read = async (picture: Buffer) => (await readBarcodes(await greyOf(picture, 2400, 2400), TIME))?.map(({ text }) => text);

describe('a barcode', () => {
  it.each<[string, string, LabelOptions]>([
    ['Code 128', 'RB123456785GB', {}],
    ['Code 128', 'RB123456785GB', { turn: 12 }],
    ['Code 128', 'RB123456785GB', { turn: 45 }],
    ['Code 128', 'RB123456785GB', { turn: 90 }],
    ['Code 128', 'RB123456785GB', { turn: 152 }],
    ['Code 128', 'RB123456785GB', { turn: 180 }],
    ['Code 128', 'RB123456785GB', { scale: 0.5 }],
    ['Code 128', 'RB123456785GB', { blur: 1.5 }],
    ['interleaved 2 of 5', '12345678901231', { code: 'interleaved2of5' }],
    ['QR', 'https://track.example/?n=RB123456785GB', { code: 'qrcode', turn: 33 }],
    ['Data Matrix', 'JD014600006281230704', { code: 'datamatrix', scale: 0.6, turn: 20 }],
    ['PDF417', '1Z999AA10123456784', { code: 'pdf417', turn: 45 }],
    ['EAN', '5901234123457', { code: 'ean13' }],
  ])('of %s: %s %o', async (_name, text, options) => {
    expect(await read(await labelPicture(text, options))).toContain(text);
  });

  it('of each kind on one label', async () => {
    expect((await read(await labelPicture(['RB123456785GB', 'SORT-77-LHR'])))?.sort()).toEqual(['RB123456785GB', 'SORT-77-LHR']);
  });

  it('is not there where there is none', async () => {
    expect(await read(await sceneJpeg('things', 1))).toEqual([]);
  });

  it('is not read where it is out of focus', async () => {
    expect(await read(await labelPicture('RB123456785GB', { blur: 9 }))).toEqual([]);
  });
});

describe('a thread', () => {
  const picture = { data: new Uint8Array(16).fill(255), width: 4, height: 4 };

  it('that is stuck is stopped, and nothing is known', async () => {
    expect(await readBarcodes(picture, 300, new URL('./stuck-worker.ts', import.meta.url))).toBeNull();
  });

  it('that breaks takes nothing with it', async () => {
    expect(await readBarcodes(picture, TIME, new URL('./broken-worker.ts', import.meta.url))).toBeNull();
  });
});
