import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LETTERS, type LetterId } from '../../protocol/letters.ts';

export interface Template {
  subject: string;
  body: string;
}

/** Our own wording, by language. */
export type Templates = ReadonlyMap<string, ReadonlyMap<LetterId, Template>>;

/** `templates/<lang>/<letter>.txt`: the subject in the first line, an empty one, the body. */
export function readTemplates(dir = fileURLToPath(new URL('../../templates/', import.meta.url))): Templates {
  const languages = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(languages.map(({ name }) => [name, lettersOf(`${dir}/${name}`)]));
}

function lettersOf(dir: string): Map<LetterId, Template> {
  const files = LETTERS.map((letter) => ({ letter, file: `${dir}/${letter}.txt` })).filter(({ file }) => existsSync(file));
  return new Map(files.map(({ letter, file }) => [letter, templateOf(readFileSync(file, 'utf8'))]));
}

function templateOf(text: string): Template {
  const [subject = '', ...rest] = text.split('\n');
  return { subject: subject.trim(), body: rest.join('\n').trim() };
}
