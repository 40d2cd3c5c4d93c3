import type { ShopRow } from '../store/port.ts';

/** The one line an owner pastes into the shop's pages. `host`: our public address, such as `https://help.shop.example`. */
export function snippet(shop: Pick<ShopRow, 'key'>, host: string): string {
  return `<script async src="${attribute(host)}/widget.js" data-store="${attribute(shop.key)}"></script>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
