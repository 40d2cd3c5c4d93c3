/** A letter as a page that every mail program shows: styles at each element, no pictures, nothing fetched from anywhere. */
import type { Block, Inline } from './fill.ts';
import { escapeHtml } from './html.ts';

export interface Dressed {
  locale: string;
  subject: string;
  blocks: readonly Block[];
  shop: { name: string; color: string | null };
  /** On the button. */
  open: string;
  /** Below everything: why this letter came. */
  foot: string;
}

/** The light tokens of `widget/look/tokens.css`: mail programs know no custom properties. */
export const LOOK = {
  canvas: '#f5f3ef',
  surface: '#ffffff',
  line: '#e1ddd5',
  ink: '#23201b',
  ink2: '#5a544a',
  ink3: '#69625a',
  accent: '#20558f',
};

const FACE = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic','Helvetica Neue',Arial,sans-serif";
const FROM_THE_RIGHT = /^(ar|he|fa|ur)\b/;

export function layOut({ locale, subject, blocks, shop, open, foot }: Dressed): string {
  const dir = FROM_THE_RIGHT.test(locale) ? 'rtl' : 'ltr';
  const side = dir === 'rtl' ? 'right' : 'left';
  const accent = shop.color ?? LOOK.accent;
  const text = `font:16px/24px ${FACE};color:${LOOK.ink};text-align:${side};`;

  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:${LOOK.canvas};">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${LOOK.canvas};"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" dir="${dir}" style="width:100%;max-width:600px;background:${LOOK.surface};border:1px solid ${LOOK.line};border-radius:12px;">
<tr><td style="padding:20px 28px;border-bottom:1px solid ${LOOK.line};font:600 16px/24px ${FACE};color:${LOOK.ink};text-align:${side};"><bdi>${escapeHtml(shop.name)}</bdi></td></tr>
<tr><td style="padding:24px 28px 12px;${text}">
${blocks.map((block) => drawn(block)).join('\n')}
</td></tr>
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" dir="${dir}" style="width:100%;max-width:600px;"><tr><td style="padding:16px 28px;font:13px/18px ${FACE};color:${LOOK.ink3};text-align:${side};">${escapeHtml(foot)}</td></tr></table>
</td></tr></table>
</body>
</html>
`;

  function drawn(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p style="margin:0 0 16px;${text}">${block.lines.map(inline).join('<br>')}</p>`;
      case 'list':
        return `${block.lead ? `<p style="margin:0 0 6px;${text}">${inline(block.lead)}</p>\n` : ''}<ul style="margin:0 0 16px;padding:0;padding-${side}:22px;${text}">
${block.items.map((item) => `<li style="margin:0 0 4px;">${inline(item)}</li>`).join('\n')}
</ul>`;
      case 'button':
        return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:4px 0 20px;"><tr><td style="border-radius:8px;background:${accent};"><a href="${escapeHtml(block.url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;font:600 16px/22px ${FACE};color:${inkOn(accent)};text-decoration:none;">${escapeHtml(open)}</a></td></tr></table>`;
    }
  }
}

function inline(inlines: readonly Inline[]): string {
  return inlines.map(({ text, bold }) => (bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text))).join('');
}

/** White or ink, whichever stands out more. */
export function inkOn(color: string): string {
  const light = luminance(color);
  return 1.05 / (light + 0.05) >= (light + 0.05) / (luminance(LOOK.ink) + 0.05) ? '#ffffff' : LOOK.ink;
}

/** WCAG 2: relative luminance of sRGB. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
