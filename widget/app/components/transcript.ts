import { plainText } from '../plain-text.ts';
import type { ChatState } from '../state.ts';
import type { Word } from '../words.ts';

/** Hands the talk over as a plain text file. */
export function saveTalk(state: ChatState, word: Word): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const text = plainText(state, word, timeZone, Date.now());
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${state.conversation?.case?.number ?? state.store?.name ?? 'talk'}.txt`;
  link.click();
  // Not at once: some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
