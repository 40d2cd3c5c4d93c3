/** CSV as RFC 4180 has it, and as spreadsheets write it: quoted fields, doubled quotes, CRLF or LF, a BOM, `;` or tab. */
export interface CsvRecord {
  /** Where it begins, counted from 1; a quoted field may span lines. */
  line: number;
  fields: string[];
}

export interface CsvProblem {
  line: number;
  text: string;
}

/** Blank lines are skipped. A quote that is never closed is a problem of its line; all before it are kept. */
export function parseCsv(text: string): { records: CsvRecord[]; problems: CsvProblem[] } {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const separator = separatorOf(source);
  const records: CsvRecord[] = [];
  const problems: CsvProblem[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const record: CsvRecord = { line, fields: [] };
    let ended = false;
    while (!ended) {
      const field = source[at] === '"' ? quoted(source, at) : bare(source, at, separator);
      if (field === null) {
        problems.push({ line: record.line, text: 'A quoted field is never closed, so everything from this line on was left out.' });
        return { records, problems };
      }
      record.fields.push(field.value);
      line += field.newlines;
      at = field.end;
      if (source[at] === separator) at += 1;
      else ended = true;
    }
    const fits = at >= source.length || /[\r\n]/.test(source[at] ?? '');
    if (!fits) {
      problems.push({ line: record.line, text: 'There is text after a closing quote. Inside quotes, write a quote twice.' });
      while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at += 1;
    }
    at += source.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (fits && record.fields.some((value) => value.trim() !== '')) records.push(record);
  }
  return { records, problems };
}

interface Field {
  value: string;
  end: number;
  newlines: number;
}

function quoted(source: string, start: number): Field | null {
  let value = '';
  for (let at = start + 1; ;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) return null;
    value += source.slice(at, quote);
    if (source[quote + 1] !== '"') return { value, end: quote + 1, newlines: value.split(/\r\n|\r|\n/).length - 1 };
    value += '"';
    at = quote + 2;
  }
}

function bare(source: string, start: number, separator: string): Field {
  let end = start;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
  return { value: source.slice(start, end), end, newlines: 0 };
}

// Excel writes semicolons where the comma is the decimal sign.
function separatorOf(source: string): string {
  const header = source.slice(0, source.search(/[\r\n]|$/));
  const count = (sign: string) => header.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
