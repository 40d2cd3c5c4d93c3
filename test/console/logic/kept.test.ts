import { expect, it } from 'vitest';
import { createDrafts } from '../../../console/desk/drafts.ts';
import { forgetWriting, unsentOf } from '../../../console/desk/kept.ts';
import { deviceNotes } from '../../../console/shared/notes.ts';

it('what was written is gone with whoever signs out, and nobody else’s', () => {
  const stored = {} as Record<string, string>;
  const storage = storageOver(stored);
  const notes = deviceNotes(() => storage);
  for (const who of ['nadia', 'tom']) {
    createDrafts(notes, who).set('talk-1', 'reply', `from ${who}`);
    notes.set(`outbox:${who}`, JSON.stringify([{ id: who }]));
  }
  notes.set('theme', 'dark');
  expect(unsentOf('nadia', notes)).toBe(1);

  forgetWriting('nadia', notes);
  expect(unsentOf('nadia', notes)).toBe(0);
  expect(createDrafts(notes, 'nadia').get('talk-1', 'reply')).toBe('');
  expect(createDrafts(notes, 'tom').get('talk-1', 'reply')).toBe('from tom');
  expect(unsentOf('tom', notes)).toBe(1);
  expect(notes.get('theme')).toBe('dark');
  expect(Object.keys(stored).filter((key) => key.includes('nadia'))).toEqual([]);
});

it('a device that keeps nothing forgets what it held for the page', () => {
  const notes = deviceNotes(() => {
    throw new Error('blocked');
  });
  createDrafts(notes, 'nadia').set('talk-1', 'note', 'only here');
  forgetWriting('nadia', notes);
  expect(createDrafts(notes, 'nadia').get('talk-1', 'note')).toBe('');
});

/** As a browser's: the keys are its own properties. */
function storageOver(stored: Record<string, string>): Storage {
  const methods: Partial<Storage> = {
    getItem: (key) => stored[key] ?? null,
    setItem: (key, value) => void (stored[key] = value),
    removeItem: (key) => void delete stored[key],
  };
  const get = (target: Record<string, string>, name: string): unknown => methods[name as keyof Storage] ?? target[name];
  return new Proxy(stored, { get }) as unknown as Storage;
}
