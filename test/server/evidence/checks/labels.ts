/** Labels with barcodes on a carton, drawn: turned, small, out of focus. */
import bwip from 'bwip-js/node';
import sharp from 'sharp';

export interface LabelOptions {
  code?: 'code128' | 'gs1-128' | 'interleaved2of5' | 'qrcode' | 'datamatrix' | 'pdf417' | 'ean13';
  turn?: number;
  /** 1: the label is 1100 pixels wide in a picture of 2400. */
  scale?: number;
  blur?: number;
}

const SQUARE = ['qrcode', 'datamatrix'];

export async function labelPicture(
  texts: string | string[],
  { code = 'code128', turn = 0, scale = 1, blur = 0 }: LabelOptions = {},
): Promise<Buffer> {
  const all = [texts].flat();
  const height = SQUARE.includes(code) ? 22 : 14;
  const bars = await Promise.all(
    all.map(async (text, i) => ({
      input: await fitted(
        await bwip.toBuffer({ bcid: code, text, scale: 4, height, backgroundcolor: 'FFFFFF', paddingwidth: 10 }),
        scale,
        SQUARE.includes(code),
      ),
      left: Math.round(60 * scale),
      top: Math.round((120 + (i * 620) / all.length) * scale),
    })),
  );
  const label = await sharp({
    create: { width: Math.round(1100 * scale), height: Math.round(800 * scale), channels: 3, background: '#fff' },
  })
    .composite(bars)
    .png()
    .toBuffer();
  const askew = await sharp(label).rotate(turn, { background: '#b98b5a' }).toBuffer();
  const whole = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#b98b5a' } })
    .composite([{ input: askew, gravity: 'centre' }])
    .png()
    .toBuffer();
  return (blur > 0 ? sharp(whole).blur(blur) : sharp(whole)).jpeg({ quality: 82 }).toBuffer();
}

async function fitted(bars: Buffer, scale: number, square: boolean): Promise<Buffer> {
  const { width } = await sharp(bars).metadata();
  return sharp(bars)
    .resize({ width: Math.round((square ? 420 : Math.min(width, 960)) * scale) })
    .png()
    .toBuffer();
}
