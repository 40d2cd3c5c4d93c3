/** The filled form as a page for the eye and the printer, and as plain text. */
import type { Form, FormSection } from './claim-form.ts';
import { escapeHtml } from './html.ts';
import { wayOf } from './print-page.ts';

export const CLAIM_STYLE = `
@page { margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 20px; max-width: 860px; background: #fff; color: #000; font: 11pt/1.45 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', Arial, sans-serif; }
h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 6mm; }
h2 { font-size: 12pt; margin: 7mm 0 2mm; border-bottom: 1px solid #000; padding-bottom: 1mm; break-after: avoid; }
dl { display: grid; grid-template-columns: minmax(38mm, 1fr) 3fr; gap: 1mm 5mm; margin: 0; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: 1.2mm 2mm; border-bottom: 1px solid #bbb; overflow-wrap: anywhere; }
th { font-size: 9.5pt; color: #444; }
thead { display: table-header-group; }
tr, figure { break-inside: avoid; }
.photos { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }
figure { margin: 0; border: 1px solid #bbb; padding: 2mm; }
img { display: block; width: 100%; height: auto; max-height: 90mm; object-fit: contain; background: #eee; }
figcaption { font-size: 9.5pt; padding-top: 1.5mm; overflow-wrap: anywhere; }
code { font: 7.5pt/1.3 ui-monospace, Consolas, monospace; color: #444; display: block; }
@media screen and (max-width: 560px) { dl, .photos { grid-template-columns: 1fr; } dt { margin-top: 1mm; } }
@media print { body { padding: 0; max-width: none; } }
`;

/** `sourceOf`: where a photo lies, beside the page or on our server. */
export function claimPage({ locale, title, sections }: Form, sourceOf: (photo: FormSection['photos'][number]) => string): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${wayOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${CLAIM_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${sections.map(drawn).join('\n')}
</main>
</body>
</html>
`;

  function drawn({ title: name, rows, table, photos }: FormSection): string {
    const parts = [
      rows.length > 0 && `<dl>${rows.map((row) => `<dt>${escapeHtml(row.label)}</dt><dd>${bdi(row.value)}</dd>`).join('')}</dl>`,
      table && tableOf(table),
      photos.length > 0 && `<div class="photos">${photos.map(figure).join('')}</div>`,
    ];
    return `<section>\n<h2>${escapeHtml(name)}</h2>\n${parts.filter(Boolean).join('\n')}\n</section>`;
  }

  function figure(photo: FormSection['photos'][number]): string {
    const { caption, name, sum, notes } = photo;
    const lines = [escapeHtml(caption), ...notes.map(escapeHtml)].join('<br>');
    return `<figure><img src="${escapeHtml(sourceOf(photo))}" alt="${escapeHtml(caption)}"><figcaption>${lines}<code dir="ltr">${escapeHtml(name)}</code><code dir="ltr">SHA-256 ${escapeHtml(sum)}</code></figcaption></figure>`;
  }
}

export function claimText({ title, sections }: Form): string {
  const blocks = sections.map(({ title: name, rows, table, photos }) =>
    [
      name,
      ...rows.map(({ label, value }) => `  ${label}: ${value}`),
      ...(table?.lines ?? []).map((line) => `  ${line.filter((cell) => cell !== '').join(' | ')}`),
      ...photos.flatMap(({ name: file, caption, notes }) => [`  ${file}: ${[caption, ...notes].join('; ')}`]),
    ].join('\n'),
  );
  return `${[title, ...blocks].join('\n\n')}\n`;
}

function tableOf({ head, lines }: NonNullable<FormSection['table']>): string {
  const cells = (tag: 'th' | 'td', line: readonly string[]) => `<tr>${line.map((text) => `<${tag}>${bdi(text)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${cells('th', head)}</thead><tbody>${lines.map((line) => cells('td', line)).join('')}</tbody></table>`;
}

function bdi(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
