/** A letter for paper, A4 or Letter: black on white, no scripts, nothing fetched. In two languages they stand side by side. */
import type { Block, Inline } from './fill.ts';
import { escapeHtml } from './html.ts';

export interface PrintedLetter {
  locale: string;
  subject: string;
  blocks: readonly Block[];
  labels: { office: string; stamp: string; date: string; signature: string };
  today: string;
}

export const PRINT_STYLE = `
@page { margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 14px; max-width: 900px; background: #fff; color: #000; font: 10.5pt/1.42 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans SC', Arial, sans-serif; }
.letters { display: grid; gap: 9mm; }
.two { grid-template-columns: 1fr 1fr; }
article { min-width: 0; overflow-wrap: anywhere; }
.two article + article { border-inline-start: 1px solid #999; padding-inline-start: 8mm; }
h1 { font-size: 13pt; line-height: 1.3; margin: 0 0 3mm; }
.today { margin: 0 0 4mm; }
p { margin: 0 0 3.2mm; }
ul { margin: 0 0 3.2mm; padding-inline-start: 5mm; }
li { margin: 0 0 0.8mm; }
.lead { margin: 0 0 1mm; font-weight: 600; }
.boxes { display: grid; grid-template-columns: 2fr 1fr; gap: 5mm; margin-top: 8mm; break-inside: avoid; }
.box { border: 1px solid #000; padding: 2mm 3mm; min-height: 16mm; }
.box.stamp { grid-row: span 2; min-height: 42mm; }
.box.office { grid-column: 1 / -1; }
.box p { margin: 0; font-size: 9pt; }
@media screen and (max-width: 640px) { .two { grid-template-columns: 1fr; } .two article + article { border-inline-start: 0; padding-inline-start: 0; border-top: 1px solid #999; padding-top: 6mm; } }
@media print { body { padding: 0; max-width: none; } }
`;

/** `stamp`: with room for what an office adds; `sign`: for our own signature. */
export function printedPage(letters: readonly PrintedLetter[], room: 'stamp' | 'sign'): string {
  const [first] = letters;
  if (!first) throw new Error('a page without a letter');
  return `<!doctype html>
<html lang="${escapeHtml(first.locale)}" dir="${wayOf(first.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(first.subject)}</title>
<style>${PRINT_STYLE}</style>
</head>
<body>
<main>
<div class="letters${letters.length > 1 ? ' two' : ''}">
${letters.map(article).join('\n')}
</div>
<div class="boxes">
${boxes(letters, room)}
</div>
</main>
</body>
</html>
`;
}

export function wayOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}

function article({ locale, subject, blocks, today }: PrintedLetter): string {
  return `<article lang="${escapeHtml(locale)}" dir="${wayOf(locale)}">
<h1>${escapeHtml(subject)}</h1>
<p class="today">${escapeHtml(today)}</p>
${blocks.map(drawn).join('\n')}
</article>`;
}

function drawn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.lines.map(inline).join('<br>')}</p>`;
    case 'list':
      return `${block.lead ? `<p class="lead">${inline(block.lead)}</p>\n` : ''}<ul>
${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}
</ul>`;
    case 'button':
      // Paper leads nowhere.
      return '';
  }
}

function inline(inlines: readonly Inline[]): string {
  return inlines.map(({ text, bold }) => (bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text))).join('');
}

function boxes(letters: readonly PrintedLetter[], room: 'stamp' | 'sign'): string {
  const box = (name: keyof PrintedLetter['labels']) => `<div class="box ${name}">${labels(letters, name)}</div>`;
  return (room === 'stamp' ? (['stamp', 'date', 'signature', 'office'] as const) : (['signature', 'date'] as const)).map(box).join('\n');
}

function labels(letters: readonly PrintedLetter[], name: keyof PrintedLetter['labels']): string {
  return letters
    .map(({ locale, labels: words }) => `<p lang="${escapeHtml(locale)}" dir="${wayOf(locale)}">${escapeHtml(words[name])}</p>`)
    .join('');
}
