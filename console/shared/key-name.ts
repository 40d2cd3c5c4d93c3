/** A key as a Latin keyboard names it: who has the Arabic one before them finds the same keys in the same places. */
export function keyName({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key.length !== 1 || LATIN.test(key)) return key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  const [, name] = /^(?:Key|Digit)([A-Z\d])$/.exec(code) ?? [];
  return name?.toLowerCase() ?? key;
}

const LATIN = /[\p{ASCII}\p{Script=Latin}]/u;
