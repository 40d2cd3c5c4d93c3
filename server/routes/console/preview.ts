import type { ShopRow } from '../../store/port.ts';

/** The real loader with the colour that is being tried, in one of the shop's languages; what is neither is the shop's own. */
export function previewPage({ key, settings }: ShopRow, { color, locale }: { color?: unknown; locale?: unknown }): string {
  const language = settings.locales.find((one) => one === locale) ?? settings.defaultLocale;
  const tried = typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : settings.color;
  const attribute = tried === null ? '' : ` data-color="${tried}"`;
  return `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Preview</title>
<link rel="icon" href="data:,">
<script src="/widget.js" data-store="${escaped(key)}" data-locale="${escaped(language)}"${attribute} defer></script>
<script src="/console/preview.js" defer></script>
`;
}

/**
 * Runs after the loader. A chat that opens takes the focus, which is right in a shop's page; here it would take the keys of the owner
 * who writes beside it, and giving the focus back comes too late for those already pressed.
 */
export const PREVIEW_SCRIPT = `HTMLElement.prototype.focus = () => undefined;
window.Tracewell?.('open');
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
