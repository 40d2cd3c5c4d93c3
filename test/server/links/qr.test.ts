import sharp from 'sharp';
import { expect, it } from 'vitest';
import { qrCode } from '../../../server/links/qr.ts';
import { readCode } from '../../support/read-code.ts';

it.each(['http://127.0.0.1:3000/panel?store=demo#link=abc', `https://help.shop.example/panel?store=ts_1#link=${'x'.repeat(43)}`])(
  'a camera reads what the code was made of: %s',
  async (text) => {
    const { size, path } = qrCode(text);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="-4 -4 ${size + 8} ${size + 8}"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
    expect(await readCode(await sharp(Buffer.from(svg)).png().toBuffer())).toBe(text);
  },
);

it('holds nothing but the strokes of a path', () => {
  expect(qrCode('https://help.shop.example/"><script>').path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
});
