import type { ShopRow } from '../store/port.ts';

/** The one line an owner pastes into the shop's pages. `host`: our public address, such as `https://help.shop.example`. */
export function snippet(shop: Pick<ShopRow, 'key'> & { settings?: { color: string | null } }, host: string): string {
  // The launcher is drawn before anything is asked of us, so its colour travels with the snippet.
  const color = shop.settings?.color ? ` data-color="${attribute(shop.settings.color)}"` : '';
  return `<script async src="${attribute(host)}/widget.js" data-store="${attribute(shop.key)}"${color}></script>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
