import type { ChatActions, ChatState } from '../state.ts';

/** Hands the talk over as a plain text file. */
export function saveTalk(state: ChatState, actions: ChatActions): void {
  const url = URL.createObjectURL(new Blob([actions.transcript()], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${state.conversation?.case?.number ?? state.store?.name ?? 'talk'}.txt`;
  link.click();
  // Not at once: some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
