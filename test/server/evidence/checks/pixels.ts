import sharp from 'sharp';
import type { Grey } from '../../../../server/evidence/checks/grey.ts';
import { printOf, type Print } from '../../../../server/evidence/checks/print.ts';

export async function greyOf(picture: Buffer, width = 640, height = 640, fit: 'inside' | 'fill' = 'inside'): Promise<Grey> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .resize({ width, height, fit, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

export async function printed(picture: Buffer): Promise<Print | null> {
  return printOf(await greyOf(picture, 32, 32, 'fill'));
}
