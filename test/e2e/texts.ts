/** The texts of one language, by the keys that the flows speak. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/command.ts';

export interface Texts {
  locale: string;
  /** `label('choice:asked')`; `{{places}}` are filled from `places`. */
  label(key: string, places?: Record<string, string | number>): string;
  /** What a text looks like on the screen, whatever stands in its places and whichever plural form it has. */
  pattern(key: string): RegExp;
  /** A pattern for every text of a namespace. */
  patterns(namespace: string): RegExp[];
}

type Tree = { [name: string]: string | Tree };

/** `spoken`: what a text becomes on the way to the screen. */
export function textsOf(locale: string, spoken: (text: string) => string = (text) => text): Texts {
  const trees = new Map<string, Tree>();
  const tree = (namespace: string): Tree => {
    const known = trees.get(namespace) ?? (JSON.parse(readFileSync(join(ROOT, 'locales', locale, `${namespace}.json`), 'utf8')) as Tree);
    trees.set(namespace, known);
    return known;
  };
  const variants = (key: string): string[] => {
    const [namespace = '', path = ''] = key.split(':');
    const wanted = flat(tree(namespace)).filter(
      ([name]) => name === path || (PLURAL.test(name) === true && name.replace(PLURAL, '') === path),
    );
    if (wanted.length === 0) throw new Error(`${locale} has no text for ${key}`);
    return wanted.map(([, text]) => spoken(text));
  };
  return {
    locale,
    label: (key, places = {}) => (variants(key)[0] ?? '').replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(places[name] ?? '')),
    pattern: (key) => new RegExp(variants(key).map(shape).join('|')),
    patterns: (namespace) => flat(tree(namespace)).map(([, text]) => new RegExp(`^(?:${shape(spoken(text))})$`)),
  };
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

function flat(tree: Tree, before = ''): [name: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[before + name, value] as [string, string]] : flat(value, `${before}${name}.`),
  );
}

function shape(text: string): string {
  const parts = text.replaceAll('**', '').split(/\{\{\w+\}\}/);
  return parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')).join('[^]+?');
}
