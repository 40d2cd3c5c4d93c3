/** Lines for a spreadsheet. A cell that would be read as a formula gets an apostrophe, which spreadsheets show as text. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const text = value.replaceAll(/[\r\n\t]+/g, ' ');
  const safe = /^\s*[=+\-@|%]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
