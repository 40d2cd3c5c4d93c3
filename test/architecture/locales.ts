/** Compares one language's texts with the English ones. */

/** Keys joined by dots, whether they were nested or not. */
export type Texts = Map<string, string>;

export function flatten(node: unknown, prefix = ''): Texts {
  if (typeof node === 'string') return new Map([[prefix, node]]);
  if (typeof node !== 'object' || node === null) throw new Error(`${prefix || 'the file'} holds no text`);
  return new Map(Object.entries(node).flatMap(([key, value]) => [...flatten(value, prefix === '' ? key : `${prefix}.${key}`)]));
}

/** One line for each thing that is wrong; empty when nothing is. */
export function differences(language: string, english: Texts, texts: Texts): string[] {
  const expected = formsOf(english);
  const found = formsOf(texts);
  return [
    ...missingFrom(found, expected).map((key) => `missing: ${key}`),
    ...missingFrom(expected, found).map((key) => `not in English: ${key}`),
    ...[...found].flatMap(([key, forms]) => {
      const source = expected.get(key);
      return source === undefined ? [] : [...pluralFaults(language, key, source, forms), ...placeholderFaults(key, source, forms)];
    }),
    ...[...texts].flatMap(([key, text]) => textFaults(key, text)),
  ];
}

/** A text's forms by plural category; a text without plurals has the one form `''`. */
type Forms = Map<string, string>;

function formsOf(texts: Texts): Map<string, Forms> {
  const all = new Map<string, Forms>();
  for (const [key, text] of texts) {
    const [, base, category] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
    const isPlural = base !== undefined && texts.has(`${base}_other`);
    const name = isPlural ? base : key;
    const forms = all.get(name) ?? new Map<string, string>();
    all.set(name, forms.set(isPlural && category !== undefined ? category : '', text));
  }
  return all;
}

function missingFrom(there: Map<string, unknown>, wanted: Map<string, unknown>): string[] {
  return [...wanted.keys()].filter((key) => !there.has(key));
}

function pluralFaults(language: string, key: string, source: Forms, forms: Forms): string[] {
  const wanted = new Set<string>(source.has('') ? [''] : new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  // A form for nothing at all ("no days left") is a choice of the text, and then one of every language's.
  if (source.has('zero')) wanted.add('zero');
  const isSame = wanted.size === forms.size && [...wanted].every((category) => forms.has(category));
  return isSame
    ? []
    : [`${key} has the forms ${[...forms.keys()].join(', ') || 'none'}; ${language} needs ${[...wanted].join(', ') || 'none'}`];
}

function placeholderFaults(key: string, source: Forms, forms: Forms): string[] {
  const wanted = placeholders(source.get('other') ?? source.get('') ?? '');
  return [...forms].flatMap(([category, text]) => {
    const used = placeholders(text);
    // "one day": a form that is true of a single number may say it in letters.
    const mayDrop = ['zero', 'one', 'two'].includes(category) ? 'count' : null;
    const lost = [...wanted].filter((name) => !used.has(name) && name !== mayDrop);
    const unknown = [...used].filter((name) => !wanted.has(name));
    const name = category === '' ? key : `${key}_${category}`;
    return [...lost.map((place) => `${name} lacks {{${place}}}`), ...unknown.map((place) => `${name} has an unknown {{${place}}}`)];
  });
}

function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{\s*-?\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name ?? ''));
}

function textFaults(key: string, text: string): string[] {
  const faults: string[] = [];
  if (text.trim() === '' || text !== text.trim()) faults.push(`${key} is empty or has blanks around it`);
  if ((text.match(/\*\*/g)?.length ?? 0) % 2 !== 0) faults.push(`${key} opens ** and does not close it`);
  if (/<\/?[a-z]/i.test(text)) faults.push(`${key} holds markup`);
  return faults;
}
