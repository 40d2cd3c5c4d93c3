import { expect, it } from 'vitest';
import { keyName } from '../../../console/shared/key-name.ts';

const pressed = (key: string, code: string, shiftKey = false) => keyName({ key, code, shiftKey });

it.each([
  ['a letter of the Arabic keyboard', pressed('ف', 'KeyT'), 't'],
  ['a digit as Arabic writes it', pressed('٣', 'Digit3'), '3'],
  ['its slash', pressed('ظ', 'Slash'), '/'],
  ['its question mark', pressed('؟', 'Slash', true), '?'],
  ['a Cyrillic letter', pressed('М', 'KeyV', true), 'v'],
])('%s is the key in that place', (_what, name, wanted) => expect(name).toBe(wanted));

it.each([
  ['what a Latin keyboard writes, wherever it stands', pressed('z', 'KeyY'), 'z'],
  ['a letter with a mark', pressed('é', 'Digit2'), 'é'],
  ['a key with a name', pressed('Escape', 'Escape'), 'Escape'],
  ['a sign in a place that has no name', pressed('د', 'BracketRight'), 'د'],
])('%s stays what it is', (_what, name, wanted) => expect(name).toBe(wanted));
